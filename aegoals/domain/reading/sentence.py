"""A goal sentence, cut into atoms, with the words of its language at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from aegoals.domain.language.atoms import Atom, split_atoms
from aegoals.domain.language.folding import fold
from aegoals.domain.reading.lexicon import GoalLexicon, goal_lexicon
from aegoals.domain.reading.slips import mend

_CLAUSE_ENDS = frozenset(",;.。、!?\n")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; all places count atoms. ``clauses`` numbers the clause that each atom lies in."""

    text: str
    lexicon: GoalLexicon
    atoms: Sequence[Atom]
    clauses: Sequence[int]

    @property
    def language(self) -> str:
        """The language that the sentence is read in."""
        return self.lexicon.language

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Return the characters of some atoms: the first one, and the one behind the last."""
        return self.atoms[first].start, self.atoms[after - 1].end

    def words(self, first: int, after: int) -> str:
        """Return some atoms as they stand in the text."""
        start, end = self.span(first, after)
        return self.text[start:end]

    def same_clause(self, one: int, other: int) -> bool:
        """Say whether two atoms lie in one clause."""
        return self.clauses[one] == self.clauses[other]

    def clause_start(self, place: int) -> int:
        """Return the first atom of the clause in which an atom lies."""
        return self.clauses.index(self.clauses[place])

    def is_capital(self, place: int) -> bool:
        """Say whether an atom is a word that begins with a capital."""
        atom = self.atoms[place]
        return atom.form == "word" and self.text[atom.start].isupper()


def sentence_of(text: str, language: str) -> Sentence:
    """Return a text as a sentence of a language; slips of the finger in its known words are mended."""
    lexicon = goal_lexicon(language)
    atoms = mend(split_atoms(fold(text)), lexicon.long_words, lexicon.stops)
    ends = [atom.key in _CLAUSE_ENDS or atom.key in lexicon.joins for atom in atoms]
    return Sentence(text, lexicon, atoms, list(accumulate(ends, initial=0)))
