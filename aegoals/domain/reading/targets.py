"""Which figure is the target, and which the value at the start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.figures import Figure


class Aim(NamedTuple):
    """The target and the baseline of a goal."""

    target: Figure | None
    baseline: Figure | None


def aim_of(figures: Sequence[Figure]) -> Aim:
    """Return the target (a level before a change, otherwise the first figure) and the baseline."""
    baseline = next((figure for figure in figures if "from" in figure.roles), None)
    others = [figure for figure in figures if figure is not baseline and "from" not in figure.roles]
    if not others:
        return Aim(None, baseline)
    if baseline is not None:
        return Aim(_pair_of(baseline, others), baseline)
    first = others[0]
    if first.is_change:
        level = next((figure for figure in others if not figure.is_change and "to" in figure.roles and figure.unit == first.unit), None)
        return Aim(level or first, None)
    return Aim(first, None)


def _pair_of(baseline: Figure, others: Sequence[Figure]) -> Figure:
    """Return the level that belongs to a baseline: of its unit, and the nearest."""
    levels = [figure for figure in others if not figure.is_change] or list(others)
    alike = [figure for figure in levels if figure.unit == baseline.unit] or levels
    return min(alike, key=lambda figure: abs(figure.first - baseline.after))
