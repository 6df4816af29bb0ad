"""Figures that belong together: a part of a whole, a start and an end, a change and its level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.sentence import Sentence

_WHOLE_WITHIN = 8  # atoms behind a whole in which its part is named
_NEAR = 3  # atoms between "3" and "of my 5"
_SCALED_TOGETHER = 1000  # "from 8 to 12 million": a start below this is counted in the same unit


def paired(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without wholes, with the units that they share."""
    _find_wholes(sentence, figures)
    for at, figure in enumerate(figures):
        before = figures[at - 1] if at else None
        after = figures[at + 1] if at + 1 < len(figures) else None
        _settle_whole(figure, before, after)
    parts = [figure for figure in figures if "total" not in figure.roles]
    _share_units(parts)
    return parts


def _find_wholes(sentence: Sentence, figures: Sequence[Figure]) -> None:
    """Mark the first of two figures as the whole that the second is taken from: 在5个招标中拿下3个."""
    roles = sentence.lexicon.roles
    for one, other in pairwise(figures):
        between = range(one.after, min(other.first, one.after + _WHOLE_WITHIN))
        if one.counted and any("total_between" in roles.at(sentence.atoms, at)[0] for at in between):
            one.roles.add("total")


def _settle_whole(figure: Figure, before: Figure | None, after: Figure | None) -> None:
    """Tell ``von 10 auf 12`` (a start) from ``3 von 10`` (a whole) and ``ein Wert von 10`` (neither)."""
    if {"from", "total"} <= figure.roles:
        if figure.roles & {"at_least", "at_most"}:
            figure.roles -= {"from", "total"}
        elif after is not None and "to" in after.roles:
            figure.roles.discard("total")
        else:
            figure.roles -= {"from"} if before is not None and "from" not in before.roles else {"from", "total"}
    elif figure.roles & {"at_least", "at_most"}:
        figure.roles.discard("from")
    if figure.unit == "%" or figure.is_money:
        figure.roles.discard("total")  # an amount or a share is no number of things to choose from
    if "total" in figure.roles and before is not None and figure.first - before.after <= _NEAR:
        before.noun_after = before.noun_after or figure.noun_after  # "3 of my 5 tenders" counts tenders
        before.counted = before.counted or figure.counted


def _share_units(figures: Sequence[Figure]) -> None:
    """Give a figure without unit the one of its pair: ``from 58 days to 41``, ``von 75 auf 55 Tage``."""
    if any(figure.unit == "%" for figure in figures):
        for figure in figures:
            figure.unit = "%" if figure.unit == "points" else figure.unit
    for one, other in pairwise(figures):
        if "from" in one.roles | other.roles:
            _lend_unit(one, other)
            _lend_unit(other, one)


def _lend_unit(having: Figure, lacking: Figure) -> None:
    if lacking.unit is None and having.unit is not None and not lacking.noun_after:
        lacking.unit = having.unit
        if not lacking.scaled and lacking.value < _SCALED_TOGETHER:
            lacking.value *= having.factor
