"""The course of a goal on its page, as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from aegoals.domain.course import Course, FanPoint, OldLine
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _
from widgets.goal_rows import figure
from widgets.plot import Chart, Pattern, Series, axis_words, draw
from widgets.rows import Row, heading

CHART_LINES = 10
FAN_POINTS = 24


def course_rows(course: Course, locale: str, *, as_table: bool) -> list[Row]:
    """Return the course of a goal with its heading."""
    if as_table:
        from screens.goal_course_table import table_rows

        return table_rows(course, locale)
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
