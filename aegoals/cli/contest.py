"""``aegoals contest``: a flash contest against oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import UsageError
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.contest import ContestStanding

RIGHT_COLUMNS = {2, 3}


@click.command(
    "contest",
    cls=Command,
    params=[
        click.Argument(["line"], required=False, metavar="[LINE]", help=mark("Such as “8 calls today”.")),
        click.Option(["--change"], metavar="ID", help=mark("Change the contest with this id or line to LINE.")),
        click.Option(["--delete", "delete"], metavar="ID", help=mark("Delete the contest with this id or line.")),
        json_option(),
    ],
    help=mark("A contest against yourself until the end of the day or the week; without a line, how they went."),
)
@pass_session
def contest(session: Session, line: str | None, change: str | None, delete: str | None, *, as_json: bool) -> None:
    """Set a contest, change or delete one, or list them all."""
    service = session.desk.contests
    if change is not None and line is None:
        raise UsageError(_("Nothing says what the contest becomes."), _("Give the new line too."))
    if delete is not None:
        service.delete(service.get(delete))
    elif line is not None:
        kept = service.set(line) if change is None else service.change(service.get(change), line)
        one = service.standing(kept)
        if not as_json:
            say(_("{line}: {done} of {target} so far, until the end of {end}.").format(**_words(one, session)))
            return
    else:
        service.settle()
    known = service.all()
    if as_json:
        say_json([contest_json(one) for one in known])
        return
    from aegoals.cli.tables import table

    for text in table([tuple(_words(one, session).values()) for one in known], RIGHT_COLUMNS):
        say(text)
    if not known:
        say(_('No contest yet. Try: aegoals contest "8 calls today"'))


def contest_json(one: ContestStanding) -> dict[str, object]:
    """Return a contest with how it stands."""
    contest = one.contest
    return {
        "id": contest.id,
        "line": contest.line,
        "unit": contest.metric.unit,
        "target": contest.target,
        "done": one.done,
        "state": one.state,
        "start": contest.start,
        "end": contest.end,
    }


def _words(one: ContestStanding, session: Session) -> dict[str, str]:
    from aegoals.cli.day_words import day_words
    from aegoals.locale.numbers import show_value

    unit = one.contest.metric.unit
    return {
        "id": one.contest.id[-6:],
        "line": one.contest.line,
        "done": show_value(one.done, unit, session.locale),
        "target": show_value(one.contest.target, unit, session.locale),
        "end": day_words(one.contest.end, session.today(), session.locale),
        "state": _(one.state),
    }
