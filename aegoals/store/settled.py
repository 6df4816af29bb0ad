"""Where the settled documents of a long table stand in the file.

Ten years of records are nine tenths old, and a one-line command reads and changes none of those. So the first documents
of a long table are *settled*: a note in the table ``meta`` says where their bytes are, with a checksum, and until when
they go. The file stays one plain JSON file. Where the checksum does not fit, somebody else wrote it: then all of it is
parsed and checked as any other.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import NamedTuple, TypeGuard

import orjson

from aegoals.store.long_table import AnyTable, AnyTables, Extent, LongTable, Settled, Settling
from aegoals.store.protocol import META, Document

NOTE, EXTENT = "settled", "settled_extent"
"""Two documents of the table ``meta``, in the file only: where the bytes are, and what is said of them."""

_HEAD = 512  # bytes at the start of the file in which the note must stand
_BEGINS = b'},"settled":'
_MOST_STRAYS = 8  # recent documents with an older id than settled ones: each is looked for in their bytes


class _Note(NamedTuple):
    table: str
    from_end: int  # bytes from the first settled one to the end of the file
    size: int  # bytes
    checksum: int


class Cut(NamedTuple):
    """A file's content without the bytes of the settled documents, and those, with their table and checksum."""

    rest: bytes
    raw: memoryview
    table: str
    checksum: int


def settle(tables: AnyTables, rule: Settling) -> AnyTables:
    """Return the tables with the long one settled anew where it has grown enough."""
    table = tables.get(rule.table)
    if table is None or len(table.recent if isinstance(table, LongTable) else table) <= rule.most:
        return tables
    long = table if isinstance(table, LongTable) else LongTable(Settled(), table)
    keys = list(long.recent)
    greatest = max(long.settled.extent.greatest_id, *keys[: -rule.kept])
    if next(iter(tables)) != META or len(_strays(keys[-rule.kept :], greatest)) > _MOST_STRAYS:
        return tables
    return {**tables, rule.table: long.settle(rule)}


def with_settled(tables: AnyTables, option: int) -> bytes:
    """Return the content of a file in which one table has settled documents; raises TypeError as orjson does."""
    names = list(tables)
    name, long = next((name, one) for name, one in tables.items() if is_settled(one))
    behind = {other: tables[other] for other in names[names.index(name) + 1 :]}
    ends = orjson.dumps(long.recent, option=option)[1:], orjson.dumps(behind, option=option)[1:]
    tail = b"".join((b"," if long.recent else b"", ends[0], b"," if behind else b"", ends[1]))
    raw, extent = long.settled.raw, long.settled.extent._asdict()
    note = _Note(name, len(raw) + len(tail), len(raw), _checksum(raw, extent))
    before = {other: tables[other] for other in names[: names.index(name)]}
    # Behind the document with the file's revision, which must stay among the first bytes.
    before[META] = {**before[META], NOTE: note._asdict(), EXTENT: extent}
    head = orjson.dumps({**before, name: {}}, option=option)[:-2]
    return b"".join((head, raw, tail))


def is_settled(table: AnyTable) -> TypeGuard[LongTable]:
    """Tell whether some documents of a table are settled."""
    return isinstance(table, LongTable) and bool(table.settled.extent.number)


def cut(content: bytes) -> Cut | None:
    """Take the settled documents out of a file's content; None where there are none where the note says."""
    note = _note(content[:_HEAD])
    if note is None or note.size <= 0:
        return None
    start = len(content) - note.from_end
    end = start + note.size
    behind = end + 1 if content[end : end + 2] == b',"' else end
    if not content[:start].endswith(orjson.dumps(note.table) + b":{") or content[behind : behind + 1] not in b'}"':
        return None
    return Cut(b"".join((content[:start], content[behind:])), memoryview(content)[start:end], note.table, note.checksum)


def joined(found: Cut, extent: Document | None, recent: dict[str, Document] | None) -> LongTable | None:
    """Return the table of which a cut took the settled part; None where that is not as it was written."""
    if extent is None or recent is None or _checksum(found.raw, extent) != found.checksum:
        return None
    settled = Settled(found.raw, Extent(**extent))
    strays = _strays(recent, settled.extent.greatest_id)
    content = found.raw.tobytes() if strays else b""
    if len(strays) > _MOST_STRAYS or any(orjson.dumps(key) + b":{" in content for key in strays):
        return None  # too many to look for, or one of them stands twice
    return LongTable(settled, recent)


def _strays(keys: Iterable[str], greatest: str) -> list[str]:
    return [key for key in keys if key <= greatest]


def _checksum(raw: bytes | memoryview, extent: Document) -> int:
    """Sum up the bytes and what is said of them: both are trusted unread."""
    return zlib.crc32(orjson.dumps(extent), zlib.crc32(raw))


def _note(head: bytes) -> _Note | None:
    """Return the note at the start of a file, None where there is none that can be used."""
    start = head.find(_BEGINS)
    if start < 0:
        return None
    start += len(_BEGINS)
    try:
        note = _Note(**orjson.loads(head[start : head.index(b"}", start) + 1]))
    except (ValueError, TypeError):
        return None
    return note if [type(one) for one in note] == [str, int, int, int] else None
