"""One key at a time from the terminal, without Enter."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_CODE = 32  # bytes that one key may send


@contextmanager
def keys_at_once() -> Iterator[None]:
    """Let keys come as they are typed; what was typed ahead is kept. Control-C still interrupts."""
    if sys.platform == "win32":  # pragma: no cover - its keys always come at once
        yield
        return
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    tty.setcbreak(handle, termios.TCSANOW)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def read_keys() -> str:
    """Return the keys that were typed since the last look, waiting for one; empty where nobody types any more."""
    if sys.platform == "win32":  # pragma: no cover
        import click

        return click.getchar()
    try:
        return os.read(sys.stdin.fileno(), LONGEST_CODE).decode("utf-8", errors="replace")
    except OSError:  # the terminal is gone
        return ""
