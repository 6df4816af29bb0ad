"""TinyDB's table with documents under ids of our own, kept in memory between writes.

Stock TinyDB rebuilds every document of the table and reads the whole file for each change. Here a change
works on a copy of the one dictionary and the storage writes it: serialising and writing is all that is paid.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from aegoals.store.ids import new_id
from aegoals.store.protocol import Document
from aegoals.store.storage import DurableStorage


class KeyedTable(Table):
    """A TinyDB table whose document ids are texts: all of TinyDB's methods, and three without its copies."""

    document_id_class = str  # type: ignore[assignment] # TinyDB documents this switch and types it as int

    def __init__(self, storage: DurableStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        self._durable = storage
        # No query cache: it would answer with what another program has changed since.
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    def fetch(self, key: str) -> Document | None:
        """Return the document itself, not to be changed; None where there is none."""
        return self._durable.fetch(self.name, key)

    def put(self, key: str, document: Document) -> None:
        """Insert or replace one document."""
        with self._durable.transaction() as draft:
            draft.table(self.name)[key] = document

    def discard(self, key: str) -> None:
        """Remove one document; removing what is not there is no error."""
        with self._durable.transaction() as draft:
            draft.table(self.name).pop(key, None)

    def _get_next_id(self) -> str:
        return new_id()

    def _update_table(self, updater: Callable[[dict[Any, Any]], object]) -> None:
        with self._durable.transaction() as draft:
            updater(draft.plain_table(self.name))
        self.clear_cache()


class KeyedDB(TinyDB):
    """A TinyDB on the durable storage; takes the arguments of DurableStorage."""

    table_class = KeyedTable  # type: ignore[assignment] # switches that TinyDB documents and does not type
    default_storage_class = DurableStorage  # type: ignore[assignment]

    def keyed(self, name: str) -> KeyedTable:
        """Return one table, with its type."""
        return cast("KeyedTable", self.table(name))

    @property
    def durable(self) -> DurableStorage:
        """The storage, with its type."""
        return cast("DurableStorage", self.storage)
