"""Opening the program: the only module of the command line that knows the screens."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from aegoals.cli.session import Session
from aegoals.errors import DataFileLocked

if TYPE_CHECKING:
    from aegoals.services import Desk

ESCAPE_DELAY_MS = "40"


def show(session: Session) -> None:
    """Open the program on the session's data; without a terminal print Today."""
    if is_terminal():
        _unlock_beforehand(session)
    show_desk(session.desk)


def _unlock_beforehand(session: Session) -> None:
    """Take the passphrase from where no terminal is needed; else the locked screen asks for it."""
    session.passphrases.may_prompt = False
    if session.desk.locking.is_locked():
        with suppress(DataFileLocked):
            session.desk.locking.open()


def show_desk(desk: Desk) -> None:
    """Open the program on this data; without a terminal print Today."""
    if is_terminal():
        open_program(desk)
    else:
        from aegoals.cli.today import print_today

        print_today(desk)


def is_terminal() -> bool:
    """Tell whether somebody sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_program(desk: Desk) -> None:
    """Run the program until the AE leaves it; its exit code becomes ours."""
    # How long Textual waits after Escape for the rest of a key's code; it reads this when it is imported.
    os.environ.setdefault("ESCDELAY", ESCAPE_DELAY_MS)
    from aegoals.services.fault_log import keep_warnings
    from screens.app import AegoalsApp

    keep_warnings()
    program = AegoalsApp(desk)
    program.run()
    if program.return_code:
        raise click.exceptions.Exit(program.return_code)
