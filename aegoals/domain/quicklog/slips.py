"""Slips of the finger: one letter too many, one missing, one wrong, or two swapped."""

from __future__ import annotations

from collections.abc import Mapping

_SHORTEST_WORD = 4
_SHORTEST_WITH_WRONG_LETTER = 5  # ``ball`` is no slip of ``call``


def one_slip(word: str, typed: str) -> bool:
    """Say whether one slip turns the word into what was typed; the first letter is always hit right."""
    if word == typed or abs(len(word) - len(typed)) > 1 or word[:1] != typed[:1]:
        return False
    same = 0
    while same < min(len(word), len(typed)) and word[same] == typed[same]:
        same += 1
    tail, typed_tail = word[same:], typed[same:]
    if len(word) != len(typed):
        return tail[1:] == typed_tail or tail == typed_tail[1:]
    swapped = len(tail) > 1 and tail[0] == typed_tail[1] and tail[1] == typed_tail[0] and tail[2:] == typed_tail[2:]
    return swapped or tail[1:] == typed_tail[1:]


def kind_behind_slip(typed: str, kind_of: Mapping[str, str]) -> str | None:
    """Return the kind whose word was meant, when all words one slip away agree on it."""
    if len(typed) < _SHORTEST_WORD:
        return None
    kinds = {kind for word, kind in kind_of.items() if _slip_of(word, typed)}
    return kinds.pop() if len(kinds) == 1 else None


def _slip_of(word: str, typed: str) -> bool:
    if len(word) < _SHORTEST_WORD or not one_slip(word, typed):
        return False
    return len(word) != len(typed) or len(word) >= _SHORTEST_WITH_WRONG_LETTER or sorted(word) == sorted(typed)
