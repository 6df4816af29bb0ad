"""``aegoals due``: what is due today, for people and for cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.due import Due
    from aegoals.domain.talk import Promise

NOTHING_DUE = 1


@click.command(
    "due",
    cls=Command,
    params=[json_option()],
    help=mark(
        "What is due today: goals that end, open milestones and actions, what goals behind their line need, "
        "and what was agreed in talks.\n\n"
        "The exit code is 0 where something is due and 1 where nothing is, so that cron can act on it."
    ),
)
@pass_session
def due(session: Session, *, as_json: bool) -> None:
    """Print what is due; leave with 1 where nothing is."""
    from aegoals.cli.agreed import agreed_words
    from aegoals.domain.due import due_today
    from aegoals.domain.today import asks

    today, standings = session.today(), session.desk.goals.standings()
    found = due_today(standings, asks(standings, session.profile.calendar, today), today)
    agreed = session.desk.agreed_due()
    if as_json:
        say_json([*map(_json, found), *map(_agreed_json, agreed)])
    else:
        for one in found:
            say(_words(one, session))
        for promise in agreed:
            say(agreed_words(promise, today, session.locale))
    if not found and not agreed:
        raise click.exceptions.Exit(NOTHING_DUE)


def _json(one: Due) -> dict[str, object]:
    goal = one.standing.goal
    return {
        "due": one.kind,
        "title": one.title,
        "day": one.day,
        "needed": one.needed,
        "unit": goal.metric.unit,
        "goal": {"id": goal.id, "title": goal.title, "status": one.standing.status},
    }


def _agreed_json(one: Promise) -> dict[str, object]:
    """Return what was agreed in a talk; it belongs to no goal."""
    from aegoals.cli.agreed import agreed_json

    return {"due": "agreed", **agreed_json(one), "needed": None, "unit": None, "goal": None}


def _words(one: Due, session: Session) -> str:
    from aegoals.cli.day_words import day_words
    from aegoals.domain.due import DueKind
    from aegoals.domain.words import status_word
    from aegoals.locale.numbers import show_value

    goal, locale = one.standing.goal, session.locale
    words = {"title": one.title, "goal": goal.title, "day": day_words(one.day, session.today(), locale)}
    if one.kind is DueKind.GOAL:
        actual, target = (show_value(value, goal.metric.unit, locale) for value in (one.standing.actual, goal.target))
        return _("ends today: {goal} ({actual} of {target})").format(actual=actual, target=target, **words)
    if one.kind is DueKind.MILESTONE:
        return _("milestone due {day}: {title} ({goal})").format(**words)
    if one.kind is DueKind.ACTION:
        return _("open action: {title} ({goal})").format(**words)
    needed, status = show_value(one.needed, goal.metric.unit, locale), status_word(one.standing.status)
    return _("{status}: {goal} needs {needed} more today").format(needed=needed, status=status, **words)
