"""The tone of a goal: words that say nothing exact, and the direction it wants to go."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.language.atoms import Atom
from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.targets import Aim

_ALWAYS_VAGUE = frozenset({"focus", "quantity", "soon", "praise"})
_CHANGES = frozenset({"increase", "decrease", "more", "fewer", "faster"})
_VERBS = _CHANGES | {"reach", "maintain"}
_UPWARD = frozenset({"increase", "more"})
_DOWNWARD = frozenset({"decrease", "fewer"})
_CLAUSE_ENDS = frozenset(",;.。、!?\n")


def vague_words(marks: Sequence[Mark], aim: Aim, atoms: Sequence[Atom], text: str, joins: frozenset[str]) -> tuple[str, ...]:
    """Return the vague words as they stand, each once; a change word is exact where its clause has a target."""
    words = []
    for mark in marks:
        if mark.value in _ALWAYS_VAGUE or (mark.value in _CHANGES and not _has_target(mark, marks, aim, atoms, joins)):
            words.append(text[atoms[mark.first].start : atoms[mark.after - 1].end])
    return tuple(dict.fromkeys(words))


def _has_target(mark: Mark, marks: Sequence[Mark], aim: Aim, atoms: Sequence[Atom], joins: frozenset[str]) -> bool:
    """Say whether the target belongs to this word: they share a clause, or the target's clause has no verb of its own."""
    if aim.target is None:
        return False
    low, high = sorted((mark.first, aim.target.first))
    if not any(atom.key in _CLAUSE_ENDS or atom.key in joins for atom in atoms[low:high]):
        return True
    verbs = _CHANGES if atoms[mark.first].form == "han" else _VERBS
    others = (other for other in marks if other is not mark and other.value in verbs)
    return all(_clauses(atoms, other.first, aim.target.first, joins) for other in others)


def _clauses(atoms: Sequence[Atom], one: int, other: int, joins: frozenset[str]) -> bool:
    """Say whether two places lie in different clauses."""
    low, high = sorted((one, other))
    return any(atom.key in _CLAUSE_ENDS or atom.key in joins for atom in atoms[low:high])


def is_wanted(marks: Sequence[Mark]) -> bool:
    """Say whether a word of change or of reaching stands in the goal."""
    return any(mark.value in _VERBS for mark in marks)


def direction_of(marks: Sequence[Mark], aim: Aim, *, named: bool) -> str | None:
    """Return increase, decrease, maintain or reach; None where no word says it.

    ``named`` says that the goal has an object: several new customers, without any verb, are to be reached.
    """
    target, baseline = aim
    if target is not None and baseline is not None and not target.is_change:
        if target.value == baseline.value:
            return "maintain"
        return "increase" if target.value > baseline.value else "decrease"
    names = [mark.value for mark in marks]
    quantities = "quantity" in names
    if target is not None and (target.rises or target.falls):
        return "increase" if target.rises else "decrease"
    change = next((name for name in names if name in _UPWARD | _DOWNWARD), None)
    if "maintain" in names:
        return "maintain"
    if target is not None and change is None and "move" in names and target.roles & {"at_most", "at_least"}:
        return "decrease" if "at_most" in target.roles else "increase"
    if target is not None and "at_most" in target.roles and change is None:
        return "maintain"
    if change is not None:
        return "increase" if change in _UPWARD else "decrease"
    if "faster" in names:
        return None
    return "reach" if target is not None or names.count("reach") or (quantities and named) else None
