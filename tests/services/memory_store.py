"""A store in memory: what the protocol promises and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from types import MappingProxyType

from aegoals.errors import RefusedInput
from aegoals.store.ids import new_id
from aegoals.store.protocol import Change, Document, Entry, StoredFile

Listener = Callable[[frozenset[str]], None]


class MemoryTransaction:
    """Changes to copies, so that dropping them costs nothing."""

    def __init__(self, tables: dict[str, dict[str, Document]]) -> None:
        self.tables = {name: dict(table) for name, table in tables.items()}

    def get(self, table: str, key: str) -> Document | None:
        return self.tables.get(table, {}).get(key)

    def put(self, table: str, key: str, document: Document) -> None:
        self.tables.setdefault(table, {})[key] = deepcopy(document)

    def remove(self, table: str, key: str) -> None:
        self.tables.get(table, {}).pop(key, None)


class MemoryStore:
    """Implements aegoals.store.protocol.Store."""

    lock_wait = 0.0

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Document]] = {}
        self._entries: list[Entry] = []
        self._listeners: list[Listener] = []

    def table(self, name: str) -> Mapping[str, Document]:
        return MappingProxyType(self._tables.get(name, {}))

    def lately(self, name: str, _day: str) -> Mapping[str, Document]:
        return self.table(name)

    def uses(self, name: str, field: str) -> Counter[str]:
        return Counter(one[field] for one in self.table(name).values() if isinstance(one.get(field), str))

    @contextmanager
    def transaction(self, verb: str, title: str) -> Iterator[MemoryTransaction]:
        transaction = MemoryTransaction(self._tables)
        yield transaction
        changes = _changes(self._tables, transaction.tables)
        if changes:
            done = [entry for entry in self._entries if not entry.undone]
            self._entries = [*done, Entry(new_id(), "2026-03-02T12:00:00+00:00", verb, title, changes)]
            self._save(transaction.tables, changes)

    def history(self) -> Sequence[Entry]:
        return tuple(self._entries)

    def titles(self, verb: str) -> Sequence[str]:
        return [entry.title for entry in self._entries if entry.verb == verb]

    def undo(self) -> Entry:
        return self._turn([entry for entry in reversed(self._entries) if not entry.undone], undone=True)

    def redo(self) -> Entry:
        return self._turn([entry for entry in self._entries if entry.undone], undone=False)

    def refresh(self) -> bool:
        return False

    def unread(self) -> int:
        return 0

    def look_ahead(self) -> None:
        pass

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def files(self) -> Sequence[StoredFile]:
        return ()

    def close(self) -> None:
        pass

    def _turn(self, candidates: list[Entry], *, undone: bool) -> Entry:
        if not candidates:
            raise RefusedInput("There is nothing to take back or to do again.")
        entry = candidates[0]
        transaction = MemoryTransaction(self._tables)
        for change in entry.changes:
            document = change.before if undone else change.after
            if document is None:
                transaction.remove(change.table, change.key)
            else:
                transaction.put(change.table, change.key, document)
        turned = replace(entry, undone=undone)
        self._entries = [turned if one is entry else one for one in self._entries]
        self._save(transaction.tables, entry.changes)
        return turned

    def _save(self, tables: dict[str, dict[str, Document]], changes: Sequence[Change]) -> None:
        self._tables = tables
        changed = frozenset(change.table for change in changes)
        for listener in tuple(self._listeners):
            listener(changed)


def _changes(before: dict[str, dict[str, Document]], after: dict[str, dict[str, Document]]) -> tuple[Change, ...]:
    found = []
    for table in {**before, **after}:
        old, new = before.get(table, {}), after.get(table, {})
        found += [
            Change(table, key, old.get(key), new.get(key)) for key in {**old, **new} if old.get(key) != new.get(key)
        ]
    return tuple(found)
