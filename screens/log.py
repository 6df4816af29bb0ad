"""Log: any day, week or month; left and right through the days, gaps, and what is to be done with records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from aegoals.locale.texts import _, mark, ngettext
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import (
    AMOUNTS,
    CHANGES,
    COPY,
    DAY_OFF,
    DELETE,
    EARLIER,
    EDIT,
    GO_TO_DAY,
    LATER,
    MARK,
    MARK_ALL,
    MOVE,
    OPEN,
    SEARCH,
    TAG,
    TEMPLATE,
    VIEW,
    WRITE,
    bindings,
)
from screens.form import Field, Form
from screens.logging import LogPage
from widgets.day_grid import DayGrid
from widgets.log_line import LogLine
from widgets.rows import Row, RowList, key_of, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.periods import Period
    from aegoals.domain.profile import Profile

LETTERS = frozenset({"day", "go_to_day", "view", "amounts", "day_off"})
VIEWS = ("day", "week", "month")
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2150, 12, 31)


class DiaryPage(LogPage):
    """One day of the log with its week, or a grid of a week or a month."""

    NAME = "log"
    ABOUT = mark(
        "A line is logged on the day that is shown, unless it names another one itself. Left and right go through "
        "the days. Enter on a record writes it anew in the line. In the grids of week and month the arrow keys walk "
        "through the days and Enter opens one; the darker a cell, the more was done."
    )
    COMMANDS_HERE = (
        *(WRITE, EARLIER, LATER, VIEW, AMOUNTS, SEARCH, GO_TO_DAY, MARK, MOVE, COPY, TAG, EDIT, DELETE),
        *(DAY_OFF, MARK_ALL, CHANGES, OPEN, TEMPLATE),
    )
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day: date | None = None
        self._view = VIEWS[0]
        self._by_amount = False
        self._wanted = ""  # the record to put the cursor on
        self._to_write = False
        self._shown: Sequence[str] = ()

    def day(self) -> date:
        """Return the day that is shown."""
        return self._day or self.desk.today()

    def body(self) -> ComposeResult:
        """Lay out the log line, the day and the grid."""
        yield LogLine(self.earlier_lines)
        yield RowList(id="day")
        yield DayGrid(id="grid", classes="-none")

    def load(self) -> None:
        """Fill the page."""
        profile = self.desk.profile.get()
        rows, grid = self.query_one("#day", RowList), self.query_one(DayGrid)
        rows.set_class(self._view != "day", "-none")
        grid.set_class(self._view == "day", "-none")
        if self._view == "day":
            self._show_day(rows, profile)
            if not rows.size.width:  # it was hidden by the grid: break the totals again once it has its width
                self.call_after_refresh(self.load_safely)
        else:
            self._show_grid(grid, profile)
        self.invite()
        self._put_focus(rows if self._view == "day" else grid)

    def _put_focus(self, rows: RowList) -> None:
        """Go to the line where somebody wants to write, else to what is shown; not while somebody writes."""
        log_line = self.query_one(LogLine)
        if self._to_write:
            self._to_write = False
            self.set_focus(log_line.query_one(Input))
        elif self.focused is not None and log_line in self.focused.ancestors:
            return
        elif rows.focusable:
            self.set_focus(rows)
        else:
            rows.focus()  # once it shows

    def on_resize(self) -> None:
        """Break the totals anew for another width."""
        self.call_after_refresh(self.load_safely)

    # --- the day

    def _show_day(self, rows: RowList, profile: Profile) -> None:
        from screens.log_rows import week_below

        week = self._week(profile)
        logged = self.desk.log.between(week.start, week.end)
        below = week_below(logged, week, self.day(), profile, rows.text_width)
        rows.set_rows(stack(self._records(profile), self._gaps(profile), below))
        if self._wanted:
            rows.go_to(key_of("record", self._wanted))
            self._wanted = ""

    def _records(self, profile: Profile) -> list[Row]:
        from screens.log_rows import day_heading
        from widgets.record_rows import record_row

        records = self.desk.log.day(self.day())
        self._shown = [record.id for record in records]
        self.keep_marks(self._shown)
        title = day_heading(self.day(), self.desk.today(), profile, len(self._marked))
        letters = profile.kind_letters
        rows = [record_row(record, profile.locale, letters, is_marked=self.is_marked(record.id)) for record in records]
        return [title, *(rows or [note(self._nothing(profile))])]

    def _nothing(self, profile: Profile) -> str:
        """Return what is said of a day without a record; a past working day is asked about, not scolded."""
        if self.day() < self.desk.today() and profile.calendar.is_working(self.day()):
            return _("Nothing logged. Press l to write what you did, or o if it was a day off.")
        return _("Nothing logged. Press l and type what you did.")

    def _gaps(self, profile: Profile) -> list[Row]:
        """Return the gaps of late; on an empty day the keys are about that day alone."""
        from screens.log_rows import gap_rows

        is_about_this_day = not self._shown and self.day() != self.desk.today()
        return [] if is_about_this_day else gap_rows(self.desk.records.gaps(), profile.locale)

    def record_keys(self) -> Sequence[str]:
        """Return the ids of the day's records."""
        return self._shown if self._view == "day" else ()

    def _week(self, profile: Profile) -> Period:
        from aegoals.domain.periods import week_of

        return week_of(self.day(), profile.first_day_of_week)

    # --- the grid

    def _show_grid(self, grid: DayGrid, profile: Profile) -> None:
        from aegoals.domain.heat import HeatBy, heat_map
        from aegoals.domain.periods import month_of
        from screens.log_rows import grid_foot, grid_heading
        from widgets.heat_cells import GridView

        week, day = self._week(profile), self.day()
        period = week if self._view == "week" else month_of(day)
        records = self.desk.log.between(min(week.start, period.start), max(week.end, period.end))
        by = HeatBy.AMOUNT if self._by_amount else HeatBy.COUNT
        heat = heat_map((one for one in records if one.date in period), by, profile.currency)
        view = GridView(day, self.desk.today(), period, heat, profile)
        grid.show(self._view, view, grid_heading(view, self._view), grid_foot(records, view))

    @on(DayGrid.Walked)
    def _walked(self, event: DayGrid.Walked) -> None:
        event.stop()
        self._show(event.day)

    @on(DayGrid.Opened)
    def _opened(self, event: DayGrid.Opened) -> None:
        event.stop()
        self.show_day(event.day)

    def action_view(self) -> None:
        """Show the day, its week or its month."""
        self._view = VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)]
        self.load()
        self.refresh_bindings()

    def action_amounts(self) -> None:
        """Show the grid by money won, or by what was done."""
        self._by_amount = not self._by_amount
        self.load()

    # --- other days

    def show_day(self, day: date, record: str = "", *, to_write: bool = False) -> None:
        """Show a day, with the cursor on one of its records or with the line ready to write."""
        self._view, self._wanted, self._to_write = VIEWS[0], record, to_write
        self._show(day)

    def action_day(self, step: int) -> None:
        """Go some days on or back."""
        self._show(self.day() + timedelta(days=step))

    def _show(self, day: date) -> None:
        shown = min(max(day, FIRST_DAY), LAST_DAY)
        self._day = None if shown == self.desk.today() else shown
        if self.is_current:
            self.load()
            self.refresh_bindings()

    @work_and_tell
    async def action_go_to_day(self) -> None:
        """Ask for a date and go there."""
        words = _("As YYYY-MM-DD, or a word such as yesterday.")
        form = Form(_("Go to a day"), (Field("day", _("Day"), self.day().isoformat(), words),))
        await fill_in(self.app, form, lambda answers: self._show(self.desk.records.read_day(answers["day"])))

    # --- days off

    def _days_without(self) -> tuple[date, date]:
        """Return the days that are to be marked as off: those of the gap under the cursor, else the day shown."""
        from screens.log_rows import days_of_gap

        focused = self.focused
        what, name = parts_of(focused.key if isinstance(focused, RowList) else None)
        return days_of_gap(name) if what == "gap" else (self.day(), self.day())

    def action_day_off(self) -> None:
        """Mark the gap under the cursor, or the day that is shown, as off."""
        from aegoals.domain.needs import changed_needs
        from aegoals.locale.dates import show_day

        start, end = self._days_without()
        before = self.desk.goals.standings()
        profile = self.desk.profile.get()
        if not profile.calendar.working_days(start, end):
            self.notify(_("That is not a working day anyway."))
        elif attempt(self, lambda: self.desk.profile.add_days_off(start, end)) is not None:
            days = " – ".join(show_day(day, profile.locale) for day in dict.fromkeys((start, end)))
            needs = changed_needs(before, self.desk.goals.standings())
            more = ngettext("{count} goal asks", "{count} goals ask", len(needs)).format(count=len(needs))
            said = _(" For more a working day: {more}.").format(more=more) if needs else ""
            self.notify(_("{days}: off. Press u to take it back.").format(days=days) + said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrow keys to the log line while typing; money is a matter of the grids."""
        if not super().check_action(action, parameters):
            return False
        if action == "amounts" and self._view == "day":
            return False
        return action not in LETTERS or not isinstance(self.focused, Input)
