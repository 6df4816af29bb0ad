"""Marks in a sentence: where phrases of the vocabulary stand, and which small words stand beside them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold
from aegoals.domain.language.phrases import PhraseBook
from aegoals.domain.reading.wordforms import WordForms


class Mark(NamedTuple):
    """A phrase in the sentence: what it is, its values, and its place in atoms (``after`` is behind it)."""

    category: str
    value: str
    values: tuple[Any, ...]
    first: int
    after: int


def marks_of(
    book: PhraseBook,
    atoms: Sequence[Atom],
    taken: Container[int] = (),
    forms: WordForms | None = None,
    nouns: Container[int] = (),
) -> list[Mark]:
    """Return the phrases of the sentence from left to right, longest first, without those that touch taken atoms.

    ``forms`` finds single words that the book holds in another form, for the atoms that may be ``nouns``.
    """
    found: list[Mark] = []
    at = 0
    while at < len(atoms):
        if at in taken:
            at += 1
            continue
        match = book.longest(atoms, at)
        if match is None and forms is not None and at in nouns:
            found += [Mark(entry.category, entry.value, (), at, at + 1) for entry in forms.entries(atoms[at].key)]
        if match is None or any(place in taken for place in range(at, match.end)) or _cuts_katakana(atoms, match.end):
            at += 1
            continue
        found += [Mark(entry.category, entry.value, match.values, at, match.end) for entry in match.entries]
        at = match.end
    return found


def _cuts_katakana(atoms: Sequence[Atom], after: int) -> bool:
    """Say whether a place lies inside a word of katakana: リード is no lead in リードタイム."""
    if after >= len(atoms) or atoms[after].start != atoms[after - 1].end:
        return False
    return all("\u30a1" <= atoms[place].key <= "\u30fc" for place in (after - 1, after))


class Affixes:
    """Small words by the atoms they are made of, looked up in front of a place or behind it.

    A name that ends in ``_before`` is used in front of what it belongs to, one in ``_after`` behind it.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._names: dict[tuple[str, ...], frozenset[str]] = {}
        for name, words in phrases.items():
            for word in words:
                keys = tuple(atom.key for atom in split_atoms(fold(word)))
                self._names[keys] = self._names.get(keys, frozenset()) | {name}
        self._longest = max(map(len, self._names), default=0)

    def at(self, atoms: Sequence[Atom], place: int) -> tuple[frozenset[str], int]:
        """Return the names of the longest words that begin at this atom, and the place after them."""
        for length in range(min(self._longest, len(atoms) - place), 0, -1):
            keys = tuple(atom.key for atom in atoms[place : place + length])
            if keys in self._names:
                return self._names[keys], place + length
        return frozenset(), place

    def ending_at(self, atoms: Sequence[Atom], place: int) -> tuple[frozenset[str], int]:
        """Return the names of the longest words that end in front of this atom, and where they begin."""
        for length in range(min(self._longest, place), 0, -1):
            keys = tuple(atom.key for atom in atoms[place - length : place])
            if keys in self._names:
                return self._names[keys], place - length
        return frozenset(), place

    def names_before(self, atoms: Sequence[Atom], place: int) -> tuple[set[str], int]:
        """Return the names of all words in a row in front of a place, without ``_before``, and where they begin."""
        names: set[str] = set()
        while (
            found := self._usable(atoms, range(max(0, place - self._longest), place), (place,), "_before")
        ) is not None:
            names |= found[0]
            place = found[1].start
        return names, place

    def names_behind(self, atoms: Sequence[Atom], place: int) -> tuple[set[str], int]:
        """Return the names of all words in a row behind a place, without ``_after``, and where they end."""
        names: set[str] = set()
        while True:
            ends = range(min(len(atoms), place + self._longest), place, -1)
            if (found := self._usable(atoms, (place,), ends, "_after")) is None:
                return names, place
            names |= found[0]
            place = found[1].stop

    def _usable(
        self, atoms: Sequence[Atom], starts: Iterable[int], ends: Iterable[int], suffix: str
    ) -> tuple[set[str], range] | None:
        """Return the names with a suffix of the longest words that have such, and their place."""
        for start in starts:
            for end in ends:
                listed = self._names.get(tuple(atom.key for atom in atoms[start:end]), ())
                if names := {name.removesuffix(suffix) for name in listed if name.endswith(suffix)}:
                    return names, range(start, end)
        return None
