"""A week or a month as a heat map in one widget: arrow keys walk through the days, Enter opens one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from aegoals.domain.periods import add_months
from aegoals.locale.texts import mark
from widgets.heat_cells import GridView, Sheet, Spot
from widgets.month_grid import month_sheet
from widgets.row import Row, gap
from widgets.rows import GUTTER, RowList
from widgets.week_grid import week_sheet

DAYS_A_WEEK = 7
LAYOUTS: dict[str, Callable[[GridView, int, int], Sheet]] = {"week": week_sheet, "month": month_sheet}

Foot = Callable[[int, bool], Sequence[Row]]
"""Makes the rows below for a width in cells; fewer where it is tight."""


class DayGrid(RowList, inherit_bindings=False):
    """Draws the grid between a heading and the totals. Posts ``Walked`` and ``Opened`` with a day.

    It moves nothing by itself: whoever hears ``Walked`` shows the grid of that day.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk(-1)", "Day before", show=False),
        Binding("right", "walk(1)", "Day after", show=False),
        Binding("up", "walk(-7)", "Week before", show=False),
        Binding("down", "walk(7)", "Week after", show=False),
        Binding("pageup", "leap(-1)", "Before", show=False),
        Binding("pagedown", "leap(1)", "After", show=False),
        Binding("home", "edge(-1)", "First day", show=False),
        Binding("end", "edge(1)", "Last day", show=False),
        Binding("enter", "choose", mark("Open the day")),
    ]

    class Walked(Message):
        """Another day is wanted."""

        def __init__(self, grid: DayGrid, day: date) -> None:
            super().__init__()
            self.grid = grid
            self.day = day

    class Opened(Message):
        """A day is to be opened."""

        def __init__(self, grid: DayGrid, day: date) -> None:
            super().__init__()
            self.grid = grid
            self.day = day

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._view_of: tuple[str, GridView] | None = None
        self._head: Sequence[Row] = ()
        self._foot: Foot = lambda _width, _is_tight: ()
        self._spots: Sequence[Spot] = ()

    def show(self, layout: str, view: GridView, head: Sequence[Row], foot: Foot) -> None:
        """Show a grid, ``week`` or ``month``, between these rows."""
        self._view_of, self._head, self._foot = (layout, view), head, foot
        self._lay_out()

    def _lay_out(self) -> None:
        if self._view_of is None or not self.size.width:
            return
        rows, spots = self._rows_for(*self._view_of, is_tight=False)
        if len(rows) > self.size.height:
            rows, spots = self._rows_for(*self._view_of, is_tight=True)
        self._spots = spots
        self.set_rows(rows)

    def _rows_for(self, layout: str, view: GridView, *, is_tight: bool) -> tuple[list[Row], list[Spot]]:
        foot = self._foot(self.text_width, is_tight)
        above = len(self._head)
        room = self.size.height - above - len(foot)
        sheet = LAYOUTS[layout](view, self.text_width, room)
        between = [gap()] if len(sheet.rows) < room else []
        spots = [Spot(spot.line + above, spot.start, spot.end, spot.day) for spot in sheet.spots]
        return [*self._head, *sheet.rows, *between, *foot], spots

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew for another size."""
        super().on_resize(event)
        self._lay_out()

    @property
    def day(self) -> date | None:
        """The day on which the cursor stands."""
        return self._view_of[1].shown if self._view_of else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer everything."""
        return True

    def _want(self, day: date) -> None:
        self.post_message(self.Walked(self, day))

    def action_walk(self, days: int) -> None:
        """Go some days on or back."""
        if self.day is not None:
            self._want(self.day + timedelta(days=days))

    def action_leap(self, step: int) -> None:
        """Go a week or a month on or back."""
        if self._view_of is not None:
            layout, view = self._view_of
            week = view.shown + timedelta(days=step * DAYS_A_WEEK)
            self._want(week if layout == "week" else add_months(view.shown, step))

    def action_edge(self, step: int) -> None:
        """Go to the first or last day."""
        if self._view_of is not None:
            period = self._view_of[1].period
            self._want(period.start if step < 0 else period.end)

    def action_choose(self) -> None:
        """Open the day."""
        if self.day is not None:
            self.post_message(self.Opened(self, self.day))

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked day; a click on the day with the cursor opens it."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line, column = offset.y + self.scroll_offset.y, offset.x - GUTTER
        for spot in self._spots:
            if spot.line == line and spot.start <= column < spot.end:
                if spot.day == self.day:
                    self.action_choose()
                else:
                    self._want(spot.day)
                return
