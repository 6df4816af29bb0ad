"""Which figure is the target, and which the value at the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.figures import Figure

_PAIR_WITHIN = 6  # atoms


class Aim(NamedTuple):
    """The target and the baseline of a goal, among all its figures."""

    target: Figure | None
    baseline: Figure | None
    figures: Sequence[Figure] = ()

    @property
    def next_goal(self) -> Figure | None:
        """The first figure behind the target that belongs to a second goal: in a clause of its own."""
        if self.target is None:
            return None
        later = (figure for figure in self.figures if figure.clause > self.target.clause and "from" not in figure.roles)
        return next((figure for figure in later if figure is not self.baseline), None)


def aim_of(figures: Sequence[Figure]) -> Aim:
    """Return the target (a level before a change, otherwise the first figure) and the baseline."""
    baseline = next((figure for figure in figures if "from" in figure.roles), None) or _unsaid_start(figures)
    others = [figure for figure in figures if figure is not baseline and "from" not in figure.roles]
    if not others:
        return Aim(None, baseline, figures)
    if baseline is not None:
        target = _pair_of(baseline, others)
        same = not target.is_change and target.value == baseline.value  # 25 of one kind, not 25 of another
        return Aim(target, None if same else baseline, figures)
    first = others[0]
    if first.is_change:
        level = next((figure for figure in others if not figure.is_change and "to" in figure.roles and figure.unit == first.unit), None)
        return Aim(level or first, None, figures)
    return Aim(first, None, figures)


def _unsaid_start(figures: Sequence[Figure]) -> Figure | None:
    """Return the first figure of a pair without "from": 8 grown to 15, "we win 15 %; it should be 20 %"."""
    if len(figures) < 2 or figures[0].roles & {"to", "by"} or figures[0].multiple or figures[0].upper is not None:  # noqa: PLR2004
        return None
    one, other = figures[:2]
    alike = one.unit == other.unit and not other.is_change and one.value != other.value
    near = one.clause == other.clause and other.first - one.after <= _PAIR_WITHIN
    if alike and ("goal" in other.roles or ("to" in other.roles and near)):
        return one
    return None


def _pair_of(baseline: Figure, others: Sequence[Figure]) -> Figure:
    """Return the level that belongs to a baseline: of its unit, and the nearest."""
    levels = [figure for figure in others if not figure.is_change] or list(others)
    alike = [figure for figure in levels if figure.unit == baseline.unit] or levels
    return min(alike, key=lambda figure: abs(figure.first - baseline.after))
