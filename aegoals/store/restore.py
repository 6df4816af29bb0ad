"""The way back: a backup's content as one action that can be undone, or in the place of a damaged file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from aegoals.store import schema
from aegoals.store.backups import link_or_copy, read_locked, read_tables
from aegoals.store.codec import encode, same
from aegoals.store.durable_file import DurableFile
from aegoals.store.keyring import Keyring
from aegoals.store.lock import exclusive
from aegoals.store.protocol import Change, Document
from aegoals.store.tiny_store import TinyStore
from aegoals.store.transaction import OWN_TABLES
from aegoals.store.trouble import save_failed


def plan_restore(store: TinyStore, backup: Path) -> list[Change]:
    """Return what :func:`restore` would change now. Raises DataFileError where the backup cannot be used."""
    tables = schema.upgrade(read_tables(backup, store.keys), backup)
    schema.refuse_newer(tables, backup)
    names = (store.table_names() | tables.keys()) - OWN_TABLES
    return [change for name in sorted(names) for change in _differences(name, store.table(name), tables.get(name, {}))]


def restore(store: TinyStore, backup: Path, title: str) -> list[Change]:
    """Bring every document back to what the backup holds, as one action; return what was changed."""
    with store.transaction("restore", title) as action:
        changes = plan_restore(store, backup)
        for change in changes:
            if change.after is None:
                action.remove(change.table, change.key)
            else:
                action.put(change.table, change.key, change.after)
    return changes


def replace_damaged(
    data_file: str | os.PathLike[str], backup: Path, moment: datetime, keys: Keyring | None = None
) -> Path | None:
    """Put a backup, locked as it is, in the place of a damaged or missing file.

    Return where the damaged file is kept, None where there was none.

    Raises DataFileError where the backup cannot be read, SaveFailed where nothing could be changed.
    """
    (tables, key), file = read_locked(backup, keys), DurableFile(data_file)
    content = encode(tables, file.path)
    with exclusive(file.lock_path, wait=10.0):
        present = file.fingerprint()
        kept = _kept(file.path, moment) if present else None
        file.replace(key.seal(content) if key else content, present)
    return kept


def _kept(damaged: Path, moment: datetime) -> Path:
    kept = damaged.with_name(f"{damaged.name}.damaged-{moment:%Y%m%dT%H%M%S}")
    try:
        link_or_copy(damaged, kept)
    except OSError as error:
        raise save_failed(kept, error) from error
    return kept


def _differences(table: str, now: Mapping[str, Document], then: Mapping[str, Document]) -> Iterator[Change]:
    for key in {**now, **then}:
        if not same(now.get(key), then.get(key)):
            yield Change(table, key, now.get(key), then.get(key))
