"""The store of aegoals: TinyDB tables in one durable file, changed by transactions that can be undone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from aegoals import clock as machine
from aegoals.store import backups, schema
from aegoals.store import history as actions
from aegoals.store.audience import Audience, Listener
from aegoals.store.history import HISTORY, HISTORY_LIMIT
from aegoals.store.ids import new_id
from aegoals.store.keyring import Keyring
from aegoals.store.long_table import AnyTables, LongTable, Settling, all_plain, plain, uses
from aegoals.store.migrations import MIGRATIONS
from aegoals.store.prompt_cache import cache_file
from aegoals.store.protocol import META, Change, Document, Entry, StoredFile
from aegoals.store.storage import Draft
from aegoals.store.sync_copies import find_sync_copies
from aegoals.store.table import KeyedDB
from aegoals.store.transaction import OpenTransaction


class TinyStore:
    """Implements aegoals.store.protocol.Store on one TinyDB file.

    Nothing is read before it is asked for, and nothing is made on the disk before the first save. ``clock``
    gives the aware instant that the history and the backups show; ``history_limit`` is in actions,
    ``lock_wait`` in seconds; ``keys`` opens a locked file; ``settling`` says which table keeps old documents unread.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        clock: Callable[[], datetime] = machine.now,
        history_limit: int = HISTORY_LIMIT,
        lock_wait: float = 10.0,
        migrations: Sequence[schema.Migration] = MIGRATIONS,
        keys: Keyring | None = None,
        settling: Settling | None = None,
    ) -> None:
        self.keys = keys or Keyring()
        self._db = KeyedDB(
            path,
            lock_wait=lock_wait,
            prepare=self._prepare,
            before_save=self._keep_backup,
            keys=self.keys,
            settling=settling,
        )
        self._storage = self._db.durable
        self._clock = clock
        self._history_limit = history_limit
        self._migrations = migrations
        self._open = False
        self._schema_on_disk = 0
        self._audience = Audience(self._storage.snapshot)

    def table(self, name: str) -> Mapping[str, Document]:
        """Return a read-only view of one table, by id, in the order of insertion; empty if unknown.

        The view keeps showing the state it was taken from. What an undo brings back stands at the end.
        """
        table = self._audience.look().get(name, {})
        return MappingProxyType(table.whole() if isinstance(table, LongTable) and table.settled.is_read else table)

    def lately(self, name: str, day: str) -> Mapping[str, Document]:
        """Return the documents of one table from an ISO day on, and maybe older ones: cheaper than all of them."""
        table = self._audience.look().get(name, {})
        return MappingProxyType(table.since(day) if isinstance(table, LongTable) else table)

    def uses(self, name: str, field: str) -> Counter[str]:
        """Count the texts that stand in a field of a table's documents, in the order of their first use."""
        table = self._audience.look().get(name, {})
        return table.uses(field) if isinstance(table, LongTable) else uses(table.values(), field)

    def table_names(self) -> frozenset[str]:
        """Return the names of the tables that callers filled."""
        return frozenset(self._audience.look()) - {META, HISTORY}

    @contextmanager
    def transaction(self, verb: str, title: str) -> Iterator[OpenTransaction]:
        """Open one action: written once at the end of the block, dropped whole on any exception.

        The file is locked and read again (if need be) when the block begins. A block that changes nothing
        writes nothing. Raises DataFileBusy, DataFileDamaged, DataFileNewer or SaveFailed; the file is then
        as it was before.
        """
        with self._writing() as draft:
            action = OpenTransaction(self._db)
            yield action
            changes = action.finish()
            if changes:
                self._record(draft, verb, title, changes)
            else:
                draft.revert()
        if changes:
            self._audience.tell({change.table for change in changes})

    def history(self) -> Sequence[Entry]:
        """Return the actions that are kept, oldest first; undone ones are marked."""
        return actions.entries(self._audience.look())

    def titles(self, verb: str) -> Sequence[str]:
        """Return the titles of the kept actions of one verb, oldest first; undone ones too."""
        return [entry["title"] for entry in self._audience.look().get(HISTORY, {}).values() if entry["verb"] == verb]

    def undo(self) -> Entry:
        """Take back the latest action that is not undone and return it.

        Raises RefusedInput if there is none, or if a document that it touched was changed since.
        """
        return self._turn(actions.latest_done)

    def redo(self) -> Entry:
        """Do the latest undone action again and return it; raises RefusedInput as undo does."""
        return self._turn(actions.first_undone)

    def refresh(self) -> bool:
        """Read again what another program wrote; True when something changed (subscribers are told)."""
        if not self._audience.has_looked:
            return False  # the first reading will be fresh
        self._storage.refresh()
        return self._audience.tell()

    def unread(self) -> int:
        """Return the bytes that another program wrote and :meth:`refresh` has still to read; 0 for none."""
        return self._storage.unread() if self._audience.has_looked else 0

    def look_ahead(self) -> None:
        """Read them already, in any thread, so that :meth:`refresh` has little left to do; raises DataFileError."""
        self._storage.look_ahead()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the names of the changed tables after every save; returns the way out."""
        return self._audience.subscribe(listener)

    def files(self) -> Sequence[StoredFile]:
        """Return the files that this store keeps on the disk."""
        kept = backups.list_backups(self._storage.path)
        return [
            _stored("data", self._storage.path),
            _stored("lock", self._storage.lock_path),
            *([_stored("prompt", shown)] if (shown := cache_file(self._storage.path)).exists() else []),
            *(StoredFile("backup", backup.path, backup.size) for backup in kept),
            *(StoredFile("sync_copy", copy.path, copy.size) for copy in find_sync_copies(self._storage.path)),
        ]

    @property
    def lock_wait(self) -> float:
        """Seconds that a save waits for another program's before it is refused."""
        return self._storage.lock_wait

    @lock_wait.setter
    def lock_wait(self, seconds: float) -> None:
        self._storage.lock_wait = seconds

    @property
    def path(self) -> Path:
        """The data file; symlinks are followed."""
        return self._storage.path

    def close(self) -> None:
        """Let go of the file; nothing is pending, since every transaction is on the disk."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[Draft]:
        """Open the one transaction of this store on tables that this program may change."""
        with self._storage.transaction() as draft:
            if self._open:
                raise RuntimeError("a transaction of this store is open: one user action is one transaction")
            self._audience.look()  # what the block begins with counts as seen
            schema.refuse_newer(draft.tables, self._storage.path, self._migrations)
            self._open = True
            try:
                yield draft
            finally:
                self._open = False

    def _record(self, draft: Draft, verb: str, title: str, changes: list[Change]) -> None:
        entry = actions.new_entry(self._clock().isoformat(timespec="milliseconds"), verb, title, changes)
        file_size = self._storage.size + actions.growth(changes)
        log, limit = draft.plain_table(HISTORY), self._history_limit
        actions.append(log, new_id(), entry, limit=limit, file_size=file_size)
        schema.stamp(draft.table(META))

    def _turn(self, choose: Callable[[actions.Log], str]) -> Entry:
        """Exchange table and entry: an undo for what is done, a redo for what is undone."""
        with self._writing() as draft:
            log = plain(draft.tables.get(HISTORY, {}))
            entry_id = choose(log)
            changes = actions.steps(log[entry_id], draft.tables)
            for change in changes:
                self._apply(change)
            turned = actions.turned(log[entry_id], changes)
            draft.table(HISTORY)[entry_id] = turned
            schema.stamp(draft.table(META))
        self._audience.tell({change.table for change in changes})
        return actions.as_entry(entry_id, turned, changes)

    def _apply(self, change: Change) -> None:
        table = self._db.keyed(change.table)
        if change.after is None:
            table.discard(change.key)
        else:
            table.put(change.key, change.after)

    def _prepare(self, tables: AnyTables) -> AnyTables:
        self._schema_on_disk = schema.schema_of(tables, self._storage.path)
        if self._schema_on_disk >= len(self._migrations):
            return tables
        return {**schema.upgrade(all_plain(tables), self._storage.path, self._migrations)}

    def _keep_backup(self) -> None:
        """Keep the old file before the first save of the day, and always before a new schema is written."""
        path, day = self._storage.path, self._clock().date()
        newest, written_in = len(self._migrations), self._schema_on_disk
        self._schema_on_disk = newest
        if not self._storage.size:
            return
        if written_in < newest:
            backups.keep(path, f"{day}-before-schema-{newest}")
        backups.keep_daily(path, day)


def _stored(role: str, path: Path) -> StoredFile:
    return StoredFile(role, path, path.stat().st_size if path.exists() else None)
