"""The tone of a goal: words that say nothing exact, and the direction it wants to go."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.language.atoms import Atom
from aegoals.domain.reading.figures import ends_clause
from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.targets import Aim

_ALWAYS_VAGUE = frozenset({"focus", "quantity", "soon", "praise"})
_CHANGES = frozenset({"increase", "decrease", "more", "fewer", "faster"})
_VERBS = _CHANGES | {"reach", "maintain"}
_UPWARD = frozenset({"increase", "more", "upwards"})
_DOWNWARD = frozenset({"decrease", "fewer"})


def vague_words(marks: Sequence[Mark], aim: Aim, atoms: Sequence[Atom], text: str, joins: frozenset[str]) -> tuple[str, ...]:
    """Return the vague words as they stand, each once; a change word is exact where its clause has a target."""
    words = []
    for mark in marks:
        if aim.target is not None and aim.target.is_change and mark.first == aim.target.after:
            continue  # 5件多く: so many more
        if mark.value in _ALWAYS_VAGUE or (mark.value in _CHANGES and not _has_target(mark, marks, aim, atoms, joins)):
            words.append(text[atoms[mark.first].start : atoms[mark.after - 1].end])
    return tuple(dict.fromkeys(words))


def _has_target(mark: Mark, marks: Sequence[Mark], aim: Aim, atoms: Sequence[Atom], joins: frozenset[str]) -> bool:
    """Say whether a figure belongs to this word: they share a clause, or the figure's clause has no verb of its own."""
    verbs = _CHANGES if atoms[mark.first].form == "han" else _VERBS
    others = [other for other in marks if other is not mark and other.value in verbs]
    return any(
        _same_clause(atoms, mark.first, figure.first, joins)
        or not any(_same_clause(atoms, other.first, figure.first, joins) for other in others)
        for figure in aim.figures
        if "from" not in figure.roles and aim.target is not None
    )


def _same_clause(atoms: Sequence[Atom], one: int, other: int, joins: frozenset[str]) -> bool:
    low, high = sorted((one, other))
    return not any(ends_clause(atom, joins) for atom in atoms[low:high])


def is_wanted(marks: Sequence[Mark]) -> bool:
    """Say whether a word of change or of reaching stands in the goal."""
    return any(mark.value in _VERBS for mark in marks)


def direction_of(marks: Sequence[Mark], aim: Aim, *, named: bool) -> str | None:
    """Return increase, decrease, maintain or reach; None where no word says it.

    ``named`` says that the goal has an object: several new customers, without any verb, are to be reached.
    """
    target, baseline, _ = aim
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
    if target is not None and change is None and "at_most" in target.roles and {"move", "bring"} & set(names):
        return "decrease"
    if target is not None and change is None and "at_least" in target.roles and "move" in names:
        return "increase"
    if target is not None and "at_most" in target.roles and change is None:
        return "maintain"
    if change is not None:
        return "increase" if change in _UPWARD else "decrease"
    if "faster" in names:
        return None
    return "reach" if target is not None or names.count("reach") or (quantities and named) else None
