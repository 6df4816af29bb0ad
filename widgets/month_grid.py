"""A month as a grid of weeks: every day with its shade and its figure."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.periods import week_of
from aegoals.locale.dates import weekday_names
from aegoals.locale.texts import _
from widgets.heat_cells import NOTHING, POINTER, GridView, Sheet, Spot, heat_cell, pointed, total_head, total_span
from widgets.row import line_row
from widgets.spans import Line, pad

DAYS_A_WEEK = 7
WIDEST, NARROWEST = 12, 7
TOTAL_CELLS = 8


def month_sheet(view: GridView, width: int, height: int) -> Sheet:
    """Return the month's weeks below the names of the weekdays, each with its total where there is room."""
    has_total = width >= DAYS_A_WEEK * NARROWEST + TOTAL_CELLS
    cells = min((width - TOTAL_CELLS * has_total) // DAYS_A_WEEK, WIDEST)
    sheet = Sheet([line_row(None, _names(view, cells, has_total=has_total))], [])
    first = week_of(view.period.start, view.profile.first_day_of_week).start
    by_day = view.heat.of_days()
    peak = max(by_day.values(), default=Decimal(0))
    lines = 2 if height > 2 * _weeks(view) + 1 and cells > NARROWEST else 1
    while first <= view.period.end:
        week = [first + timedelta(days=offset) for offset in range(DAYS_A_WEEK)]
        drawn = [_day(view, day, by_day.get(day, Decimal(0)), peak, (cells, lines)) for day in week]
        for number in range(lines):
            line = [span for day in drawn for span in day[number]]
            total = sum((by_day.get(day, Decimal(0)) for day in week), Decimal(0))
            if has_total and number == 0:
                line.append(total_span(view, total, TOTAL_CELLS))
            at = len(sheet.rows)
            sheet.spots.extend(_spots(view, week, at, cells))
            sheet.rows.append(line_row(None, line))
        first += timedelta(days=DAYS_A_WEEK)
    return sheet


def _names(view: GridView, cells: int, *, has_total: bool) -> Line:
    names = weekday_names()
    start = view.profile.first_day_of_week - 1
    turned = [*names[start:], *names[:start]]
    line: Line = [(" " + pad(name, cells - 1), "muted") for name in turned]
    return [*line, total_head(view, _("week"), TOTAL_CELLS)] if has_total else line


def _spots(view: GridView, week: list[date], line: int, cells: int) -> list[Spot]:
    return [Spot(line, place * cells, (place + 1) * cells, day) for place, day in enumerate(week) if day in view.period]


def _day(view: GridView, day: date, value: Decimal, peak: Decimal, size: tuple[int, int]) -> list[Line]:
    """Return the lines of one day: its number, shade and figure; blank outside the month."""
    cells, lines = size
    if day not in view.period:
        return [[(" " * cells, "text")]] * lines
    is_here = day == view.shown
    number: Line = [(POINTER if is_here else " ", "accent"), (f"{day.day:>2}", _role(view, day))]
    if lines == 1:
        room = cells - 3
        gap: Line = [(" ", "text")] if room > 4 else []  # noqa: PLR2004 - shade and three figures
        drawn = [[*number, *gap, *_value(view, day, value, peak, room - len(gap))]]
    else:
        drawn = [
            [*number, (" " * (cells - 3), "text")],
            [(" ", "text"), *_value(view, day, value, peak, cells - 2, shades=max(cells - 7, 1)), (" ", "text")],
        ]
    return [pointed(line) for line in drawn] if is_here else drawn


def _role(view: GridView, day: date) -> str:
    if day == view.today:
        return "title"
    return "text" if view.profile.calendar.is_working(day) and day <= view.today else "muted"


def _value(view: GridView, day: date, value: Decimal, peak: Decimal, cells: int, shades: int = 1) -> Line:
    if value or not (day < view.today and view.profile.calendar.is_working(day)):
        return heat_cell(view, value, peak, cells, shades)
    return [(pad(NOTHING, cells, right=True), "muted")]


def _weeks(view: GridView) -> int:
    """Return how many weeks the month's grid has."""
    first = week_of(view.period.start, view.profile.first_day_of_week).start
    return (view.period.end - first).days // DAYS_A_WEEK + 1
