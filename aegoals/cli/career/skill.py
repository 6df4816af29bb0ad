"""``aegoals skill``: skills with their levels, rated and shown from the shell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command, Entry, LazyGroup
from aegoals.cli.options import DAY, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.career import Skill

LEVEL = click.IntRange(0, 5)
COMMANDS = {
    "add": Entry("aegoals.cli.career.skill:add", mark("Add a skill.")),
    "rate": Entry("aegoals.cli.career.skill:rate", mark("Rate a skill; earlier ratings stay.")),
    "evidence": Entry("aegoals.cli.career.skill:evidence", mark("What shows a skill; attach more by its id.")),
}


def skill_argument() -> click.Argument:
    """Return a new argument that names a skill."""
    return click.Argument(["reference"], metavar="SKILL", help=mark("Its title, its id, or the end of its id."))


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    from aegoals.cli.tables import table
    from aegoals.domain.career_words import level_words

    known = context.ensure_object(Session).desk.career.skills.all()
    if as_json:
        say_json([skill_json(one) for one in known])
        return
    wanted = _("wanted {level}")
    rows = [
        (one.id[-6:], one.title, level_words(one.level), wanted.format(level=level_words(one.wanted))) for one in known
    ]
    for line in table(rows):
        say(line)
    if not known:
        say(_("No skill yet. Try: aegoals skill add Negotiation --level 1 --wanted 4"))


skill = LazyGroup(
    "skill",
    COMMANDS,
    callback=_list,
    invoke_without_command=True,
    params=[json_option()],
    help=mark(
        "Skills with today's and the wanted level, from 0 (not yet) to 5 (others learn it from me).\n\n"
        "Without a command it lists them."
    ),
)


def skill_json(one: Skill) -> dict[str, object]:
    """Return a skill with its ratings and how far it is."""
    from aegoals.domain.career_path import way

    return {
        "id": one.id,
        "title": one.title,
        "level": one.level,
        "wanted": one.wanted,
        "progress": way(one),
        "evidence": one.evidence,
        "ratings": [{"day": each.day, "level": each.level, "note": each.note} for each in one.history],
        "attached": [{"kind": each.kind, "id": each.ref, "day": each.attached_on} for each in one.proofs],
    }


@click.command(
    "add",
    cls=Command,
    params=[
        click.Argument(["title"], metavar="TITLE"),
        click.Option(["--level"], type=LEVEL, default=1, show_default=True, help=mark("Today's level.")),
        click.Option(["--wanted"], type=LEVEL, default=4, show_default=True, help=mark("The wanted level.")),
    ],
    help=mark("Add a skill."),
)
@pass_session
def add(session: Session, title: str, level: int, wanted: int) -> None:
    """Add a skill and print its id."""
    one = session.desk.career.save_skill(title=title, level=level, wanted=wanted)
    say(f"{one.id}  {one.title}")


@click.command(
    "rate",
    cls=Command,
    params=[
        skill_argument(),
        click.Argument(["level"], type=LEVEL, metavar="LEVEL", help=mark("From 0 to 5.")),
        click.Option(["--note"], default="", metavar="TEXT", help=mark("What shows it.")),
        click.Option(["--on", "day"], type=DAY, metavar=DAY.name, help=mark("Rated on this day; today by default.")),
    ],
    help=mark("Rate a skill; earlier ratings stay."),
)
@pass_session
def rate(session: Session, reference: str, level: int, note: str, day: date | None) -> None:
    """Rate a skill and print its level."""
    from aegoals.domain.career_words import skill_reason

    career = session.desk.career
    one = career.rate(career.skill(reference).id, level, note, day)
    say(f"{one.title}: {skill_reason(one)}")


@click.command(
    "evidence",
    cls=Command,
    params=[
        skill_argument(),
        click.Option(["--attach"], metavar="ID", help=mark("Attach what has this id, or an id that ends so.")),
        click.Option(["--offer"], is_flag=True, help=mark("List what can be attached, with ids, the latest first.")),
        json_option(),
    ],
    help=mark("What shows a skill: won deals, trainings, feedback, notes of the log."),
)
@pass_session
def evidence(session: Session, reference: str, attach: str | None, *, offer: bool, as_json: bool) -> None:
    """Print evidence, or what can become some."""
    from aegoals.cli.tables import table
    from aegoals.domain.career_words import PROOF_KINDS

    career = session.desk.career
    one = career.skill(reference)
    if attach:
        source = career.evidence.find(one, attach)
        one = career.attach(one.id, source.kind, source.ref)
    found = career.evidence.offered(one) if offer else [source for _proof, source in career.evidence.shown(one)]
    if as_json:
        say_json([{"kind": each.kind, "id": each.ref, "day": each.day, "words": each.words} for each in found])
        return
    days = (each.day.isoformat() if each.day else "–" for each in found)
    rows = [(each.ref[-6:], day, _(PROOF_KINDS[each.kind]), each.words) for each, day in zip(found, days, strict=True)]
    for line in table(rows):
        say(line)
    if not found:
        say(_("Nothing to attach yet.") if offer else _("No evidence yet. See what there is with --offer."))
