"""Copies of the data file that a sync service left beside it when two machines wrote at once.

Nobody's program tells another one of such a copy; its name is all there is:

=============================  ===================================================
Syncthing                      ``aegoals.sync-conflict-20260302-101500-ABCDEFG.json``
Dropbox                        ``aegoals (Ada's conflicted copy 2026-03-02).json``
Nextcloud                      ``aegoals (conflicted copy 2026-03-02 101500).json``
ownCloud, Seafile, Resilio     ``aegoals_conflict-20260302-101500.json`` and the like
OneDrive                       ``aegoals-DESKTOP-7F3K.json``: the name of the machine
Google Drive, iCloud           ``aegoals (1).json``, ``aegoals 2.json``
=============================  ===================================================
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MARKS = (
    r".*(?:conflict|konflikt|conflit|競合|冲突|衝突).*",  # in the languages of the sync services
    r" ?\(\d{1,3}\)",
    r" \d{1,3}",
    r"-(?-i:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)",  # a machine's name is in capitals
)
_COPY = re.compile("|".join(_MARKS), re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class SyncCopy:
    """A file that a sync service put beside the data file; size in bytes."""

    path: Path
    size: int


def find_sync_copies(data_file: str | os.PathLike[str]) -> list[SyncCopy]:
    """Return the conflict copies beside a data file, by name; what they hold was not looked at."""
    real = Path(os.path.realpath(data_file))
    found: list[SyncCopy] = []
    with suppress(OSError):  # a folder that cannot be listed shows no copies
        found += [
            SyncCopy(Path(item.path), item.stat().st_size)
            for item in os.scandir(real.parent)
            if is_copy_name(item.name, real) and item.is_file(follow_symlinks=False)
        ]
    return sorted(found, key=lambda copy: copy.path.name)


def is_copy_name(name: str, data_file: Path) -> bool:
    """Tell whether a sync service would give this name to a copy of the data file."""
    stem, suffix = data_file.stem, data_file.suffix
    if name == data_file.name or not (name.startswith(stem) and name.endswith(suffix)):
        return False
    return _COPY.fullmatch(name[len(stem) : len(name) - len(suffix)]) is not None
