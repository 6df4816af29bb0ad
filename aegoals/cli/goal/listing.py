"""``aegoals goal list``: all goals with their ids."""

from __future__ import annotations

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.domain.goal import Goal, GoalState
from aegoals.locale.texts import _, mark

_STATES = {
    GoalState.ACTIVE: mark("active"),
    GoalState.PAUSED: mark("paused"),
    GoalState.CLOSED: mark("closed"),
}


@click.command(
    "list",
    cls=Command,
    params=[
        click.Option(["--all", "with_ended"], is_flag=True, help=mark("Closed and archived goals too.")),
        json_option(),
    ],
    help=mark("All open goals with their ids, oldest first."),
)
@pass_session
def list_goals(session: Session, *, with_ended: bool, as_json: bool) -> None:
    """Print the goals."""
    from aegoals.cli.shapes import goal_json
    from aegoals.cli.tables import table

    goals = [one for one in session.desk.goals.all() if with_ended or one.is_running]
    if as_json:
        say_json([goal_json(one) for one in goals])
        return
    for line in table([_row(one, session) for one in goals]):
        say(line)
    if not goals:
        say(_("No goal yet. Set one: aegoals goal add --help, or open the program."))


def _row(goal: Goal, session: Session) -> tuple[str, ...]:
    from aegoals.cli.day_words import day_words
    from aegoals.locale.numbers import show_value
    from aegoals.services.goal_reader import short_id

    start, due = (day_words(day, session.today(), session.locale) for day in (goal.start, goal.due))
    state = _("archived") if goal.archived else _(_STATES[goal.state])
    target = show_value(goal.target, goal.metric.unit, session.locale)
    return (short_id(goal), goal.title, target, f"{start} – {due}", state)
