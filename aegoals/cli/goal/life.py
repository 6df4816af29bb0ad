"""``aegoals goal pause``, ``resume``, ``close``, ``reopen`` and ``delete``."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

OUTCOMES = ("achieved", "partly", "missed", "dropped")


@click.command(
    "pause",
    cls=Command,
    params=[goal_argument()],
    help=mark("Let a goal rest: it asks for nothing until it is resumed."),
)
@pass_session
def pause(session: Session, reference: str) -> None:
    """Pause a goal."""
    goal = session.desk.goals.pause(reference)
    say(_("Paused: {title}").format(title=goal.title))


@click.command("resume", cls=Command, params=[goal_argument()], help=mark("Go on with a paused goal."))
@pass_session
def resume(session: Session, reference: str) -> None:
    """Go on with a goal."""
    goal = session.desk.goals.resume(reference)
    say(_("Resumed: {title}").format(title=goal.title))


@click.command(
    "close",
    cls=Command,
    params=[
        goal_argument(),
        click.Option(
            ["--outcome"],
            type=click.Choice(OUTCOMES),
            help=mark("How it ended; without it the value decides between achieved and missed."),
        ),
        click.Option(["--reason"], default="", metavar="TEXT", help=mark("Why it ended so, what was learned.")),
    ],
    help=mark("End a goal and freeze its value as of today, or say how one went that was closed by itself."),
)
@pass_session
def close(session: Session, reference: str, outcome: str | None, reason: str) -> None:
    """End a goal."""
    from aegoals.domain.ended import OUTCOME_WORDS
    from aegoals.domain.goal import Outcome
    from aegoals.locale.numbers import show_value

    goal = session.desk.goals.close(reference, Outcome(outcome) if outcome else None, reason)
    if goal.closing is None:
        return
    say(
        _("Closed as {outcome} with {actual}: {title}").format(
            outcome=_(OUTCOME_WORDS[goal.closing.outcome]),
            actual=show_value(goal.closing.actual, goal.metric.unit, session.locale),
            title=goal.title,
        )
    )


@click.command("reopen", cls=Command, params=[goal_argument()], help=mark("Take up a closed goal again."))
@pass_session
def reopen(session: Session, reference: str) -> None:
    """Take up a closed goal again."""
    goal = session.desk.goals.reopen(reference)
    say(_("Reopened: {title}").format(title=goal.title))


@click.command(
    "delete",
    cls=Command,
    params=[goal_argument()],
    help=mark(
        "Delete a goal and its check-ins; what other goals count stays in the log. “aegoals undo” brings it back."
    ),
)
@pass_session
def delete(session: Session, reference: str) -> None:
    """Delete a goal."""
    goal = session.desk.goals.delete(reference)
    say(_("Deleted: {title}. Bring it back with: aegoals undo").format(title=goal.title))
