"""``aegoals undo``, ``redo`` and ``history``: what was done, and back again."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option, limit_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.domain.action_words import action_words
from aegoals.locale.texts import _, mark

SHOWN = 20
MINUTES = len("2026-03-02T14:05")


def _count() -> click.Argument:
    return click.Argument(
        ["count"],
        type=click.IntRange(min=1),
        default=1,
        metavar="[N]",
        help=mark("How many; 1 by default."),
    )


@click.command(
    "undo",
    cls=Command,
    params=[_count()],
    help=mark("Take back the latest action, or the latest N. What one command or one key did is one action."),
)
@pass_session
def undo(session: Session, count: int) -> None:
    """Take back the latest actions, one after the other."""
    for _step in range(count):
        entry = session.desk.history.undo()
        say(_("Taken back: {action}").format(action=action_words(entry.verb, entry.title)))


@click.command(
    "redo",
    cls=Command,
    params=[_count()],
    help=mark("Do again what was taken back last, or the last N."),
)
@pass_session
def redo(session: Session, count: int) -> None:
    """Do again what was taken back, one after the other."""
    for _step in range(count):
        entry = session.desk.history.redo()
        say(_("Done again: {action}").format(action=action_words(entry.verb, entry.title)))


@click.command(
    "history",
    cls=Command,
    params=[
        click.Option(
            ["--goal"],
            metavar="ID",
            help=mark("How this goal was changed, and why: its id, the end of it, or its title."),
        ),
        click.Option(["--record"], metavar="ID", help=mark("How this log record was changed.")),
        limit_option(SHOWN, mark("At most this many.")),
        json_option(),
    ],
    help=mark("What was done, latest first; or how one goal or record was changed."),
)
@pass_session
def history(session: Session, *, goal: str | None, record: str | None, limit: int, as_json: bool) -> None:
    """Print the latest actions, or the latest changes of one goal or record."""
    if goal is not None or record is not None:
        from aegoals.cli.change_history import print_changes

        print_changes(session, goal, record, limit, as_json=as_json)
        return
    entries = list(session.desk.history.entries())[: -limit - 1 : -1]
    if as_json:
        say_json([{name: getattr(one, name) for name in ("id", "at", "verb", "title", "undone")} for one in entries])
        return
    for one in entries:
        state = _("taken back") if one.undone else ""
        when = one.at[:MINUTES].replace("T", " ")
        say("  ".join(part for part in (when, action_words(one.verb, one.title), state) if part))
    if not entries:
        say(_("Nothing was done yet."))
