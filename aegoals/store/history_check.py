"""Whether the history of a file still belongs to its documents."""

from __future__ import annotations

from aegoals.locale.texts import _
from aegoals.store.codec import Tables
from aegoals.store.history import HISTORY, entries
from aegoals.store.protocol import Document


def history_faults(tables: Tables) -> list[str]:
    """Return in plain words which actions cannot be taken back or done again any more."""
    log = tables.get(HISTORY, {})
    if broken := damaged_entries(tables):
        return broken
    return [
        _("“{title}” ({at}) does not fit what the file holds: it was changed by hand since.").format(
            title=entry.title, at=entry.at
        )
        for entry in entries(tables)
        if len(entry.changes) != _count(log[entry.id])
    ]


def damaged_entries(tables: Tables) -> list[str]:
    """Return in plain words which entries of the history are none."""
    log = tables.get(HISTORY, {})
    return [
        _("An entry of the history is damaged: {id}.").format(id=key)
        for key, entry in log.items()
        if not _is_whole(entry)
    ]


def _count(entry: Document) -> int:
    return sum(map(len, entry["changes"].values()))


def _is_whole(entry: Document) -> bool:
    """Tell whether an entry has the shape that undo and redo rely on."""
    if not all(isinstance(entry.get(name), str) for name in ("at", "verb", "title")):
        return False
    tables = entry.get("changes")
    if not isinstance(tables, dict) or not all(isinstance(one, dict) for one in tables.values()):
        return False
    return all(_is_exchange(kept) for documents in tables.values() for kept in documents.values())


def _is_exchange(kept: object) -> bool:
    """See aegoals.store.exchange.Exchange for the three shapes."""
    if isinstance(kept, int):
        return True
    match kept:
        case [None, document]:
            return document is None or isinstance(document, dict)
        case [int(), dict(), list()]:
            return True
    return False
