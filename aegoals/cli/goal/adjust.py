"""``aegoals goal adjust``: change a goal, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.fields import field_options
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.errors import RefusedInput, UsageError
from aegoals.locale.texts import _, mark

ADJUSTABLE = (
    "title",
    "specific",
    "direction",
    "baseline",
    "target",
    "start",
    "due",
    "evidence",
    "why",
    "serves",
)


@click.command(
    "adjust",
    cls=Command,
    params=[
        goal_argument(),
        click.Option(
            ["--reason"], required=True, metavar="TEXT", help=mark("Why it changes; it stays with the goal.")
        ),
        *field_options(ADJUSTABLE),
    ],
    help=mark("Change a goal, with the reason. What it was before, when and why stays visible."),
)
@pass_session
def adjust(session: Session, /, reference: str, reason: str, **options: str | None) -> None:
    """Change a goal and print what changed."""
    given = {name: value for name, value in options.items() if value is not None}
    if not given:
        raise UsageError(_("Nothing says what changes."), _("See: aegoals goal adjust --help"))
    goal = session.desk.goals.adjust(reference, reason, **_values(given, session.locale))
    for change in goal.revisions[-1].changes:
        say(f"{change.field}: {change.before} → {change.after}")


def _values(given: Mapping[str, str], locale: str) -> dict[str, object]:
    return {name: _READERS.get(name, _as_typed)(value, locale) for name, value in given.items()}


def _as_typed(text: str, _locale: str) -> object:
    return text


def _number(text: str, locale: str) -> object:
    from aegoals.cli.goal.answers import number_from

    return number_from(text, locale)


def _day(text: str, _locale: str) -> date:
    from aegoals.domain.fields import read_day

    try:
        return read_day(text)
    except ValueError as error:
        raise RefusedInput(f"“{text}” {error}.") from None


def _direction(text: str, _locale: str) -> object:
    from aegoals.domain.goal_words import read_direction

    return read_direction(text)


_READERS: Mapping[str, Callable[[str, str], object]] = {
    "baseline": _number,
    "target": _number,
    "start": _day,
    "due": _day,
    "direction": _direction,
}
