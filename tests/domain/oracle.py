"""The formulas of a goal once more: day by day, in fractions, with no code of the domain.

Slow and plain on purpose: every day is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

IsWorking = Callable[[date], bool]
Weigh = Callable[[date], Fraction]
SeasonWeights = Sequence[tuple[date, date, Fraction]]


def days_between(start: date, end: date) -> Iterator[date]:
    """Yield every day from start to end, both included."""
    day = start
    while day <= end:
        yield day
        day += timedelta(days=1)


def working_days(is_working: IsWorking, start: date, end: date) -> int:
    """Count working days by looking at each."""
    return sum(1 for day in days_between(start, end) if is_working(day))


def worth(weigh: Weigh, start: date, end: date) -> Fraction:
    """Add up what each day is worth."""
    return sum((weigh(day) for day in days_between(start, end)), Fraction(0))


def expected_even(weigh: Weigh, start: date, due: date, today: date, baseline: Fraction, target: Fraction) -> Fraction:
    """Walk from start to today; every day the line moves by its share of a step."""
    step = (target - baseline) / worth(weigh, start, due)
    value = baseline
    for day in days_between(start, min(today, due)):
        value += step * weigh(day)
    return value


def expected_share_seasonal(weigh: Weigh, season: SeasonWeights, today: date) -> Fraction:
    """Walk through every sub-period; one without working days counts when it is over."""
    share = Fraction(0)
    for start, due, weight in season:
        in_part = worth(weigh, start, due)
        if not in_part:
            share += weight if today > due else 0
        for day in days_between(start, due):
            if in_part and day <= today:
                share += weight * weigh(day) / in_part
    return share


def safe_days(ahead: Fraction, is_working: IsWorking, weigh: Weigh, start: date, due: date, today: date) -> int:
    """Count working days one by one: those to come while the line stays below, or those past that are missing.

    ``ahead`` is in whole days; a day after the due date or before the start is a whole one.
    """
    count = 0
    if ahead >= 0:
        for day in days_between(max(today + timedelta(days=1), start), due):
            if is_working(day):
                ahead -= weigh(day)
                if ahead < 0:
                    return count
                count += 1
        return count + floor(ahead)
    for day in reversed([*days_between(start, min(today, due))]):
        if weigh(day):
            count -= 1
            ahead += weigh(day)
            if ahead >= 0:
                return count
    return count + floor(ahead)


def status_by_pace(pace: Fraction) -> str:
    """Name the status of a running goal after its first day, with the usual limits."""
    if pace >= Fraction(99, 100):
        return "on_track"
    return "behind" if pace >= Fraction(81, 100) else "at_risk"
