"""The operating system as the store sees it, where any one call can fail."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

WATCHED = (
    "open",
    "write",
    "fsync",
    "fstat",
    "stat",
    "replace",
    "unlink",
    "mkdir",
    "link",
    "listdir",
    "scandir",
    "ftruncate",
    "close",
)


@dataclass
class Calls:
    """The calls made so far, in order, and which of them failed."""

    made: list[str] = field(default_factory=list)
    failed: str | None = None


@contextmanager
def failing(nth: int | None, code: int = errno.ENOSPC, *, short: bool = False) -> Iterator[Calls]:
    """Let the ``nth`` call from here on fail with this error; None fails none and only counts.

    ``short`` lets a write put down half of its bytes before it fails.
    """
    calls = Calls()

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            calls.made.append(name)
            if len(calls.made) != nth:
                return real(*args, **kwargs)
            calls.failed = name
            if name == "write" and short:
                real(args[0], args[1][: len(args[1]) // 2])
            if name == "close":
                real(*args)  # the kernel lets go of the handle even where it reports an error
            raise OSError(code, os.strerror(code))

        return call

    with mock.patch.object(fcntl, "flock", watched("flock", fcntl.flock)):
        patches = [mock.patch.object(os, name, watched(name, getattr(os, name))) for name in WATCHED]
        for patch in patches:
            patch.start()
        try:
            yield calls
        finally:
            for patch in patches:
                patch.stop()
