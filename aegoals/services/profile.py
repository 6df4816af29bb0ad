"""The AE's own settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aegoals.domain.calendar import DaysOff, WorkCalendar, public_holidays
from aegoals.domain.profile import Profile
from aegoals.errors import RefusedInput
from aegoals.locale.dates import is_known_locale
from aegoals.locale.texts import _
from aegoals.services.context import PROFILE_KEY, Context


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
        off = DaysOff.build({"start": start, "end": end, "label": label})

        def added(calendar: WorkCalendar) -> WorkCalendar:
            days_off = {*calendar.days_off, off}
            return calendar.with_(days_off=tuple(sorted(days_off, key=lambda one: (one.start, one.end))))

        return self._change_calendar(_("Days off from {start}").format(start=start), added)

    def remove_days_off(self, off: DaysOff) -> Profile:
        """Take a range of days off back."""
        title = _("No days off from {start}").format(start=off.start)
        return self._change_calendar(
            title,
            lambda calendar: calendar.with_(days_off=tuple(one for one in calendar.days_off if one != off)),
        )

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
