"""Months, quarters and years, by the calendar or by the AE's fiscal year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MONTHS_A_YEAR = 12
MONTHS_A_QUARTER = 3


class SplitBy(StrEnum):
    """The sub-periods into which a goal is split."""

    QUARTERS = "quarters"
    MONTHS = "months"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Period:
    """A range of days; both ends belong to it."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def week_of(day: date, first_day_of_week: int = 1) -> Period:
    """Return the week of a day; ``first_day_of_week`` is an ISO weekday."""
    start = day - timedelta(days=(day.isoweekday() - first_day_of_week) % 7)
    return Period(start, start + timedelta(days=6))


def month_of(day: date) -> Period:
    """Return the calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def quarter_of(day: date, fiscal_year_start: int = 1) -> Period:
    """Return the fiscal quarter of a day; the fiscal year starts on the first of the given month."""
    back = (day.month - fiscal_year_start) % MONTHS_A_QUARTER
    return _months(add_months(day.replace(day=1), -back), MONTHS_A_QUARTER)


def year_of(day: date, fiscal_year_start: int = 1) -> Period:
    """Return the fiscal year of a day."""
    back = (day.month - fiscal_year_start) % MONTHS_A_YEAR
    return _months(add_months(day.replace(day=1), -back), MONTHS_A_YEAR)


def add_months(day: date, months: int) -> date:
    """Return the day some months later, or the last day of that month where it has fewer days."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months(start: date, count: int) -> Period:
    return Period(start, add_months(start, count) - timedelta(days=1))
