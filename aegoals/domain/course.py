"""The course of a goal for a chart: its line day by day, the lines that it had before, and the fan of its forecast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast import Forecast
from aegoals.domain.goal import Goal
from aegoals.domain.progress import Standing, accrues, expected_even, share_on

MOST_POINTS, TABLE_POINTS = 90, 12

_READ: dict[str, Callable[[str], Any]] = {
    "target": Decimal,
    "baseline": Decimal,
    "start": date.fromisoformat,
    "due": date.fromisoformat,
}
"""The fields that decide the line, and how their text in a revision is read."""


def line_on(goal: Goal, calendar: WorkCalendar, day: date) -> Decimal:
    """Return what should stand at the end of a day: by season where there is one; a limit stands all the time."""
    if goal.direction.keeps and not accrues(goal):
        return goal.target
    origin = Decimal(0) if goal.direction.keeps else goal.baseline
    return expected_even(origin, goal.target, *share_on(goal, calendar, day).as_integer_ratio())


@dataclass(frozen=True, slots=True)
class OldLine:
    """The goal as it was until a day on which its line was changed."""

    goal: Goal
    until: date


def old_lines(goal: Goal) -> list[OldLine]:
    """Return the goal before each change of target, baseline or days, the latest first.

    Where the metric itself was changed its values cannot be compared: what was before is left out. A season before a
    change of it is not known any more: that line is even.
    """
    found: list[OldLine] = []
    for revision in reversed(goal.revisions):
        changes = {one.field: one.before for one in revision.changes}
        if "metric" in changes:
            break
        try:
            before = {field: read(changes[field]) for field, read in _READ.items() if field in changes}
        except (ValueError, InvalidOperation):  # written by an older version, or damaged
            break
        if "season" in changes or {"start", "due"} & changes.keys():
            before["season"] = ()
        if before:
            goal = goal.model_copy(update=before)
            found.append(OldLine(goal, revision.day))
    return found


@dataclass(frozen=True, slots=True)
class FanPoint:
    """What one day may bring: four of five times from ``low`` to ``high``."""

    day: date
    low: Decimal
    median: Decimal
    high: Decimal


def fan(said: Forecast, actual: Decimal, calendar: WorkCalendar, today: date, due: date) -> Iterator[FanPoint]:
    """Yield how the forecast opens from today's value to the due date, one point a day.

    The ends are the forecast's own. Between, the middle goes evenly over what the days left are worth, and the range
    widens with the square root of their share, as sums of independent days do.
    """
    tomorrow = today + timedelta(days=1)
    for ordinal in range(today.toordinal(), due.toordinal() + 1):
        day = date.fromordinal(ordinal)
        done = calendar.share_done(tomorrow, due, day)
        share = Decimal(day == due) if done is None else Decimal(done.numerator) / done.denominator
        middle, width = actual + (said.median - actual) * share, share.sqrt()
        low, high = (middle + (edge - said.median) * width for edge in (said.low, said.high))
        yield FanPoint(day, low, middle, high)


Values = tuple[tuple[date, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What the chart of a goal shows; every series by day, from ``first`` to ``last``."""

    now: Standing
    today: date
    actual: Values
    line: Values
    old: tuple[tuple[OldLine, Values], ...]
    fan: tuple[FanPoint, ...]

    @property
    def first(self) -> date:
        """The earliest day that is shown."""
        return min(self.now.goal.start, *(old.goal.start for old, _values in self.old), self.now.goal.due)

    @property
    def last(self) -> date:
        """The latest day that is shown."""
        return max(self.now.goal.due, *(old.goal.due for old, _values in self.old), self.first)


def course_of(
    now: Standing,
    calendar: WorkCalendar,
    today: date,
    said: Forecast | None,
    measured: Callable[[Sequence[date]], Iterable[tuple[date, Decimal | None]]],
) -> Course:
    """Return the course of a goal up to today; ``measured`` gives its actual value on each of some days."""
    goal = now.goal
    days = _days(goal, today)
    past = [day for day in days if day <= today]
    old = tuple((one, _line(one.goal, calendar, today)) for one in old_lines(goal))
    opened: Iterable[FanPoint] = ()
    if said is not None and now.actual is not None and goal.start <= today <= goal.due:
        opened = fan(said, now.actual, calendar, today, goal.due)
    actual = tuple(measured(past)) if today >= goal.start else ()
    return Course(now, today, actual, _line(goal, calendar, today), old, tuple(opened))


def _line(goal: Goal, calendar: WorkCalendar, today: date) -> Values:
    return tuple((day, line_on(goal, calendar, day)) for day in _days(goal, today))


def _days(goal: Goal, today: date) -> list[date]:
    """Return enough days of a goal for a chart, those of a table and today among them."""
    now = [today] if goal.start <= today <= goal.due else []
    return sorted({*spaced(goal.start, goal.due, MOST_POINTS), *table_days(goal), *now})


def table_days(goal: Goal) -> list[date]:
    """Return the days of a goal that a table shows."""
    return spaced(goal.start, goal.due, TABLE_POINTS)


def spaced(start: date, due: date, most: int) -> list[date]:
    """Return evenly spaced days from start to due, at most this many, both ends among them."""
    length = (due - start).days
    count = min(length, most - 1)
    return [start + timedelta(days=place * length // count) for place in range(count + 1)] if count else [start]
