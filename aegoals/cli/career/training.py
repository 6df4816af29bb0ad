"""``aegoals training``: trainings, and hours logged from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command, Entry, LazyGroup
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.career import Training

COMMANDS = {
    "log": Entry("aegoals.cli.career.training:log_hours", mark("Log hours of a training.")),
}
RIGHT_COLUMN = {2}


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    from aegoals.cli.tables import table
    from aegoals.domain.career_words import TRAINING_KINDS

    session = context.ensure_object(Session)
    known = session.desk.career.trainings.all()
    if as_json:
        say_json([one.model_dump() | {"done": one.is_done} for one in known])
        return
    rows = [(one.id[-6:], one.title, _hours(one, session), _(TRAINING_KINDS[one.kind]), _end(one)) for one in known]
    for line in table(rows, RIGHT_COLUMN):
        say(line)
    if not known:
        say(_('No training yet. Try: aegoals training log "Negotiation course" 1.5'))


training = LazyGroup(
    "training",
    COMMANDS,
    callback=_list,
    invoke_without_command=True,
    params=[json_option()],
    help=mark("Courses, books and practice with hours planned and done.\n\nWithout a command it lists them."),
)


def _hours(one: Training, session: Session) -> str:
    from aegoals.locale.numbers import show_number

    done, planned = (show_number(hours, session.locale, 1) for hours in (one.hours_done, one.hours_planned))
    return _("{done} of {planned} hours").format(done=done, planned=planned)


def _end(one: Training) -> str:
    return _("finished {day}").format(day=one.finished_on.isoformat()) if one.finished_on else ""


@click.command(
    "log",
    cls=Command,
    params=[
        click.Argument(["title"], metavar="TITLE", help=mark("The training's title or id; a new title adds it.")),
        click.Argument(["hours"], metavar="HOURS", help=mark("Such as 1.5.")),
    ],
    help=mark("Log hours of a training: they count for it and stand in today's log."),
)
@pass_session
def log_hours(session: Session, title: str, hours: str) -> None:
    """Log hours; a training that is not there yet is added with them."""
    from aegoals.locale.numbers import read_number

    career, spent = session.desk.career, read_number(hours, session.locale)
    one = career.train_by_name(title, spent)
    say(f"{one.title}: {_hours(one, session)}")
