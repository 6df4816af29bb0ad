"""The shared vocabulary of some languages: number words, multipliers, currencies, months, weekdays, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from aegoals.domain.language.atoms import Atom
from aegoals.domain.language.numerals import (
    HanNumbers,
    Numeral,
    SpelledNumbers,
    read_figures,
    spelled_numeral,
)
from aegoals.domain.language.phrases import Entry, PhraseBook, Slot
from aegoals.domain.language.wordlists import LANGUAGES, Tables, read_tables, words_of

_DATA = Path(__file__).parent / "data"
_GROWN_TOGETHER = frozenset({"sv", "de"})
_HAN_LANGUAGES = frozenset({"ja", "zh"})
_DAYS = 31
_MONTHS = 12
_CENTURY = 2000
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Scale:
    """A multiplier after figures: k is a thousand, tkr a thousand kronor."""

    factor: Decimal
    currencies: tuple[str, ...] = ()


class Vocabulary:
    """Words of one or more languages, ready to be matched in atoms."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        tables = {language: read_tables(_DATA, language) for language in languages}
        self._spelled = [
            _spelled(language, tables[language]) for language in languages if "numbers" in tables[language]
        ]
        self._han = _han_numbers([table for table in tables.values() if "digits" in table])
        self._months = self._book(tables, "months")
        self._weekdays = self._book(tables, "weekdays")
        self._currencies = self._book(tables, "currencies")
        self._scales = self._book(tables, "multipliers")
        self._number_phrases = self._book(tables, "number_phrases")
        self._ordinals = frozenset(
            word for table in tables.values() for word in words_of(table.get("ordinals", {}).get("day", ""))
        )
        self.tables = tables

    @staticmethod
    def _book(tables: dict[str, Tables], table: str) -> PhraseBook:
        book = PhraseBook({})
        for language, vocabulary in tables.items():
            for value, listing in vocabulary.get(table, {}).items():
                for word in words_of(listing):
                    book.add(word, Entry(table, value, language))
        return book

    def slots(self) -> dict[str, Slot]:
        """Return the slots that a phrase may hold: number, day, month, weekday, year, and figures of day and month."""
        return {
            "n": self.numeral,
            "day": self.day,
            "month": self.month,
            "weekday": self.weekday,
            "year": year,
            "yy": short_year,
            "m": lambda atoms, at: _whole(self.numeral(atoms, at), 1, _MONTHS),
            "d": lambda atoms, at: _whole(self.numeral(atoms, at), 1, 2 * _DAYS),
        }

    def numeral(self, atoms: Sequence[Atom], at: int) -> tuple[Numeral, int] | None:
        """Return the number at this place, in figures, words or characters."""
        if at >= len(atoms):
            return None
        atom = atoms[at]
        found: Numeral | None = None
        if atom.form == "word":
            match = self._number_phrases.longest(atoms, at)
            found = spelled_numeral(self._spelled, atoms, at)
            if match is not None and (found is None or match.end >= found.end):
                found = Numeral((Decimal(match.entries[0].value),), match.end, spelled=True)
        elif atom.form == "han":
            found = self._han.read(atoms, at) if self._han else None
        elif atom.form == "number":
            if self._han and at + 1 < len(atoms) and atoms[at + 1].key in self._han.powers:
                found = self._han.read(atoms, at)
            else:
                found = Numeral(read_figures(atom.key), at + 1)
        return (found, found.end) if found else None

    def month(self, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
        """Return the month named here, 1 to 12."""
        return _number_of(self._months, atoms, at)

    def weekday(self, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
        """Return the weekday named here, Monday is 1."""
        return _number_of(self._weekdays, atoms, at)

    def currency(self, atoms: Sequence[Atom], at: int) -> tuple[tuple[str, ...], int] | None:
        """Return the currencies that the sign or word here can mean."""
        if at >= len(atoms) or (match := self._currencies.longest(atoms, at)) is None:
            return None
        return tuple(match.entries[0].value.split()), match.end

    def scale(self, atoms: Sequence[Atom], at: int) -> tuple[Scale, int] | None:
        """Return the multiplier that stands here after figures."""
        if at >= len(atoms) or (match := self._scales.longest(atoms, at)) is None:
            return None
        if match.entries[0].language in _HAN_LANGUAGES and all(atom.form != "han" for atom in atoms):
            return None  # 20w is 200,000 in a Chinese line only
        factor, *currencies = match.entries[0].value.split()
        return Scale(Decimal(factor), tuple(currencies)), match.end

    def day(self, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
        """Return a day of a month in figures, with what makes it an ordinal (18th, 18:e, 18.)."""
        if atoms[at].form != "number" or (whole := _whole(self.numeral(atoms, at), 1, _DAYS)) is None:
            return None
        for length in (2, 1):
            suffix = "".join(atom.key for atom in atoms[at + 1 : at + 1 + length])
            if suffix in self._ordinals and atoms[at].end == atoms[at + 1].start:
                return whole[0], at + 1 + length
        return whole


def _number_of(book: PhraseBook, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
    if at >= len(atoms) or (match := book.longest(atoms, at)) is None:
        return None
    return int(match.entries[0].value), match.end


def year(atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
    """Return a year in four figures, or behind the letters FY in two."""
    if at >= len(atoms):
        return None
    if atoms[at].form == "word" and (fiscal := re.fullmatch("fy(?:20)?([0-9]{2})", atoms[at].key)):
        return _CENTURY + int(fiscal[1]), at + 1
    if atoms[at].form == "number" and len(atoms[at].key) == 4 and atoms[at].key.isdigit():  # noqa: PLR2004
        value = int(atoms[at].key)
        if _FIRST_YEAR <= value <= _LAST_YEAR:
            return value, at + 1
    return None


def short_year(atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
    """Return a year of this century in two figures: the 27 of Q1/27."""
    if at < len(atoms) and re.fullmatch("[2-4][0-9]", atoms[at].key):
        return _CENTURY + int(atoms[at].key), at + 1
    return None


def _whole(found: tuple[Numeral, int] | None, low: int, high: int) -> tuple[int, int] | None:
    if found is None:
        return None
    value = found[0].values[0]
    return (int(value), found[1]) if low <= value <= high and value == int(value) else None


def _spelled(language: str, tables: Tables) -> SpelledNumbers:
    words = {word: int(value) for value, listing in tables["numbers"].items() for word in words_of(listing)}
    joiners = frozenset(word for listing in tables.get("joiners", {}).values() for word in words_of(listing))
    return SpelledNumbers(words, joiners, compounds=language in _GROWN_TOGETHER)


def _han_numbers(tables: Sequence[Tables]) -> HanNumbers | None:
    if not tables:
        return None
    digits, powers = (
        {char: int(value) for table in tables for value, listing in table[name].items() for char in words_of(listing)}
        for name in ("digits", "powers")
    )
    return HanNumbers(digits, powers)


@lru_cache(maxsize=8)
def vocabulary(*languages: str) -> Vocabulary:
    """Return the vocabulary of these languages (of all, when none is named); files are read on first use."""
    return Vocabulary(languages or LANGUAGES)
