"""Plain words for what the operating system refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from aegoals.errors import DataFileError, SaveFailed
from aegoals.locale.texts import _


def save_failed(path: Path, error: OSError) -> SaveFailed:
    """Return the error that tells the AE why the file could not be written."""
    message = _("Nothing was saved in {path}: {reason}.").format(path=path, reason=_reason(error))
    return SaveFailed(message, _repair(error))


def cannot_read(path: Path, error: OSError) -> DataFileError:
    """Return the error that tells the AE why the file could not be read."""
    message = _("The data file {path} cannot be read: {reason}.").format(path=path, reason=_reason(error))
    return DataFileError(message, _repair(error))


def warn(message: str) -> None:
    """Leave a line in the program's log: the save has happened, but something beside it went wrong."""
    import logging  # costs more than a whole save of a small file, and is needed almost never

    logging.getLogger("aegoals.store").warning(message)


def _reason(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("the disk is full")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return _("you have no permission for it")
    if error.errno == errno.EROFS:
        return _("the disk is read-only")
    if error.errno == errno.EFBIG:
        return _("the file would be larger than the system allows")
    return os.strerror(error.errno) if error.errno else str(error)


def _repair(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _("Free some space and save again.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _("Check who owns the file and its folder, or choose another file with --data.")
    return _("The file holds what it held before; try again, and check the disk if it happens twice.")
