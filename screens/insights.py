"""Insights: key figures by month and quarter, charts, funnel, records, closed goals."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import tell, work_and_tell
from screens.commands import CUT, EARLIER_PERIODS, LATER_PERIODS, OPEN, TABLE, WHY, bindings
from screens.page import Page
from widgets.rows import RowList, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.kpi.insights import Insights

FIGURES_SHARE = 0.45  # of the page at most, as in app.tcss
BARS = 2  # lines of navigation and keys


class InsightsPage(Page):
    """What the log says about the AE's selling."""

    NAME = "insights"
    ABOUT = mark(
        "The chart shows the figure under the cursor, period by period. ° marks a share or a mean of few. "
        "Below stand funnel, sources, products, lost deals, coverage, your best periods and closed goals. "
        "Every figure says with y how it was worked out."
    )
    COMMANDS_HERE = (WHY, TABLE, CUT, EARLIER_PERIODS, LATER_PERIODS, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told: Insights | None = None
        self._is_quarterly = False
        self._back = 0
        self._as_table = False
        self._shown = ""

    def body(self) -> ComposeResult:
        """Lay out the figures and what is said of them."""
        yield RowList(id="figures")
        yield RowList(id="details")

    def load(self) -> None:
        """Read the log piece by piece, so that keys are heard meanwhile; what was shown stays until then."""
        figures = self.query_one("#figures", RowList)
        if self._told is None:
            figures.set_rows([note(_("Reading the log …"))])
        if self.focused is None:
            figures.focus()
        self._read()

    @work(exclusive=True, group="figures")
    async def _read(self) -> None:
        try:
            for _piece in self.desk.kpis.warm():
                await asyncio.sleep(0)
            self._told = self._look()
        except AegoalsError as error:
            tell(self, error)
            return
        self._fill()

    def _look(self) -> Insights:
        from aegoals.domain.kpi.periods import By, period_of

        by = By.QUARTER if self._is_quarterly else By.MONTH
        end, start = self.desk.today(), self.desk.profile.get().fiscal_year_start
        for _step in range(self._back):
            end = period_of(by, end, start).start - timedelta(days=1)
        return self.desk.kpis.look(by, end=end)

    def _fill(self) -> None:
        from widgets.kpi_rows import figure_rows

        if self._told is not None:
            self.query_one("#figures", RowList).set_rows(list(figure_rows(self._told)))
            self._details()

    def _details(self) -> None:
        """Show chart or table of the figure under the cursor, and below it everything else."""
        from aegoals.domain.kpi.figure import Kpi
        from aegoals.domain.kpi.tables import figure_grid, tables
        from widgets.kpi_rows import chart_rows, grid_rows

        told = self._told
        what, name = parts_of(self.query_one("#figures", RowList).key)
        if told is None or what != "kpi":
            return
        self._shown = name
        kpi = Kpi(name)
        details = self.query_one("#details", RowList)
        room = self._room_for_chart(len(told.figures))
        first = grid_rows(figure_grid(told, kpi)) if self._as_table else chart_rows(told, kpi, room)
        rest = [grid_rows(grid) for grid in tables(told) if grid.name not in {"results", "customers"}]
        details.set_rows(stack(first, *rest))

    def _room_for_chart(self, figures: int) -> int:
        """Return the lines that the list of figures leaves, as the stylesheet divides the page."""
        taken = min(figures + 2, ceil(self.size.height * FIGURES_SHARE))
        return self.size.height - BARS - taken

    def on_resize(self) -> None:
        """Draw the chart for another height."""
        self._details()

    @on(RowList.Highlighted, "#figures")
    def _other_figure(self, event: RowList.Highlighted) -> None:
        event.stop()
        if parts_of(event.key)[1] != self._shown:
            self._details()
            self.query_one("#details", RowList).action_edge(-1)

    @on(RowList.Overshot)
    def _other_list(self, event: RowList.Overshot) -> None:
        """Go from one list to the other past its end."""
        event.stop()
        other = self.query_one("#figures" if event.step < 0 else "#details", RowList)
        if other is not event.rows:
            other.focus()

    # --- commands

    def action_table(self) -> None:
        """Show chart or table."""
        self._as_table = not self._as_table
        self._details()

    def action_cut(self) -> None:
        """Show months or quarters, the latest ones."""
        self._is_quarterly, self._back = not self._is_quarterly, 0
        self._told = self._look()
        self._fill()

    def action_shift(self, step: int) -> None:
        """Go a period back or on; the running one is the last."""
        self._back = max(self._back - step, 0)
        self._told = self._look()
        self._fill()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        what, name = parts_of(event.key)
        if what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))
        else:
            self.action_why()

    @work_and_tell
    async def action_why(self) -> None:
        """Show how the figure under the cursor was worked out; a record chosen there opens."""
        from screens.insight_why import KpiWhyDialog, question_of
        from screens.record_form import edit_record

        if self.goal_in_question():
            super().action_why()
            return
        key = self.focused.key if isinstance(self.focused, RowList) else None
        if self._told is None or key is None:
            return
        question = question_of(key, self._shown, self._told, self.desk.kpis.history())
        chosen = await self.app.push_screen_wait(KpiWhyDialog(question, self._told.locale))
        if chosen:
            await edit_record(self.app, self.desk, parts_of(chosen)[1])
