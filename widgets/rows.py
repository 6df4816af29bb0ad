"""A list of rows in one widget: draws only the lines that show, however many rows there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aegoals.locale.texts import mark
from widgets.mask import PRIVATE_RICH
from widgets.row import Row, gap, heading, key_of, line_row, note, parts_of, stack
from widgets.row_map import RowMap, View
from widgets.spans import ROLES, split_role, visible

__all__ = ["Row", "RowList", "gap", "heading", "key_of", "line_row", "note", "parts_of", "stack"]

GUTTER = 2
POINTER = "› "


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. Posts ``Highlighted`` as the cursor moves and ``Chosen`` on Enter or click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{role}" for role in (*ROLES, "cursor")}
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
        & > .rows--title { text-style: bold; color: $text-accent; }
        & > .rows--muted { color: $foreground 60%; }
        & > .rows--good { color: $text-success; }
        & > .rows--warn { color: $text-warning; }
        & > .rows--bad { color: $text-error; }
        & > .rows--accent { color: $text-accent; }
        & > .rows--bar { color: $primary; }
        & > .rows--rest { color: $foreground 25%; }
        & > .rows--mark { color: $foreground; text-style: bold; }
        & > .rows--here { text-style: reverse; }
        & > .rows--cursor { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "edge(-1)", "First", show=False),
        Binding("end", "edge(1)", "Last", show=False),
        Binding("enter", "choose", mark("Choose")),
    ]

    cursor: reactive[int] = reactive(-1, repaint=False)

    class Highlighted(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: RowList, key: str | None) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    class Overshot(Message):
        """A cursor key asked for more than there is: above the first line (-1) or below the last (1)."""

        def __init__(self, rows: RowList, step: int) -> None:
            super().__init__()
            self.rows = rows
            self.step = step

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    class Chosen(Message):
        """The row under the cursor was chosen with Enter or a click."""

        def __init__(self, rows: RowList, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._map = RowMap()
        self._told: str | None = None
        self._lines = 0
        self._strips: dict[tuple[int, int], list[list[Segment]]] = {}

    # --- content

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the row with its key, or near its place."""
        key, in_view = self.key, self._map.shows(self.cursor, self._view())
        self._rows = rows
        self._map = RowMap(rows)
        self._strips.clear()
        self._fit()
        self._put(self._map.place_of(key, self.cursor))
        if in_view and not self._map.shows(self.cursor, self._view()):
            self._show_cursor()
        self.refresh(layout=self.styles.is_auto_height)

    def redraw(self) -> None:
        """Draw the rows anew: they are the same, and look different."""
        self._strips.clear()
        self.refresh()

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, None where there is none."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else None

    def go_to(self, key: str) -> None:
        """Put the cursor on the row with this key."""
        self._put(self._map.place_of(key, self.cursor))
        self._show_cursor()

    @property
    def text_width(self) -> int:
        """How many cells a row has for its text."""
        return max(self.scrollable_content_region.width - GUTTER, 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to choose only what can be chosen."""
        return action != "choose" or self.key is not None

    # --- size

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._map.height)

    def on_resize(self, event: events.Resize) -> None:
        """Draw anew for another size; a cursor in view stays there, a list only looked at keeps its top."""
        event.prevent_default()
        is_used = self.has_focus or self.scroll_offset.y > 0
        in_view = is_used and self._map.shows(self.cursor, View(self.scroll_offset.y, self._lines))
        self._lines = self.size.height
        self._strips.clear()
        self._fit()
        if in_view:
            self._show_cursor()

    def _view(self) -> View:
        return View(self.scroll_offset.y, self.size.height)

    # --- cursor

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the pointer at its new place."""
        for index in (before, after):
            self._refresh_row(index)

    def _refresh_row(self, index: int) -> None:
        if 0 <= index < len(self._rows):
            self.refresh_lines(self._map.tops[index], self._rows[index].height)

    def on_focus(self) -> None:
        """Show the pointer as active."""
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Show the pointer as waiting."""
        self._refresh_row(self.cursor)

    def _put(self, place: int) -> None:
        """Put the cursor on a row and tell whoever offers commands for it."""
        self.cursor = place
        if self.key == self._told:
            return
        other_kind = parts_of(self.key)[0] != parts_of(self._told)[0]
        self._told = self.key
        self.post_message(self.Highlighted(self, self.key))
        if other_kind:
            self.refresh_bindings()

    def _show_cursor(self) -> None:
        if 0 <= self.cursor < len(self._rows):
            top, lines = self._map.lines_of(self.cursor, self._view())
            self.scroll_to_region(Region(0, top, 1, lines), animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Move the cursor to the next row; where that is far away or missing the view itself moves."""
        found = self._map.step(self.cursor, step, self._view())
        if found is None and self.scroll_offset.y == (0 if step < 0 else self.max_scroll_y):
            self.post_message(self.Overshot(self, step))
        self._put_or_scroll(found, step)

    def action_page(self, step: int) -> None:
        """Move the cursor by a page, or the view where there is nothing to choose."""
        found = self._map.page(self.cursor, step, self._view())
        self._put_or_scroll(found, step * max(self.size.height - 1, 1))

    def _put_or_scroll(self, found: int | None, lines: int) -> None:
        if found is None:
            self.scroll_relative(y=lines, animate=False, force=True)
        else:
            self._put(found)
            self._show_cursor()

    def action_edge(self, step: int) -> None:
        """Go to the first or last line, the cursor to the first or last row."""
        start = 0 if step < 0 else len(self._rows) - 1
        self._put(self._map.nearest(start, -step))
        self.scroll_to(y=0 if step < 0 else self._map.height, animate=False, force=True)

    def action_choose(self) -> None:
        """Choose the row under the cursor; one that is out of view is shown first."""
        if self.key is None:
            return
        if self._map.shows(self.cursor, self._view()):
            self.post_message(self.Chosen(self, self.key))
        else:
            self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked row; a click on the row under the cursor chooses it."""
        offset = event.get_content_offset(self)
        line = 0 if offset is None else offset.y + self.scroll_offset.y
        if offset is None or not 0 <= line < self._map.height:
            return
        index = self._map.row_at(line)
        if self._rows[index].key is None:
            return
        if index == self.cursor:
            self.action_choose()
        self._put(index)

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if line >= self._map.height:
            return Strip.blank(width, self.rich_style)
        index = self._map.row_at(line)
        segments = self._segments(index, width)[line - self._map.tops[index]]
        is_here = index == self.cursor
        is_pointed = is_here and self.has_focus and line == self._map.tops[index]
        pointer = POINTER if is_pointed else " " * GUTTER
        strip = Strip([Segment(pointer, self._role("accent")), *segments])
        strip = strip.adjust_cell_length(width, self.rich_style)
        if not (is_here and self.has_focus):
            return strip
        return Strip(Segment.apply_style(strip, post_style=self._cursor_style()), strip.cell_length)

    def _cursor_style(self) -> Style:
        style = self.get_component_rich_style("rows--cursor")
        return Style(bgcolor=style.bgcolor, bold=True)

    def _segments(self, index: int, width: int) -> list[list[Segment]]:
        place = (index, width)
        if place not in self._strips:
            row = self._rows[index]
            lines = row.draw(max(width - GUTTER, 1))[: row.height]
            drawn = [[Segment(visible(text), self._role(role)) for text, role in line] for line in lines]
            self._strips[place] = drawn + [[] for _ in range(row.height - len(drawn))]
        return self._strips[place]

    def _role(self, role: str) -> Style:
        colour, is_private = split_role(role)
        style = self.get_component_rich_style(f"rows--{colour}")
        return style + PRIVATE_RICH if is_private else style

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()
