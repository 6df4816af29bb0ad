"""``aegoals talk``: talks, and what was agreed in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from aegoals.cli.commands import Command, Entry, LazyGroup
from aegoals.cli.options import DAY, json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import NotFound
from aegoals.locale.texts import _, mark

COMMANDS = {
    "add": Entry("aegoals.cli.career.talk:add", mark("Write down a talk and what was agreed.")),
    "done": Entry("aegoals.cli.career.talk:done", mark("Tick off what was agreed.")),
}


@click.pass_context
def _list(context: click.Context, *, as_json: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    talks = context.ensure_object(Session).desk.career.talks.all()
    if as_json:
        say_json([one.model_dump() for one in talks])
        return
    for talk in talks:
        say(f"{talk.day.isoformat()}  {talk.person}")
        for one in talk.agreed:
            who = f" ({one.who})" if one.who else ""
            until = _(" until {day}").format(day=one.due.isoformat()) if one.due else ""
            say(f"  {'✓' if one.done_on else '·'} {one.title}{who}{until}")
    if not talks:
        say(_('No talk yet. Try: aegoals talk add Dana --agreed "Shadow two calls" --until 2026-12-01'))


talk = LazyGroup(
    "talk",
    COMMANDS,
    callback=_list,
    invoke_without_command=True,
    params=[json_option()],
    help=mark("Talks about your work and future, and what was agreed.\n\nWithout a command it lists them."),
)


@click.command(
    "add",
    cls=Command,
    params=[
        click.Argument(["person"], metavar="PERSON"),
        click.Option(["--on", "day"], type=DAY, metavar=DAY.name, help=mark("The talk's day; today by default.")),
        click.Option(["--said"], default="", metavar="TEXT", help=mark("What was said.")),
        click.Option(["--agreed"], multiple=True, metavar="TEXT", help=mark("What was agreed; may be given again.")),
        click.Option(["--until"], type=DAY, metavar=DAY.name, help=mark("Until when all of that is to be done.")),
    ],
    help=mark("Write down a talk and what was agreed; on its day it stands on Today."),
)
@pass_session
def add(session: Session, person: str, day: date | None, said: str, agreed: Sequence[str], until: date | None) -> None:
    """Keep a talk."""
    items = [{"title": title, "due": until} for title in agreed]
    fields = {"person": person, "day": day or session.today(), "said": said, "agreed": items}
    one = session.desk.career.talks.save(None, **fields)
    say(f"{one.id}  {one.title}")


@click.command(
    "done",
    cls=Command,
    params=[click.Argument(["title"], metavar="TITLE", help=mark("What was agreed, or the beginning of it."))],
    help=mark("Tick off what was agreed."),
)
@pass_session
def done(session: Session, title: str) -> None:
    """Tick off what was agreed."""
    talks, wanted = session.desk.career.talks, title.strip().casefold()
    found = [one for one in talks.open() if wanted and one.agreed.title.casefold().startswith(wanted)]
    if len(found) != 1:
        words = (
            _("More than one open thing begins with “{title}”.") if found else _("Nothing open begins with “{title}”.")
        )
        raise NotFound(words.format(title=title), _("See them with: aegoals talk"))
    talks.tick(found[0].talk.id, found[0].agreed)
    say(_("done: {title}").format(title=found[0].agreed.title))
