"""What a few more records do to the goals: each goal before and after, worked out from where it stands already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.measure import kinds_needed, measure, measured_days, needs_history
from aegoals.domain.metric import Aggregation, Metric, Of
from aegoals.domain.progress import Standing, is_within, progress
from aegoals.domain.record import LogRecord
from aegoals.domain.today import Ask

ADDITIVE = frozenset({Aggregation.SUM, Aggregation.COUNT})
Feeding = Callable[[Standing], Iterable[LogRecord]]
"""Every record that decides a goal's value, those from before its days too."""


@dataclass(frozen=True, slots=True)
class Move:
    """One goal before and after some records; ``ask`` is its part for today where they belong to today."""

    standing: Standing  # before
    after: Decimal | None
    ask: Ask | None = None  # before

    @property
    def before(self) -> Decimal | None:
        """The goal's value before."""
        return self.standing.actual

    @property
    def done_after(self) -> Decimal | None:
        """How much of today's part is done then, None where there is none."""
        if self.ask is None or self.after is None:
            return None
        return self.ask.done + self.after - (self.before or Decimal(0))

    @property
    def progress_after(self) -> Decimal | None:
        """The goal's progress then; 1 is all of it."""
        goal = self.standing.goal
        if self.after is None:
            return None
        if goal.direction.keeps:
            return self.after / goal.target if goal.target else None
        return progress(self.after, goal.baseline, goal.target)

    @property
    def reaches(self) -> bool:
        """Whether the goal is reached by these records and was not before."""
        goal = self.standing.goal
        was = self.before is not None and is_within(goal, self.before)
        return self.after is not None and is_within(goal, self.after) and not was


def moves(
    standings: Iterable[Standing],
    asks: Iterable[Ask],
    records: Sequence[LogRecord],
    today: date,
    feeding: Feeding,
) -> list[Move]:
    """Return the goals whose value these records, not stored yet, would change; those that ask for today first.

    What a sum or a count gains is measured of the new records alone; ``feeding`` is asked for a goal's
    records only where earlier ones decide whether a new one counts.
    """
    asked = {ask.standing.goal.id: ask for ask in asks}
    is_of_today = all(record.date == today for record in records)
    found = []
    for one in standings:
        new = [record for record in records if _could_count(one.goal.metric, record)]
        if not new or one.goal.closing is not None:
            continue
        after = value_with(one, new, today, feeding)
        if after != one.measurement.value:
            found.append(Move(one, after, asked.get(one.goal.id) if is_of_today else None))
    return sorted(found, key=lambda move: move.ask is None)


def could_move(metric: Metric, records: Iterable[LogRecord]) -> bool:
    """Tell whether any of the records can change the metric at all, before anything is measured."""
    return any(_could_count(metric, record) for record in records)


def value_with(one: Standing, new: Sequence[LogRecord], today: date, feeding: Feeding) -> Decimal | None:
    """Return the value that the goal's metric would have with these records."""
    goal, metric, known = one.goal, one.goal.metric, one.measurement
    days = measured_days(metric, goal.start, goal.due, today)
    if needs_history(metric):
        return measure(metric, [*feeding(one), *new], *days).value
    if metric.aggregation in ADDITIVE:
        gained = measure(metric, new, *days).value
        return gained if known.value is None else known.value + (gained or Decimal(0))
    return measure(metric, [*known.records, *new], *days).value


def _could_count(metric: Metric, record: LogRecord) -> bool:
    """Tell whether a record can change the metric at all, by its fields alone."""
    if needs_history(metric):
        kinds = kinds_needed(metric)
        return (not kinds or record.kind in kinds) and (metric.of is not Of.CYCLE_DAYS or record.deal is not None)
    if metric.base is not None and metric.base.matches(record):
        return True
    return metric.selector.matches(record)
