"""What made-up goals are set from: the made-up log, the day and the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in
from aegoals.domain.measure import measure
from aegoals.domain.metric import Metric
from aegoals.domain.periods import add_months
from aegoals.domain.record import LogRecord
from aegoals.store.ids import new_id


@dataclass(frozen=True, slots=True)
class Setting:
    """What the goals are set from: the log, the day and the calendar."""

    records: Sequence[LogRecord]
    today: date
    calendar: WorkCalendar
    currency: str

    def month(self, ahead: int) -> date:
        """Return the first day of the month that lies this many months ahead."""
        return add_months(self.today.replace(day=1), ahead)

    def end(self, ahead: int) -> date:
        """Return the last day of the month that lies this many months ahead."""
        first = self.month(ahead)
        return first.replace(day=monthrange(first.year, first.month)[1])

    def value(self, metric: Metric, start: date, due: date) -> Decimal:
        """Return what the metric measures so far, 0 for nothing."""
        return measure(metric, self.records, start, min(due, self.today)).value or Decimal(0)

    def share(self, start: date, due: date) -> Decimal:
        """Return the elapsed share of the goal's working days."""
        elapsed = self.calendar.working_days(start, min(self.today, due))
        return Decimal(elapsed) / self.calendar.working_days(start, due)

    def after(self, day: date) -> date:
        """Return the first working day after this one."""
        return self.calendar.next_working_day(day + timedelta(days=1))

    def goal(
        self, kind: GoalKind, unit: str, days: tuple[date, date], account: str | None = None, **fields: object
    ) -> Goal:
        """Build a goal with the metric that its kind measures; it reaches up from 0 unless said otherwise."""
        goal_id = new_id()
        words = f"{fields['title']} {fields['specific']}"
        metric = default_metric(kind, unit, words, account)
        if is_check_in(metric):
            metric = metric.with_(selector=metric.selector.with_(goal=goal_id))
        known = {
            "id": goal_id,
            "kind": kind,
            "metric": metric,
            "direction": "reach_up",
            "baseline": Decimal(0),
        }
        created_on = min(days[0], self.today)
        return Goal.build(known | {"start": days[0], "due": days[1], "created_on": created_on} | fields)


def in_thousands(value: Decimal) -> Decimal:
    """Round down to whole thousands."""
    return (value / 1000).quantize(Decimal(1), ROUND_FLOOR) * 1000
