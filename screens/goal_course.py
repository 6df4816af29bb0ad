"""The course of a goal on its page: a chart, or the same as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from aegoals.domain.course import Course, FanPoint, OldLine, table_days
from aegoals.domain.kpi.tables import Cell, Grid, Holds, Line
from aegoals.domain.metric import is_currency
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _
from widgets.goal_rows import figure
from widgets.kpi_rows import axis_words, grid_rows
from widgets.plot import Chart, Pattern, Series, draw
from widgets.rows import Row, heading

CHART_LINES = 10
FAN_POINTS = 24


def course_rows(course: Course, locale: str, *, as_table: bool) -> list[Row]:
    """Return the course of a goal with its heading."""
    if as_table:
        return grid_rows(_grid(course, locale))
    chart = _chart(course, locale)
    return [
        heading(_("Course"), " · ".join(_legend(course, locale))),
        Row(None, lambda cells: draw(chart, cells, CHART_LINES), CHART_LINES),
    ]


def _legend(course: Course, locale: str) -> Iterator[str]:
    yield _("━ actual")
    yield _("╌ the line")
    if course.old:
        yield _("┈ before {day}").format(day=show_day(_latest(course.old), locale, "short"))
    if course.fan:
        yield _("░ 4 of 5 ends")


def _latest(old: Iterable[tuple[OldLine, object]]) -> date:
    return max(one.until for one, _values in old)


def _chart(course: Course, locale: str) -> Chart:
    unit = course.now.goal.metric.unit
    series = [
        Series(_area(course.fan), "muted", Pattern.AREA),
        *(Series(_points(values), "muted", Pattern.DOTTED) for _old, values in course.old),
        Series(_points(course.line), "mark", Pattern.DASHED),
        Series(_points((one.day, one.median) for one in _few(course.fan)), "accent", Pattern.DASHED),
        Series(_points(course.actual), "bar"),
    ]
    if course.first < course.today < course.last:
        series.insert(0, Series([(float(course.today.toordinal()), 0.0)], "rest", Pattern.UPRIGHT))
    return Chart(
        [one for one in series if one.points],
        left=float(course.first.toordinal()),
        right=float(max(course.last.toordinal(), course.first.toordinal() + 1)),
        show=lambda value: axis_words(value, unit, locale),
        below=_below(course, locale),
        whole=unit == "count",
        axis_role=figure("", unit, "muted")[1],
    )


def _points(values: Iterable[tuple[date, Decimal | None]]) -> list[tuple[float, float] | None]:
    return [None if value is None else (float(day.toordinal()), float(value)) for day, value in values]


def _few(points: tuple[FanPoint, ...]) -> list[FanPoint]:
    step = max(len(points) // FAN_POINTS, 1)
    return [*points[:-1:step], *points[-1:]]


def _area(points: tuple[FanPoint, ...]) -> list[tuple[float, float] | None]:
    few = _few(points)
    return _points([*((one.day, one.low) for one in few), *((one.day, one.high) for one in reversed(few))])


def _below(course: Course, locale: str) -> list[tuple[float, tuple[str, ...]]]:
    ends = [(day, (show_day(day, locale), show_day(day, locale, "short"))) for day in (course.first, course.last)]
    if course.first < course.today < course.last:
        ends.append((course.today, (_("today {day}").format(day=show_day(course.today, locale, "short")), _("today"))))
    return [(float(day.toordinal()), texts) for day, texts in ends]


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
