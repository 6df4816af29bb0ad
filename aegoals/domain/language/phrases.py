"""Phrases with slots, matched at a place of a line: ``two days ago`` by ``{n} days ago``, longest first.

A book holds thousands of phrases, and a line uses a handful: only those whose first word stands in a line are cut
into atoms, when that happens for the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold

_BEYOND_LATIN = "\u0250"
_KANA_AND_HAN = ("\u3041", "\u9fff")  # each character is an atom of its own

Slot = Callable[[Sequence[Atom], int], "tuple[Any, int] | None"]
"""Reads a value at a place; returns it with the place after it, or None."""


class Entry(NamedTuple):
    """What a phrase stands for; ``exact`` holds its spelling where upper and lower case matter."""

    category: str
    value: str
    language: str
    exact: str | None = None


class Match(NamedTuple):
    """The longest phrase at a place: its meanings, the place after it, the values of its slots in order."""

    entries: tuple[Entry, ...]
    end: int
    values: tuple[Any, ...]


@dataclass(slots=True)
class _Node:
    entries: list[Entry] = field(default_factory=list)
    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[str, _Node] = field(default_factory=dict)


class PhraseBook:
    """Phrases by their first atom; ``slots`` says how each ``{name}`` is read."""

    def __init__(self, slots: Mapping[str, Slot]) -> None:
        self._slots = {f"{{{name}}}": slot for name, slot in slots.items()}
        self._raw: dict[str, list[tuple[str, Entry]]] = {}
        self._root = _Node()
        self._new_slots = False

    def add(self, phrase: str, entry: Entry) -> None:
        """Put a phrase into the book; the same phrase may carry several meanings."""
        self.add_folded(fold(phrase), entry)

    def add_folded(self, phrase: str, entry: Entry) -> None:
        """Put a phrase into the book that is folded already, with all others of its list in one step."""
        if key := self._first_key(phrase):
            self._raw.setdefault(key, []).append((phrase, entry))
            self._new_slots = self._new_slots or key in self._slots

    def longest(self, atoms: Sequence[Atom], at: int) -> Match | None:
        """Return the longest phrase that starts at this atom; at the same length words come before slots."""
        if atoms[at].key in self._raw:
            self._compile(atoms[at].key)
        if self._new_slots:
            self._compile_slots()
        return self._walk(self._root, atoms, at, (), None)

    def _first_key(self, phrase: str) -> str:
        """Return the key of the phrase's first atom (a slot is its own key), nothing for a phrase of blanks."""
        head = phrase.split(" ", 1)[0]
        if head.isalpha() and (head.isascii() or max(head) < _BEYOND_LATIN):
            return head
        if _KANA_AND_HAN[0] <= phrase[:1] <= _KANA_AND_HAN[1]:
            return phrase[0]
        return next(iter(self._steps(phrase)), "")

    def _steps(self, phrase: str) -> list[str]:
        """Cut a phrase into the keys of its atoms and slots."""
        if not self._slots or "{" not in phrase:
            return [atom.key for atom in split_atoms(phrase)]
        steps: list[str] = []
        for piece in phrase.replace("{", "\0{").replace("}", "}\0").split("\0"):
            steps += [piece] if piece in self._slots else [atom.key for atom in split_atoms(piece)]
        return steps

    def _compile_slots(self) -> None:
        """Cut the phrases that begin with a slot: they can stand at any word."""
        self._new_slots = False
        for key in self._slots:
            if key in self._raw:
                self._compile(key)

    def _compile(self, key: str) -> None:
        for phrase, entry in self._raw.pop(key):
            node = self._root
            for step in self._steps(phrase):
                branch = node.slots if step in self._slots else node.words
                node = branch.setdefault(step, _Node())
                if step in self._slots and "{n}" in branch:
                    branch["{n}"] = branch.pop("{n}")  # a year or a day goes before any number
            node.entries.append(entry)

    def _walk(
        self, node: _Node, atoms: Sequence[Atom], at: int, values: tuple[Any, ...], best: Match | None
    ) -> Match | None:
        if node.entries and (best is None or at > best.end):
            best = Match(tuple(node.entries), at, values)
        elif node.entries and best is not None and at == best.end and values and not best.values:
            best = Match((*best.entries, *node.entries), at, values)  # mån is a month for short, and Monday
        if at >= len(atoms):
            return best
        if (child := node.words.get(atoms[at].key)) is not None:
            best = self._walk(child, atoms, at + 1, values, best)
        for name, child in node.slots.items():
            if (found := self._slots[name](atoms, at)) is not None:
                best = self._walk(child, atoms, found[1], (*values, found[0]), best)
        return best
