"""``aegoals explain``: why a figure of a goal is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import mark

if TYPE_CHECKING:
    from aegoals.domain.why import Reason

INDENT = "  "


@click.command(
    "explain",
    cls=Command,
    params=[
        goal_argument(),
        click.Argument(
            ["figure"],
            required=False,
            metavar="[FIGURE]",
            help=mark(
                "actual, progress, expected, pace, status, days, required, safe_days, projection, needed_today, "
                "forecast, chance or parts; all of them without it."
            ),
        ),
        json_option(),
    ],
    help=mark("Why a figure of a goal is what it is: formula, what goes into it, days counted, rules."),
)
@pass_session
def explain(session: Session, reference: str, figure: str | None, *, as_json: bool) -> None:
    """Print the reasons."""
    from aegoals.domain.why import explain as explain_one
    from aegoals.domain.why import explain_all

    desk = session.desk
    matter = desk.insight.matter(desk.goals.get(reference))
    reasons = [explain_one(matter, figure)] if figure else explain_all(matter)
    if as_json:
        from dataclasses import asdict

        say_json([asdict(reason) for reason in reasons])
        return
    for place, reason in enumerate(reasons):
        for line in (*([""] if place else []), *reason_lines(reason)):
            say(line)


def reason_lines(reason: Reason) -> Iterator[str]:
    """Yield the figure with its value, formula, letters and rules."""
    yield f"{reason.title}: {reason.value}"
    steps = [step for step in (reason.formula, reason.worked) if step]
    if steps:
        yield INDENT + " = ".join(steps)
    yield from (f"{INDENT}{part.letter}  {part.value}  {part.name}" for part in reason.parts)
    yield from (INDENT + rule for rule in reason.rules)
