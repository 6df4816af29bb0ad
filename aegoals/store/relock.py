"""Lock a data file and its backups, lock them anew, or unlock them for good."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aegoals.errors import DataFileError, SaveFailed
from aegoals.locale.texts import _
from aegoals.store import schema
from aegoals.store.backups import list_backups, refuse_to_begin_plain
from aegoals.store.codec import decode, encode
from aegoals.store.durable_file import DurableFile
from aegoals.store.keyring import Keyring
from aegoals.store.lock import exclusive
from aegoals.store.prompt_cache import forget
from aegoals.store.protocol import META
from aegoals.store.trouble import cannot_read

if TYPE_CHECKING:
    from aegoals.store.cipher import Key

_WAIT = 10.0  # seconds for another program's save


@dataclass(frozen=True, slots=True)
class Relocked:
    """What became of the copies beside the data file: how many follow it, and which stay as they were."""

    followed: int
    left: tuple[Path, ...]


def copies(data_file: str | os.PathLike[str]) -> list[Path]:
    """Return what holds the data beside the file itself: backups, and damaged files that were kept."""
    real = Path(os.path.realpath(data_file))
    try:
        backups = [backup.path for backup in list_backups(real)]
        names = sorted(os.listdir(real.parent)) if real.parent.exists() else []
    except OSError as error:
        raise cannot_read(real, error) from error
    return [*backups, *(real.parent / name for name in names if name.startswith(f"{real.name}.damaged-"))]


def relock(data_file: Path, keys: Keyring, key: Key | None) -> Relocked:
    """Lock the file and then its copies with this key, or unlock them with None; nothing of them is lost.

    A file that does not exist yet begins locked. A copy that cannot be opened or written stays as it is.
    Raises DataFileError: then the file is as it was before, and so are its copies.
    """
    file = DurableFile(data_file)
    if key:
        keys.add(key)
    file.make_folder()
    with exclusive(file.lock_path, _WAIT):
        file.sweep()
        found = file.read()
        content = _opened(found[0], file.path, keys) if found else _begun(file.path)
        beside = copies(file.path)
        file.replace(_kept(content, key, file.path), found and found[1])
        forget(file.path)  # after the file is locked: who writes one now sees that
        left = tuple(path for path in beside if not _relock_copy(path, keys, key))
    return Relocked(len(beside) - len(left), left)


def delete(paths: Sequence[Path]) -> None:
    """Remove copies; raises SaveFailed at the first that stays."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            message = _("{path} could not be deleted: {reason}.").format(path=path, reason=error.strerror)
            raise SaveFailed(message) from error


def _opened(content: bytes, path: Path, keys: Keyring) -> bytes:
    """Return what the data file holds, once it is sure that it can be read."""
    opened, _key = keys.open(content, path)
    decode(opened, path)
    return opened


def _begun(path: Path) -> bytes:
    refuse_to_begin_plain(path)
    tables = schema.upgrade({}, path)
    meta = dict(tables[META])
    schema.stamp(meta)
    return encode({**tables, META: meta}, path)


def _kept(content: bytes, key: Key | None, path: Path) -> bytes:
    """Return the content as it goes to the disk; what was locked is opened again before it counts."""
    if key is None:
        return content
    sealed = key.seal(content)
    if key.open(sealed, path) != content:
        raise SaveFailed(_("Nothing was changed in {path}: it could not be locked.").format(path=path))
    return sealed


def _relock_copy(path: Path, keys: Keyring, key: Key | None) -> bool:
    """Bring one copy to the state of the data file; False where it must stay as it is."""
    file = DurableFile(path)
    with suppress(DataFileError):
        found = file.read()
        if found is None:
            return True
        opened, present = keys.open(found[0], path)
        if present != key:
            file.replace(_kept(opened, key, path), found[1])
        return True
    return False
