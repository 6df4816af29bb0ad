"""The course of a goal on its page, as a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.course import Course, table_days
from aegoals.domain.kpi.tables import Cell, Grid, Holds, Line
from aegoals.domain.metric import is_currency
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _
from widgets.kpi_rows import grid_rows
from widgets.rows import Row


def table_rows(course: Course, locale: str) -> list[Row]:
    """Return the course of a goal as a table with its heading."""
    return grid_rows(_grid(course, locale))


def _grid(course: Course, locale: str) -> Grid:
    goal = course.now.goal
    unit = goal.metric.unit
    fan = {one.day: one for one in course.fan}
    line, actual = dict(course.line), dict(course.actual)
    days = sorted({*table_days(goal), *([course.today] if goal.start <= course.today <= goal.due else [])})
    old = [dict(values) for _one, values in course.old]
    heads = [_("Day"), _("Actual"), _("Line"), _("Forecast"), _("4 of 5 from"), _("to")]
    rows = []
    for day in days:
        found = fan.get(day) if day > course.today else None
        values = [
            _near(actual, day) if day <= course.today else None,
            _near(line, day),
            *((found.median, found.low, found.high) if found else (None, None, None)),
            *(_near(one, day) for one in old),
        ]
        name = _("today") if day == course.today else show_day(day, locale)
        rows.append(Line("", (Cell(name), *(_cell(value, unit, locale) for value in values))))
    heads += [_("Line until {day}").format(day=show_day(one.until, locale, "short")) for one, _values in course.old]
    return Grid("course", _("Course"), tuple(heads), tuple(rows))


def _near(values: dict[date, Decimal | None], day: date) -> Decimal | None:
    """Return the value of the latest known day up to this one."""
    known = [one for one in values if one <= day]
    return values[max(known)] if known else None


def _cell(value: Decimal | None, unit: str, locale: str) -> Cell:
    return Cell(show_value(value, unit, locale), Holds.MONEY if is_currency(unit) else Holds.TEXT)
