"""What the pages with a log line share: read, log, edit, delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from aegoals.errors import AegoalsError, AmbiguousInput, RefusedInput
from aegoals.locale.texts import _
from screens.attempt import attempt, fill_in, tell, work_and_tell
from screens.page import Page
from widgets.log_line import LogLine
from widgets.rows import RowList, parts_of

if TYPE_CHECKING:
    from aegoals.domain.record import LogRecord


class LogPage(Page):
    """A page on which the AE logs and corrects."""

    def day(self) -> date:
        """Return the day that a line without a date belongs to."""
        return self.desk.today()

    @on(LogLine.Typed)
    def _typed(self, event: LogLine.Typed) -> None:
        """Show how the line is understood so far."""
        event.stop()
        try:
            records = self.desk.log.understand(event.line, self.day())
        except AegoalsError as error:
            event.log_line.show_refusal(_why(error))
        else:
            event.log_line.show_reading(self._in_words(records))

    @on(LogLine.Entered)
    def _entered(self, event: LogLine.Entered) -> None:
        """Log the line; one that is refused stays, with the whole reason below it."""
        event.stop()
        try:
            records = self.desk.log.log(event.line, self.day())
        except RefusedInput as refusal:
            event.log_line.show_refusal(f"{_why(refusal)} {refusal.repair}".strip(), whole=True)
        except AegoalsError as error:
            tell(self, error)
        else:
            event.log_line.clear(_("✓ logged: {records}").format(records=self._in_words(records)))

    def _in_words(self, records: Sequence[LogRecord]) -> str:
        from aegoals.domain.words import record_words

        locale = self.desk.profile.get().locale
        return " · ".join(record_words(record, locale) for record in records)

    def action_write(self) -> None:
        """Go to the log line."""
        self.query_one(LogLine).focus_line()

    def action_new_goal(self) -> None:
        """Start the goal wizard."""
        from screens.wizard import WizardPage

        self.app.push_screen(WizardPage(self.desk, self.desk.drafts.new()))

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        """Open the goal, or edit the record."""
        event.stop()
        what, name = parts_of(event.key)
        if what == "record":
            self._edit(name)
        elif what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))

    def _chosen_record(self) -> str | None:
        focused = self.focused
        what, name = parts_of(focused.key if isinstance(focused, RowList) else None)
        return name if what == "record" else None

    def action_edit(self) -> None:
        """Edit the record under the cursor."""
        if key := self._chosen_record():
            self._edit(key)

    @work_and_tell
    async def _edit(self, key: str) -> None:
        from screens.record_form import changes_from, record_form

        record = self.desk.log.get(key)
        rules = self.desk.goals.rules()

        def save(answers: Mapping[str, str]) -> None:
            self.desk.log.edit(key, **changes_from(answers, rules))

        await fill_in(self.app, record_form(record), save)

    def action_delete(self) -> None:
        """Delete the record under the cursor; undo brings it back."""
        key = self._chosen_record()
        if key and attempt(self, lambda: self.desk.log.delete([key])):
            self.notify(_("Deleted. Press u to bring it back."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer edit and delete on a record only, and no letter commands while typing."""
        if action in {"edit", "delete"}:
            return self._chosen_record() is not None
        if action in {"write", "new_goal"}:
            return not isinstance(self.focused, Input)
        return True

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()


def _why(error: AegoalsError) -> str:
    """Return why a line is not logged; where it can be read in several ways, these come first."""
    if isinstance(error, AmbiguousInput) and error.readings:
        return f"{' / '.join(error.readings)}? {error.message}"
    return error.message
