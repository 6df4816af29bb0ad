"""The timeline of a career: ratings, trainings, talks, what was reached and how career goals ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.role import RoleCard
from aegoals.domain.talk import Talk, promises
from aegoals.locale.texts import mark


class MomentKind(StrEnum):
    """What happened."""

    RATED = "rated"
    TRAINED = "trained"
    EXPERIENCED = "experienced"
    REACHED = "reached"
    TALKED = "talked"
    KEPT = "kept"  # something agreed was done
    EXPECTED = "expected"
    CLOSED = "closed"


MOMENT_WORDS = {
    MomentKind.RATED: mark("rated"),
    MomentKind.TRAINED: mark("trained"),
    MomentKind.EXPERIENCED: mark("done"),
    MomentKind.REACHED: mark("reached"),
    MomentKind.TALKED: mark("talk"),
    MomentKind.KEPT: mark("kept"),
    MomentKind.EXPECTED: mark("expected"),
    MomentKind.CLOSED: mark("goal"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: its title is the AE's own words, levels are before and after of a rating."""

    day: date
    kind: MomentKind
    title: str
    ref: str  # the id of what it belongs to
    levels: tuple[int | None, int] | None = None
    outcome: str = ""


def story(
    aspirations: Iterable[Aspiration],
    skills: Iterable[Skill],
    trainings: Iterable[Training],
    talks: Iterable[Talk],
    goals: Iterable[Goal],
    card: RoleCard,
) -> list[Moment]:
    """Return everything that happened, the latest first."""
    known = list(talks)
    moments = [
        *(moment for one in skills for moment in _of_skill(one)),
        *(
            Moment(one.finished_on, MomentKind.TRAINED, one.title, one.skill or "")
            for one in trainings
            if one.finished_on
        ),
        *(moment for one in aspirations for moment in _of_aspiration(one)),
        *(Moment(one.day, MomentKind.TALKED, one.person, one.id) for one in known),
        *(
            Moment(one.agreed.done_on, MomentKind.KEPT, one.agreed.title, one.talk.id)
            for one in promises(known)
            if one.agreed.done_on
        ),
        *(moment for one in goals for moment in _of_goal(one)),
        *(Moment(one.agreed_on, MomentKind.EXPECTED, one.title, "") for one in card.expected if one.agreed_on),
    ]
    return sorted(moments, key=lambda one: one.day, reverse=True)


def _of_skill(skill: Skill) -> Iterator[Moment]:
    """Yield its ratings, the latest first, so that of one day the latest stands on top."""
    history = skill.history
    steps = [(None, history[0]), *pairwise(history)] if history else []
    for before, after in reversed(steps):
        levels = (before.level if before else None, after.level)
        yield Moment(after.day, MomentKind.RATED, skill.title, skill.id, levels)


def _of_aspiration(one: Aspiration) -> Iterator[Moment]:
    if one.reached_on:
        yield Moment(one.reached_on, MomentKind.REACHED, one.title, one.id)
    for step in one.experiences:
        if step.done_on:
            yield Moment(step.done_on, MomentKind.EXPERIENCED, step.title, one.id)


def _of_goal(goal: Goal) -> Iterator[Moment]:
    if goal.kind is GoalKind.CAREER and goal.closing is not None:
        yield Moment(goal.closing.day, MomentKind.CLOSED, goal.title, goal.id, outcome=goal.closing.outcome)
