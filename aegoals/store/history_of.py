"""The part of a history that concerns some documents: reading all of it costs as much as its largest import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from aegoals.store.history import HISTORY, AnyTables, entries
from aegoals.store.protocol import Document, Entry


def entries_of(tables: AnyTables, places: Iterable[tuple[str, str]]) -> list[Entry]:
    """Return every action, oldest first, with only those changes that concern these documents (table, id)."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for table, key in places:
        keys[table].add(key)
    log = {entry_id: _only(entry, keys) for entry_id, entry in tables.get(HISTORY, {}).items()}
    part: dict[str, dict[str, Document]] = {
        table: {key: tables[table][key] for key in wanted & tables[table].keys()}
        for table, wanted in keys.items()
        if table in tables
    }
    return entries({**part, HISTORY: log})


def ids_of(tables: AnyTables, table: str) -> set[str]:
    """Return the ids of all documents of a table that the history tells of."""
    log = tables.get(HISTORY, {})
    return {key for entry in log.values() for key in entry["changes"].get(table, {})}


def _only(entry: Document, keys: Mapping[str, set[str]]) -> Document:
    kept = {
        table: {key: documents[key] for key in keys[table] & documents.keys()}
        for table, documents in entry["changes"].items()
        if table in keys
    }
    return {**entry, "changes": kept}
