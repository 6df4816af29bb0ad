"""What is said of entries that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.locale.texts import _, ngettext
from widgets.rows import Row, line_row
from widgets.spans import wrap

NARROWEST = 20


def unreadable_rows(count: int, width: int) -> Iterator[Row]:
    """Yield the lines that name entries which cannot be read, and what to do; none where all is well."""
    if not count:
        return
    what = ngettext("{count} entry cannot be read", "{count} entries cannot be read", count).format(count=count)
    words = _("! {what}: kept as it is, left out of every figure. aegoals doctor says which and why.")
    for line in wrap(words.format(what=what), max(width, NARROWEST)):
        yield line_row(None, [(line, "warn")])
