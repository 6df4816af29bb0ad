"""What the global options say about this run: which file, which day."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aegoals.cli.passphrase import Passphrases

if TYPE_CHECKING:
    from aegoals.domain.profile import Profile
    from aegoals.services import Desk


class Session:
    """One run of the command line; the data is opened when a command first asks for it."""

    def __init__(self) -> None:
        self.data: Path | None = None
        self.day: date | None = None
        self.passphrases = Passphrases()

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

        return open_desk(path, self.today, self.passphrases.present)

    @cached_property
    def profile(self) -> Profile:
        """The AE's settings."""
        return self.desk.profile.get()

    @property
    def locale(self) -> str:
        """The locale in which numbers, money and dates are shown and read."""
        return self.profile.locale


pass_session = click.make_pass_decorator(Session, ensure=True)
