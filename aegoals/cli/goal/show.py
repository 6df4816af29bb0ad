"""``aegoals goal show``: one goal with everything that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from aegoals.cli.commands import Command
from aegoals.cli.goal.reference import goal_argument
from aegoals.cli.options import json_option
from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session, pass_session
from aegoals.locale.texts import _, mark

if TYPE_CHECKING:
    from aegoals.domain.finding import Finding
    from aegoals.domain.forecast import Forecast
    from aegoals.domain.goal import Goal
    from aegoals.domain.progress import Standing
    from aegoals.services.splitting import PartStanding

INDENT = "  "


@click.command(
    "show",
    cls=Command,
    params=[goal_argument(), json_option()],
    help=mark("One goal: what it says, where it stands, its milestones and how it was changed."),
)
@pass_session
def show(session: Session, reference: str, *, as_json: bool) -> None:
    """Print one goal."""
    desk = session.desk
    one = desk.goals.standing(desk.goals.get(reference))
    found = desk.coaching.open_findings(one.goal)
    if as_json:
        from aegoals.cli.findings import finding_json
        from aegoals.cli.shapes import goal_json, part_json, standings_json

        figures = standings_json([one], session.profile.calendar, session.today(), desk.insight.forecast)[0]
        shapes = [part_json(part) for part in desk.splits.standings(one.goal)]
        lacks = [finding_json(finding) for finding in found]
        say_json({**goal_json(one.goal), **figures, "parts": shapes, "findings": lacks})
        return
    said, parts = desk.insight.forecast(one), desk.splits.standings(one.goal)
    for line in _lines(one, said, parts, session.today(), session.locale):
        say(line)
    for line in _coached(one.goal, found, session.locale):
        say(line)


def _lines(one: Standing, said: Forecast | None, parts: list[PartStanding], today: date, locale: str) -> Iterator[str]:
    from aegoals.cli.remarks import remarks
    from aegoals.cli.tables import table
    from aegoals.domain.statement import statement_of

    goal = one.goal
    yield f"{goal.title}  ({goal.id})"
    yield statement_of(goal, locale)
    yield ""
    yield from table([*_figures(one, said, today, locale), *_texts(goal)])
    yield from remarks(one)
    for title, lines in (
        (_("Parts"), list(_parts(one.goal, parts, locale))),
        (_("Actions"), [action.title for action in goal.actions]),
        (_("Milestones"), list(_milestones(one, locale))),
        (_("Changes"), list(_changes(goal, locale))),
    ):
        if lines:
            yield from ("", title, *(INDENT + line for line in lines))


def _coached(goal: Goal, found: Sequence[Finding], locale: str) -> Iterator[str]:
    """Yield what the coach still finds, and what the AE lives with."""
    from aegoals.cli.findings import finding_lines, waiver_line

    for title, lines in (
        (_("Open findings"), [line for finding in found for line in finding_lines(finding, with_code=True)]),
        (_("Waved off"), [waiver_line(waiver, locale) for waiver in goal.waived]),
    ):
        if lines:
            yield from ("", title, *(INDENT + line for line in lines))


def _figures(one: Standing, said: Forecast | None, today: date, locale: str) -> list[tuple[str, str]]:
    from aegoals.cli.day_words import day_words
    from aegoals.domain.forecast.words import forecast_words
    from aegoals.domain.words import status_word
    from aegoals.domain.worth_words import needed, needed_title, worth_of
    from aegoals.locale.numbers import show_share, show_value

    def value(number: object) -> str:
        return show_value(number, one.goal.metric.unit, locale)  # type: ignore[arg-type]

    left = f"{one.days.remaining}{worth_of(one.days.remaining, one.days.worth.remaining, locale)}"
    return [
        (_("Status"), status_word(one.status)),
        (_("Progress"), show_share(one.progress, locale)),
        (_("Now"), value(one.actual)),
        (_("Line today"), value(one.expected)),
        (_("Target"), value(one.goal.target)),
        (needed_title(one.days), value(needed(one))),
        (_("Projection"), value(one.projection)),
        *forecast_words(said, one.goal.metric.unit, locale),
        (_("Safe days"), "–" if one.safe_days is None else str(one.safe_days)),
        (_("Working days left"), left),
        (_("Due"), day_words(one.goal.due, today, locale)),
    ]


def _texts(goal: Goal) -> list[tuple[str, str]]:
    named = (
        (_("Statement"), goal.specific if goal.specific != goal.title else ""),
        (_("Why"), goal.why),
        (_("Serves"), goal.serves),
        (_("Achievable"), goal.evidence),
    )
    return [(name, " ".join(text.split())) for name, text in named if text]


def _parts(goal: Goal, parts: list[PartStanding], locale: str) -> Iterator[str]:
    """Yield how the goal is split, then each part: its days, what it asks for, and the value at its end so far."""
    from aegoals.cli.tables import table
    from aegoals.domain.split_words import is_sum, split_words
    from aegoals.locale.dates import show_days
    from aegoals.locale.numbers import show_value

    if not parts:
        return
    unit, sums = goal.metric.unit, is_sum(goal)
    rows = [("", split_words(goal), *([_("By then")] if sums else []), _("Actual"))]
    for part, value in parts:
        figures = [part.amount, part.value, value] if sums else [part.value, value]
        rows.append((show_days(part.start, part.due, locale), *(show_value(one, unit, locale) for one in figures)))
    yield from table(rows, right=range(1, len(rows[0])))


def _milestones(one: Standing, locale: str) -> Iterator[str]:
    from aegoals.domain.today import is_done
    from aegoals.locale.dates import show_day
    from aegoals.locale.numbers import show_value

    for milestone in one.goal.milestones:
        parts = [show_day(milestone.due, locale), milestone.title]
        if milestone.value is not None:
            parts.insert(1, show_value(milestone.value, one.goal.metric.unit, locale))
        if is_done(milestone, one):
            parts.append(_("(done)"))
        yield INDENT.join(parts)


def _changes(goal: Goal, locale: str) -> Iterator[str]:
    from aegoals.locale.dates import show_day

    for revision in goal.revisions:
        for change in revision.changes:
            step = f"{change.field}: {change.before} → {change.after}"
            yield f"{show_day(revision.day, locale)}  {step} ({revision.reason})"
    if goal.closing is not None:
        yield f"{show_day(goal.closing.day, locale)}  {goal.closing.outcome} {goal.closing.reason}".rstrip()
