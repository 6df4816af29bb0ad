"""A change that makes a goal easier can wait some days, so that it is not made in a bad hour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.goal import Goal, Pending

FIELDS = ("target", "due")


def held_back(
    goal: Goal, changes: Mapping[str, object], reason: str, today: date, days: int
) -> tuple[dict[str, object], Pending | None]:
    """Return what changes at once, and what waits these many days because it makes the goal easier."""
    easier = {name: changes[name] for name in FIELDS if days and name in changes and _eases(goal, name, changes[name])}
    if not easier:
        return dict(changes), goal.pending
    waits = Pending.build({"effective_on": today + timedelta(days=days), "reason": reason, **easier})
    return {name: value for name, value in changes.items() if name not in easier}, waits


def _eases(goal: Goal, name: str, value: object) -> bool:
    """Tell whether a new target asks for less, or a new date leaves more time for the same."""
    if name == "due":
        return isinstance(value, date) and value > goal.due and not goal.direction.keeps
    if not isinstance(value, Decimal):
        return False
    return value > goal.target if goal.direction.wants_less else value < goal.target


def is_due(goal: Goal, today: date) -> bool:
    """Tell whether a change that waited takes effect now."""
    return goal.is_open and goal.pending is not None and goal.pending.effective_on <= today


def changes_of(pending: Pending) -> dict[str, object]:
    """Return the fields that a waiting change sets."""
    return {name: value for name in FIELDS if (value := getattr(pending, name)) is not None}
