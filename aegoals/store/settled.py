"""Where the settled documents of a long table stand in the file.

Ten years of records are nine tenths old, and a one-line command reads and changes none of those. So the first documents
of a long table are *settled*: a note in the table ``meta`` says where their bytes are, with a checksum of all that
stands behind it. The file stays one plain JSON file. Where the checksum does not fit, somebody else wrote it: then all
of it is parsed and checked as any other.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple, TypeGuard

import orjson

from aegoals.store.long_table import AnyTable, AnyTables, Extent, LongTable, Settled, Settling, all_plain, plain
from aegoals.store.protocol import META, Document

NOTE, EXTENT = "settled", "settled_extent"
"""Two documents of the table ``meta``, in the file only: where the bytes are, and what is said of them."""

_HEAD = 512  # bytes at the start of the file in which the note must stand
_BEGINS = b',"settled":{'


class _Note(NamedTuple):
    table: str
    from_end: int  # bytes from the first settled one to the end of the file
    size: int  # bytes
    checksum: int = 0


class Cut(NamedTuple):
    """A file's content without the bytes of the settled documents, and those, with their table."""

    rest: bytes
    raw: memoryview
    table: str


def settle(tables: AnyTables, rule: Settling) -> AnyTables:
    """Return the tables with the one long table, if any, settled anew where it has grown enough."""
    meta = tables.get(META)
    if not meta or next(iter(tables)) != META or NOTE in meta or EXTENT in meta:
        return {**all_plain(tables)}  # there is no place for the note
    settled: AnyTables = {name: table if name == rule.table else plain(table) for name, table in tables.items()}
    table = settled.get(rule.table, {})
    long = table if isinstance(table, LongTable) else LongTable(Settled(), table)
    if len(long.recent) > rule.most:
        settled[rule.table] = long.settle(rule)
    return settled


def with_settled(tables: AnyTables, option: int) -> bytes:
    """Return the content of a file in which one table has settled documents; raises TypeError as orjson does."""
    names = list(tables)
    name, long = next((name, one) for name, one in tables.items() if is_settled(one))
    after = {other: tables[other] for other in names[names.index(name) + 1 :]}
    ends = orjson.dumps(long.recent, option=option)[1:], orjson.dumps(after, option=option)[1:]
    tail = b"".join((b"," if long.recent else b"", ends[0], b"," if after else b"", ends[1]))
    raw, before = long.settled.raw, {other: tables[other] for other in names[: names.index(name)]}
    # Behind the document with the file's revision, which must stay among the first bytes.
    place = len(orjson.dumps({META: before[META]}, option=option)) - 2 + len(_BEGINS)
    before[META] = {**before[META], NOTE: {}, EXTENT: long.settled.extent._asdict()}
    head = orjson.dumps({**before, name: {}}, option=option)[:-2]
    note = _Note(name, len(raw) + len(tail), len(raw))
    note = note._replace(checksum=_checksum(note, head[place:], raw, tail))
    return b"".join((head[:place], orjson.dumps(note._asdict())[1:-1], head[place:], raw, tail))


def is_settled(table: AnyTable) -> TypeGuard[LongTable]:
    """Tell whether some documents of a table are settled."""
    return isinstance(table, LongTable) and bool(table.settled.extent.number)


def cut(content: bytes) -> Cut | None:
    """Take the settled documents out of a file's content; None where there are none, or somebody else wrote it."""
    head = content[:_HEAD]
    place = head.find(_BEGINS)
    end = head.find(b"}", place)
    if place < 0 or end < 0:
        return None
    try:
        note = _Note(**orjson.loads(head[place + len(_BEGINS) - 1 : end + 1]))
    except (ValueError, TypeError):
        return None
    if _checksum(note, memoryview(content)[end:]) != note.checksum:
        return None
    first = len(content) - note.from_end
    last = first + note.size
    after = last + (content[last : last + 1] == b",")
    return Cut(b"".join((content[:first], content[after:])), memoryview(content)[first:last], note.table)


def joined(found: Cut, extent: Document | None, recent: dict[str, Document]) -> LongTable | None:
    """Return the table of which a cut took the settled part; None where another aegoals says other things of it."""
    if extent is None or list(extent) != list(Extent._fields):
        return None
    return LongTable(Settled(found.raw, Extent(**extent)), recent)


def _checksum(note: _Note, *behind: bytes | memoryview) -> int:
    """Sum up where the bytes are said to be, and all behind the note: what fits is trusted unread."""
    found = zlib.crc32(orjson.dumps(note[:-1]))
    for part in behind:
        found = zlib.crc32(part, found)
    return found
