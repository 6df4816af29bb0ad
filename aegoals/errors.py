"""Every error that aegoals raises on purpose, in one tree.

::

    AegoalsError                what happened, and what to do about it
    ├── UsageError              a command was called in a way it does not know     (exit code 2)
    ├── RefusedInput            a value that a goal, a record or a file cannot hold (exit code 3)
    │   ├── NotFound            no goal, record or entry with that name
    │   └── AmbiguousInput      two readings are possible: the AE decides
    └── DataFileError           the data file cannot be read or written             (exit code 4)
        ├── DataFileDamaged     the file is there and is not what aegoals wrote
        ├── DataFileMissing     the file is gone, and its locked backups are still there
        ├── DataFileNewer       a newer aegoals wrote the file: it is open for reading only
        ├── DataFileLocked      the file is locked and its passphrase is not known
        │   └── WrongPassphrase a passphrase was given and does not open the file
        ├── DataFileBusy        another program holds the file's lock
        └── SaveFailed          nothing was saved; the file is as it was before

Each face catches :class:`AegoalsError` in one place: ``aegoals.cli.main`` and ``screens.app``.
"""

from __future__ import annotations

from collections.abc import Sequence


class AegoalsError(Exception):
    """An error with plain words: ``message`` names the value, ``repair`` says what to do."""

    exit_code = 1

    def __init__(self, message: str, repair: str = "") -> None:
        super().__init__(message, repair)
        self.message = message
        self.repair = repair

    def __str__(self) -> str:
        return f"{self.message} {self.repair}".strip()


class UsageError(AegoalsError):
    """A command was called in a way it does not know."""

    exit_code = 2


class RefusedInput(AegoalsError, ValueError):
    """A value that cannot be stored; nothing was changed."""

    exit_code = 3


class NotFound(RefusedInput):
    """Nothing carries the given id or name."""


class AmbiguousInput(RefusedInput):
    """The input has several readings; ``readings`` lists them in plain words."""

    def __init__(self, message: str, repair: str = "", readings: Sequence[str] = ()) -> None:
        super().__init__(message, repair)
        self.readings = tuple(readings)


class DataFileError(AegoalsError):
    """The data file cannot be read or written."""

    exit_code = 4


class DataFileDamaged(DataFileError):
    """The file is there and cannot be read as aegoals data; it was left untouched."""


class DataFileMissing(DataFileError):
    """The file is gone while its backups are locked: a plain, empty one does not take its place by itself."""


class DataFileNewer(DataFileError):
    """A newer version of aegoals wrote the file; this one only reads it."""


class DataFileLocked(DataFileError):
    """The file is locked with a passphrase that this program does not know; it was left untouched."""


class WrongPassphrase(DataFileLocked):
    """The given passphrase does not open the file."""


class DataFileBusy(DataFileError):
    """Another program holds the lock of the data file for too long."""


class SaveFailed(DataFileError):
    """The change could not be written; the file holds what it held before."""
