"""The log of faults: what failed and where, never what was in it. Only its owner may read it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from aegoals import clock

LOGGER = "aegoals.store"
LARGEST = 256 * 1024  # bytes; then the log begins anew
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def log_file() -> Path:
    """Return where the log is kept; nothing is made by asking."""
    from platformdirs import user_log_path

    return user_log_path("aegoals", appauthor=False) / "aegoals.log"


def record(error: BaseException) -> Path | None:
    """Add a fault without its values, and return the log; None where it cannot be written."""
    return append("\n".join([f"{clock.now():%Y-%m-%d %H:%M:%S%z} fault", *traceback_lines(error)]))


def append(entry: str) -> Path | None:
    """Add an entry to the log, and return the log; None where it cannot be written."""
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.unlink()
        handle = os.open(path, _APPEND, 0o600)
        with open(handle, "a", encoding="utf-8", errors="replace") as file:
            file.write(f"{entry}\n")
        return path
    return None


def what_and_where(error: BaseException) -> str:
    """Return the kind of an error and the line of the program where it arose, without its words."""
    places = list(_places(error.__traceback__))
    return f"{type(error).__name__} in {places[-1] if places else '?'}"


def traceback_lines(error: BaseException) -> Iterator[str]:
    """Yield every error of the chain, the first cause first: its kind and its calls, without any value."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from traceback_lines(earlier)
    yield f"  {type(error).__name__}"
    for place in _places(error.__traceback__):
        yield f"    {place}"


def innermost(error: BaseException) -> BaseException:
    """Return the error itself, where Textual carries it out of a worker in one of its own."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else error


def _places(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        module = traceback.tb_frame.f_globals.get("__name__", "?")
        yield f"{module}:{traceback.tb_lineno} {code.co_name}"
        traceback = traceback.tb_next


class _IntoLog(logging.Handler):
    """Writes the store's warnings into the log of faults."""

    def emit(self, record: logging.LogRecord) -> None:
        """Add one warning; it names files and reasons of the system, no data."""
        append(f"{clock.now():%Y-%m-%d %H:%M:%S%z} {record.levelname.lower()} {record.getMessage()}")


def keep_warnings() -> None:
    """Let the store's warnings go into the log of faults instead of onto the screen."""
    logger = logging.getLogger(LOGGER)
    if not any(isinstance(handler, _IntoLog) for handler in logger.handlers):
        logger.addHandler(_IntoLog())
        logger.propagate = False
