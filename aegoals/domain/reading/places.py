"""Parts of a sentence that are read apart: clauses that give a reason."""

from __future__ import annotations

from aegoals.domain.reading.sentence import Sentence

_CLAUSE_MARKS = frozenset(",;.。、")


def reasons(sentence: Sentence) -> frozenset[int]:
    """Return the atoms of clauses that give a reason ("because the board wants 30% growth")."""
    atoms = sentence.atoms
    hidden: set[int] = set()
    for at in range(len(atoms)):
        names, after = sentence.lexicon.roles.at(atoms, at)
        if "reason" in names:
            end = next((place for place in range(after, len(atoms)) if atoms[place].key in _CLAUSE_MARKS), len(atoms))
            hidden.update(range(at, end))
        if "reason_behind" in names:  # the reason stands in front: 取締役会が望むため
            start = next((place for place in range(at, -1, -1) if atoms[place].key in _CLAUSE_MARKS), 0)
            hidden.update(range(start, after))
    return frozenset(hidden)
