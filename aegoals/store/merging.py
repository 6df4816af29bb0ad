"""A second file of the same data, merged into the store as one action that can be undone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from aegoals.errors import DataFileDamaged, RefusedInput
from aegoals.locale.texts import _
from aegoals.store import schema
from aegoals.store.backups import read_tables
from aegoals.store.codec import same
from aegoals.store.history import HISTORY
from aegoals.store.history_check import damaged_entries
from aegoals.store.ids import new_id
from aegoals.store.merge import Bonds, Fits, Merged, anything_fits, merge
from aegoals.store.own_backup import backups_folder, free_place, own_name
from aegoals.store.protocol import Document, Transaction
from aegoals.store.sync_copies import is_copy_name
from aegoals.store.tiny_store import TinyStore
from aegoals.store.trouble import warn

MERGES = "merges"
"""The table of merged files: what of each gave way, so that both versions are kept."""

KEPT_MERGES = 20


def plan_merge(store: TinyStore, file: Path, bonds: Bonds | None = None, fits: Fits = anything_fits) -> list[Merged]:
    """Return what :func:`merge_file` would do now.

    Raises RefusedInput for the data file itself, DataFileError where one of the two cannot be read.
    """
    if os.path.realpath(file) == str(store.path):
        raise RefusedInput(_("{path} is your data file itself.").format(path=file))
    tables = schema.upgrade(read_tables(file, store.keys), file)
    schema.refuse_newer(tables, file)
    ours = {name: dict(store.table(name)) for name in (*store.table_names(), HISTORY)}
    for one, path in ((ours, store.path), (tables, file)):
        if faults := damaged_entries(one):
            raise DataFileDamaged(f"{path}: {faults[0]}", _("Nothing was merged. See: aegoals doctor"))
    return list(_news(merge(ours, tables, bonds, fits), ours.get(MERGES, {})))


def _news(plan: Sequence[Merged], merges: Mapping[str, Document]) -> Iterator[Merged]:
    """Yield what is left to do where the same file was merged before: what is set aside already stays so."""
    kept = [merged.get("aside", {}) for merged in merges.values()]
    for one in plan:
        table, key = one.change.table, one.change.key
        known = any(same(aside.get(table, {}).get(key), one.aside) for aside in kept)
        if not known:
            yield one
        elif not same(one.change.before, one.change.after):
            yield replace(one, aside={})


def merge_file(
    store: TinyStore, file: Path, moment: datetime, bonds: Bonds | None = None, fits: Fits = anything_fits
) -> list[Merged]:
    """Merge a file as one action and return what was done; nothing new leaves the data file as it is.

    What of the file gave way is kept in the table ``merges``; the last twenty merges are kept.
    """
    with store.transaction("merge", file.name) as action:
        plan = plan_merge(store, file, bonds, fits)
        for change in (one.change for one in plan):
            if change.after is None:
                action.remove(change.table, change.key)
            elif not same(change.before, change.after):
                action.put(change.table, change.key, change.after)
        _set_aside(action, store.table(MERGES), _aside(plan), file.name, moment)
    return plan


def put_away(store: TinyStore, file: Path, moment: datetime) -> Path | None:
    """Move a merged conflict copy from beside the data file among the backups; return where it is.

    Another file stays where it is. Where it cannot be moved it stays too, and the log says so.
    """
    real = Path(os.path.realpath(file))
    if real.parent != store.path.parent or not is_copy_name(real.name, store.path):
        return None
    try:
        place = free_place(backups_folder(store.path), own_name(store.path, moment, "merged"))
        os.rename(real, place)
        place.chmod(0o600)
    except OSError as error:
        warn(f"{real} could not be put away: {error.strerror}")
        return None
    return place


def _aside(plan: Sequence[Merged]) -> dict[str, dict[str, Document]]:
    found: dict[str, dict[str, Document]] = {}
    for one in plan:
        if one.aside:
            found.setdefault(one.change.table, {})[one.change.key] = one.aside
    return found


def _set_aside(
    action: Transaction,
    merges: Mapping[str, Document],
    aside: dict[str, dict[str, Document]],
    name: str,
    moment: datetime,
) -> None:
    """Keep what gave way; the oldest merges beyond the limit go."""
    if not aside:
        return
    key = new_id()
    at = moment.isoformat(timespec="milliseconds")
    action.put(MERGES, key, {"id": key, "at": at, "file": name, "aside": aside})
    for old in sorted(merges)[: max(0, len(merges) + 1 - KEPT_MERGES)]:
        action.remove(MERGES, old)
