"""A week as a grid: a column for each day, a line for each kind, and the sums of both."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from aegoals.domain.kinds import kind_of
from aegoals.locale.dates import weekday_names
from aegoals.locale.texts import _, ngettext
from widgets.heat_cells import (
    POINTER,
    GridView,
    Sheet,
    Spot,
    compact,
    days_of,
    heat_cell,
    money_or_count,
    pointed,
    total_head,
    total_span,
)
from widgets.row import line_row, note
from widgets.spans import Line, pad

DAYS_A_WEEK = 7
NARROWEST, WIDEST = 6, 10
SHORTEST_NAME, LONGEST_NAME = 8, 20
TOTAL_CELLS = 8
FRAME = 2  # lines of head and total
ZERO = Decimal(0)


def week_sheet(view: GridView, width: int, height: int) -> Sheet:
    """Return the kinds of the week, the largest first; what does not fit is added up as others."""
    cells = min(max((width - SHORTEST_NAME - TOTAL_CELLS) // DAYS_A_WEEK, NARROWEST), WIDEST)
    total_cells = min(max(width - SHORTEST_NAME - cells * DAYS_A_WEEK, NARROWEST), TOTAL_CELLS)
    names = min(max(width - cells * DAYS_A_WEEK - total_cells, 0), LONGEST_NAME)
    columns = (names, cells, total_cells)
    sheet = Sheet([line_row(None, _head(view, columns))], [])
    lines = _lines(view, max(height - FRAME, 2))
    peak = max(view.heat.cells.values(), default=ZERO)
    for name, values in lines:
        sheet.rows.append(line_row(None, _line(view, name, values, peak, columns)))
    if lines:
        by_day = view.heat.of_days()
        sums = [by_day.get(day, ZERO) for day in days_of(view.period)]
        sheet.rows.append(line_row(None, _line(view, _("total"), sums, ZERO, columns, role="title")))
    else:
        sheet.rows.append(note(_("Nothing logged in this week.")))
    for at in range(len(sheet.rows)):
        for place, day in enumerate(days_of(view.period)):
            sheet.spots.append(Spot(at, names + place * cells, names + (place + 1) * cells, day))
    return sheet


def _lines(view: GridView, room: int) -> list[tuple[str, list[Decimal]]]:
    """Return name and values of each line."""
    kinds = list(view.heat.of_kinds())
    shown = kinds if len(kinds) <= room else kinds[: room - 1]
    lines = [(_name(kind, view.profile.kind_letters), _values(view, [kind])) for kind in shown]
    if rest := kinds[len(shown) :]:
        lines.append(
            (ngettext("{count} other", "{count} others", len(rest)).format(count=len(rest)), _values(view, rest))
        )
    return lines


def _name(kind: str, letters: Mapping[str, str]) -> str:
    names = kind_of(kind)
    return " ".join(filter(None, [letters.get(kind), ngettext(names.one, names.many, 2)]))


def _values(view: GridView, kinds: list[str]) -> list[Decimal]:
    cells = view.heat.cells
    return [sum((cells.get((kind, day), ZERO) for kind in kinds), ZERO) for day in days_of(view.period)]


def _head(view: GridView, columns: tuple[int, int, int]) -> Line:
    names, cells, total_cells = columns
    words = weekday_names()
    line: Line = [(" " * names, "text")]
    for day in days_of(view.period):
        is_here = day == view.shown
        room = cells - 1
        name = pad(words[day.weekday()], max(room - 3, 1)).rstrip() if room > 5 else words[day.weekday()][:2]  # noqa: PLR2004
        text = pad(f"{name} {day.day}", room, right=True)
        is_past = day <= view.today and view.profile.calendar.is_working(day)
        role = "title" if day == view.today else "text" if is_past else "muted"
        cell: Line = [(POINTER if is_here else " ", "accent"), (text, role)]
        line += pointed(cell) if is_here else cell
    return [*line, total_head(view, _("total"), total_cells)]


def _line(
    view: GridView,
    name: str,
    values: list[Decimal],
    peak: Decimal,
    columns: tuple[int, int, int],
    role: str = "text",
) -> Line:
    names, cells, total_cells = columns
    line: Line = [(pad(name, names), role)]
    for day, value in zip(days_of(view.period), values, strict=True):
        cell: Line = [(" ", "text"), *_cell(view, value, peak, cells - 1, role)]
        line += pointed(cell) if day == view.shown else cell
    return [*line, total_span(view, sum(values, ZERO), total_cells)]


def _cell(view: GridView, value: Decimal, peak: Decimal, cells: int, role: str) -> Line:
    if peak:
        return heat_cell(view, value, peak, cells)
    figure = compact(value, cells, view.profile.locale) if value else ""
    return [money_or_count(view, pad(figure, cells, right=True), role)]
