"""What a made-up AE's year is set from: the day, the calendar and the made-up log."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.coaching.past import periods_before
from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in
from aegoals.domain.measure import measure
from aegoals.domain.metric import Metric
from aegoals.domain.periods import Period, add_months
from aegoals.domain.record import LogRecord
from aegoals.store.ids import new_id

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Months:
    """The months around today, the current one is 0; goals begin on a first day and end on a last working day."""

    today: date
    calendar: WorkCalendar

    def month(self, ahead: int) -> date:
        """Return the first day of the month that lies this many months ahead."""
        return add_months(self.today.replace(day=1), ahead)

    def end(self, ahead: int) -> date:
        """Return the last working day of the month that lies this many months ahead; its last day once that is over."""
        first = self.month(ahead)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        working = self.calendar.last_working_day(last)
        return working if ahead or working >= self.today else last

    def span(self, first: int, last: int) -> Span:
        """Return the days of these months."""
        return self.month(first), self.end(last)

    def before(self, first: int, last: int, times: int = 1) -> list[Span]:
        """Return the stretches of the same length before these months, latest first, as the coach looks at them."""
        start, end = self.span(first, last)
        return [(one.start, one.end) for one in periods_before(Period(start, end), self.today, date.min)[:times]]

    def share(self, start: date, due: date) -> Decimal:
        """Return the elapsed share of these working days."""
        elapsed = self.calendar.working_days(start, min(self.today, due))
        return Decimal(elapsed) / self.calendar.working_days(start, due)

    def after(self, day: date) -> date:
        """Return the first working day after this one."""
        return self.calendar.next_working_day(day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Setting(Months):
    """What the goals are set from: the log, the day and the calendar."""

    records: Sequence[LogRecord]
    currency: str

    def value(self, metric: Metric, start: date, due: date) -> Decimal:
        """Return what the metric measures so far, 0 for nothing."""
        return measure(metric, self.records, start, min(due, self.today)).value or Decimal(0)

    def best(self, metric: Metric, first: int, last: int, times: int) -> Decimal:
        """Return the most that a sum came to in the stretches before these months."""
        return max(self.value(metric, *days) for days in self.before(first, last, times))

    def goal(self, kind: GoalKind, unit: str, days: Span, account: str | None = None, **fields: object) -> Goal:
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
