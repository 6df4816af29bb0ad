"""Why so many working days are left this month: which days of the working week are none, and which count less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.periods import month_of
from aegoals.domain.why.reason import Reason
from aegoals.domain.worth_words import day_remark, left_in_month
from aegoals.locale.dates import show_day, show_weekday, weekday_names
from aegoals.locale.texts import _


def explain_days_left(calendar: WorkCalendar, today: date, locale: str) -> Reason:
    """Return how the working days left this month are counted."""
    end = month_of(today).end
    names = weekday_names()
    week = ", ".join(names[day - 1] for day in calendar.work_days)
    counted = _("Counted are {week} from {first} to {last}, without public holidays and days off.")
    rules = (
        counted.format(week=week, first=show_day(today, locale), last=show_day(end, locale)),
        *(f"{show_weekday(day, locale)}: {remark}" for day, remark in _special(calendar, today, end, locale)),
    )
    return Reason("days_left", _("Left"), left_in_month(calendar, today, locale), rules=rules)


def _special(calendar: WorkCalendar, first: date, last: date, locale: str) -> Iterator[tuple[date, str]]:
    """Yield the days of the working week that are none, or count less than a whole one."""
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        remark = day_remark(calendar, day, locale)
        if remark and (day.isoweekday() in calendar.work_days or calendar.is_working(day)):
            yield day, remark
