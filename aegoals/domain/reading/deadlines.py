"""The one date on which a goal ends, and all the words of time that are no measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from aegoals.domain.reading.marks import marks_of
from aegoals.domain.reading.moments import Moment, moments_of
from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.stretches import IN_A_YEAR, YEARS, Stretch, add_months, dated, months, stretch

_MOST = 1200  # of any length of time
_MONTHS_IN = {"months": 1, "quarters": 3, "half_years": 6, "years": 12}
_DAYS_IN = {"days": 1, "weeks": 7}
_MIDDLE = 15
_HELD = frozenset({"maintain", "hold", "decrease"})
_HALF_YEAR = 6
_YEAR_FIGURES = 4
_CENTURY = 2000
_MONTH_FIRST = frozenset({"en", "ja", "zh"})  # 5/31 rather than 31/5
_MONTHS = 12


class Times(NamedTuple):
    """What a sentence says about time; ``span`` and ``taken`` count atoms, ``taken`` are those that are no measure.

    ``next_from`` is where a sentence about this year or month goes over to the next.
    """

    deadline: date | None
    span: tuple[int, int] | None
    taken: frozenset[int]
    next_from: int | None = None


def times_of(sentence: Sentence, today: date) -> Times:
    """Return the deadline with its place, and all atoms that time has taken."""
    moments, taken = moments_of(sentence, today)
    topics = [mark.value for mark in marks_of(sentence.lexicon.topics, sentence.atoms) if mark.category == "topic"]
    answers = "activity_strong" in topics or (_is_process(sentence, topics) and _is_only_figure(sentence, moments))
    ends: list[tuple[Moment, date]] = []
    for moment in moments:
        if _is_measure(moment, answers=answers):
            continue
        taken.update(range(moment.first, moment.after))
        end = _end(sentence, moment, today)
        if end is not None and end > today:
            ends.append((moment, end))
    if not ends:
        return Times(None, None, frozenset(taken))
    next_from = _next_from(moments)
    moment, end = _chosen(sentence, [found for found in ends if next_from is None or found[0].first >= next_from])
    return Times(end, (moment.first, moment.after), frozenset(taken), next_from)


def _next_from(moments: Sequence[Moment]) -> int | None:
    """Return where "next year" stands behind "this year"; what stands before it tells of today."""
    rules = {moment.rule: moment for moment in reversed(moments)}
    for rule, moment in rules.items():
        period, _sign, which = rule.rpartition("_")
        this = rules.get(f"{period}_this")
        if which == "next" and this is not None and this.first < moment.first:
            return moment.first
    return None


def _is_measure(moment: Moment, *, answers: bool) -> bool:
    """Say whether a length of time is what is measured: without "within", and where days to answer are counted."""
    return moment.is_length and ("within" not in moment.beside or (moment.rule == "days" and answers))


def _is_process(sentence: Sentence, topics: Sequence[str]) -> bool:
    """Say whether the time that a sale takes is the topic: the sales cycle, or two steps that are held to a time."""
    if "sales_cycle" in topics:
        return True
    held = any(mark.value in _HELD for mark in marks_of(sentence.lexicon.tone, sentence.atoms))
    return held and len(topics) > 1


def _is_only_figure(sentence: Sentence, moments: Sequence[Moment]) -> bool:
    """Say whether one length of time is the only figure: "from offer to order within 35 days" ends nowhere."""
    lengths = [moment for moment in moments if moment.is_length]
    if len(lengths) != 1:
        return False
    told = {at for moment in moments for at in range(moment.first, moment.after)}
    return not any(atom.form == "number" and at not in told for at, atom in enumerate(sentence.atoms))


def _chosen(sentence: Sentence, ends: Sequence[tuple[Moment, date]]) -> tuple[Moment, date]:
    """Choose a day before a period before a length; of "January to March" the second, else the first."""
    best = ends[0]
    for found in ends[1:]:
        higher = found[0].rank > best[0].rank
        if higher or (found[0].rank == best[0].rank and _is_range(sentence, best[0], found[0])):
            best = found
    return best


def _is_range(sentence: Sentence, one: Moment, other: Moment) -> bool:
    between = sentence.atoms[one.after : other.first]
    return len(between) == 1 and "range" in sentence.lexicon.beside_time.at(between, 0)[0]


def _end(sentence: Sentence, moment: Moment, today: date) -> date | None:
    """Return the day that a moment ends on, None where it is history or a start."""
    if moment.beside & {"history", "start_mark"}:
        return None
    if moment.is_length:
        return _end_of_length(moment, today)
    found = _stretch(sentence, moment, moment.year, today)
    if found is None:
        return None
    day = _edge(moment, found)
    if day <= today and moment.year is None and moment.rule in IN_A_YEAR:
        later = _stretch(sentence, moment, found.start.year + 1, today)
        return _edge(moment, later) if later is not None else None
    return day


def _end_of_length(moment: Moment, today: date) -> date | None:
    """Return today plus a length of time, month ends clamped."""
    count = moment.values[0].values[0] if moment.values else 1
    if not 0 < count <= _MOST:
        return None
    if moment.rule in _MONTHS_IN:
        return add_months(today, int(count * _MONTHS_IN[moment.rule]))
    return today + timedelta(days=int(count * _DAYS_IN[moment.rule]))


def _stretch(sentence: Sentence, moment: Moment, year: int | None, today: date) -> Stretch | None:
    if moment.rule == "figures":
        return _of_figures(moment.values[0], year, today, month_first=sentence.language in _MONTH_FIRST)
    return stretch(moment.rule, moment.values, today, year, fiscal=moment.fiscal)


def _of_figures(key: str, year: int | None, today: date, *, month_first: bool) -> Stretch | None:
    """Read 2027-05-31, 31.5., 5/31/2027; figures with a slash stand in the order of the language where they can."""
    first, second, *rest = re.findall("[0-9]+", key)
    if len(first) == _YEAR_FIGURES:
        return dated(int(rest[0]), int(second), int(first), today)
    if rest:
        year = int(rest[0]) if len(rest[0]) == _YEAR_FIGURES else _CENTURY + int(rest[0])
    day, month = int(first), int(second)
    if "/" in key and month_first and day <= _MONTHS:
        day, month = month, day
    return dated(day, month, year, today)


def _edge(moment: Moment, found: Stretch) -> date:
    """Return the day that "end of", "mid", "before" or nothing makes of a stretch."""
    if "end" in moment.beside:
        return found.end
    if "mid" in moment.beside:
        return _middle(moment, found)
    if "start" in moment.beside or found.is_day:
        return found.start
    return found.start - timedelta(days=1) if "before" in moment.beside else found.end


def _middle(moment: Moment, found: Stretch) -> date:
    """Return the 15th of a month, 30 June of a year, the middle day of anything else."""
    if found.start.month == found.end.month:
        return found.start.replace(day=_MIDDLE)
    if moment.rule in YEARS:
        return months(found.start.year, found.start.month, _HALF_YEAR).end
    return found.start + (found.end - found.start) // 2
