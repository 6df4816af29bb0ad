"""Working days on which nothing was logged: days off that nobody marked, or lines that are missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from aegoals.domain.calendar import WorkCalendar

LOOK_BACK = 14  # days


@dataclass(frozen=True, slots=True)
class Gap:
    """Working days in a row without a record; free days between them do not part them."""

    start: date
    end: date
    working_days: int


def gaps(calendar: WorkCalendar, logged: Collection[date], first: date | None, today: date) -> list[Gap]:
    """Return the gaps of the last two weeks, the latest first; today itself is not over yet.

    ``first`` is the day with the first record of all: what lies before it was never to be logged.
    """
    if first is None:
        return []
    found: list[Gap] = []
    day = max(first, today - timedelta(days=LOOK_BACK))
    is_open = False
    while day < today:
        if day in logged:
            is_open = False
        elif calendar.is_working(day):
            before = found.pop() if is_open else Gap(day, day, 0)
            found.append(Gap(before.start, day, before.working_days + 1))
            is_open = True
        day += timedelta(days=1)
    return found[::-1]
