"""Phrases of time in a sentence, each with its year and the small words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.stretches import IN_A_YEAR, YEARS, year_of

LENGTHS = frozenset({"days", "weeks", "months", "quarters", "half_years", "years"})
"""Lengths of time that can end a goal: within six months."""

_MEASURES = frozenset({"hours", "minutes"})
_DAYS = frozenset(
    {"day_month", "month_day", "day_month_year", "month_day_year", "year_month_day", "figures", "day_of_month"}
)
_DAY_FIRST = frozenset({"sv", "de"})  # "Mai 6" is a month and a count
_MONTHS_LIKE_VERBS = frozenset({"may", "march"})
_APRIL = 4


@dataclass(slots=True)
class Moment:
    """One phrase of time; places count atoms, and grow with the words beside it."""

    rule: str
    values: tuple[Any, ...]
    first: int
    after: int
    year: int | None = None
    fiscal: bool = False
    beside: frozenset[str] = frozenset()  # "end", "before", "within", "history" …

    @property
    def is_length(self) -> bool:
        """Whether it is a length of time rather than a place in it."""
        return self.rule in LENGTHS

    @property
    def rank(self) -> tuple[bool, bool]:
        """Order of choice: a day before a period, a period before a length of time."""
        return self.rule in _DAYS, not self.is_length


def moments_of(sentence: Sentence, today: date) -> tuple[list[Moment], set[int]]:
    """Return the phrases of time in order, and the atoms of rates such as "per week", which end nothing."""
    marks = marks_of(sentence.lexicon.time, sentence.atoms)
    ends = {mark.after for mark in marks}
    wrong = (_is_end, _is_modal)
    marks = [
        mark
        for mark in marks
        if not _is_count(sentence, mark, ends) and not any(is_wrong(sentence, mark) for is_wrong in wrong)
    ]
    rates = {at for mark in marks if mark.category == "recurring" for at in range(mark.first, mark.after)}
    moments = [
        _moment(sentence, mark) for mark in marks if mark.category in {"period", "span"} and mark.value not in _MEASURES
    ]
    figures = [
        Moment("figures", (atom.key,), at, at + 1)
        for at, atom in enumerate(sentence.atoms)
        if atom.form == "date" and at not in rates
    ]
    joined = _with_years(sentence, sorted([*figures, *moments], key=lambda moment: moment.first), today)
    for moment in joined:
        _look_beside(sentence, moment)
    return joined, rates


def _moment(sentence: Sentence, mark: Mark) -> Moment:
    """Return a moment; of "in March 12 demos" and "Ende Mai 6 Standorte" only the month."""
    if mark.value == "month_day" and sentence.language not in {"ja", "zh"}:
        beside = sentence.lexicon.beside_time.ending_at(sentence.atoms, mark.first)[0]
        counts = mark.after < len(sentence.atoms) and sentence.atoms[mark.after].form == "word"
        in_month = "in_month_before" in beside or sentence.language in _DAY_FIRST
        if counts and (in_month or beside & {"end_before", "mid_before", "start_before"}):
            return Moment("month", mark.values[:1], mark.first, mark.first + 1)
    return Moment(mark.value, mark.values, mark.first, mark.after)


def _is_count(sentence: Sentence, mark: Mark, ends: set[int]) -> bool:
    """Say whether a bare year is a count: nothing of time in front, and something to count behind ("2000 calls")."""
    if (mark.category, mark.value, mark.after - mark.first) != ("period", "year", 1) or mark.first in ends:
        return False
    if mark.after >= len(sentence.atoms) or sentence.atoms[mark.after].form != "word":
        return False
    in_front, _ = sentence.lexicon.beside_time.ending_at(sentence.atoms, mark.first)
    return not in_front and sentence.atoms[mark.after].key not in sentence.lexicon.stops


def _is_end(sentence: Sentence, mark: Mark) -> bool:
    """Say whether what looks like a rate is where a length leads to: 2日から1日に短縮."""
    in_front, _ = sentence.lexicon.roles.ending_at(sentence.atoms, mark.first)
    return mark.category == "recurring" and "from_after" in in_front


def _is_modal(sentence: Sentence, mark: Mark) -> bool:
    """Say whether a month without its capital is a verb: "may" of "customers may leave", "march on"."""
    if sentence.language != "en" or mark.value != "month" or sentence.is_capital(mark.first):
        return False
    if sentence.atoms[mark.first].key not in _MONTHS_LIKE_VERBS:
        return False
    return not sentence.lexicon.beside_time.ending_at(sentence.atoms, mark.first)[0]


def _with_years(sentence: Sentence, moments: Sequence[Moment], today: date) -> list[Moment]:
    """Join a month, quarter, half or day with the year that stands beside it."""
    joined: list[Moment] = []
    for moment in moments:
        before = joined[-1] if joined else None
        if before is None or not _belong(before, moment) or not _is_joined(sentence, before.after, moment.first):
            joined.append(moment)
            continue
        year, part = (before, moment) if before.rule in YEARS else (moment, before)
        part.year, part.fiscal = year_of(year.rule, year.values, today), year.rule.startswith("fiscal")
        if part.fiscal and part.rule == "month" and part.values[0] < _APRIL:
            part.year += 1
        part.first, part.after = before.first, moment.after
        joined[-1] = part
    return joined


def _belong(one: Moment, other: Moment) -> bool:
    fits = (one.rule in YEARS and other.rule in IN_A_YEAR) or (other.rule in YEARS and one.rule in IN_A_YEAR)
    return fits and one.year is None and other.year is None


def _is_joined(sentence: Sentence, first: int, after: int) -> bool:
    """Say whether only joining words stand between two places: ``Q2 of 2027``, ``来年の6月``."""
    beside = sentence.lexicon.beside_time
    return all(atom.key == "," or "joins" in beside.at([atom], 0)[0] for atom in sentence.atoms[first:after])


def _look_beside(sentence: Sentence, moment: Moment) -> None:
    beside = sentence.lexicon.beside_time
    before, moment.first = beside.names_before(sentence.atoms, moment.first)
    behind, moment.after = beside.names_behind(sentence.atoms, moment.after)
    moment.beside = frozenset(before | behind)
