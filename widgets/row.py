"""One row of a list, and the rows that most lists are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from widgets.spans import Line, cut


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a key, and its lines for a given width in cells. A row without a key cannot be chosen."""

    key: str | None
    draw: Callable[[int], list[Line]] = field(compare=False)
    height: int = 1


def line_row(key: str | None, line: Line) -> Row:
    """Return a row of one line; what does not fit is cut."""
    return Row(key, lambda width: [cut(line, width)])


def heading(text: str, hint: str | Line = "") -> Row:
    """Return a heading, with a muted hint behind it; a hint that names something comes as spans."""
    hints: Line = [(hint, "muted")] if isinstance(hint, str) else hint
    return line_row(None, [(text, "title"), ("  ", "muted"), *hints])


def note(text: str) -> Row:
    """Return a muted line, such as an empty state that names the key to press."""
    return line_row(None, [(text, "muted")])


def gap() -> Row:
    """Return an empty line."""
    return line_row(None, [])


def stack(*groups: Iterable[Row]) -> list[Row]:
    """Return groups of rows under one another with an empty line between them; empty groups vanish."""
    rows: list[Row] = []
    for group in groups:
        found = list(group)
        if found and rows:
            rows.append(gap())
        rows.extend(found)
    return rows


def key_of(what: str, name: str) -> str:
    """Return the key of a row that stands for one thing, such as ``goal:01ab``."""
    return f"{what}:{name}"


def parts_of(key: str | None) -> tuple[str, str]:
    """Return what a row stands for and its name; two empty texts for none."""
    what, _colon, name = (key or "").partition(":")
    return what, name
