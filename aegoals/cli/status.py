"""``aegoals status``: where goals stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.progress import Standing
    from aegoals.services import Desk

RIGHT_COLUMNS = {3, 4, 5, 6, 7}


@click.command(
    "status",
    cls=Command,
    params=[
        click.Option(["--all", "with_ended"], is_flag=True, help=mark("Closed and archived goals too.")),
        json_option(),
    ],
    help=mark("Where every active goal stands: progress, the value that should stand today, what is required."),
)
@pass_session
def status(session: Session, *, with_ended: bool, as_json: bool) -> None:
    """Print where goals stand."""
    from aegoals.cli.upkeep import keep_up

    keep_up(session)
    desk = session.desk
    standings = desk.goals.standings(desk.goals.all() if with_ended else None)
    if as_json:
        from aegoals.cli.shapes import standings_json

        say_json(standings_json(standings, session.profile.calendar, session.today(), desk.insight.forecast))
        return
    if not standings:
        say(_("No active goal. Set one: aegoals goal add --help, or open the program."))
        return
    for line in (*status_lines(standings, session.today(), session.locale), *_moved(desk, standings, session.locale)):
        say(line)


def _moved(desk: Desk, standings: Iterable[Standing], locale: str) -> Iterator[str]:
    """Yield what moved since yesterday or since Monday, one line a goal."""
    from aegoals.domain.news import news_words

    for one in standings:
        news = desk.insight.news(one)
        if news is not None:
            yield f"{one.goal.title}: {news_words(news, locale, desk.insight.yesterday())}"


def status_lines(standings: Iterable[Standing], today: date, locale: str) -> Iterator[str]:
    """Yield the table of standings, and below it what the figures leave out."""
    from aegoals.cli.remarks import remarks
    from aegoals.cli.tables import table

    known = list(standings)
    heads = (
        _("Id"),
        _("Goal"),
        _("Status"),
        _("Progress"),
        _("Now"),
        _("Line today"),
        _("Target"),
        _("Per working day") if all(one.days.is_whole for one in known) else _("Per whole day"),
        _("Due"),
    )
    yield from table([heads, *(_row(one, today, locale) for one in known)], RIGHT_COLUMNS)
    for one in known:
        yield from (f"{one.goal.title}: {remark}" for remark in remarks(one))


def _row(one: Standing, today: date, locale: str) -> tuple[str, ...]:
    from aegoals.cli.day_words import day_words
    from aegoals.domain.words import status_word
    from aegoals.domain.worth_words import needed
    from aegoals.locale.numbers import show_share, show_value
    from aegoals.services.goal_reader import short_id

    goal = one.goal
    values = (one.actual, one.expected, goal.target, needed(one))
    now, line, target, required = (show_value(value, goal.metric.unit, locale) for value in values)
    return (
        short_id(goal),
        goal.title,
        status_word(one.status),
        show_share(one.progress, locale),
        now,
        line,
        target,
        required,
        day_words(goal.due, today, locale),
    )
