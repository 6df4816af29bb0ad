"""How a locked file begins."""

from __future__ import annotations

from pathlib import Path

from aegoals.store.durable_file import DurableFile

MAGIC = b"aegoals locked\n"


def is_locked(content: bytes) -> bool:
    """Tell whether a file's content is locked; a beginning of it is enough."""
    return content.startswith(MAGIC)


def locked_on_disk(path: Path) -> bool:
    """Tell whether a file is locked; nothing of it is opened. Raises DataFileError."""
    fingerprint = DurableFile(path).fingerprint()
    return fingerprint is not None and is_locked(fingerprint.head)
