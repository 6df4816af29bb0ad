"""The one date on which a goal ends, and all the words of time that are no measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from aegoals.domain.language.atoms import Atom
from aegoals.domain.reading.lexicon import GoalLexicon
from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.stretches import (
    IN_A_YEAR,
    YEARS,
    Stretch,
    add_months,
    dated,
    months,
    stretch,
    year_of,
)

_MOST_MONTHS = 1200
_MONTHS_IN = {"months": 1, "quarters": 3, "half_years": 6, "years": 12}
_DAYS_IN = {"days": 1, "weeks": 7}
_DAYS = frozenset({"day_month", "month_day", "day_month_year", "month_day_year", "year_month_day", "figures", "day_of_month"})
_MIDDLE = 15
_HALF_YEAR = 6


class Times(NamedTuple):
    """What a sentence says about time; ``taken`` holds the atoms that are no measure."""

    deadline: date | None
    span: tuple[int, int] | None  # atoms
    taken: frozenset[int]


@dataclass(slots=True)
class _Moment:
    """One phrase of time with the words beside it."""

    rule: str
    values: tuple[Any, ...]
    first: int
    after: int
    year: int | None = None
    fiscal: bool = False
    beside: frozenset[str] = frozenset()
    day: date | None = None

    @property
    def rank(self) -> tuple[bool, bool]:
        """A day goes before a period, a period before a length of time."""
        return self.rule in _DAYS, self.rule not in _MONTHS_IN and self.rule not in _DAYS_IN


class TimeReader:
    """Finds the phrases of time in one sentence."""

    def __init__(self, atoms: Sequence[Atom], lexicon: GoalLexicon, today: date) -> None:
        self.atoms = atoms
        self.lexicon = lexicon
        self.today = today
        self._answers = any(mark.value == "activity_strong" for mark in marks_of(lexicon.topics, atoms))
        self._ends: set[int] = set()  # places where another phrase of time ends

    def read(self) -> Times:
        """Return the deadline with its place, and all atoms that time has taken."""
        found = marks_of(self.lexicon.time, self.atoms)
        self._ends = {mark.after for mark in found}
        marks = [mark for mark in found if not self._is_other_word(mark)]
        taken = {at for mark in marks if mark.category == "recurring" for at in range(mark.first, mark.after)}
        figures = [moment for moment in self._figures() if moment.first not in taken]
        moments = self._with_years([*figures, *self._moments(marks)])
        ends = []
        for moment in moments:
            self._look_beside(moment)
            if self._is_measure(moment):
                continue
            moment.day = self._end(moment)
            taken.update(range(moment.first, moment.after))
            if moment.day is not None and moment.day > self.today:
                ends.append(moment)
        chosen = self._chosen(ends)
        span = (chosen.first, chosen.after) if chosen else None
        return Times(chosen.day if chosen else None, span, frozenset(taken))

    # --- phrases

    def _is_other_word(self, mark: Mark) -> bool:
        """A bare year in figures needs a word of time in front, or nothing to count behind ("2000 calls")."""
        if mark.category != "period" or mark.value != "year" or mark.after - mark.first > 1:
            return False
        if mark.first and mark.first in self._ends:
            return False
        if mark.after >= len(self.atoms) or self.atoms[mark.after].form != "word":
            return False
        return not self.lexicon.beside_time.before(self.atoms, mark.first)[0] and self.atoms[mark.after].key not in self.lexicon.stops

    def _figures(self) -> list[_Moment]:
        return [_Moment("figures", (atom.key,), at, at + 1) for at, atom in enumerate(self.atoms) if atom.form == "date"]

    @staticmethod
    def _moments(marks: Sequence[Mark]) -> list[_Moment]:
        return [_Moment(mark.value, mark.values, mark.first, mark.after) for mark in marks if mark.category in {"period", "span"}]

    def _with_years(self, moments: list[_Moment]) -> list[_Moment]:
        """Join a month, quarter, half or day with the year that stands beside it."""
        joined: list[_Moment] = []
        for moment in sorted(moments, key=lambda each: each.first):
            before = joined[-1] if joined else None
            if before is not None and self._joins(before.after, moment.first) and self._belong(before, moment):
                year, part = (before, moment) if before.rule in YEARS else (moment, before)
                part.year, part.fiscal = year_of(year.rule, year.values, self.today), year.rule.startswith("fiscal")
                if part.fiscal and part.rule == "month" and part.values[0] < 4:  # noqa: PLR2004 - before April
                    part.year += 1
                part.first, part.after = before.first, moment.after
                joined[-1] = part
            else:
                joined.append(moment)
        return joined

    @staticmethod
    def _belong(one: _Moment, other: _Moment) -> bool:
        fits = (one.rule in YEARS and other.rule in IN_A_YEAR) or (other.rule in YEARS and one.rule in IN_A_YEAR)
        return fits and one.year is None and other.year is None

    def _joins(self, first: int, after: int) -> bool:
        """Say whether only joining words stand between two places: ``Q2 of 2027``, ``来年の6月``."""
        between = self.atoms[first:after]
        return all(atom.key == "," or "joins" in self.lexicon.beside_time.behind([atom], 0)[0] for atom in between)

    # --- the words beside

    def _look_beside(self, moment: _Moment) -> None:
        names: set[str] = set()
        while (found := self.lexicon.beside_time.before(self.atoms, moment.first))[0]:
            usable = {name for name in found[0] if name.endswith("_before")}
            if not usable:
                break
            names.update(usable)
            moment.first = found[1]
        while (found := self.lexicon.beside_time.behind(self.atoms, moment.after))[0]:
            usable = {name for name in found[0] if name.endswith("_after")}
            if not usable:
                break
            names.update(usable)
            moment.after = found[1]
        moment.beside = frozenset(name.rsplit("_", 1)[0] for name in names)

    def _is_measure(self, moment: _Moment) -> bool:
        """A length of time is a deadline behind "within" only; elsewhere, and of answers, it is what is measured."""
        if moment.rule in {"hours", "minutes"}:
            return True
        if moment.rule not in _MONTHS_IN and moment.rule not in _DAYS_IN:
            return False
        return "within" not in moment.beside or (moment.rule == "days" and self._answers)

    # --- dates

    def _end(self, moment: _Moment) -> date | None:
        """Return the day that a moment ends on, None where it is history or a start."""
        if moment.beside & {"history", "start_mark"}:
            return None
        if moment.rule in _MONTHS_IN or moment.rule in _DAYS_IN:
            return self._length(moment)
        found = self._stretch(moment, moment.year)
        if found is None:
            return None
        day = self._edge(moment, found)
        if day is not None and day <= self.today and moment.year is None and moment.rule in IN_A_YEAR:
            later = self._stretch(moment, found.start.year + 1)
            day = self._edge(moment, later) if later is not None else None
        return day

    def _stretch(self, moment: _Moment, year: int | None) -> Stretch | None:
        if moment.rule == "figures":
            return self._of_figures(moment.values[0], year)
        return stretch(moment.rule, moment.values, self.today, year, fiscal=moment.fiscal)

    def _edge(self, moment: _Moment, found: Stretch) -> date | None:
        beside = moment.beside
        if "end" in beside:
            return found.end
        if "mid" in beside:
            return self._middle(moment, found)
        if "start" in beside or found.is_day:
            return found.start
        return found.start - timedelta(days=1) if "before" in beside else found.end

    @staticmethod
    def _middle(moment: _Moment, found: Stretch) -> date:
        """Return the 15th of a month, 30 June of a year, the middle day of anything else."""
        if moment.rule.startswith("month"):
            return found.start.replace(day=_MIDDLE)
        if moment.rule in YEARS:
            return months(found.start.year, found.start.month, _HALF_YEAR).end
        return found.start + (found.end - found.start) // 2

    def _length(self, moment: _Moment) -> date | None:
        """Return today plus a length of time."""
        count = moment.values[0].values[0] if moment.values else 1
        if count != int(count) and moment.rule == "years":
            count, rule = count * 12, "months"
        else:
            rule = moment.rule
        if not 0 < count <= _MOST_MONTHS:
            return None
        if rule in _MONTHS_IN:
            return add_months(self.today, int(count) * _MONTHS_IN[rule])
        return self.today + timedelta(days=int(count * _DAYS_IN[rule]))

    def _of_figures(self, key: str, beside: int | None) -> Stretch | None:
        """Read 2027-05-31, 31.5., 5/31/2027; a slash is month first in English and day first elsewhere."""
        parts = [int(part) for part in re.findall("[0-9]+", key)]
        if len(re.match("[0-9]+", key)[0]) == 4:  # type: ignore[index]  # noqa: PLR2004 - a year in front
            return dated(parts[2], parts[1], parts[0], self.today)
        year = parts[2] + (2000 if parts[2] < 100 else 0) if len(parts) > 2 else beside  # noqa: PLR2004 - 27 is 2027
        day, month = parts[0], parts[1]
        if "/" in key and (self.lexicon.language in {"en", "zh", "ja"}) and parts[0] <= 12:  # noqa: PLR2004 - months
            day, month = month, day
        return dated(day, month, year, self.today)

    def _chosen(self, ends: Sequence[_Moment]) -> _Moment | None:
        """Choose a day before a period before a length; of "January to March" the second, else the first."""
        best: _Moment | None = None
        for moment in ends:
            if best is None or moment.rank > best.rank or (moment.rank == best.rank and self._is_range(best, moment)):
                best = moment
        return best

    def _is_range(self, one: _Moment, other: _Moment) -> bool:
        between = self.atoms[one.after : other.first]
        return len(between) == 1 and "range" in self.lexicon.beside_time.behind(between, 0)[0]
