"""Which figure is the target, and which the value at the start."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.sentence import Sentence

_PAIR_WITHIN = 6  # atoms


class Aim(NamedTuple):
    """The target and the baseline of a goal, among all its figures."""

    target: Figure | None
    baseline: Figure | None
    figures: Sequence[Figure] = ()

    @property
    def has_figure(self) -> bool:
        """Whether there is a target or a value at the start."""
        return self.target is not None or self.baseline is not None

    @property
    def value(self) -> Decimal | None:
        """The value at which the goal counts as met: the lower end of a range, the upper one of a ceiling."""
        if self.target is None:
            return None
        ends = [self.target.value] if self.target.upper is None else [self.target.value, self.target.upper]
        return max(ends) if "at_most" in self.target.roles else min(ends)

    def next_goal(self, sentence: Sentence) -> Figure | None:
        """Return the first figure of a second goal: behind the target, in a clause of its own."""
        if self.target is None:
            return None
        clause = sentence.clauses[self.target.first]
        later = (figure for figure in self.figures if sentence.clauses[figure.first] > clause)
        return next((figure for figure in later if "from" not in figure.roles and figure is not self.baseline), None)


def aim_of(sentence: Sentence, figures: Sequence[Figure], next_from: int | None = None) -> Aim:
    """Return the target (a level before a change, otherwise the first figure) and the baseline.

    What stands before ``next_from`` tells of this year, what stands behind it of the next.
    """
    told = next((figure for figure in figures if "from" in figure.roles), None)
    baseline = told or _of_today(figures, next_from) or _unsaid_start(sentence, figures)
    others = [figure for figure in figures if figure is not baseline and "from" not in figure.roles]
    if not others:
        return Aim(None, baseline, figures)
    if baseline is None:
        return Aim(_level_of(others), None, figures)
    target = _end_of(baseline, others)
    same = not target.is_change and target.value == baseline.value  # 25 of one kind, not 25 of another
    return Aim(target, None if same else baseline, figures)


def _of_today(figures: Sequence[Figure], next_from: int | None) -> Figure | None:
    """Return the figure of this year in front of that of the next: "22 % this year, next year 28 %"."""
    if next_from is None:
        return None
    before = [figure for figure in figures if figure.first < next_from]
    behind = [figure for figure in figures if figure.first > next_from and not figure.is_change]
    is_pair = len(before) == 1 and behind and before[0].unit in {behind[0].unit, None}
    return before[0] if is_pair else None


def _unsaid_start(sentence: Sentence, figures: Sequence[Figure]) -> Figure | None:
    """Return the first figure of a pair without "from": 8 grown to 15, "we win 15 %; it should be 20 %"."""
    one, other = (*figures, None, None)[:2]
    if one is None or other is None or one.roles & {"to", "by"} or one.multiple or one.upper is not None:
        return None
    if one.unit != other.unit or other.is_change or one.value == other.value:
        return None
    near = sentence.same_clause(one.first, other.first) and other.first - one.after <= _PAIR_WITHIN
    return one if "goal" in other.roles or ("to" in other.roles and near) else None


def _level_of(others: Sequence[Figure]) -> Figure:
    """Return the first figure, or the level that it leads to: by 5 points, to 30 %."""
    first = others[0]
    if not first.is_change:
        return first
    levels = (figure for figure in others if not figure.is_change and "to" in figure.roles)
    return next((figure for figure in levels if figure.unit == first.unit), first)


def _end_of(baseline: Figure, others: Sequence[Figure]) -> Figure:
    """Return the level that belongs to a baseline: of its unit, and the nearest."""
    levels = [figure for figure in others if not figure.is_change] or list(others)
    alike = [figure for figure in levels if figure.unit == baseline.unit] or levels
    return min(alike, key=lambda figure: abs(figure.first - baseline.after))
