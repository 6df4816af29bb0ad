"""``aegoals demo``: a year of made-up data that is gone afterwards."""

from __future__ import annotations

from pathlib import Path

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import FILE
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark


@click.command(
    "demo",
    cls=Command,
    params=[
        click.Option(
            ["--csv", "csv_file"],
            type=FILE,
            metavar="FILE",
            help=mark("Only write a made-up deal table, to try the import with."),
        )
    ],
    help=mark(
        "Try aegoals on a year of made-up data. It lives in a temporary folder and is gone afterwards; "
        "your own data is not touched."
    ),
)
@pass_session
def demo(session: Session, csv_file: Path | None) -> None:
    """Open the program on made-up data, or write a made-up deal table."""
    if csv_file is not None:
        session.desk.deals.write_sample(csv_file)
        say(_("Written: {path}").format(path=csv_file))
        return
    from tempfile import TemporaryDirectory

    from aegoals.cli.open import show_desk
    from aegoals.services.demo import fill_demo

    with TemporaryDirectory(prefix="aegoals-demo-") as folder:
        desk = session.open(Path(folder) / "demo.json")
        fill_demo(desk, session.today())
        show_desk(desk)
