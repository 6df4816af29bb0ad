"""One writer at a time: an exclusive lock on a small file beside the data file.

On POSIX this is the same ``flock`` that the filelock library takes, so both respect each other. It is taken
directly because importing filelock costs four times the start of the interpreter, which every ``aegoals log``
would pay; where there is no ``flock`` (Windows) filelock does the work.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from aegoals.errors import DataFileBusy
from aegoals.locale.texts import _
from aegoals.store.trouble import save_failed

_POLL = 0.005  # seconds between two tries


@contextmanager
def exclusive(lock_file: Path, wait: float) -> Iterator[None]:
    """Hold the lock during the block; wait at most ``wait`` seconds for it.

    The file stays behind: removing it would let two waiters lock two different files. Raises DataFileBusy
    with the process id of the holder, SaveFailed when the lock file cannot be made.
    """
    if sys.platform == "win32":  # pragma: no cover - the tests run where flock is
        with _with_filelock(lock_file, wait):
            yield
    else:
        try:
            handle = _locked_handle(lock_file, time.monotonic() + wait)
        except OSError as error:
            raise save_failed(lock_file, error) from error
        try:
            _sign(handle)
            yield
        finally:
            # Closing lets go of the lock, as the end of the process does.
            with suppress(OSError):  # what was saved stays saved
                os.close(handle)


if sys.platform == "win32":  # pragma: no cover

    @contextmanager
    def _with_filelock(lock_file: Path, wait: float) -> Iterator[None]:
        import filelock

        try:
            with filelock.FileLock(lock_file, timeout=wait, mode=0o600):
                yield
        except filelock.Timeout as error:
            raise _busy(lock_file) from error

else:
    import fcntl

    def _locked_handle(lock_file: Path, deadline: float) -> int:
        """Return an open handle that holds the lock."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        while True:
            handle = os.open(lock_file, flags, 0o600)
            try:
                _wait_for(handle, lock_file, deadline)
                # Somebody may have tidied the lock file away meanwhile: a lock without a name guards nothing.
                if os.fstat(handle).st_nlink:
                    return handle
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)

    def _wait_for(handle: int, lock_file: Path, deadline: float) -> None:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise _busy(lock_file) from error
            time.sleep(_POLL)


def _sign(handle: int) -> None:
    """Write the holder's process id into the lock file: a courtesy, so a full disk does not matter here."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())


def _busy(lock_file: Path) -> DataFileBusy:
    try:
        holder = int(lock_file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        message = _("Another program is writing the data file beside {lock}.").format(lock=lock_file)
    else:
        message = _("Process {holder} is writing the data file beside {lock}.").format(holder=holder, lock=lock_file)
    return DataFileBusy(message, _("Nothing was saved. Wait until it is done, or end it, and save again."))
