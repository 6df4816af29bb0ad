"""How many working days in a row something was logged, and why a day counts, waits or ends the row.

A working day with a record counts. A day that is no working day counts for nothing and ends nothing: weekends,
public holidays and days off never break a streak, with or without a record. Today, not logged yet, waits.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.fields import FIRST_YEAR

FEWEST_SHOWN = 2  # one day is no row
LONGEST_GAP = 400  # days without a working day after which no streak is looked for any more
MOST_COUNTED = 500  # working days: about two years, and more is not counted
MORE_DAYS = 5  # shown before the one that ended the row


class DayState(StrEnum):
    """What one day is to a streak."""

    LOGGED = "logged"
    FREE = "free"
    MISSING = "missing"
    OPEN = "open"  # today, with nothing logged yet


@dataclass(frozen=True, slots=True)
class StreakDay:
    """One day and what it is to the streak."""

    day: date
    state: DayState


@dataclass(frozen=True, slots=True)
class Streak:
    """A row of working days with something logged: how many (``MOST_COUNTED`` or more), and since when."""

    length: int
    since: date | None


def streak(logged: Container[date], calendar: WorkCalendar, today: date) -> Streak:
    """Return the row that reaches to today."""
    length, since, waited = 0, None, 0
    for one in _backwards(logged, calendar, today):
        waited = waited + 1 if one.state is DayState.FREE else 0
        if one.state is DayState.MISSING or waited > LONGEST_GAP or length == MOST_COUNTED:
            break
        if one.state is DayState.LOGGED:
            length, since = length + 1, one.day
    return Streak(length, since)


def days_of(logged: Container[date], calendar: WorkCalendar, today: date, most: int = 60) -> list[StreakDay]:
    """Return the days of the streak, the latest first, and a few more: down to the day that ended it."""
    days: list[StreakDay] = []
    after = None
    for one in _backwards(logged, calendar, today):
        days.append(one)
        if one.state is DayState.MISSING and after is None:
            after = MORE_DAYS
        elif after is not None:
            after -= 1
        if after == 0 or len(days) >= most:
            break
    return days


def _backwards(logged: Container[date], calendar: WorkCalendar, today: date) -> Iterator[StreakDay]:
    day = today
    while day.year >= FIRST_YEAR:
        yield StreakDay(day, _state(day, logged, calendar, today))
        day -= timedelta(days=1)


def _state(day: date, logged: Container[date], calendar: WorkCalendar, today: date) -> DayState:
    if not calendar.is_working(day):
        return DayState.FREE
    if day in logged:
        return DayState.LOGGED
    return DayState.OPEN if day == today else DayState.MISSING
