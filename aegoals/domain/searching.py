"""Looking for a word in what the AE wrote."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.fields import Model

IDS = frozenset({"id", "ref", "skill", "skills", "goal"})  # fields that hold no words of the AE's


def holds(word: str, *things: Model | str) -> bool:
    """Tell whether any text of these things holds a word, whatever its case; an empty word is in everything."""
    wanted = word.strip().casefold()
    return not wanted or any(wanted in text.casefold() for one in things for text in _texts(_plain(one)))


def _plain(thing: Model | str) -> object:
    return thing if isinstance(thing, str) else thing.document()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, one in value.items() if name not in IDS for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
