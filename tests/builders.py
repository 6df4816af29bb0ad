"""Goals, records, calendars and desks with sensible defaults, for the tests of every room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal
from aegoals.domain.measure import Measurement
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from aegoals.services import Desk
from aegoals.store.protocol import Store
from aegoals.store.tiny_store import TinyStore

MONDAY = date(2026, 3, 2)
"""The day on which the tests' world stands still unless they say otherwise."""

REVENUE = Metric(unit="USD", aggregation=Aggregation.SUM, of=Of.AMOUNT, selector=Selector(kinds=("deal_won",)))
CALLS = Metric(unit="count", aggregation=Aggregation.SUM, selector=Selector(kinds=("call",)))


def a_calendar(**fields: Any) -> WorkCalendar:
    """Return a calendar: Monday to Friday, no holidays, no days off."""
    return WorkCalendar.build(fields)


def a_goal(**fields: Any) -> Goal:
    """Return an active goal: 60,000 USD of deals won in the first quarter of 2026."""
    defaults: dict[str, Any] = {
        "id": "goal-1",
        "kind": "revenue",
        "title": "Revenue in the first quarter",
        "metric": REVENUE,
        "direction": "reach_up",
        "baseline": Decimal(0),
        "target": Decimal(60_000),
        "start": date(2026, 1, 1),
        "due": date(2026, 3, 31),
    }
    return Goal.build(defaults | fields)


def a_record(**fields: Any) -> LogRecord:
    """Return one call on the first Monday of March 2026; an amount is in USD."""
    defaults: dict[str, Any] = {"id": "record-1", "date": MONDAY, "kind": "call"}
    if fields.get("amount") is not None:
        defaults["currency"] = "USD"
    return LogRecord.build(defaults | fields)


def a_draft(**answers: str) -> GoalDraft:
    """Return a complete draft of the goal that ``a_goal`` makes."""
    defaults = {
        "id": "draft-1",
        "kind": "revenue",
        "title": "Revenue in the first quarter",
        "specific": "Deals won with new customers",
        "unit": "USD",
        "direction": "reach_up",
        "baseline": "0",
        "target": "60,000",
        "start": "2026-01-01",
        "due": "2026-03-31",
    }
    return GoalDraft.build(defaults | answers)


def a_standing(goal: Goal, value: Decimal | int | None, today: date, calendar: WorkCalendar | None = None) -> Standing:
    """Return where a goal stands with this measured value, nothing logged today."""
    measured = Measurement(None if value is None else Decimal(value), sample=0)
    return standing(goal, measured, calendar or a_calendar(), today, StatusLimits())


@dataclass(slots=True)
class WallCalendar:
    """A clock that shows one day until the test turns the leaf."""

    day: date = MONDAY

    def today(self) -> date:
        """Return the day."""
        return self.day

    def now(self) -> datetime:
        """Return noon of the day, in UTC."""
        return datetime.combine(self.day, time(12), UTC)


def a_desk(where: Path | Store, calendar: WallCalendar | None = None) -> Desk:
    """Return a desk over a data file (or over a store); its clock is the calendar on the wall."""
    leaf = calendar or WallCalendar()
    store = TinyStore(where, clock=leaf.now) if isinstance(where, Path) else where
    return Desk(lambda: store, leaf.today, leaf.now)
