"""How one thing out of many is named: by its id, an unmistakable part of it, or its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _

T = TypeVar("T")
SHORTEST = 4  # characters of an id that name something
SHOWN = 6  # of its end, which are enough on the command line
MOST_NAMED = 5


def is_part(word: str, key: str) -> bool:
    """Tell whether a word is the beginning or the end of an id, long enough to name it."""
    return len(word) >= SHORTEST and (key.startswith(word) or key.endswith(word))


def named(
    items: Iterable[T], reference: str, key_of: Callable[[T], str], words_of: Callable[[T], str], missing: NotFound
) -> T:
    """Return the one thing that a reference names; raises ``missing``, or RefusedInput where it names several."""
    word = reference.casefold().strip()
    found = [one for one in items if words_of(one).casefold() == word or is_part(word, key_of(one))]
    if not word or not found:
        raise missing
    if len(found) > 1:
        names = ", ".join(f"{key_of(one)[-SHOWN:]} {words_of(one)}" for one in found[:MOST_NAMED])
        raise RefusedInput(
            _("“{reference}” names several: {names}.").format(reference=reference, names=names), _("Use the id.")
        )
    return found[0]
