"""The history of actions in the file: enough of each to take it back and to do it again.

For every document that an action touched an entry keeps what the table does *not* hold at the moment: the
state before the action, or after an undo the state that the action had made. Undo and redo are therefore the
same exchange between table and entry, and an import of 20,000 records keeps 20,000 ids and no second copy.

A mark (a checksum) of what the table does hold goes with it. Where the mark does not fit any more, somebody
changed the document without leaving an entry, and the exchange is refused rather than losing that change.
"""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _
from aegoals.store.codec import Tables
from aegoals.store.exchange import Exchange, exchange, fits, other_state
from aegoals.store.protocol import Change, Document, Entry

HISTORY = "history"
HISTORY_LIMIT = 1000  # actions
ALWAYS_ALLOWED = 64 * 1024  # bytes: a new file would otherwise forget its third action

Log = dict[str, Document]
"""The table of the history: id → entry, oldest first."""


def record(log: Log, entry_id: str, *, at: str, verb: str, title: str, changes: list[Change]) -> None:
    """Add an action; what was undone before it cannot be redone any more."""
    for undone in [key for key, entry in log.items() if entry.get("undone")]:
        del log[undone]
    stored: dict[str, dict[str, Exchange]] = {}
    for change in changes:
        stored.setdefault(change.table, {})[change.key] = exchange(change.after, change.before)
    log[entry_id] = {"at": at, "verb": verb, "title": title, "changes": stored}


def weight(log: Log) -> int:
    """Return the bytes that these entries take in the file."""
    return sum(_weights(log).values())


def growth(changes: list[Change]) -> int:
    """Return by how many bytes these changes make the tables larger."""
    return sum(_size(change.after) - _size(change.before) for change in changes)


def prune(log: Log, limit: int, rest: int) -> None:
    """Forget the oldest actions beyond ``limit``, or beyond a third of ``rest``: the bytes of all else.

    The latest action always stays, however large it is.
    """
    weights = _weights(log)
    total = sum(weights.values())
    allowed = max(ALWAYS_ALLOWED, rest // 3)
    for key in list(log)[:-1]:
        if len(log) <= limit and total <= allowed:
            return
        del log[key]
        total -= weights[key]


def _weights(log: Log) -> dict[str, int]:
    return {key: len(orjson.dumps(entry)) + len(key) + 4 for key, entry in log.items()}


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


def steps(entry: Document, tables: Tables) -> list[Change]:
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
    stored: dict[str, dict[str, Exchange]] = {}
    for change in changes:
        stored.setdefault(change.table, {})[change.key] = exchange(change.after, change.before)
    rest = {name: value for name, value in entry.items() if name not in {"changes", "undone"}}
    state = {} if entry.get("undone") else {"undone": True}
    return {**rest, **state, "changes": stored}


def entries(tables: Tables) -> list[Entry]:
    """Return all kept actions, oldest first, with every document before and after.

    A change is left out where another program changed the document without leaving an entry of its own.
    """
    log = tables.get(HISTORY, {})
    done = [item for item in log.items() if not item[1].get("undone")]
    undone = [item for item in log.items() if item[1].get("undone")]
    backwards = [_entry(*item) for item in _walk(reversed(done), tables)]
    return [*reversed(backwards), *(_entry(*item) for item in _walk(iter(undone), tables))]


def _walk(
    items: Iterator[tuple[str, Document]], tables: Tables
) -> Iterator[tuple[str, Document, list[Change]]]:
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


def _size(document: Document | None) -> int:
    return 0 if document is None else len(orjson.dumps(document))


def _name(document: Document | None, key: str) -> str:
    return str((document or {}).get("title") or (document or {}).get("name") or key)
