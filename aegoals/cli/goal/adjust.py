"""``aegoals goal adjust``: change a goal, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.fields import field_options
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.output import say
from aegoals.cli.session import Session, pass_session
from aegoals.errors import UsageError
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.goal_entry import EntryRules

ADJUSTABLE = (
    "title",
    "specific",
    "direction",
    "baseline",
    "target",
    "start",
    "due",
    "repeats",
    "evidence",
    "why",
    "serves",
)


@click.command(
    "adjust",
    cls=Command,
    params=[
        goal_argument(),
        click.Option(["--reason"], required=True, metavar="TEXT", help=mark("Why it changes; it stays with the goal.")),
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
    values = _values(given, session.desk.goals.rules())
    before = len(session.desk.goals.get(reference).revisions)
    goal = session.desk.goals.adjust(reference, reason, **values)
    for change in goal.revisions[-1].changes if len(goal.revisions) > before else ():
        say(f"{change.field}: {change.before} → {change.after}")
    if goal.pending is not None:
        say(_("An easier target or date takes effect on {day}.").format(day=goal.pending.effective_on))


def _values(given: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    from aegoals.cli.goal.answers import number_from
    from aegoals.domain.goal_words import read_direction, read_repeat

    def number(text: str) -> object:
        return number_from(text, rules.locale)

    readers: Mapping[str, Callable[[str], object]] = {
        "baseline": number,
        "target": number,
        "start": rules.read_day,
        "due": rules.read_day,
        "direction": read_direction,
        "repeats": read_repeat,
    }
    return {name: readers.get(name, str)(value) for name, value in given.items()}
