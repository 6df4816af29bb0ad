"""One open transaction of the store: it remembers what every document was before."""

from __future__ import annotations

from aegoals.store.codec import as_stored, same
from aegoals.store.protocol import Change, Document
from aegoals.store.table import KeyedDB, KeyedTable

OWN_TABLES = frozenset({"meta", "history"})
"""Tables that the store writes by itself."""


class OpenTransaction:
    """Changes to be written together; implements aegoals.store.protocol.Transaction."""

    def __init__(self, db: KeyedDB) -> None:
        self._db = db
        self._before: dict[tuple[str, str], Document | None] = {}
        self._open = True

    def get(self, table: str, key: str) -> Document | None:
        """Return one document as it stands inside this transaction."""
        return self._table(table).fetch(key)

    def put(self, table: str, key: str, document: Document) -> None:
        """Insert or replace one document; raises RefusedInput for what a JSON file cannot hold."""
        stored = as_stored(document)
        if not same(self.get(table, key), stored):
            self._remember(table, key)
            self._table(table).put(key, stored)

    def remove(self, table: str, key: str) -> None:
        """Remove one document; removing what is not there is no error."""
        if self.get(table, key) is not None:
            self._remember(table, key)
            self._table(table).discard(key)

    def finish(self) -> list[Change]:
        """End the transaction and return what it changed, each document once."""
        changes = [Change(table, key, before, self.get(table, key)) for (table, key), before in self._before.items()]
        self._open = False
        return [change for change in changes if not same(change.before, change.after)]

    def _remember(self, table: str, key: str) -> None:
        self._before.setdefault((table, key), self.get(table, key))

    def _table(self, name: str) -> KeyedTable:
        if not self._open:
            raise RuntimeError("the transaction is over: what comes after its block cannot belong to it")
        if name in OWN_TABLES:
            raise ValueError(f"the table {name!r} is the store's own")
        return self._db.keyed(name)
