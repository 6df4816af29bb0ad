"""Texts for other eyes: the names of accounts, deals and people taken out, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

SIGN = "•••"


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text in which every name is replaced, in any case and also within longer words.

    A name of one letter is replaced only where it stands alone. Several blanks are as good as one.
    """
    folded, places = _folded(text)
    hidden: set[int] = set()
    for name in {" ".join(name.casefold().split()) for name in names} - {""}:
        for start in _found(folded, name):
            hidden.update(range(places[start], places[start + len(name) - 1] + 1))
    return _rebuilt(text, hidden)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case, blanks in a row as one, and the place that each character comes from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in character.casefold():
            if one.isspace() and characters[-1:] == [" "]:
                continue
            characters.append(" " if one.isspace() else one)
            places.append(place)
    return "".join(characters), places


def _found(text: str, name: str) -> Iterable[int]:
    start = text.find(name)
    while start >= 0:
        if len(name) > 1 or _stands_alone(text, start):
            yield start
        start = text.find(name, start + 1)


def _stands_alone(text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    return not before.isalnum() and not after.isalnum()


def _rebuilt(text: str, hidden: set[int]) -> str:
    parts: list[str] = []
    for place, character in enumerate(text):
        if place not in hidden:
            parts.append(character)
        elif place - 1 not in hidden:
            parts.append(SIGN)
    return "".join(parts)
