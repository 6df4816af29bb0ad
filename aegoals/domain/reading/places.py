"""Parts of a sentence that are read apart: reasons, and the named account where a goal happens."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.language.atoms import Atom
from aegoals.domain.reading.lexicon import GoalLexicon
from aegoals.domain.reading.marks import Mark, marks_of

_GERMAN_NOUN_ENDINGS = ("ung", "ungen", "en", "er", "ern", "heit", "keit", "ionen", "ion", "schaft", "tät", "ment", "nis", "kunde")
_CLAUSE_ENDS = frozenset(",;.。、，")


def reasons(lexicon: GoalLexicon, atoms: Sequence[Atom]) -> frozenset[int]:
    """Return the atoms of clauses that give a reason ("because the board wants 30% growth")."""
    hidden: set[int] = set()
    for at in range(len(atoms)):
        names, after = lexicon.roles.behind(atoms, at)
        if "reason" in names:
            end = next((place for place in range(after, len(atoms)) if atoms[place].key in _CLAUSE_ENDS), len(atoms))
            hidden.update(range(at, end))
        if "reason_behind" in names:
            start = next((place for place in range(at, -1, -1) if atoms[place].key in _CLAUSE_ENDS), 0)
            hidden.update(range(start, after))
    return frozenset(hidden)


def without_rates(lexicon: GoalLexicon, atoms: Sequence[Atom], topics: Sequence[Mark]) -> list[Mark]:
    """Drop what a figure is only divided by: the visits of "travel costs per visit"."""
    names = lexicon.beside_names
    kept = [
        topic
        for topic in topics
        if "per_before" not in names.before(atoms, topic.first)[0] and "per_after" not in names.behind(atoms, topic.after)[0]
    ]
    return kept or list(topics)


def named_account(lexicon: GoalLexicon, atoms: Sequence[Atom], text: str) -> bool:
    """Say whether a name stands behind "at": the account where the goal happens."""
    marks = marks_of(lexicon.nature, atoms)
    contract = any(mark.value == "deliverable" for mark in marks)
    for mark in marks:
        if mark.value == "company_ending":
            return True
        named = mark.value == "at_account" or (mark.value == "contract_with" and contract)
        if named and mark.after < len(atoms) and _is_name(lexicon, atoms, mark.after, text):
            return True
    return False


def _is_name(lexicon: GoalLexicon, atoms: Sequence[Atom], at: int, text: str) -> bool:
    """Say whether a capitalised word is a name: no noun of the vocabulary, and in German none by its ending."""
    atom = atoms[at]
    if atom.form != "word" or not text[atom.start].isupper() or lexicon.topics.longest(atoms, at) is not None:
        return False
    return lexicon.language != "de" or not atom.key.endswith(_GERMAN_NOUN_ENDINGS)
