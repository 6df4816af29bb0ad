"""``aegoals reward list``, ``add``, ``claim`` and ``delete``."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.errors import UsageError
from aegoals.locale.texts import _, mark

SPANS = ("week", "month", "quarter")


def _reference() -> click.Argument:
    return click.Argument(["reference"], metavar="ID", help=mark("The end of its id, or its words."))


@click.command(
    "list", cls=Command, params=[json_option()], help=mark("All rewards: to claim first, then open, then claimed.")
)
@pass_session
def list_rewards(session: Session, *, as_json: bool) -> None:
    """Print rewards."""
    from aegoals.cli.tables import table
    from aegoals.services.reward_words import hangs_on, state_of

    service = session.desk.rewards
    service.settle()
    found = service.all()
    if as_json:
        say_json([one.model_dump() for one in found])
        return
    goals = {goal.id: goal.title for goal in session.desk.goals.all()}
    rows = [(one.id[-6:], one.promise, hangs_on(one, goals), state_of(one, session.locale)) for one in found]
    for line in table(rows):
        say(line)
    if not rows:
        say(_("No reward yet. Promise one: aegoals reward add --help"))


@click.command(
    "add",
    cls=Command,
    params=[
        click.Argument(["promise"], metavar="PROMISE"),
        click.Option(["--goal", "reference"], metavar="ID", help=mark("Earned when this goal is reached.")),
        click.Option(["--milestone"], default="", metavar="TITLE", help=mark("Earned at this milestone of the goal.")),
        click.Option(["--streak", "days"], type=click.IntRange(min=1), help=mark("Earned at so many working days.")),
        click.Option(
            ["--best", "span"], type=click.Choice(SPANS), help=mark("Earned by beating your best week, month, quarter.")
        ),
    ],
    help=mark("Promise yourself a reward. The log earns it; you claim it."),
)
@pass_session
def add(
    session: Session, promise: str, reference: str | None, milestone: str, days: int | None, span: str | None
) -> None:
    """Promise a reward."""
    if (reference is None) == (days is None):
        raise UsageError(_("Say what it hangs on: a goal or a streak."), _("See: aegoals reward add --help"))
    if (milestone or span) and (reference is None or (milestone and span)):
        raise UsageError(
            _("A milestone or a best period is one of a goal, and a reward hangs on one of them."),
            _("Give --goal with either --milestone or --best."),
        )
    fields: dict[str, object] = {"promise": promise}
    if reference is None:
        fields |= {"occasion": "streak", "days": days}
    else:
        occasion = "record" if span else "milestone" if milestone else "goal"
        fields |= {"occasion": occasion, "goal": session.desk.goals.get(reference).id, "milestone": milestone}
        fields |= {"span": span} if span else {}
    one = session.desk.rewards.save(**fields)
    say(_("Promised: {promise} ({id})").format(promise=one.promise, id=one.id[-6:]))


@click.command("claim", cls=Command, params=[_reference()], help=mark("Claim an earned reward today."))
@pass_session
def claim(session: Session, reference: str) -> None:
    """Claim a reward."""
    service = session.desk.rewards
    service.settle()
    one = service.claim(service.get(reference))
    say(_("Claimed: {promise}").format(promise=one.promise))


@click.command("delete", cls=Command, params=[_reference()], help=mark("Delete a reward; undo brings it back."))
@pass_session
def delete(session: Session, reference: str) -> None:
    """Delete a reward."""
    service = session.desk.rewards
    one = service.get(reference)
    service.delete(one)
    say(_("Deleted: {promise}").format(promise=one.promise))
