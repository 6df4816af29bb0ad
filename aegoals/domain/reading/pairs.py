"""Figures that belong together: a part of a whole, a start and an end, a change and its level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.marks import marks_of
from aegoals.domain.reading.sentence import Sentence

_WHOLE_WITHIN = 8  # atoms behind a whole in which its part is named
_NEAR = 3  # atoms between "3" and "of my 5"
_CHANGES = frozenset({"increase", "decrease", "more", "fewer"})
_SCALED_TOGETHER = 1000  # "from 8 to 12 million": a start below this is counted in the same unit


def paired(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures without wholes, with the units that they share."""
    _find_wholes(sentence, figures)
    changes = any(mark.value in _CHANGES for mark in marks_of(sentence.lexicon.tone, sentence.atoms))
    for figure in figures:
        if "with" in figure.roles and not changes:
            figure.roles -= {"by", "with"}  # lunch with 10 customers
    _find_sources(figures, changes=changes)
    _find_present(sentence, figures)
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


def _find_sources(figures: Sequence[Figure], *, changes: bool) -> None:
    """Tell "feedback from 5 customers" (people to ask) from "up from 5 customers" (a start)."""
    if len(figures) != 1 or not {"from", "source"} <= figures[0].roles:
        return
    if (figures[0].noun_after or figures[0].counted) and not changes:
        figures[0].roles -= {"from", "source"}


def _find_present(sentence: Sentence, figures: Sequence[Figure]) -> None:
    """Mark what is so today as the start of a change that has no figure: "today it is 8 %, that must come down"."""
    if len(figures) != 1 or figures[0].roles:
        return
    figure, atoms = figures[0], sentence.atoms
    clause = [at for at in range(len(atoms)) if sentence.same_clause(at, figure.first)]
    if not any("now" in sentence.lexicon.roles.at(atoms, at)[0] for at in clause):
        return
    tones = marks_of(sentence.lexicon.tone, atoms)
    later = any(mark.value in _CHANGES and mark.first > clause[-1] for mark in tones)
    if later and not any(mark.value == "reach" and mark.first in clause for mark in tones):
        figure.roles.add("from")


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
    if figure.unit == "%" or figure.is_money or figure.scaled:
        figure.roles.discard("total")  # an amount or a share is no number of things to choose from
    if before is None and after is None:
        figure.roles.discard("total")  # a whole without its part
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
