"""The lines that show what would change, table by table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from aegoals.locale.texts import _, ngettext

if TYPE_CHECKING:
    from aegoals.services.keeping_preview import Some, TableChanges

INDENT = "  "
_SIGNS = (("added", "+"), ("changed", "~"), ("removed", "-"))


def change_lines(tables: Iterable[TableChanges]) -> Iterator[str]:
    """Yield a line of counts for each table, and the first titles below it."""
    from aegoals.services.keeping_preview import table_words

    for one in tables:
        yield f"{table_words(one.table)}: {_counts(one)}"
        for name, sign in _SIGNS:
            yield from _titles(getattr(one, name), sign)


def _counts(one: TableChanges) -> str:
    words = (
        (one.added.count, _("{count} added")),
        (one.changed.count, _("{count} changed")),
        (one.removed.count, _("{count} removed")),
    )
    return ", ".join(text.format(count=count) for count, text in words if count)


def _titles(some: Some, sign: str) -> Iterator[str]:
    yield from (f"{INDENT}{sign} {title}" for title in some.titles)
    if (more := some.count - len(some.titles)) > 0:
        yield f"{INDENT}{sign} " + ngettext("and {count} more", "and {count} more", more).format(count=more)
