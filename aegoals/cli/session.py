"""What the global options say about this run: which file, which day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aegoals.domain.profile import Profile
    from aegoals.services import Desk


class Session:
    """One run of the command line; the data is opened when a command first asks for it."""

    def __init__(self) -> None:
        self.data: Path | None = None
        self.day: date | None = None
        self.passphrase_fd: int | None = None
        self.may_prompt = True  # False where a screen asks for the passphrase
        self._first_line: str | None = None

    def today(self) -> date:
        """Return the day that ``--today`` names, else the machine's."""
        from aegoals import clock

        return self.day or clock.today()

    @cached_property
    def desk(self) -> Desk:
        """The AE's data."""
        return self.open(self.data)

    def open(self, path: Path | None) -> Desk:
        """Open this data file, on this run's day."""
        from aegoals.services import open_desk

        return open_desk(path, self.today, self.present_passphrase)

    def present_passphrase(self, path: Path) -> str | None:
        """Return the passphrase of a locked file, None where nobody can give it."""
        from aegoals.cli.passphrase import present_passphrase

        return present_passphrase(self, path)

    def take_first_line(self) -> None:
        """Take the passphrase off standard input, where it comes from there, before entries are read from it."""
        if self.passphrase_fd == 0:
            self._first_line = self.next_line()

    def next_line(self) -> str | None:
        """Return the next line of the passphrase's file descriptor, None where there is none."""
        from aegoals.cli.passphrase import line_from

        line, self._first_line = self._first_line, None
        if line is not None or self.passphrase_fd is None:
            return line
        return line_from(self.passphrase_fd)

    @cached_property
    def profile(self) -> Profile:
        """The AE's settings."""
        return self.desk.profile.get()

    @property
    def locale(self) -> str:
        """The locale in which numbers, money and dates are shown and read."""
        return self.profile.locale


pass_session = click.make_pass_decorator(Session, ensure=True)
