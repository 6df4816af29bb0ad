"""The history of actions in the file: enough of each to take it back and to do it again.

For every document that an action touched an entry keeps what the table does *not* hold at the moment: the
state before the action, or after an undo the state that the action had made. Undo and redo are therefore the
same exchange between table and entry, and an import of 20,000 records keeps 20,000 ids and no second copy.

A mark (a checksum) of what the table does hold goes with it. Where the mark does not fit any more, somebody
changed the document without leaving an entry, and the exchange is refused rather than losing that change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import orjson

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _
from aegoals.store.exchange import Exchange, exchange, fits, other_state
from aegoals.store.protocol import Change, Document, Entry

HISTORY = "history"
HISTORY_LIMIT = 1000  # actions
MOST_WRITTEN_OVER = 100  # ids that one entry remembers
INSTEAD_OF = "instead_of"  # field of an entry: ids of the undone actions in whose place it was done
ALWAYS_ALLOWED = 64 * 1024  # bytes: a new file would otherwise forget its third action

Log = dict[str, Document]
"""The table of the history: id → entry, oldest first."""

AnyTables = Mapping[str, Mapping[str, Document]]


def new_entry(at: str, verb: str, title: str, changes: list[Change]) -> Document:
    """Return an action as the history keeps it."""
    stored: dict[str, dict[str, Exchange]] = {}
    for change in changes:
        stored.setdefault(change.table, {})[change.key] = exchange(change.after, change.before)
    return {"at": at, "verb": verb, "title": title, "changes": stored}


def append(log: Log, entry_id: str, entry: Document, *, limit: int, file_size: int) -> None:
    """Add an action; what was undone before it cannot be redone any more, and only its id stays.

    The id tells a merge that this machine took the action back (``instead_of``), where another one kept it.
    The oldest actions beyond ``limit`` go, and those beyond a third of the rest of the file, whose bytes with
    the log as it was are ``file_size``. The latest action always stays, however large it is.
    """
    weights = {key: _weight(key, kept) for key, kept in log.items()}
    rest = file_size - sum(weights.values())
    written_over: list[str] = []
    for key in [key for key, kept in log.items() if kept.get("undone")]:
        written_over += [*log[key].get(INSTEAD_OF, ()), key]
        del log[key], weights[key]
    if written_over:
        entry = {**entry, INSTEAD_OF: written_over[-MOST_WRITTEN_OVER:]}
    log[entry_id], weights[entry_id] = entry, _weight(entry_id, entry)
    _prune(log, weights, limit, max(ALWAYS_ALLOWED, rest // 3))


def growth(changes: list[Change]) -> int:
    """Return by how many bytes these changes make the tables larger."""
    return sum(_size(change.after) - _size(change.before) for change in changes)


def _prune(log: Log, weights: dict[str, int], limit: int, allowed: int) -> None:
    total = sum(weights.values())
    for key in list(log)[:-1]:
        if len(log) <= limit and total <= allowed:
            return
        del log[key]
        total -= weights[key]


def latest_done(log: Log) -> str:
    """Return the id of the action that an undo takes back; raises RefusedInput if there is none."""
    for key, entry in reversed(log.items()):
        if not entry.get("undone"):
            return key
    raise RefusedInput(_("There is nothing to undo."))


def first_undone(log: Log) -> str:
    """Return the id of the action that a redo does again; raises RefusedInput if there is none."""
    for key, entry in log.items():
        if entry.get("undone"):
            return key
    raise RefusedInput(_("There is nothing to redo."))


def steps(entry: Document, tables: AnyTables) -> list[Change]:
    """Return what an undo or redo of this entry would change now.

    Raises RefusedInput, naming the document, where it is no longer what the action left.
    """
    changes = []
    for table, key, kept in _exchanges(entry):
        current = tables.get(table, {}).get(key)
        if not fits(kept, current):
            raise RefusedInput(
                _("“{title}” cannot be undone or redone: {name} ({table}) was changed since.").format(
                    title=entry["title"], name=_name(current, key), table=table
                ),
                _("Nothing was changed. Change it by hand instead."),
            )
        changes.append(Change(table, key, current, other_state(kept, current)))
    return changes


def turned(entry: Document, changes: list[Change]) -> Document:
    """Return the entry as it is kept after an undo (or redo) that made these changes."""
    other_way = new_entry(entry["at"], entry["verb"], entry["title"], changes)
    if INSTEAD_OF in entry:
        other_way[INSTEAD_OF] = entry[INSTEAD_OF]
    return other_way if entry.get("undone") else {**other_way, "undone": True}


def entries(tables: AnyTables) -> list[Entry]:
    """Return all kept actions, oldest first, with every document before and after.

    A change is left out where another program changed the document without leaving an entry of its own.
    """
    log = tables.get(HISTORY, {})
    done = [item for item in log.items() if not item[1].get("undone")]
    undone = [item for item in log.items() if item[1].get("undone")]
    backwards = [_entry(*item) for item in _walk(reversed(done), tables)]
    return [*reversed(backwards), *(_entry(*item) for item in _walk(iter(undone), tables))]


def _walk(items: Iterator[tuple[str, Document]], tables: AnyTables) -> Iterator[tuple[str, Document, list[Change]]]:
    """Go away from the present, entry by entry; each yields its exchanges as (present side, far side)."""
    states: dict[tuple[str, str], Document | None] = {}
    for entry_id, entry in items:
        changes = []
        for table, key, kept in _exchanges(entry):
            near = states.get((table, key), tables.get(table, {}).get(key))
            if fits(kept, near):
                states[table, key] = far = other_state(kept, near)
                changes.append(Change(table, key, near, far))
        yield entry_id, entry, changes


def _entry(entry_id: str, entry: Document, changes: list[Change]) -> Entry:
    undone = bool(entry.get("undone"))
    return Entry(
        id=entry_id,
        at=entry["at"],
        verb=entry["verb"],
        title=entry["title"],
        changes=tuple(changes if undone else map(_reversed, changes)),
        undone=undone,
    )


def as_entry(entry_id: str, entry: Document, changes: list[Change]) -> Entry:
    """Return an entry that was just turned: ``changes`` are those of the turn."""
    return _entry(entry_id, entry, [_reversed(change) for change in changes])


def _reversed(change: Change) -> Change:
    return Change(change.table, change.key, change.after, change.before)


def _exchanges(entry: Document) -> Iterator[tuple[str, str, Exchange]]:
    for table, documents in entry["changes"].items():
        for key, kept in documents.items():
            yield table, key, kept


def _weight(key: str, entry: Document) -> int:
    return len(key) + _size(entry) + 4  # two quotes, a colon and a comma


def _size(document: Document | None) -> int:
    return 0 if document is None else len(orjson.dumps(document))


def _name(document: Document | None, key: str) -> str:
    return str((document or {}).get("title") or (document or {}).get("name") or key)
