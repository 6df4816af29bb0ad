"""``aegoals backup``: a verified copy of the data, now."""

from __future__ import annotations

from pathlib import Path

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import FILE
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark


@click.command(
    "backup",
    cls=Command,
    params=[
        click.Argument(
            ["file"],
            type=FILE,
            required=False,
            metavar="[FILE]",
            help=mark("A new file, or a folder such as a memory stick; without it the backups folder."),
        )
    ],
    help=mark(
        "Keep a verified copy of the data as it is now, readable by you only.\n\n"
        "One backup a day is made by itself; this one stays until you delete it. Nothing is overwritten."
    ),
)
@pass_session
def backup(session: Session, file: Path | None) -> None:
    """Copy the data file and print where the copy is."""
    place = session.desk.keeping.back_up(file)
    say(_("Written and read back: {path}").format(path=place))
