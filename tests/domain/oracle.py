"""The formulas of a goal once more: day by day, in fractions, with no code of the domain.

Slow and plain on purpose: every day is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

IsWorking = Callable[[date], bool]
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


def expected_even(
    is_working: IsWorking, start: date, due: date, today: date, baseline: Fraction, target: Fraction
) -> Fraction:
    """Walk from start to today; every working day the line moves by one equal step."""
    step = (target - baseline) / working_days(is_working, start, due)
    value = baseline
    for day in days_between(start, min(today, due)):
        if is_working(day):
            value += step
    return value


def expected_share_seasonal(is_working: IsWorking, season: SeasonWeights, today: date) -> Fraction:
    """Walk through every sub-period; one without working days counts when it is over."""
    share = Fraction(0)
    for start, due, weight in season:
        in_part = working_days(is_working, start, due)
        if not in_part:
            share += weight if today > due else 0
        for day in days_between(start, due):
            if in_part and day <= today and is_working(day):
                share += weight / in_part
    return share


def safe_days(actual: Fraction, expected: Fraction, daily_step: Fraction) -> int:
    """Count days of doing nothing until the line, which moves by a step a day, has caught up."""
    return floor((actual - expected) / daily_step)


def status_by_pace(pace: Fraction) -> str:
    """Name the status of a running goal after its first day, with the usual limits."""
    if pace >= Fraction(99, 100):
        return "on_track"
    return "behind" if pace >= Fraction(81, 100) else "at_risk"
