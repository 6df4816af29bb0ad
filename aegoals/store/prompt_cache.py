"""The lines that ``aegoals prompt`` printed last, beside the data file, so that a prompt need not read ten years.

It holds those lines and what they were made from, as marks, and nothing else. It is for its owner only, and never
there for a locked file: locking deletes it, and who writes it looks afterwards whether the data was locked or
changed meanwhile. Losing it costs nothing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from aegoals.errors import DataFileError
from aegoals.store.durable_file import DurableFile, Fingerprint

SUFFIX = ".prompt"
MOST_LINES = 4  # a shell prompt, a status bar and two more
LONGEST = 64 * 1024  # bytes
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def cache_file(data_file: Path) -> Path:
    """Return where the lines are kept."""
    real = Path(os.path.realpath(data_file))
    return real.with_name(f"{real.name}{SUFFIX}")


def remembered(data_file: Path, key: str) -> str | None:
    """Return the line that was printed for this key, None where there is none."""
    return next((line for kept, line in _lines(cache_file(data_file)) if kept == key), None)


def remember(data_file: Path, key: str, line: str, made_from: Fingerprint) -> None:
    """Keep a line that was made from this state of the file; a failure is no matter."""
    path = cache_file(data_file)
    others = [(kept, other) for kept, other in _lines(path) if kept != key]
    lines = [*others[-MOST_LINES + 1 :], (key, line)]
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
        try:
            os.write(handle, "".join(f"{kept}\t{one}\n" for kept, one in lines).encode())
        finally:
            os.close(handle)
        os.replace(temporary, path)
    with suppress(DataFileError):
        if DurableFile(data_file).fingerprint() == made_from:
            return
    forget(data_file)


def forget(data_file: Path) -> None:
    """Delete the lines."""
    with suppress(OSError):
        cache_file(data_file).unlink(missing_ok=True)


def _lines(path: Path) -> list[tuple[str, str]]:
    try:
        handle = os.open(path, os.O_RDONLY | _FLAGS)
    except OSError:
        return []
    try:
        text = os.read(handle, LONGEST).decode("utf-8", errors="replace")
    finally:
        os.close(handle)
    found = (line.partition("\t") for line in text.splitlines())
    return [(key, line) for key, tab, line in found if tab]
