"""Documents that another program's save left as they were stay the very same objects.

Whoever has checked a document or put it in an index then need not do so again, and ten years of records do not
stand in memory twice.
"""

from __future__ import annotations

from operator import is_

import orjson

from aegoals.store.long_table import AnyTable, AnyTables, LongTable, plain
from aegoals.store.protocol import Document

Table = dict[str, Document]


def sharing(known: AnyTables, read: AnyTables) -> AnyTables:
    """Return what was read, with the documents and tables of ``known`` wherever they are the same."""
    return {name: _shared_any(known.get(name, {}), table) for name, table in read.items()}


def _shared_any(known: AnyTable, read: AnyTable) -> AnyTable:
    """Share what is settled as a whole, unread, where both hold the same; else one by one."""
    if isinstance(known, LongTable) and isinstance(read, LongTable) and known.settled.is_same(read.settled):
        recent = _shared(known.recent, read.recent)
        return known if recent is known.recent else LongTable(known.settled, recent)
    shared = _shared(plain(known), plain(read))
    if shared is plain(known):
        return known
    return read.made_of(shared) if isinstance(read, LongTable) else shared


def _shared(known: Table, read: Table) -> Table:
    merged = {key: one if (one := known.get(key)) == document else document for key, document in read.items()}
    # As bytes, for Python calls 1 and True equal: then all stands as it was read.
    if orjson.dumps(merged) != orjson.dumps(read):
        return read
    is_known = len(merged) == len(known) and list(merged) == list(known)
    return known if is_known and all(map(is_, merged.values(), known.values())) else merged
