"""The parts of a goal that is split: what each asks for, and what it brought."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.goal import Goal
from aegoals.domain.profile import Profile
from aegoals.domain.split_words import is_sum, split_words
from aegoals.locale.dates import show_days
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _
from aegoals.services import Desk
from aegoals.services.splitting import PartStanding
from widgets.bar import bar
from widgets.goal_rows import figure
from widgets.rows import Row, heading, line_row
from widgets.spans import Line, pad, spread

NAME_CELLS = 22
BAR_CELLS = 16


def part_rows(desk: Desk, goal: Goal, profile: Profile, width: int) -> list[Row]:
    """Return one line for each part, with its bar where the parts are sums."""
    if not (goal.split or goal.season):
        return []
    known, today = desk.splits.standings(goal), goal.last_day(desk.today())
    rows, before = [], Decimal(0)
    for one in known:
        rows.append(line_row(None, _line(goal, one, before, today, profile.locale, width)))
        before = one.value or before
    return [heading(_("Parts"), split_words(goal)), *rows] if rows else []


def _line(goal: Goal, one: PartStanding, before: Decimal, today: date, locale: str, width: int) -> Line:
    part, unit = one.part, goal.metric.unit
    runs = part.start <= today <= part.due
    days: Line = [
        ("› " if runs else "  ", "accent"),
        (pad(show_days(part.start, part.due, locale), NAME_CELLS), "text"),
    ]
    if not is_sum(goal):
        value = "" if one.value is None else f"{show_value(one.value, unit, locale)} / "
        both = figure(f"{value}{show_value(part.value, unit, locale)}", unit, "text" if one.value else "muted")
        return spread(days, [both], width)
    if one.value is None:
        return spread(days, [figure(show_value(part.amount, unit, locale), unit, "muted")], width)
    done = one.value - before
    is_met = done >= part.amount
    role = "good" if is_met else "bar" if runs else "warn"
    drawn = bar(done / part.amount if part.amount else Decimal(1), None, min(BAR_CELLS, max(width // 5, 8)), role)
    figures = f"{show_value(done, unit, locale)} / {show_value(part.amount, unit, locale)}"
    return spread([*days, *drawn], [figure(figures, unit)], width)
