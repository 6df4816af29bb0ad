"""How far the AE is on the way to an aspiration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.career import Aspiration, Experience, Skill
from aegoals.domain.goal import Goal, GoalKind

NOTHING, ALL = Decimal(0), Decimal(1)


def way(skill: Skill) -> Decimal:
    """Return how much of the way from the first rating to the wanted level is gone, from 0 to 1.

    A skill at or above the wanted level is there, whatever the first rating was; below its first rating it has
    gone no part of the way.
    """
    if skill.level >= skill.wanted:
        return ALL
    first = skill.history[0].level if skill.history else skill.level
    if skill.level <= first:
        return NOTHING
    return Decimal(skill.level - first) / (skill.wanted - first)


@dataclass(frozen=True, slots=True)
class Path:
    """An aspiration with the skills of its path that are still there."""

    aspiration: Aspiration
    skills: tuple[Skill, ...]

    @property
    def experiences(self) -> tuple[Experience, ...]:
        """What it asks to have done."""
        return self.aspiration.experiences

    @property
    def share(self) -> Decimal | None:
        """The mean of the ways of its skills and of its experiences (done or not); None for an empty path."""
        return mean([*map(way, self.skills), *(ALL if one.done_on else NOTHING for one in self.experiences)])


def path_of(aspiration: Aspiration, skills: Mapping[str, Skill]) -> Path:
    """Return the path of an aspiration; skills that were deleted are left out."""
    return Path(aspiration, tuple(skills[key] for key in aspiration.skills if key in skills))


def serves(goal: Goal, title: str) -> bool:
    """Tell whether a goal is a development goal for the aspiration with this title."""
    return goal.kind is GoalKind.CAREER and goal.serves.casefold() == title.casefold()


def mean(shares: Iterable[Decimal]) -> Decimal | None:
    """Return the mean, None of nothing."""
    known = list(shares)
    return sum(known, NOTHING) / len(known) if known else None
