"""Charts with axes: plotille draws lines and areas in braille dots, the rows of a list show them.

Each series is a canvas of its own, so that it keeps its role of colour; where two meet, the dots are joined and the
later series gives the colour. Without colour the patterns tell them apart: solid, dashed, dotted, an area of sparse
dots. plotille is imported where the first chart is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from aegoals.domain.metric import is_currency
from aegoals.locale.numbers import show_money, show_value
from widgets.bar import COLUMNS
from widgets.spans import Line, pad, width_of

if TYPE_CHECKING:
    from plotille import Canvas  # type: ignore[import-untyped]

BLANK, FULL = 0x2800, 0x28FF  # the code points of braille
EMPTY = frozenset({" ", chr(BLANK)})
DOTS_ACROSS, DOTS_UP = 2, 4  # of one cell
TICK, AXIS, CORNER, FLOOR = "┤", "│", "└", "─"
ROWS_A_TICK = 2
STEPS = (1, 2, 2.5, 5, 10)

Point = tuple[float, float]


class Pattern(Enum):
    """How the dots of a series lie: of so many dot columns in a row, how many are drawn."""

    SOLID = (1, 1)
    DASHED = (6, 3)
    DOTTED = (4, 1)
    BARS = (0, 1)
    AREA = (0, 2)  # between two lines: the points of the lower one, then those of the upper one backwards
    UPRIGHT = (0, 3)  # one vertical line at the first point


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one series; None between two of them leaves a gap."""

    points: Sequence[Point | None]
    role: str = "bar"
    pattern: Pattern = Pattern.SOLID
    width: float = 0.7  # of a bar, along x


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: the series from back to front, the edges along x, and what stands at the axes.

    ``show`` writes a value at the left axis; ``below`` are texts under the lower axis, each with its place along x and
    shorter ones for where it does not fit.
    ``whole`` keeps the values of the left axis whole numbers.
    """

    series: Sequence[Series]
    left: float
    right: float
    show: Callable[[float], str]
    below: Sequence[tuple[float, Sequence[str]]]
    from_zero: bool = False
    whole: bool = False
    axis_role: str = "muted"


def draw(chart: Chart, width: int, height: int) -> list[Line]:
    """Return the chart in at most this many cells and exactly ``height`` lines, two of them for the lower axis."""
    rows = max(height - 2, 2)
    ticks = _ticks(chart, rows)
    labels = [chart.show(value) for value in ticks]
    margin = max(width_of([(text, "")]) for text in labels)
    columns = max(width - margin - 1, 4)
    plain = _Plane(chart.left, chart.right, ticks[0], ticks[-1], columns, rows)
    layers = [(_layer(series, plain), series.role, series.pattern is Pattern.AREA) for series in chart.series]
    at = {plain.row(value): text for value, text in zip(ticks, labels, strict=True)}
    lines = []
    for row in range(rows):
        edge: Line = [
            (pad(at.get(row, ""), margin, right=True), chart.axis_role),
            (TICK if row in at else AXIS, "muted"),
        ]
        lines.append([*edge, *_joined([(cells[row], role, is_area) for cells, role, is_area in layers])])
    foot: Line = [(" " * margin + CORNER + FLOOR * columns, "muted")]
    return [*lines, foot, [(" " * (margin + 1) + _below(chart, plain), "muted")]]


def axis_words(value: float, unit: str, locale: str) -> str:
    """Return a value at an axis; money without its cents."""
    number = Decimal(str(round(value, 6)))
    return (
        show_money(number.quantize(Decimal(1)), unit, locale) if is_currency(unit) else show_value(number, unit, locale)
    )


@dataclass(frozen=True, slots=True)
class _Plane:
    """From values to cells and dots."""

    left: float
    right: float
    low: float
    high: float
    columns: int
    rows: int

    @property
    def dots(self) -> int:
        return self.columns * DOTS_ACROSS

    def canvas(self) -> Canvas:
        from plotille import Canvas

        # A canvas leaves its upper edges out: one dot more puts the outermost values on the outermost dots.
        across = (self.right - self.left) / max(self.dots - 1, 1)
        up = (self.high - self.low) / (self.rows * DOTS_UP - 1)
        return Canvas(
            self.columns,
            self.rows,
            xmin=self.left,
            ymin=self.low,
            xmax=self.left + across * self.dots,
            ymax=self.low + up * self.rows * DOTS_UP,
        )

    def row(self, value: float) -> int:
        """Return the row of cells, from above, in which a value lies."""
        dot = round((value - self.low) / (self.high - self.low) * (self.rows * DOTS_UP - 1))
        return self.rows - 1 - dot // DOTS_UP

    def column(self, x: float) -> int:
        """Return the column of cells in which a place along x lies."""
        dot = round((x - self.left) / ((self.right - self.left) or 1) * (self.dots - 1))
        return min(max(dot // DOTS_ACROSS, 0), self.columns - 1)

    def across(self, start: float, end: float) -> Iterator[tuple[int, float]]:
        """Yield every dot column from one place along x to another, with its place."""
        step = (self.right - self.left) / max(self.dots - 1, 1) or 1
        first, last = (min(max(round((x - self.left) / step), 0), self.dots - 1) for x in (start, end))
        return ((dot, self.left + dot * step) for dot in range(first, last + 1))

    def bar(self, middle: float, width: float) -> range:
        """Return the columns of cells of a bar: bars of one width have one number of them."""
        step = (self.right - self.left) / self.columns or 1
        count = max(int(width / step), 1)
        first = round((middle - self.left) / step - count / 2)
        return range(max(first, 0), min(first + count, self.columns))


def _layer(series: Series, plane: _Plane) -> list[str]:
    if series.pattern is Pattern.BARS:
        return _bars(series, plane)
    canvas = plane.canvas()
    if series.pattern is Pattern.AREA:
        _area(canvas, series, plane)
    elif series.pattern is Pattern.UPRIGHT:
        _upright(canvas, series, plane)
    else:
        _line(canvas, series, plane)
    return str(canvas.plot("\n")).split("\n")


def _line(canvas: Canvas, series: Series, plane: _Plane) -> None:
    known = [*series.points, None]
    for place, point in enumerate(known[:-1]):
        before, after = known[place - 1] if place else None, known[place + 1]
        if point and not before and not after:
            canvas.point(*point)
    every, drawn = series.pattern.value
    for one, other in pairwise(series.points):
        if one is None or other is None:
            continue
        if series.pattern is Pattern.SOLID:
            canvas.line(*one, *other)
            continue
        for dot, x in plane.across(one[0], other[0]):
            if dot % every < drawn:
                canvas.point(x, _between(one, other, x))


def _between(one: Point, other: Point, x: float) -> float:
    share = min(max((x - one[0]) / ((other[0] - one[0]) or 1), 0.0), 1.0)
    return one[1] + (other[1] - one[1]) * share


def _bars(series: Series, plane: _Plane) -> list[str]:
    """Return bars of block characters: they are whole where dots are grey, and every font has them."""
    cells = [[" "] * plane.columns for _row in range(plane.rows)]
    for point in series.points:
        eighths = round((point[1] - plane.low) / (plane.high - plane.low) * plane.rows * 8) if point else 0
        for row in range(plane.rows):
            glyph = COLUMNS[min(max(eighths - 8 * (plane.rows - 1 - row), 0), 8)]
            for column in plane.bar(point[0], series.width) if point and glyph != " " else ():
                cells[row][column] = glyph
    return ["".join(row) for row in cells]


def _area(canvas: Canvas, series: Series, plane: _Plane) -> None:
    points = [point for point in series.points if point]
    half = len(points) // 2
    lower, upper = points[:half], points[half:][::-1]
    up = (plane.high - plane.low) / (plane.rows * DOTS_UP - 1)
    for one, other, low, high in ((*pair, *edge) for pair, edge in zip(pairwise(lower), pairwise(upper), strict=True)):
        for dot, x in plane.across(one[0], other[0]):
            bottom = round((_between(one, other, x) - plane.low) / up)
            top = round((_between(low, high, x) - plane.low) / up)
            for row in range(bottom, top + 1):
                if row in (bottom, top) or (dot + 2 * row) % 4 == 0:
                    canvas.point(x, plane.low + row * up)


def _upright(canvas: Canvas, series: Series, plane: _Plane) -> None:
    up = (plane.high - plane.low) / (plane.rows * DOTS_UP - 1)
    for point in series.points[:1]:
        for row in range(0, plane.rows * DOTS_UP, 2):
            if point:
                canvas.point(point[0], plane.low + row * up)


def _joined(layers: Sequence[tuple[str, str, bool]]) -> Line:
    """Lay the rows of cells of all series over one another; the last one that drew something gives the role.

    A line covers an area, so that it is seen in it; other dots are joined.
    """
    spans: Line = []
    for column in range(len(layers[0][0]) if layers else 0):
        text, role, covers = " ", "text", True
        for cells, own, is_area in layers:
            glyph = cells[column]
            if glyph not in EMPTY:
                are_dots = BLANK < ord(glyph) <= FULL and BLANK < ord(text) <= FULL
                text, role = chr(ord(text) | ord(glyph)) if are_dots and not covers else glyph, own
                covers = is_area
        if spans and (spans[-1][1] == role or text == " "):
            spans[-1] = (spans[-1][0] + text, spans[-1][1])
        else:
            spans.append((text, role))
    return spans


def _ticks(chart: Chart, rows: int) -> list[float]:
    """Return round values for the left axis, from below the least to above the largest."""
    values = [
        point[1] for series in chart.series if series.pattern is not Pattern.UPRIGHT for point in series.points if point
    ]
    low, high = min(values, default=0.0), max(values, default=1.0)
    low = min(low, 0.0) if chart.from_zero else low
    if high <= low:
        high = low + (1.0 if chart.whole or not low else abs(low) * 0.1)
    count = max(rows // ROWS_A_TICK, 1)
    rough = (high - low) / count
    scale = 10.0 ** floor(log10(rough))
    step = next(scale * one for one in STEPS if scale * one >= rough * 0.999)
    if chart.whole:
        step = max(ceil(step), 1)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def _below(chart: Chart, plane: _Plane) -> str:
    """Return the texts under the lower axis, each around its place and as long as there is room.

    Where they have no room all together every second one shows, or every third: the last one stays.
    """
    ordered = sorted(chart.below, key=lambda one: one[0])
    for step in range(1, len(ordered) + 1):
        foot = _Foot(plane)
        shown = ordered[::-step]
        if all(foot.put(x, texts[-1]) for x, texts in shown):
            for x, texts in sorted(shown, key=lambda one: one[0] not in (chart.left, chart.right)):
                foot.lengthen(x, texts)
            return foot.text()
    return ""


class _Foot:
    """The line under the lower axis: texts that keep a blank between them."""

    def __init__(self, plane: _Plane) -> None:
        self._plane = plane
        self._texts: dict[float, tuple[int, str]] = {}

    def put(self, x: float, text: str) -> bool:
        """Put a text around a place, instead of what stood there; False where there is no room."""
        length = width_of([(text, "")])
        start = min(max(self._plane.column(x) - length // 2, 0), self._plane.columns - length)
        taken = [(first, first + width_of([(own, "")])) for place, (first, own) in self._texts.items() if place != x]
        if start < 0 or any(first <= start + length and start <= end for first, end in taken):
            return False
        self._texts[x] = (start, text)
        return True

    def lengthen(self, x: float, texts: Sequence[str]) -> None:
        """Put the longest of these texts for which there is room."""
        next((text for text in texts if self.put(x, text)), None)

    def text(self) -> str:
        """Return the line."""
        line = ""
        for start, text in sorted(self._texts.values()):
            line += " " * (start - width_of([(line, "")])) + text
        return line
