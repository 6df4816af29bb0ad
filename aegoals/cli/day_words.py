"""What the command line calls a day, in the AE's language."""

from __future__ import annotations

from datetime import date

from aegoals.locale.texts import _


def day_words(day: date, today: date, locale: str) -> str:
    """Return a day: ``today``, or weekday, day and month, with the year where it is another one."""
    if day == today:
        return _("today")
    from aegoals.locale.dates import show_weekday

    return show_weekday(day, locale, "EEE d MMM" if day.year == today.year else "EEE d MMM y")
