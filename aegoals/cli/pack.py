"""``aegoals pack``: evidence for an appraisal or a promotion talk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import DAY, FILE, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark


@click.command(
    "pack",
    cls=Command,
    params=[
        click.Option(["--from", "start"], type=DAY, metavar=DAY.name, help=mark("The first day; else of this year.")),
        click.Option(["--to", "end"], type=DAY, metavar=DAY.name, help=mark("The last day; today without it.")),
        click.Option(["--mask"], is_flag=True, help=mark("Without names of accounts, deals and people.")),
        click.Option(["--out", "path"], type=FILE, metavar="FILE", help=mark("Write it into this new file.")),
        json_option(),
    ],
    help=mark(
        "Wins, goals, recognition, feedback, skills, training and what was agreed in some days, as Markdown, "
        "for an appraisal."
    ),
)
@pass_session
def pack(
    session: Session, start: date | None, end: date | None, path: Path | None, *, mask: bool, as_json: bool
) -> None:
    """Print or write the evidence pack."""
    from aegoals.domain.periods import year_of

    last = end or session.today()
    first = start or year_of(last, session.profile.fiscal_year_start).start
    service = session.desk.packs
    if path:
        service.write(path, first, last, masked=mask)
        say(_("Written: {path}").format(path=path))
        return
    text = service.markdown(first, last, masked=mask)
    if as_json:
        say_json({"from": first, "to": last, "masked": mask, "markdown": text})
    else:
        say(text.rstrip("\n"))
