"""Working days in words where some are worth less than a whole one: part time, a ramp-up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.metric import Aggregation
from aegoals.domain.periods import month_of
from aegoals.domain.progress import Days, Standing
from aegoals.locale.numbers import show_number
from aegoals.locale.texts import _, ngettext


def worth_of(count: int, worth: Decimal, locale: str) -> str:
    """Return what so many working days are worth, such as ``, worth 10.4``; empty where each is a whole one."""
    if worth == count:
        return ""
    return _(", worth {number}").format(number=show_number(worth, locale, 2))


def needed(one: Standing) -> Decimal | None:
    """Return what each working day that is left asks for; None for a mean or a ratio, to which no day adds a part."""
    has_no_parts = one.goal.metric.aggregation in {Aggregation.MEAN, Aggregation.RATIO}
    return None if has_no_parts else one.required_per_working_day


def needed_title(days: Days) -> str:
    """Return what the required rate is called."""
    return _("Needed a working day") if days.is_whole else _("Needed a whole day")


def a_day(days: Days) -> str:
    """Return the pattern of a rate for a small place."""
    return _("{value} a day") if days.is_whole else _("{value} a whole day")


def left_in_month(calendar: WorkCalendar, today: date, locale: str) -> str:
    """Return the working days left this month, today among them, and what they are worth."""
    end = month_of(today).end
    count = calendar.working_days(today, end)
    words = ngettext("{count} working day left this month", "{count} working days left this month", count)
    return words.format(count=count) + worth_of(count, calendar.worth(today, end), locale)


def day_remark(calendar: WorkCalendar, day: date, locale: str) -> str:
    """Return why a day is free, or what it counts where that is less than a whole one; empty on an ordinary day."""
    if not calendar.is_working(day):
        return calendar.why_free(day) or _("no working day")
    weight = calendar.weight(day)
    return "" if weight == 1 else _("at {share} %").format(share=show_number(weight * 100, locale, 1))
