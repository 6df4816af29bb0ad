"""Parts of a sentence that are read apart: reasons, and the named account where a goal happens."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.reading.marks import Mark, marks_of
from aegoals.domain.reading.sentence import Sentence

_NAME_LENGTH = (2, 6)  # characters in front of 物流 or 科技
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


def names_account(sentence: Sentence) -> bool:
    """Say whether an account is named as the place where the goal happens: at Globex, hos Volvo, 東洋電子で."""
    marks = marks_of(sentence.lexicon.nature, sentence.atoms)
    if any(mark.value == "company_ending" for mark in marks):
        return True
    if sentence.language in {"ja", "zh"}:
        return _names_firm(sentence, marks)
    contract = any(mark.value == "deliverable" for mark in marks)
    leads = {"at_account", "contract_with"} if contract else {"at_account"}
    return any(mark.value in leads and _is_name(sentence, mark.after) for mark in marks)


def _names_firm(sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Say whether a word that ends like a firm stands behind 在 or 与, or in front of で or に."""
    tails = [mark for mark in marks if mark.value == "company_tail"]
    if sentence.language == "ja":
        particles = {mark.first for mark in marks if mark.value == "tail_particle"}
        return any(tail.after in particles for tail in tails)
    heads = [mark.after for mark in marks if mark.value == "at_account"]
    return any(_NAME_LENGTH[0] <= tail.first - head <= _NAME_LENGTH[1] for tail in tails for head in heads)


def _is_name(sentence: Sentence, at: int) -> bool:
    """Say whether a capitalised word is a name: no noun of the vocabulary, and in German none by its ending."""
    atoms = sentence.atoms
    if at >= len(atoms) or not sentence.is_capital(at) or (at + 1 < len(atoms) and atoms[at + 1].key == "-"):
        return False
    lexicon = sentence.lexicon
    return lexicon.topics.longest(sentence.atoms, at) is None and not sentence.atoms[at].key.endswith(
        lexicon.noun_endings
    )
