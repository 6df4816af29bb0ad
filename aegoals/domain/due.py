"""What is due today: goals that end, milestones, open actions, and what goals behind their line still need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from aegoals.domain.progress import Standing, Status
from aegoals.domain.today import Ask, is_done

BEHIND = frozenset({Status.BEHIND, Status.AT_RISK})
OVER = frozenset({Status.PAUSED, Status.CLOSED, Status.REACHED})


class DueKind(StrEnum):
    """Why something is due."""

    GOAL = "goal"
    MILESTONE = "milestone"
    ACTION = "action"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: a title, its day, and for a goal behind its line what today still needs."""

    kind: DueKind
    standing: Standing
    title: str
    day: date
    needed: Decimal | None = None


def due_today(standings: Iterable[Standing], asks: Sequence[Ask], today: date) -> list[Due]:
    """Return what is due today, milestones of earlier days that are still open with it, in the order of its kinds."""
    needed = {ask.standing.goal.id: ask.needed - ask.done for ask in asks if not ask.is_met}
    found = [due for one in standings for due in _of_goal(one, needed.get(one.goal.id), today)]
    order = list(DueKind)
    return sorted(found, key=lambda due: order.index(due.kind))


def _of_goal(one: Standing, needed: Decimal | None, today: date) -> Iterator[Due]:
    goal = one.goal
    if one.status in OVER:
        return
    if goal.due == today:
        yield Due(DueKind.GOAL, one, goal.title, goal.due)
        yield from (Due(DueKind.ACTION, one, step.title, goal.due) for step in goal.actions if not step.done)
    for milestone in goal.milestones:
        if milestone.due <= today and not is_done(milestone, one):
            yield Due(DueKind.MILESTONE, one, milestone.title, milestone.due)
    if needed and one.status in BEHIND:
        yield Due(DueKind.BEHIND, one, goal.title, today, needed)
