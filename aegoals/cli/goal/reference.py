"""The argument that names a goal: its id, the end of it, or its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aegoals.cli.session import Session
from aegoals.errors import AegoalsError
from aegoals.locale.texts import mark

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def goal_argument() -> click.Argument:
    """Return a new argument ``ID`` that a shell can complete."""
    return click.Argument(
        ["reference"],
        metavar="ID",
        help=mark("Its id, the end of its id, or its title."),
        shell_complete=complete_goal,
    )


def complete_goal(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Return the goals whose short ids begin so."""
    from click.shell_completion import CompletionItem

    from aegoals.services.goal_reader import short_id

    try:
        goals = context.ensure_object(Session).desk.goals.all()
    except AegoalsError:  # a shell has no place to show it
        return []
    return [CompletionItem(short_id(goal), help=goal.title) for goal in goals if short_id(goal).startswith(incomplete)]
