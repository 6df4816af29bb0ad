"""``aegoals today``: what today asks for, in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.cli.day import Day
    from aegoals.services import Desk

MOST_RECORDS = 20
INDENT = "  "


@click.command(
    "today",
    cls=Command,
    params=[json_option()],
    help=mark(
        "What to do today to stay on pace, what was logged, and what needs attention.\n\n"
        "The target of a day is what was missing in the morning, over the working days that are left."
    ),
)
@pass_session
def today(session: Session, *, as_json: bool) -> None:
    """Print Today."""
    from aegoals.cli.upkeep import keep_up

    keep_up(session)
    if as_json:
        from aegoals.cli.day import look_at_day
        from aegoals.cli.shapes import day_json

        say_json(day_json(look_at_day(session.desk)))
    else:
        print_today(session.desk)


def print_today(desk: Desk) -> None:
    """Print Today in plain text."""
    from aegoals.cli.day import look_at_day

    day = look_at_day(desk)
    for line in _lines(day):
        say(line)


def _lines(day: Day) -> Iterator[str]:
    yield from _head(day)
    for title, lines in (
        (_("Today's targets"), _targets(day)),
        (_("Logged today"), _logged(day)),
        (_("Needs attention"), _attention(day)),
    ):
        yield ""
        yield title
        yield from (INDENT + line for line in lines)


def _head(day: Day) -> Iterator[str]:
    from aegoals.locale.dates import show_day

    yield f"{show_day(day.today, day.locale, 'full')} · {day.left_in_month}"
    if not day.is_working:
        yield _("No working day: {reason}.").format(reason=day.why_free or _("not in your working week"))
    elif day.remark:
        yield _("A day {remark}.").format(remark=day.remark)


def _targets(day: Day) -> list[str]:
    from aegoals.cli.tables import table
    from aegoals.locale.numbers import show_value

    if not day.has_goals:
        return [_("No active goal yet. Set one: aegoals goal add --help, or open the program.")]
    rows = []
    for ask in day.asks:
        unit = ask.standing.goal.metric.unit
        done, needed = (show_value(value, unit, day.locale) for value in (ask.done, ask.needed))
        rows.append((ask.standing.goal.title, _("{done} of {needed}").format(done=done, needed=needed)))
    return table(rows) if rows else [_("Nothing is asked for today.")]


def _logged(day: Day) -> list[str]:
    from aegoals.domain.words import record_words
    from aegoals.locale.texts import ngettext

    if not day.records:
        return [_("Nothing yet. Write it down: aegoals log “3 calls, demo @Globex”")]
    lines = [record_words(record, day.locale, with_note=True) for record in day.records[:MOST_RECORDS]]
    if (more := len(day.records) - MOST_RECORDS) > 0:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return lines


def _attention(day: Day) -> list[str]:
    from aegoals.cli.agreed import agreed_words
    from aegoals.cli.concern_words import concern_words

    lines = [concern_words(concern, day.today, day.locale) for concern in day.concerns]
    lines += [agreed_words(one, day.today, day.locale) for one in day.agreed]
    return lines or [_("Nothing.")]
