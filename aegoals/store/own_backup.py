"""A backup that the AE asks for: a verified copy of its own bytes, here or at a place of their choice."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.store.backups import FOLDER, read_tables
from aegoals.store.durable_file import DurableFile, flush_folder, write_new
from aegoals.store.keyring import Keyring
from aegoals.store.trouble import save_failed


def back_up(
    data_file: str | os.PathLike[str], target: Path | None, moment: datetime, keys: Keyring | None = None
) -> Path:
    """Copy the data file and return where the copy is: ``target``, or the backups folder.

    A folder as ``target`` gets a file named after the moment. The data file is read first, so that a damaged
    one never passes for a backup, and the copy is read back before it counts; a locked file stays locked.
    Nothing is ever overwritten.
    Raises RefusedInput for a target that is there, DataFileError where one of the two cannot be read.
    """
    real = Path(os.path.realpath(data_file))
    found = DurableFile(real).read()
    if found is None:
        raise NotFound(_("There is no data file {path} yet.").format(path=real))
    read_tables(real, keys)
    place = _place(real, target, moment)
    try:
        _copy(found[0], place)
    except FileExistsError:
        raise _taken(place) from None
    except OSError as error:
        raise save_failed(place, error) from error
    read_tables(place, keys)
    return place


def own_name(data_file: Path, moment: datetime, why: str = "at") -> str:
    """Return the name of a backup that is kept until the AE deletes it."""
    return f"{data_file.stem}-{moment:%Y-%m-%d}-{why}-{moment:%H%M%S}{data_file.suffix}"


def free_place(folder: Path, name: str) -> Path:
    """Return this name in the folder, with a number behind it where it is taken."""
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return place


def backups_folder(data_file: Path) -> Path:
    """Return the backups folder of a data file, made for its owner only where it is missing."""
    folder = data_file.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _place(data_file: Path, target: Path | None, moment: datetime) -> Path:
    name = own_name(data_file, moment)
    if target is None:
        try:
            return free_place(backups_folder(data_file), name)
        except OSError as error:
            raise save_failed(data_file.parent / FOLDER, error) from error
    if target.is_dir():
        return free_place(target, name)
    if os.path.lexists(target):
        raise _taken(target)
    return target


def _taken(place: Path) -> RefusedInput:
    return RefusedInput(_("{path} is there already.").format(path=place), _("Choose another name."))


def _copy(content: bytes, place: Path) -> None:
    """Write beside the place, read back, and only then give it its name."""
    temporary = place.with_name(f".{place.name}.{os.urandom(8).hex()}.tmp")
    try:
        write_new(temporary, content)
        if temporary.read_bytes() != content:
            raise OSError(None, "the copy differs from the file")
        _name(temporary, place)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    flush_folder(place.parent)


def _name(temporary: Path, place: Path) -> None:
    """Give the file its lasting name; raises FileExistsError where somebody was faster."""
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if place.exists():
            raise FileExistsError(place) from None
        os.rename(temporary, place)
