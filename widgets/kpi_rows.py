"""Key figures as rows: the list of figures, a chart of one of them, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from aegoals.domain.kpi.figure import ADDED_UP, Figure, Kpi
from aegoals.domain.kpi.insights import Insights
from aegoals.domain.kpi.periods import By
from aegoals.domain.kpi.tables import Cell, Grid, Holds, figure_cell
from aegoals.domain.kpi.words import period_words, title_of
from aegoals.domain.metric import is_currency
from aegoals.locale.dates import short_month
from aegoals.locale.texts import _, ngettext
from widgets.plot import Chart, Pattern, Series, axis_words, draw
from widgets.rows import Row, heading, key_of, note
from widgets.spans import Line, Span, amount, name, pad, width_of

FEWEST_LINES, MOST_LINES = 6, 12  # of a chart
NARROWEST_NAME = 12
GAP = 2
MONTHS_A_QUARTER = 3


def span_of(cell: Cell, text: str, role: str = "text") -> Span:
    """Return a cell's text as a span: names and money can be masked."""
    if cell.holds is Holds.TEXT:
        return text, role
    return name(text, role) if cell.holds is Holds.NAME else amount(text, role)


def figure_rows(told: Insights) -> Iterator[Row]:
    """Yield one row a figure: the latest period, the one before, all of them."""
    count = len(told.periods)
    if told.by is By.MONTH:
        whole = ngettext("{count} month", "{count} months", count).format(count=count)
    else:
        whole = ngettext("{count} quarter", "{count} quarters", count).format(count=count)
    heads = [_names(told, -1), *([_names(told, -2)] if count > 1 else []), (whole,)]
    yield Row(None, lambda width: [_head(heads, width)])
    for kpi, figures in told.figures.items():
        shown = [figures[-1], *(figures[-2:-1]), told.whole[kpi]]
        yield _figure_row(kpi, shown, told.locale)


def _figure_row(kpi: Kpi, shown: Sequence[Figure], locale: str) -> Row:
    cells = [figure_cell(one, locale) for one in shown]
    spans = [span_of(cell, cell.text, "text" if not place else "muted") for place, cell in enumerate(cells)]
    return Row(key_of("kpi", kpi), lambda width: [_columns([(title_of(kpi), "text"), *spans], width)])


def _names(told: Insights, place: int) -> tuple[str, ...]:
    """Return a period's name, and a shorter one for a narrow column."""
    period = told.periods[place]
    months = "–".join(dict.fromkeys(short_month(day) for day in (period.start, period.end)))
    if told.today in period:
        return _("{period} so far").format(period=months), _("since {month}").format(month=short_month(period.start))
    return period_words(period, told.by, told.locale), months


def _head(heads: Sequence[Sequence[str]], width: int) -> Line:
    room = _column_cells(len(heads), width) - 1
    fitting = (next((name for name in names if width_of([(name, "")]) <= room), names[-1]) for names in heads)
    return _columns([(_("Figures"), "title"), *((name, "muted") for name in fitting)], width)


def _column_cells(columns: int, width: int) -> int:
    return min(max((width - 22) // max(columns, 1), 8), 22)


def _columns(spans: Sequence[Span], width: int) -> Line:
    """Return the first span at the left edge, the others in columns of one width."""
    each = _column_cells(len(spans) - 1, width)
    first = max(width - each * (len(spans) - 1), 8)
    (text, role), *others = spans
    return [(pad(text, first), role), *((pad(text, each, right=True), role) for text, role in others)]


def chart_rows(told: Insights, kpi: Kpi, lines: int) -> list[Row]:
    """Return the chart of one figure over its periods, with its heading in so many lines."""
    height = min(max(lines - 1, FEWEST_LINES), MOST_LINES)
    figures, whole = told.figures[kpi], told.whole[kpi]
    adds = kpi in ADDED_UP
    each = _("█ each month") if told.by is By.MONTH else _("█ each quarter")
    line = _("⠒⠒ each month   ⠤⠄⠤⠄ all") if told.by is By.MONTH else _("⠒⠒ each quarter   ⠤⠄⠤⠄ all")
    if all(one.value is None for one in figures):
        empty = _("Nothing logged for it in these days.")
        return [heading(title_of(kpi)), note(empty), *(note("") for _line in range(height - 1))]
    drawn = _chart(told, figures, None if adds else whole.value)
    return [
        heading(title_of(kpi), each if adds else line),
        Row(None, lambda width: draw(drawn, width, height), height),
    ]


def _chart(told: Insights, figures: Sequence[Figure], whole: Decimal | None) -> Chart:
    unit = figures[0].unit
    points = [None if one.value is None else (float(place), float(one.value)) for place, one in enumerate(figures)]
    last = len(figures) - 1
    series = [Series(points, "bar", Pattern.BARS if figures[0].kpi in ADDED_UP else Pattern.SOLID)]
    if whole is not None:
        series.insert(0, Series([(0.0, float(whole)), (float(last), float(whole))], "muted", Pattern.DASHED))
    return Chart(
        series,
        left=-0.5,
        right=last + 0.5,
        show=lambda value: axis_words(value, unit, told.locale),
        below=[(float(place), _month(told, place)) for place in range(len(figures))],
        from_zero=figures[0].kpi in ADDED_UP,
        whole=unit == "count",
        axis_role=amount("", "muted")[1] if is_currency(unit) else "muted",
    )


def _month(told: Insights, place: int) -> tuple[str, ...]:
    """Return a period's short name, and its first with the year where there is room."""
    start = told.periods[place].start
    text = short_month(start)
    is_first = start.month <= (1 if told.by is By.MONTH else MONTHS_A_QUARTER)
    return (*([f"{text} {start:%y}"] if is_first else []), text)


def grid_rows(grid: Grid) -> list[Row]:
    """Return a table with its heading; columns that do not fit are left out from the right."""
    if not grid.lines:
        return [heading(grid.title), note(grid.empty)]
    sizes = [max(width_of([(text, "")]) for text in column) for column in zip(grid.heads, *_texts(grid), strict=True)]
    head = [Cell(text) for text in grid.heads]
    rows = [heading(grid.title), Row(None, lambda width: [_grid_line(head, sizes, width, "muted")])]
    rows += [_grid_row(line.key, line.cells, sizes) for line in grid.lines]
    return [*rows, *(note(words) for words in grid.notes)]


def _texts(grid: Grid) -> Iterator[tuple[str, ...]]:
    return (tuple(cell.text for cell in line.cells) for line in grid.lines)


def _grid_row(key: str, cells: Sequence[Cell], sizes: Sequence[int]) -> Row:
    return Row(key, lambda width: [_grid_line(cells, sizes, width, "text")])


def _grid_line(cells: Sequence[Cell], sizes: Sequence[int], width: int, role: str) -> Line:
    shown = _fitting(sizes, width)
    room = max(width - sum(sizes[place] + GAP for place in range(1, shown)), NARROWEST_NAME)
    first = min(sizes[0], room)
    line: Line = [span_of(cells[0], pad(cells[0].text, first), role)]
    for place in range(1, shown):
        line.append(span_of(cells[place], " " * GAP + pad(cells[place].text, sizes[place], right=True), role))
    return line


def _fitting(sizes: Sequence[int], width: int) -> int:
    """Return how many columns fit beside the shortest readable name."""
    taken, shown = min(sizes[0], NARROWEST_NAME), 1
    for size in sizes[1:]:
        taken += size + GAP
        if taken > width:
            break
        shown += 1
    return shown
