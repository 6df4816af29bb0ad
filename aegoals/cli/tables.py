"""Tables of plain text, aligned by terminal cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

WIDE = frozenset("WF")
WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
GAP = "  "


def cells(text: str) -> int:
    """Return how many terminal cells a text takes: two for East Asian wide characters, none for accents."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in WIDE else 1


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled with spaces to this many cells; ``right`` puts it at the right end."""
    spaces = " " * max(width - cells(text), 0)
    return spaces + text if right else text + spaces


def table(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """Return one line a row, in columns; the columns numbered in ``right`` stand at their right end."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(
            pad(text, width, right=number in right)
            for number, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
