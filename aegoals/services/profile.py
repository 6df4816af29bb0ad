"""The AE's own settings."""

from __future__ import annotations

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
        profile = self.get().with_(**changes)
        self._check_places(profile)
        with self._context.transaction("profile", title or _("Settings")) as transaction:
            self._context.profiles.put(transaction, PROFILE_KEY, profile)
        return profile

    def change_calendar(self, title: str = "", /, **changes: object) -> Profile:
        """Change working week, country or region and return the new profile; raises RefusedInput."""
        return self.change(title or _("Working calendar"), calendar=self.get().calendar.with_(**changes))

    def add_days_off(self, start: date, end: date, label: str = "") -> Profile:
        """Mark a range of days as days off; raises RefusedInput where it ends before it starts."""
        off = DaysOff.build({"start": start, "end": end, "label": label})
        others = [one for one in self.get().calendar.days_off if one != off]
        days_off = tuple(sorted([*others, off], key=lambda one: (one.start, one.end)))
        return self.change_calendar(_("Days off from {start}").format(start=start), days_off=days_off)

    def remove_days_off(self, off: DaysOff) -> Profile:
        """Take a range of days off back."""
        days_off = tuple(one for one in self.get().calendar.days_off if one != off)
        return self.change_calendar(_("No days off from {start}").format(start=off.start), days_off=days_off)

    @property
    def calendar(self) -> WorkCalendar:
        """The AE's working calendar."""
        return self.get().calendar

    def _check_places(self, profile: Profile) -> None:
        if not is_known_locale(profile.locale):
            raise RefusedInput(
                _("“{locale}” is not a known locale.").format(locale=profile.locale),
                _("Write language and country, such as en_US, sv_SE or ja_JP."),
            )
        if profile.calendar.country:
            public_holidays(profile.calendar.country, profile.calendar.region, self._context.today().year)
