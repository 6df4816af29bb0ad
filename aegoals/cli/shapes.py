"""The shapes of JSON that the reading commands print; docs/reference/status-json.md describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from aegoals.cli.agreed import agreed_json
from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Goal
from aegoals.domain.progress import Standing
from aegoals.domain.record import LogRecord
from aegoals.domain.today import Ask, Concern, asks

if TYPE_CHECKING:
    from aegoals.cli.day import Day
    from aegoals.domain.forecast import Forecast
    from aegoals.domain.moves import Move
    from aegoals.domain.quicklog import LineReading
    from aegoals.services.splitting import PartStanding

Fields = dict[str, object]

_READ = ("kind", "quantity", "amount", "currency", "account", "product", "minutes", "date", "tags", "note")
# What of a record only the store needs.
_OWN_TO_THE_STORE = ("logged_at", "rate", "rate_currency", "imported_id", "deal", "goal")


def goal_json(goal: Goal) -> Fields:
    """Return a goal: its own fields, with the unit and the account that its metric measures."""
    fields = goal.model_dump()
    return {**fields, "unit": goal.metric.unit, "account": goal.metric.selector.account}


def standing_json(one: Standing, ask: Ask | None = None) -> Fields:
    """Return where a goal stands; ``ask`` is what it asks for today, None where it asks nothing."""
    goal = one.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "kind": goal.kind,
        "unit": goal.metric.unit,
        "direction": goal.direction,
        "baseline": goal.baseline,
        "target": goal.target,
        "actual": one.actual,
        "progress": one.progress,
        "expected": one.expected,
        "pace": one.pace,
        "status": one.status,
        "required_per_working_day": one.required_per_working_day,
        "safe_days": one.safe_days,
        "projection": one.projection,
        "working_days_left": one.days.remaining,
        "days_worth_left": one.days.worth.remaining,
        "start": goal.start,
        "due": goal.due,
        "sample": one.measurement.sample,
        "left_out": dict(one.measurement.left_out),
        "needed_today": ask.needed if ask else None,
        "done_today": ask.done if ask else None,
    }


def part_json(one: PartStanding) -> Fields:
    """Return a part of a goal: its days, its amount, the value to stand at its end and the one that does."""
    part = one.part
    return {"start": part.start, "due": part.due, "amount": part.amount, "value": part.value, "actual": one.value}


def standings_json(
    standings: Iterable[Standing],
    calendar: WorkCalendar,
    today: date,
    foresee: Callable[[Standing], Forecast | None],
) -> list[Fields]:
    """Return where goals stand, each with what it asks for today and how it will end."""
    known = list(standings)
    asked = {ask.standing.goal.id: ask for ask in asks(known, calendar, today)}
    return [standing_json(one, asked.get(one.goal.id)) | forecast_json(foresee(one)) for one in known]


def forecast_json(said: Forecast | None) -> Fields:
    """Return how a goal will end; every value is None where its history says nothing."""
    return {
        "probability": said and said.probability,
        "forecast_low": said and said.low,
        "forecast_median": said and said.median,
        "forecast_high": said and said.high,
        "forecast_sample": said and said.sample,
        "forecast_from_open_deals": said and said.from_open,
    }


def record_json(record: LogRecord, *, with_id: bool = True) -> Fields:
    """Return a log record without what is empty; a record that is not stored has no id yet."""
    hidden = _OWN_TO_THE_STORE if with_id else (*_OWN_TO_THE_STORE, "id")
    return _filled(record.model_dump(exclude_none=True), hidden)


def reading_json(reading: LineReading) -> Fields:
    """Return an unclear line: what is certain of it, and the readings of what is not."""
    return {
        "ambiguous": bool(reading.doubts),
        "records": [_filled({name: getattr(read, name) for name in _READ}) for read in reading.records],
        "doubts": [
            {"code": doubt.code, "message": doubt.message, "readings": [one.label for one in doubt.readings]}
            for doubt in reading.doubts
        ],
    }


def _filled(fields: Mapping[str, object], hidden: Iterable[str] = ()) -> Fields:
    return {name: value for name, value in fields.items() if name not in hidden and value not in (None, (), [])}


def move_json(move: Move) -> Fields:
    """Return a goal that records moved: its value before and after them."""
    goal = move.standing.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "unit": goal.metric.unit,
        "before": move.before,
        "after": move.after,
        "target": goal.target,
        "reached": move.reaches,
    }


def concern_json(concern: Concern) -> Fields:
    """Return what needs attention: the goal, its status, and the milestone if it is one."""
    goal, milestone = concern.standing.goal, concern.milestone
    return {
        "id": goal.id,
        "title": goal.title,
        "status": concern.standing.status,
        "due": milestone.due if milestone else goal.due,
        "milestone": milestone.title if milestone else None,
    }


def day_json(day: Day) -> Fields:
    """Return Today."""
    return {
        "today": day.today,
        "is_working_day": day.is_working,
        "working_days_left_in_month": day.working_days_left_in_month,
        "targets": [standing_json(ask.standing, ask) for ask in day.asks],
        "logged": [record_json(record) for record in day.records],
        "attention": [concern_json(concern) for concern in day.concerns],
        "agreed": [agreed_json(one) for one in day.agreed],
    }
