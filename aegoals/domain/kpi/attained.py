"""What became of goals that ended: the attainment history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.goal import Goal, Outcome
from aegoals.domain.periods import Period
from aegoals.domain.progress import Standing


@dataclass(frozen=True, slots=True)
class Attained:
    """One closed goal: its days, target and value, and how much of the way was covered (1 is all of it).

    From a baseline of 0 that is actual / target, the attainment of a quota. ``series`` is shared by the goals that
    followed one another.
    """

    goal: Goal
    period: Period
    actual: Decimal | None
    share: Decimal | None
    outcome: Outcome
    series: str


def attainment(standings: Iterable[Standing]) -> tuple[Attained, ...]:
    """Return the goals that were closed and not dropped, the latest end first."""
    found = [
        Attained(
            goal=one.goal,
            period=Period(one.goal.start, one.goal.due),
            actual=one.actual,
            share=one.progress,
            outcome=one.goal.closing.outcome,
            series=one.goal.series or one.goal.id,
        )
        for one in standings
        if one.goal.closing is not None and one.goal.closing.outcome is not Outcome.DROPPED
    ]
    return tuple(sorted(found, key=lambda one: (one.period.end, one.goal.id), reverse=True))
