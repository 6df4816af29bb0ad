"""Goals whose days are over: whether the AE is still to say how it went, and what the figures say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from aegoals.domain.goal import Goal, Outcome
from aegoals.domain.progress import Standing, is_within
from aegoals.locale.texts import mark

OUTCOME_WORDS = {
    Outcome.ACHIEVED: mark("achieved"),
    Outcome.PARTLY: mark("partly"),
    Outcome.MISSED: mark("missed"),
    Outcome.DROPPED: mark("dropped"),
}
PARTLY_FROM = Decimal("0.5")
"""Share of the way from which a goal that was not reached was reached partly."""


def is_to_tell(goal: Goal, today: date) -> bool:
    """Tell whether a goal has ended and nobody said how it went: one that is still open, or was closed by itself."""
    if goal.asked_on is not None or goal.archived:
        return False
    if goal.closing is not None:
        return goal.closing.by_itself
    return goal.due < today and goal.repeats is None


def to_tell(goals: Iterable[Goal], today: date) -> list[Goal]:
    """Return the goals that are still to be told of, the latest end first."""
    return sorted((one for one in goals if is_to_tell(one, today)), key=lambda one: (one.due, one.id), reverse=True)


def outcome_of(now: Standing) -> Outcome:
    """Return how a goal ended, by its value alone: achieved or missed."""
    is_met = now.actual is not None and is_within(now.goal, now.actual)
    return Outcome.ACHIEVED if is_met else Outcome.MISSED


def likely_outcome(now: Standing) -> Outcome:
    """Return the result to propose: a goal that is not met, but at least half the way, was reached partly."""
    found = outcome_of(now)
    is_half = now.progress is not None and now.progress >= PARTLY_FROM
    return Outcome.PARTLY if found is Outcome.MISSED and is_half and not now.goal.direction.keeps else found
