"""Log: any day, left and right through the days, and the week's totals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import fill_in, work_and_tell
from screens.commands import CHANGES, DELETE, EARLIER, EDIT, GO_TO_DAY, LATER, OPEN, TEMPLATE, WRITE, bindings
from screens.form import Field, Form
from screens.logging import LogPage
from widgets.log_line import LogLine
from widgets.rows import Row, RowList, heading, note, stack
from widgets.spans import Line, joined, name

if TYPE_CHECKING:
    from aegoals.domain.profile import Profile


class DiaryPage(LogPage):
    """One day of the log, with its week."""

    NAME = "log"
    ABOUT = mark(
        "A line is logged on the day that is shown, unless it names another one itself. "
        "Left and right go through the days."
    )
    COMMANDS_HERE = (WRITE, EARLIER, LATER, GO_TO_DAY, EDIT, DELETE, CHANGES, OPEN, TEMPLATE)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day: date | None = None

    def day(self) -> date:
        """Return the day that is shown."""
        return self._day or self.desk.today()

    def body(self) -> ComposeResult:
        """Lay out the log line and the day."""
        yield LogLine(self.earlier_lines)
        yield RowList(id="day")

    def load(self) -> None:
        """Fill the page."""
        profile = self.desk.profile.get()
        rows = self.query_one("#day", RowList)
        rows.set_rows(stack(self._records(profile), self._week(profile)))
        self.invite()
        if self.focused is None:
            rows.focus()

    def _records(self, profile: Profile) -> list[Row]:
        from aegoals.locale.dates import show_weekday
        from widgets.record_rows import record_row

        day = self.day()
        title = heading(show_weekday(day, profile.locale, "EEEE d MMMM y"), self._remark(profile))
        rows = [record_row(record, profile.locale) for record in self.desk.log.day(day)]
        return [title, *(rows or [note(_("Nothing logged. Press l and type what you did."))])]

    def _remark(self, profile: Profile) -> Line:
        day, today = self.day(), self.desk.today()
        names = {today: _("today"), today - timedelta(days=1): _("yesterday")}
        free = "" if profile.calendar.is_working(day) else profile.calendar.why_free(day) or _("no working day")
        return joined((names.get(day, ""), "muted"), name(free, "muted"))

    def _week(self, profile: Profile) -> list[Row]:
        from aegoals.domain.periods import week_of
        from aegoals.locale.dates import show_day
        from widgets.week import week_rows

        week = week_of(self.day(), profile.first_day_of_week)
        records = self.desk.log.between(week.start, week.end)
        days = f"{show_day(week.start, profile.locale)} – {show_day(week.end, profile.locale)}"
        return [heading(_("The week"), days), *week_rows(records, week, self.day(), profile)]

    def action_day(self, step: int) -> None:
        """Go some days on or back."""
        self._show(self.day() + timedelta(days=step))

    def _show(self, day: date) -> None:
        self._day = None if day == self.desk.today() else day
        self.load()

    @work_and_tell
    async def action_go_to_day(self) -> None:
        """Ask for a date and go there."""
        form = Form(_("Go to a day"), (Field("day", _("Day"), self.day().isoformat(), _("As YYYY-MM-DD.")),))

        rules = self.desk.goals.rules()
        await fill_in(self.app, form, lambda answers: self._show(rules.read_day(answers["day"])))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the arrow keys to the log line while typing."""
        if action in {"day", "go_to_day"} and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)
