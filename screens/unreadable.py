"""What is said of entries that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.locale.texts import ngettext
from widgets.rows import Row, line_row
from widgets.spans import wrap

NARROWEST = 20


def unreadable_rows(count: int, width: int) -> Iterator[Row]:
    """Yield the lines that name entries which cannot be read, and what to do; none where all is well."""
    if not count:
        return
    words = ngettext(
        "! {count} entry cannot be read: kept as it is, left out of every figure. aegoals doctor names it.",
        "! {count} entries cannot be read: kept as they are, left out of every figure. aegoals doctor names them.",
        count,
    )
    for line in wrap(words.format(count=count), max(width, NARROWEST)):
        yield line_row(None, [(line, "warn")])
