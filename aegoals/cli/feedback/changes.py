"""``aegoals feedback add``, ``pass-on``, ``goal`` and ``delete``."""

from __future__ import annotations

from datetime import date

import click

from aegoals.cli.commands import Command
from aegoals.cli.feedback.listing import TONES
from aegoals.cli.options import DAY
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

SIDES = ("customer", "manager", "peer", "sdr", "marketing")


def _id_argument() -> click.Argument:
    return click.Argument(["reference"], metavar="ID")


@click.command(
    "add",
    cls=Command,
    params=[
        click.Argument(["text"], metavar="TEXT"),
        click.Option(["--given"], is_flag=True, help=mark("I gave it; without this I received it.")),
        click.Option(["--side"], type=click.Choice(SIDES), default="customer", help=mark("Who the other is.")),
        click.Option(["--person"], default="", metavar="NAME", help=mark("From or to whom.")),
        click.Option(["--tone"], type=click.Choice(TONES), default="praise", help=mark("What kind of feedback it is.")),
        click.Option(["--account"], default="", metavar="NAME", help=mark("The account it is about.")),
        click.Option(["--deal"], default="", metavar="NAME", help=mark("The deal it is about.")),
        click.Option(["--reason", "reasons"], multiple=True, metavar="WORD", help=mark("A word to count it by.")),
        click.Option(["--response"], default="", metavar="TEXT", help=mark("What I do with it.")),
        click.Option(["--date", "day"], type=DAY, metavar=DAY.name, help=mark("The day; today without it.")),
    ],
    help=mark("Keep a feedback: praise, a wish, a complaint or recognition."),
)
@pass_session
def add(session: Session, /, *, given: bool, day: date | None, **fields: object) -> None:
    """Keep a feedback."""
    way = "given" if given else "received"
    one = session.desk.feedback.save(way=way, **(fields | ({"day": day} if day else {})))
    say(_("Kept: {text} ({id})").format(text=one.text, id=one.id[-6:]))


@click.command(
    "pass-on",
    cls=Command,
    params=[_id_argument(), click.Argument(["to"], metavar="TO", help=mark("A person or a department."))],
    help=mark("Mark a feedback as passed on today."),
)
@pass_session
def pass_on(session: Session, reference: str, to: str) -> None:
    """Mark a feedback as passed on."""
    service = session.desk.feedback
    one = service.pass_on(service.get(reference), to)
    say(_("Passed on to {to}: {text}").format(to=one.passed_on_to, text=one.text))


@click.command(
    "goal",
    cls=Command,
    params=[_id_argument()],
    help=mark("Begin a goal out of a feedback: a draft that the program's wizard goes on with."),
)
@pass_session
def goal(session: Session, reference: str) -> None:
    """Begin a goal."""
    service = session.desk.feedback
    draft = service.goal_from(service.get(reference))
    say(_("Draft {id}: go on with it in the program, under Goals.").format(id=draft.id))


@click.command("delete", cls=Command, params=[_id_argument()], help=mark("Delete a feedback; undo brings it back."))
@pass_session
def delete(session: Session, reference: str) -> None:
    """Delete a feedback."""
    service = session.desk.feedback
    one = service.get(reference)
    service.delete(one)
    say(_("Deleted: {text}").format(text=one.text))
