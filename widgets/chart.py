"""A goal's course: actual values against the line from baseline to target, in block characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from widgets.spans import Line, pad

LEVELS = " ▁▂▃▄▅▆▇█"
DOT = "·"


@dataclass(frozen=True, slots=True)
class Course:
    """What the chart shows: one actual value a column (None after today), one line value a column."""

    actual: Sequence[Decimal | None]
    expected: Sequence[Decimal]
    low: str  # label of the lower edge
    high: str  # label of the upper edge
    first: str  # label of the first column
    last: str  # label of the last column
    edge_role: str = "muted"  # of the labels of the lower and upper edge


def chart(course: Course, height: int = 8) -> list[Line]:
    """Return the chart's lines: columns for actual values, dots for the line, labels at the edges."""
    values = [value for value in (*course.actual, *course.expected) if value is not None]
    bottom, top = min(values), max(values)
    scale = (top - bottom) or Decimal(1)
    margin = max(len(course.low), len(course.high)) + 1
    actual = [None if value is None else (value - bottom) / scale for value in course.actual]
    expected = [(value - bottom) / scale for value in course.expected]
    lines = [
        [(pad(_edge_label(course, row, height), margin), course.edge_role), *_row_spans(actual, expected, row, height)]
        for row in range(height - 1, -1, -1)
    ]
    gap = max(len(course.expected) - len(course.first) - len(course.last), 1)
    return [*lines, [(" " * margin + course.first + " " * gap + course.last, "muted")]]


def _edge_label(course: Course, row: int, height: int) -> str:
    if row == height - 1:
        return course.high
    return course.low if row == 0 else ""


def _row_spans(actual: Sequence[Decimal | None], expected: Sequence[Decimal], row: int, height: int) -> Line:
    spans: Line = []
    for value, line_value in zip(actual, expected, strict=True):
        glyph, role = _glyph(value, line_value, row, height)
        if spans and spans[-1][1] == role:
            spans[-1] = (spans[-1][0] + glyph, role)
        else:
            spans.append((glyph, role))
    return spans


def _glyph(value: Decimal | None, line_value: Decimal, row: int, height: int) -> tuple[str, str]:
    is_line = min(int(line_value * height), height - 1) == row
    if value is not None:
        level = min(max(int((value * height - row) * 8) + (1 if row == 0 else 0), 0), 8)
        if is_line:
            return (DOT, "mark") if level == 0 else ("┅", "mark")
        return LEVELS[level], "bar"
    return (DOT, "muted") if is_line else (" ", "text")
