"""``aegoals goal check-in``: report a value that the log does not report."""

from __future__ import annotations

from datetime import date

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.options import DAY
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark


@click.command(
    "check-in",
    cls=Command,
    params=[
        goal_argument(),
        click.Argument(["value"], metavar="VALUE", help=mark("In the goal's unit.")),
        click.Option(["--date", "day"], type=DAY, metavar=DAY.name, help=mark("The day of the value.")),
        click.Option(["--note"], default="", metavar="TEXT", help=mark("What is worth keeping with it.")),
    ],
    help=mark("Report the value of a goal that nothing in the log reports, such as a share or an own number."),
)
@pass_session
def check_in(session: Session, reference: str, value: str, day: date | None, note: str) -> None:
    """Keep a goal's value of one day."""
    from aegoals.cli.day_words import day_words
    from aegoals.cli.goal.answers import number_from
    from aegoals.locale.numbers import show_value

    goal = session.desk.goals.get(reference)
    record = session.desk.log.check_in(goal, number_from(value, session.locale), day, note)
    shown = show_value(record.quantity, goal.metric.unit, session.locale)
    day_shown = day_words(record.date, session.today(), session.locale)
    say(_("{title}: {value} ({day})").format(title=goal.title, value=shown, day=day_shown))
