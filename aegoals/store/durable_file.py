"""Bytes that are on the disk whole or not at all.

One save is: temporary file beside the real one → write → fsync → compare → replace → fsync of the folder.
``os.replace`` is the point of no return: an error before it leaves the old file, one after it is a warning.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from aegoals.errors import DataFileError, SaveFailed
from aegoals.locale.texts import _
from aegoals.store.trouble import cannot_read, save_failed, warn

_HEAD = 160  # bytes at the start of the file: the store's random revision stands there
_OPEN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _OPEN  # a pipe must not block us
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | _OPEN


class Fingerprint(NamedTuple):
    """What tells one state of the file from the next without reading it whole."""

    inode: int
    size: int
    mtime_ns: int
    head: bytes


class DurableFile:
    """One file and what is kept beside it: its lock and, during a save, a temporary file."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        # A symlinked data file stays a symlink: all work happens where it points to.
        self.path = Path(os.path.realpath(path))
        self.lock_path = self.path.with_name(f"{self.path.name}.lock")

    def read(self) -> tuple[bytes, Fingerprint] | None:
        """Return the content and its fingerprint, None where there is no file."""
        return self._read(-1)

    def fingerprint(self) -> Fingerprint | None:
        """Return the fingerprint of the file as it is now, None where there is no file."""
        found = self._read(_HEAD)
        return found and found[1]

    def _read(self, limit: int) -> tuple[bytes, Fingerprint] | None:
        try:
            handle = os.open(self.path, _READ)
            with open(handle, "rb", buffering=0) as file:
                state = os.fstat(handle)
                if not stat.S_ISREG(state.st_mode):
                    raise DataFileError(_("{path} is not a regular file.").format(path=self.path))
                content = file.read(limit)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise cannot_read(self.path, error) from error
        return content, _fingerprint(state, content)

    def make_folder(self) -> None:
        """Make the missing folders above the file, for its owner only, and durable themselves."""
        try:
            missing = [folder for folder in self.path.parents if not folder.exists()]
            for folder in reversed(missing):
                with suppress(FileExistsError):  # another process was faster
                    folder.mkdir(mode=0o700)
                flush_folder(folder.parent)
        except OSError as error:
            raise save_failed(self.path, error) from error

    def sweep(self) -> None:
        """Remove the temporary files of killed saves; the caller holds the lock, so none is in use."""
        prefix = f".{self.path.name}."
        with suppress(OSError):  # a leftover costs space, not data: the save goes on
            for name in os.listdir(self.path.parent):
                if name.startswith(prefix) and name.endswith(".tmp"):
                    (self.path.parent / name).unlink()

    def replace(
        self, content: bytes, expected: Fingerprint | None, before: Callable[[], None] = lambda: None
    ) -> Fingerprint:
        """Put ``content`` in the place of the file, durably, and return its fingerprint.

        ``expected`` is the file that the content was made from; ``before`` runs when the content is safe and
        the old file still in place. The caller holds the lock. Raises SaveFailed: then nothing has changed.
        """
        try:
            fingerprint = self._replace(content, expected, before)
        except OSError as error:
            raise save_failed(self.path, error) from error
        flush_folder(self.path.parent)
        return fingerprint

    def _replace(self, content: bytes, expected: Fingerprint | None, before: Callable[[], None]) -> Fingerprint:
        temporary = self.path.with_name(f".{self.path.name}.{os.urandom(8).hex()}.tmp")
        try:
            fingerprint = write_new(temporary, content)
            before()
            self._refuse_if_changed(expected)
            os.replace(temporary, self.path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        return fingerprint

    def _refuse_if_changed(self, expected: Fingerprint | None) -> None:
        if self.fingerprint() != expected:
            raise changed_by_another(self.path)


def write_new(path: Path, content: bytes) -> Fingerprint:
    """Write a file that must not exist yet, for its owner only, and flush it to the disk."""
    handle = os.open(path, _CREATE, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        _fsync(handle)
        return _fingerprint(os.fstat(handle), content)
    finally:
        # Never fsynced again after an error: the kernel may claim success the second time.
        os.close(handle)


def changed_by_another(path: Path) -> SaveFailed:
    """Return the error for a file that somebody changed without taking the lock."""
    message = _("Nothing was saved: another program changed {path} at the same moment.").format(path=path)
    return SaveFailed(message, _("Look at what it holds now and save again."))


def _fingerprint(state: os.stat_result, content: bytes) -> Fingerprint:
    return Fingerprint(state.st_ino, state.st_size, state.st_mtime_ns, content[:_HEAD])


def _fsync(handle: int) -> None:
    """Flush to the disk itself; plain fsync on macOS stops at the disk's own cache."""
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def flush_folder(folder: Path) -> None:
    """Flush a folder's names to the disk.

    A failure is a warning: the file is in place and readable, only a power cut right now could take it back.
    """
    if os.name != "posix":  # pragma: no cover - Windows has no handle for a folder
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        warn(f"the folder {folder} could not be flushed: {error.strerror}")
