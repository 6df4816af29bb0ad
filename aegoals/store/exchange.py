"""One document in two states: what the table holds, and what an entry of the history keeps beside it."""

from __future__ import annotations

import zlib
from typing import Any

import orjson

from aegoals.store.codec import same
from aegoals.store.protocol import Document

Exchange = int | list[Any]
"""How to bring one document to its other state: ``mark`` removes it, ``[None, document]`` puts it back,
``[mark, fields, names]`` sets these fields and drops those names."""


def exchange(here: Document | None, other: Document | None) -> Exchange:
    """Return how to come from ``here``, which the table holds, to ``other``, which it does not."""
    mark = _mark(here)
    if here is None or mark is None:
        return [None, other]
    if other is None:
        return mark
    fields = {name: value for name, value in other.items() if not _has(here, name, value)}
    return [mark, fields, [name for name in here if name not in other]]


def fits(kept: Exchange, current: Document | None) -> bool:
    """Tell whether the table still holds what it held when the exchange was made."""
    return _mark(current) == (kept if isinstance(kept, int) else kept[0])


def other_state(kept: Exchange, current: Document | None) -> Document | None:
    """Return the state that the table does not hold; ``current`` fits the exchange."""
    if isinstance(kept, int):
        return None
    if current is None:
        document: Document = kept[1]
        return document
    _mark_of_current, fields, names = kept
    stays = {name: value for name, value in current.items() if name not in names}
    return {**stays, **fields}


def _mark(document: Document | None) -> int | None:
    """Return a checksum of the document, whatever the order of its fields."""
    if document is None:
        return None
    return zlib.crc32(orjson.dumps(document, option=orjson.OPT_SORT_KEYS))


def _has(document: Document, name: str, value: object) -> bool:
    return name in document and same(document[name], value)
