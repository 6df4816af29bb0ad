"""Reading of the vocabulary files: one TOML file a language, each value a list of words between commas.

A word list is a literal string (three single quotes), because ``tomllib`` copies those in one step and looks at
every character of all others: reading the five languages costs a millisecond and not thirty.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

LANGUAGES = ("en", "sv", "de", "ja", "zh")
"""The languages with a vocabulary, in the order in which a shared spelling is decided."""

Tables = Mapping[str, Mapping[str, str]]


def read_tables(folder: Path, language: str) -> Tables:
    """Return the vocabulary file of one language: table, then key, then the words between commas."""
    with (folder / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def words_of(listing: str) -> Iterator[str]:
    """Yield the words of one list; a comma separates, a line break is a blank."""
    for word in " ".join(listing.split()).split(","):
        if word := word.strip():
            yield word
