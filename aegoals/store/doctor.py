"""What may be wrong with the files on the disk, whatever the documents say."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from aegoals.errors import DataFileError, DataFileLocked, DataFileNewer
from aegoals.locale.texts import _
from aegoals.store import schema
from aegoals.store.backups import FOLDER, list_backups, read_tables
from aegoals.store.codec import Tables
from aegoals.store.durable_file import DurableFile
from aegoals.store.history_check import history_faults
from aegoals.store.lock import exclusive
from aegoals.store.sync_copies import find_sync_copies
from aegoals.store.tiny_store import TinyStore
from aegoals.store.trouble import save_failed

_OTHERS = stat.S_IRWXG | stat.S_IRWXO

Repair = Callable[[], str]
"""Puts one thing right and returns what it did; raises AegoalsError."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: ``code`` for programs, the words for people, and a repair where there is one."""

    code: str
    message: str
    advice: str = ""
    repair: Repair | None = field(default=None, compare=False)


def examine_files(store: TinyStore) -> Iterator[Finding]:
    """Yield what is wrong with the data file, its history, its backups and what lies beside them.

    Raises DataFileLocked where the passphrase of the data file is not known: that is no fault of the file.
    """
    path = store.path
    yield from _data(store)
    yield from _permissions(path)
    yield from _backups(store)
    yield from _leftovers(path)
    for copy in find_sync_copies(path):
        yield Finding(
            "sync_copy",
            _("A sync service left a second version of your data: {path}.").format(path=copy.path),
            _("See what it holds with: aegoals merge FILE --dry-run"),
        )


def _data(store: TinyStore) -> Iterator[Finding]:
    if not store.path.exists():
        yield from _missing(store.path)
        return
    try:
        store.refresh()
        store.table_names()
        tables = schema.upgrade(read_tables(store.path, store.keys), store.path)
        schema.refuse_newer(tables, store.path)
    except DataFileLocked:
        raise
    except DataFileNewer as error:
        yield Finding("newer", error.message, error.repair)
    except DataFileError as error:
        yield Finding("unreadable", error.message, f"{error.repair} {_('See: aegoals restore --help')}".strip())
    else:
        yield from _history(tables)


def _missing(data_file: Path) -> Iterator[Finding]:
    """Yield a finding where a file is gone that has backups."""
    if newest := next(iter(list_backups(data_file)), None):
        message = _("The data file {path} is missing, and there are backups of it.").format(path=data_file)
        yield Finding(
            "missing", message, _("The newest is {path}; see: aegoals restore --help").format(path=newest.path)
        )


def _history(tables: Tables) -> Iterator[Finding]:
    for fault in history_faults(tables):
        yield Finding("history", fault, _("Undo stops there; what was done later can be undone."))


def _permissions(data_file: Path) -> Iterator[Finding]:
    if os.name != "posix":  # pragma: no cover - Windows keeps permissions in another way
        return
    folder = data_file.parent / FOLDER
    lock = DurableFile(data_file).lock_path
    for path in (data_file, lock, folder, *(backup.path for backup in list_backups(data_file))):
        with suppress(FileNotFoundError):
            mode = stat.S_IMODE(path.lstat().st_mode)
            if mode & _OTHERS and not path.is_symlink():
                message = _("Others may use {path} (mode {mode:o}).").format(path=path, mode=mode)
                yield Finding("permissions", message, repair=lambda path=path: _make_private(path))  # type: ignore[misc]


def _make_private(path: Path) -> str:
    mode = stat.S_IRWXU if path.is_dir() else stat.S_IRUSR | stat.S_IWUSR
    try:
        path.chmod(mode)
    except OSError as error:
        raise save_failed(path, error) from error
    return _("{path} is yours alone now.").format(path=path)


def _backups(store: TinyStore) -> Iterator[Finding]:
    for backup in list_backups(store.path):
        try:
            schema.schema_of(read_tables(backup.path, store.keys), backup.path)
        except DataFileLocked as error:
            yield Finding("backup_locked", error.message, _("Its own passphrase opens it."))
        except DataFileError as error:
            message = _("The backup of {day} cannot be used: {reason}").format(day=backup.day, reason=error.message)
            yield Finding("backup", message, _("Delete it if you do not need it."))


def leftovers(data_file: Path) -> list[Path]:
    """Return the temporary files of saves and copies that did not end, or that run right now."""
    found = []
    for folder in (data_file.parent, data_file.parent / FOLDER):
        with suppress(OSError):
            found += [
                folder / name
                for name in sorted(os.listdir(folder))
                if name.startswith((f".{data_file.name}.", f".{data_file.stem}-")) and name.endswith(".tmp")
            ]
    return found


def _leftovers(data_file: Path) -> Iterator[Finding]:
    if found := leftovers(data_file):
        names = ", ".join(path.name for path in found)
        message = _("Saves that did not end left temporary files: {names}.").format(names=names)
        yield Finding("leftover", message, repair=lambda: _sweep(data_file))


def _sweep(data_file: Path) -> str:
    """Remove them under the lock, so that none belongs to a save that runs."""
    count = 0
    with exclusive(DurableFile(data_file).lock_path, wait=10.0):
        for path in leftovers(data_file):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise save_failed(path, error) from error
            count += 1
    return _("Temporary files removed: {count}.").format(count=count)
