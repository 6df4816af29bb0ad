"""Keeping the data: backups that the AE asks for, and the way back to one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from aegoals.errors import DataFileDamaged, DataFileMissing, NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.keeping_preview import TableChanges, preview
from aegoals.store import schema
from aegoals.store.backups import Backup, list_backups, read_tables
from aegoals.store.own_backup import back_up
from aegoals.store.restore import plan_restore, replace_damaged, restore
from aegoals.store.tiny_store import TinyStore

MOST_NAMED = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What a restore changes, or would change.

    Where the data file itself ``is_damaged`` or ``is_missing`` there is nothing to compare with: the backup
    takes its place, and a damaged file is ``kept`` beside it.
    """

    backup: Path
    tables: tuple[TableChanges, ...] = ()
    is_damaged: bool = False
    is_missing: bool = False
    kept: Path | None = None


class KeepingService:
    """Backups and restores of the data file."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def backups(self) -> list[Backup]:
        """Return the backups in the backups folder, the newest first."""
        return list_backups(kept_store(self._context).path)

    def back_up(self, target: Path | None = None) -> Path:
        """Keep a verified copy of the file as it is now: in this file or folder, or among the backups.

        Raises RefusedInput where the target is there already, DataFileError where a file cannot be read.
        """
        store = kept_store(self._context)
        return back_up(store.path, target, self._context.now(), store.keys)

    def find_backup(self, file_or_day: str) -> Path:
        """Return the backup that a file name or a day (YYYY-MM-DD) names; raises NotFound.

        A day names the file as it was when that day began, before anything that the AE asked to keep later.
        """
        if not _DAY.fullmatch(file_or_day):
            return Path(file_or_day)
        found = [backup for backup in self.backups() if f"{backup.day}" == file_or_day]
        if not found:
            raise NotFound(_("There is no backup of {day}.").format(day=file_or_day), _named(self.backups()))
        return next((backup for backup in found if not backup.label), found[0]).path

    def plan_restore(self, file_or_day: str) -> RestorePlan:
        """Return what a restore would change now; raises NotFound or DataFileError."""
        store, backup = kept_store(self._context), self.find_backup(file_or_day)
        if instead := _place_to_take(store, backup):
            return instead
        return RestorePlan(backup, preview(plan_restore(store, backup)))

    def restore(self, file_or_day: str) -> RestorePlan:
        """Bring everything back to what a backup holds, as one action that can be undone.

        Raises NotFound, or DataFileError where the backup cannot be used: nothing has changed then.
        """
        store, backup = kept_store(self._context), self.find_backup(file_or_day)
        if instead := _place_to_take(store, backup):
            kept = replace_damaged(store.path, backup, self._context.now(), store.keys)
            return replace(instead, kept=kept)
        return RestorePlan(backup, preview(restore(store, backup, backup.name)))


def kept_store(context: Context) -> TinyStore:
    """Return the store as one that is kept in a file; raises RefusedInput for one in memory."""
    if isinstance(context.store, TinyStore):
        return context.store
    raise RefusedInput(_("This data is not kept in a file."))


def _place_to_take(store: TinyStore, backup: Path) -> RestorePlan | None:
    """Return a plan where the backup must take the file's place; None where there is a file to compare with."""
    plan = _plan_without_a_file(store, backup)
    if plan:
        schema.refuse_newer(read_tables(backup, store.keys), backup)
    return plan


def _plan_without_a_file(store: TinyStore, backup: Path) -> RestorePlan | None:
    try:
        store.refresh()
        store.table_names()
    except DataFileDamaged:
        return RestorePlan(backup, is_damaged=True)
    except DataFileMissing:
        return RestorePlan(backup, is_missing=True)
    return None


def _named(backups: list[Backup]) -> str:
    days: list[date] = sorted({backup.day for backup in backups}, reverse=True)
    if not days:
        return _("No backup was made yet.")
    named = ", ".join(f"{day}" for day in days[:MOST_NAMED])
    return _("The newest are of {days}; see them all with: aegoals where").format(days=named)
