"""``aegoals prompt``: one short status for a shell prompt, tmux or a status bar."""

from __future__ import annotations

from collections.abc import Sequence

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import complete_goal
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.domain.text import clean_line
from aegoals.locale.texts import mark

WIDTH, MOST = 40, 3


@click.command(
    "prompt",
    cls=Command,
    params=[
        click.Option(
            ["--goal", "goals"],
            multiple=True,
            metavar="ID",
            help=mark("Show this goal: its id, the end of it, or its title. May be given several times."),
            shell_complete=complete_goal,
        ),
        click.Option(
            ["--count", "most"],
            type=click.IntRange(min=1),
            default=MOST,
            show_default=True,
            metavar="N",
            help=mark("Without --goal, show at most this many."),
        ),
        click.Option(
            ["--width"],
            type=click.IntRange(min=1),
            default=WIDTH,
            show_default=True,
            metavar="CELLS",
            help=mark("At most this wide: names are cut first, then goals left out."),
        ),
    ],
    help=mark(
        "One short status in plain text, such as: calls 6/12 revenue 62%\n\n"
        "A count shows its part of today, an amount its share of the way. It never fails and never asks: a locked "
        "file prints “locked”, a damaged one “damaged”, no data prints nothing, and the exit code is 0."
    ),
)
@pass_session
def prompt(session: Session, goals: Sequence[str], most: int, width: int) -> None:
    """Print the status."""
    session.passphrases.may_prompt = False
    say(clean_line(session.desk.prompt.line(goals, most, width)))
