"""TinyDB's storage made durable: one copy of the tables in memory, one whole file per transaction."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tinydb.storages import Storage

from aegoals.errors import DataFileDamaged, SaveFailed
from aegoals.locale.texts import _
from aegoals.store.codec import Tables, decode_settled, encode_settled
from aegoals.store.durable_file import DurableFile, Fingerprint, changed_by_another
from aegoals.store.keyring import Keyring
from aegoals.store.lock import exclusive
from aegoals.store.long_table import AnyTable, AnyTables, LongTable, Settling, all_plain
from aegoals.store.protocol import Document
from aegoals.store.sharing import sharing

if TYPE_CHECKING:
    from aegoals.store.cipher import Key


class Draft:
    """The tables as an open transaction changes them: a table is copied when it is first touched."""

    def __init__(self, tables: AnyTables) -> None:
        self._base = tables
        self.revert()

    def revert(self) -> None:
        """Forget every change."""
        self.tables: AnyTables = dict(self._base)
        self.touched: set[str] = set()

    def table(self, name: str) -> AnyTable:
        """Return one table to change; its documents are not to be changed in place."""
        if name not in self.touched:
            self.tables[name] = self.tables.get(name, {}).copy()
            self.touched.add(name)
        return self.tables[name]

    def plain_table(self, name: str) -> dict[str, Document]:
        """Return one table to change as a dictionary, its documents too: nothing in it is settled any more."""
        table = self.table(name)
        if isinstance(table, LongTable):
            self.tables[name] = table = dict(table.whole())
        return table

    def replace(self, tables: Tables) -> None:
        """Put all tables in the place of those that are."""
        self.touched |= {*self.tables, *tables}
        self.tables = dict(tables)


class _Memory(NamedTuple):
    """The tables of the file, the state of the file they belong to (None: there is no file), and its key."""

    tables: AnyTables
    fingerprint: Fingerprint | None
    key: Key | None = None


def _unchanged(tables: AnyTables) -> AnyTables:
    return tables


class DurableStorage(Storage):
    """Keep TinyDB's tables in one UTF-8 JSON file that survives crashes, full disks and other writers.

    ``lock_wait`` (seconds) may be changed later; ``prepare`` turns what was read into what is used (migrations);
    ``before_save`` runs under the lock, when the new content is safe and the old file in place (backups).
    A locked file is opened with a key from ``keys`` and stays locked with the same key. ``settling`` says which table
    keeps its old documents as bytes.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        lock_wait: float = 10.0,
        prepare: Callable[[AnyTables], AnyTables] = _unchanged,
        before_save: Callable[[], None] = lambda: None,
        keys: Keyring | None = None,
        settling: Settling | None = None,
    ) -> None:
        self._keys = keys or Keyring()
        self._settling = settling or Settling()
        self._file = DurableFile(path)
        self.lock_wait = lock_wait
        self._prepare = prepare
        self._before_save = before_save
        self._memory: _Memory | None = None
        self._ahead: _Memory | None = None
        self._draft: Draft | None = None
        self._guard = threading.RLock()  # one transaction at a time among the threads of this process

    @property
    def path(self) -> Path:
        """The real path of the data file: symlinks are followed."""
        return self._file.path

    @property
    def lock_path(self) -> Path:
        """The file that writers lock."""
        return self._file.lock_path

    @property
    def size(self) -> int:
        """Bytes of the file as it was last read or written; 0 where there is none."""
        return self._memory.fingerprint.size if self._memory and self._memory.fingerprint else 0

    def snapshot(self) -> AnyTables:
        """Return the tables as last read or saved, read from the file the first time; they never change."""
        memory = self._memory
        if memory is None:
            with self._guard:
                memory = self._memory = self._memory or self._newest()
        return memory.tables

    def refresh(self) -> bool:
        """Read the file again if somebody else wrote it; True when it was read.

        A file that has vanished is taken for a moment in somebody else's save: what is in memory stays.
        """
        with self._guard:
            now = self._file.fingerprint()
            if self._memory and (now is None or now == self._memory.fingerprint):
                return False
            self._memory = self._newest()
            return True

    def unread(self) -> int:
        """Return the bytes of a file that somebody else wrote and nobody here has read yet; 0 where there is none."""
        memory, now = self._memory, self._file.fingerprint()
        return now.size if memory and now and now != memory.fingerprint else 0

    def look_ahead(self) -> None:
        """Read what somebody else wrote for the next :meth:`refresh`; another thread may do this."""
        self._ahead = ahead = self._load_again(self._memory)
        all_plain(ahead.tables)  # what is settled too, so that nobody has to wait for it afterwards

    def _newest(self) -> _Memory:
        """Return what was read ahead if it still is the file, else what the file holds."""
        ahead, self._ahead = self._ahead, None
        if ahead and ahead.fingerprint and ahead.fingerprint == self._file.fingerprint():
            return ahead
        return self._load_again(self._memory)

    def _load_again(self, known: _Memory | None) -> _Memory:
        loaded = self._load()
        return loaded._replace(tables=sharing(known.tables, loaded.tables)) if known else loaded

    @contextmanager
    def transaction(self) -> Iterator[Draft]:
        """Lock the file, offer its true tables to change, and save once at the end of the block.

        Inside an open transaction of the same thread it joins that one. Any exception drops all changes.
        Raises DataFileBusy, DataFileDamaged or SaveFailed; the file is then as it was before.
        """
        with self._guard:
            if self._draft:
                yield self._draft
                return
            self._file.make_folder()
            with exclusive(self._file.lock_path, self.lock_wait):
                self._file.sweep()
                self._catch_up()
                self._draft = draft = Draft(self.snapshot())
                try:
                    yield draft
                    if draft.touched:
                        self._save(draft)
                except BaseException:
                    if draft.touched:
                        self._forget()
                    raise
                finally:
                    self._draft = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all tables for TinyDB: of the open transaction, else of the file; None if there are none."""
        with self._guard:
            return all_plain(self._present()) or None

    def fetch(self, name: str, key: str) -> Document | None:
        """Return one document itself, not to be changed: of the open transaction, else of the file; None for none."""
        with self._guard:
            return self._present().get(name, {}).get(key)

    def _present(self) -> AnyTables:
        if self._draft:
            return self._draft.tables
        self.refresh()
        return self.snapshot()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Save these tables in the place of all, unless somebody else saved since they were read."""
        known = self._memory
        with self.transaction() as draft:
            if known and self._memory is not known:
                raise changed_by_another(self.path)
            draft.replace(data)

    def close(self) -> None:
        """Let go of the file; nothing is pending."""
        self._forget()

    def _load(self) -> _Memory:
        found = self._file.read()
        if found is None:
            from aegoals.store.backups import refuse_to_begin_plain

            refuse_to_begin_plain(self.path)
            return _Memory(self._prepare({}), None)
        content, fingerprint = found
        try:
            opened, key = self._keys.open(content, self.path)
            tables = self._prepare(decode_settled(opened, self.path))
        except DataFileDamaged as error:
            from aegoals.store.backups import with_way_out

            raise with_way_out(error, self.path, self._keys) from error
        return _Memory(tables, fingerprint, key)

    def _forget(self) -> None:
        """Read the file again before the next use: TinyDB's own update() changes documents in place."""
        self._memory = None

    def _catch_up(self) -> None:
        """Make sure, under the lock, that memory is what the file holds."""
        if self._memory and self._memory.fingerprint and not self._file.fingerprint():
            message = _("Nothing was saved: the data file {path} is gone.").format(path=self.path)
            raise SaveFailed(message, _("Put it back, or start the program again to begin anew."))
        self.refresh()

    def _save(self, draft: Draft) -> None:
        expected, key = (self._memory.fingerprint, self._memory.key) if self._memory else (None, None)
        content, tables = encode_settled(draft.tables, self._settling, self.path)
        if key:
            content = key.seal(content)
        fingerprint = self._file.replace(content, expected, self._before_save)
        self._memory = _Memory(tables, fingerprint, key)
