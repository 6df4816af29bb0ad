"""The terminal goes away, or the system ends the program: what was typed is kept, and the program leaves."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress

from textual.app import App

LOOK_EVERY = 1.0  # seconds
BY_SIGNAL = 128  # exit codes of programs that a signal ended begin here


class HangUpApp(App[None]):
    """An App that ends itself where it would be ended, or would wait for keys of a terminal that is gone."""

    def keep_typed(self) -> None:
        """Keep what was typed and not confirmed."""

    def heed_hang_up(self) -> None:
        """Leave, from now on, when a signal asks for it or the terminal is gone."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):  # Windows, or another thread
                number = getattr(signal, name)
                loop.add_signal_handler(number, self.leave_at_once, BY_SIGNAL + number)
        if _has_terminal():
            self.set_interval(LOOK_EVERY, self._look_for_terminal)

    def leave_at_once(self, return_code: int) -> None:
        """Keep what was typed and end the program."""
        self.keep_typed()
        self.exit(return_code=return_code)

    def _look_for_terminal(self) -> None:
        if not _has_terminal():
            self.leave_at_once(BY_SIGNAL + 1)  # as a hang-up would


def _has_terminal() -> bool:
    with suppress(OSError, ValueError, AttributeError):
        return os.isatty(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return False
