"""The AE's own settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from aegoals.domain.calendar import WorkCalendar, public_holidays
from aegoals.domain.profile import Profile
from aegoals.domain.stretches import DaysOff, PartTime, RampUp, Stretch
from aegoals.errors import RefusedInput
from aegoals.locale.dates import is_known_locale
from aegoals.locale.texts import _, mark
from aegoals.services.context import PROFILE_KEY, Context

FIELDS: dict[type[Stretch], str] = {DaysOff: "days_off", PartTime: "part_time", RampUp: "ramp_ups"}
TITLES: dict[type[Stretch], str] = {
    DaysOff: mark("Days off from {start}"),
    PartTime: mark("Part time from {start}"),
    RampUp: mark("Ramp-up from {start}"),
}
DROPPED: dict[type[Stretch], str] = {
    DaysOff: mark("No days off from {start}"),
    PartTime: mark("No part time from {start}"),
    RampUp: mark("No ramp-up from {start}"),
}


class ProfileService:
    """Reads and changes the profile; every change is one action."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self) -> Profile:
        """Return the profile."""
        return self._context.profile()

    def change(self, title: str = "", /, **changes: object) -> Profile:
        """Change these fields and return the new profile; raises RefusedInput."""
        return self._change(title or _("Settings"), lambda profile: profile.with_(**changes))

    def change_calendar(self, title: str = "", /, **changes: object) -> Profile:
        """Change working week, country or region and return the new profile; raises RefusedInput."""
        return self._change_calendar(title or _("Working calendar"), lambda calendar: calendar.with_(**changes))

    def add_days_off(self, start: date, end: date, label: str = "") -> Profile:
        """Mark a range of days as days off; raises RefusedInput where it ends before it starts."""
        return self.keep_stretch(DaysOff.build({"start": start, "end": end, "label": label}))

    def keep_stretch(self, entered: Stretch, instead: Stretch | None = None) -> Profile:
        """Enter days off, part time or a ramp-up, or change one into another; raises RefusedInput."""

        def kept(calendar: WorkCalendar) -> WorkCalendar:
            rest = [one for one in stretches_of(calendar, type(entered)) if one != instead]
            _must_not_overlap(entered, rest)
            return _with_stretches(calendar, type(entered), [*rest, entered])

        title = _(TITLES[type(entered)]).format(start=entered.start)
        return self._change_calendar(title, kept)

    def drop_stretch(self, stretch: Stretch) -> Profile:
        """Take days off, part time or a ramp-up back."""

        def rest(calendar: WorkCalendar) -> WorkCalendar:
            left = [one for one in stretches_of(calendar, type(stretch)) if one != stretch]
            return _with_stretches(calendar, type(stretch), left)

        return self._change_calendar(_(DROPPED[type(stretch)]).format(start=stretch.start), rest)

    @property
    def calendar(self) -> WorkCalendar:
        """The AE's working calendar."""
        return self.get().calendar

    def _change_calendar(self, title: str, change: Callable[[WorkCalendar], WorkCalendar]) -> Profile:
        return self._change(title, lambda profile: profile.with_(calendar=change(profile.calendar)))

    def _change(self, title: str, change: Callable[[Profile], Profile]) -> Profile:
        """Read, change and save the profile as one action: what another program saved is not lost."""
        self._check_places(change(self._whole()))
        with self._context.transaction("profile", title) as transaction:
            profile = change(self._whole())
            self._context.profiles.put(transaction, PROFILE_KEY, profile)
        return profile

    def _whole(self) -> Profile:
        try:
            return self._context.whole_profile()
        except RefusedInput as error:
            message = _("Your settings cannot be read whole, so they are not changed: {reason}")
            back = _("Go back with: aegoals restore DATE")
            raise RefusedInput(message.format(reason=error.message), back) from error

    def _check_places(self, profile: Profile) -> None:
        if not is_known_locale(profile.locale):
            raise RefusedInput(
                _("“{locale}” is not a known locale.").format(locale=profile.locale),
                _("Write language and country, such as en_US, sv_SE or ja_JP."),
            )
        if profile.calendar.country:
            public_holidays(profile.calendar.country, profile.calendar.region, self._context.today().year)


def stretches_of(calendar: WorkCalendar, kind: type[Stretch]) -> tuple[Stretch, ...]:
    """Return all days off, part time or ramp-ups of a calendar, the earliest first."""
    known: tuple[Stretch, ...] = getattr(calendar, FIELDS[kind])
    return known


def _with_stretches(calendar: WorkCalendar, kind: type[Stretch], stretches: Sequence[Stretch]) -> WorkCalendar:
    in_order = sorted(dict.fromkeys(stretches), key=lambda one: (one.start, one.end))
    return calendar.with_(**{FIELDS[kind]: tuple(in_order)})


def _must_not_overlap(entered: Stretch, others: Sequence[Stretch]) -> None:
    """Refuse a second part time or ramp-up for the same days: nobody could tell which one counts."""
    if isinstance(entered, DaysOff):
        return
    for one in others:
        if one.start <= entered.end and entered.start <= one.end:
            raise RefusedInput(
                _("From {start} to {end} there is one already.").format(start=one.start, end=one.end),
                _("Change that one, or choose other days."),
            )
