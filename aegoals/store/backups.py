"""Backups beside the data file: one a day, thinned out with age.

The backup of a day is the file as it was before the first save of that day.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aegoals.errors import DataFileDamaged, DataFileError, DataFileMissing
from aegoals.locale.texts import _
from aegoals.store.codec import Tables, decode
from aegoals.store.durable_file import DurableFile, flush_folder, write_new
from aegoals.store.keyring import Keyring
from aegoals.store.magic import locked_on_disk
from aegoals.store.trouble import warn

if TYPE_CHECKING:
    from aegoals.store.cipher import Key

FOLDER = "backups"
DAILY, WEEKLY, MONTHLY = 7, 4, 12


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a data file, made before the first save of ``day`` or, with a label, for a reason."""

    path: Path
    day: date
    size: int
    label: str = ""


def list_backups(data_file: str | os.PathLike[str]) -> list[Backup]:
    """Return the backups of a data file, the newest first; readable or not."""
    real = Path(os.path.realpath(data_file))
    stem, suffix = re.escape(real.stem), re.escape(real.suffix)
    name = re.compile(rf"{stem}-(\d{{4}}-\d\d-\d\d)(-(?:before|at|merged)-[\w-]+)?{suffix}", re.ASCII)
    found = []
    with suppress(FileNotFoundError):
        for item in os.scandir(real.parent / FOLDER):
            if match := name.fullmatch(item.name):
                with suppress(ValueError):  # a name like 2026-99-99 is somebody else's file
                    day = date.fromisoformat(match[1])
                    found.append(Backup(Path(item.path), day, item.stat().st_size, match[2] or ""))
    return sorted(found, key=lambda backup: (backup.day, backup.path.name), reverse=True)


def newest_readable(data_file: str | os.PathLike[str], keys: Keyring | None = None) -> Backup | None:
    """Return the newest backup that can be read, if any."""
    for backup in list_backups(data_file):
        with suppress(DataFileError):
            read_tables(backup.path, keys)
            return backup
    return None


def with_way_out(error: DataFileDamaged, data_file: Path, keys: Keyring | None = None) -> DataFileDamaged:
    """Return the error with the newest backup that could take the damaged file's place."""
    backup = newest_readable(data_file, keys)
    if backup is None:
        return error
    hint = _("The newest backup that can be read is {path}.").format(path=backup.path)
    return DataFileDamaged(error.message, f"{error.repair} {hint}")


def refuse_to_begin_plain(data_file: Path) -> None:
    """Raise DataFileMissing where a file that is not there was locked: its newest backup tells.

    To begin anew, empty and readable by whoever reads the disk, is nothing that happens unasked.
    """
    newest = None
    with suppress(OSError):  # a folder that cannot be listed tells nothing
        newest = next(iter(list_backups(data_file)), None)
    if newest is None or not _looks_locked(newest.path):
        return
    message = _("The data file {path} is missing, and its backups are locked.").format(path=data_file)
    repair = _("Bring it back with: aegoals restore {backup} (or move {folder} away to begin anew).")
    raise DataFileMissing(message, repair.format(backup=shlex.quote(str(newest.path)), folder=newest.path.parent))


def _looks_locked(backup: Path) -> bool:
    try:
        return locked_on_disk(backup)
    except DataFileError:  # nothing is known of a backup that cannot be read
        return False


def read_tables(backup: Path, keys: Keyring | None = None) -> Tables:
    """Return the tables of a backup as they stand in it; raises DataFileError."""
    return read_locked(backup, keys)[0]


def read_locked(backup: Path, keys: Keyring | None = None) -> tuple[Tables, Key | None]:
    """Return the tables of a backup, and the key that it is locked with; raises DataFileError."""
    found = DurableFile(backup).read()
    if found is None:
        raise DataFileError(_("There is no backup {path}.").format(path=backup))
    content, key = (keys or Keyring()).open(found[0], backup)
    return decode(content, backup), key


def keep_daily(data_file: Path, day: date) -> None:
    """Keep the file as it is now, unless the day has its backup; a failure is a warning and stops no save."""
    try:
        if keep(data_file, f"{day}"):
            _thin_out(data_file)
    except OSError as error:
        warn(f"no backup of {data_file} was made: {error.strerror}")


def keep(data_file: Path, name: str) -> bool:
    """Keep the file as it is now under this name; False if it is kept already. Raises OSError."""
    backup = data_file.parent / FOLDER / f"{data_file.stem}-{name}{data_file.suffix}"
    if backup.exists():
        return False
    backup.parent.mkdir(mode=0o700, exist_ok=True)
    link_or_copy(data_file, backup)
    return True


def link_or_copy(data_file: Path, other: Path) -> None:
    """Give the file's present content a second, lasting name. Raises OSError."""
    try:
        # The same bytes that this process has read and found whole, for the price of a name.
        os.link(data_file, other)
    except OSError:
        _copy(data_file, other)
    flush_folder(other.parent)


def _copy(data_file: Path, other: Path) -> None:
    """Copy where the disk knows no hard links, and read the copy back before it counts."""
    temporary = other.with_name(f".{other.name}.tmp")
    temporary.unlink(missing_ok=True)  # of a process that was killed: the caller holds the lock
    try:
        content = data_file.read_bytes()
        write_new(temporary, content)
        if temporary.read_bytes() != content:
            raise OSError(None, "the copy differs from the file")
        os.replace(temporary, other)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _thin_out(data_file: Path) -> None:
    daily = [backup for backup in list_backups(data_file) if not backup.label]
    kept = days_to_keep(backup.day for backup in daily)
    for backup in daily:
        if backup.day not in kept:
            backup.path.unlink(missing_ok=True)


def days_to_keep(days: Iterable[date]) -> set[date]:
    """Return the latest 7 days, the latest day of each of the latest 4 weeks and of the latest 12 months."""
    newest_first = sorted(days, reverse=True)
    weekly = _latest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKLY)
    monthly = _latest_of_each(newest_first, lambda day: (day.year, day.month), MONTHLY)
    return {*newest_first[:DAILY], *weekly, *monthly}


def _latest_of_each(newest_first: list[date], period: Callable[[date], tuple[int, int]], count: int) -> list[date]:
    latest: dict[tuple[int, int], date] = {}
    for day in newest_first:
        latest.setdefault(period(day), day)
    return list(latest.values())[:count]
