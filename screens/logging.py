"""What the pages with a log line share: read, log, edit, delete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from aegoals.errors import AegoalsError, AmbiguousInput, RefusedInput
from aegoals.locale.texts import _
from screens.attempt import attempt, tell, work_and_tell
from screens.page import Page
from widgets.log_line import LogLine
from widgets.rows import RowList, parts_of

if TYPE_CHECKING:
    from aegoals.domain.quicklog import Doubt
    from aegoals.domain.record import LogRecord

WHILE_TYPING = 0.15  # seconds of rest after which what is dear is worked out


class LogPage(Page):
    """A page on which the AE logs and corrects."""

    def day(self) -> date:
        """Return the day that a line without a date belongs to."""
        return self.desk.today()

    # --- the line

    def earlier_lines(self) -> Sequence[str]:
        """Return the lines that were logged lately, oldest first."""
        return self.desk.log.earlier_lines()

    @on(LogLine.Typed)
    def _typed(self, event: LogLine.Typed) -> None:
        """Show how the line is understood so far, what it would move, and what it may become."""
        event.stop()
        log_line, line = event.log_line, event.line
        log_line.offer(line, self.desk.log.offers(line))
        try:
            records = self.desk.log.understand(line, self.day())
        except AegoalsError as error:
            log_line.show_refusal(_why(error))
            return
        if self.desk.goals.has_standings():
            log_line.show_reading(self._in_words(records), self._moved_words(records))
        else:
            log_line.show_reading(self._in_words(records))
            self.set_timer(WHILE_TYPING, lambda: self._show_moves(log_line, line, records))

    def _show_moves(self, log_line: LogLine, line: str, records: Sequence[LogRecord]) -> None:
        if log_line.line == line:
            log_line.show_moves(self._moved_words(records))

    def _moved_words(self, records: Sequence[LogRecord]) -> str:
        from aegoals.domain.move_words import moves_words

        return moves_words(self.desk.goals.would_move(records), self.desk.profile.get().locale)

    @on(LogLine.Took)
    def _took(self, event: LogLine.Took) -> None:
        """Put a completion into the line."""
        event.stop()
        event.log_line.take(self.desk.log.take(event.line, event.offer))

    @on(LogLine.Entered)
    def _entered(self, event: LogLine.Entered) -> None:
        """Log the line; what is in doubt is asked first, and what is refused stays with the reason below it."""
        event.stop()
        log_line = event.log_line
        try:
            reading = self.desk.log.read(event.line, event.picks)
            if reading.doubts and all(doubt.readings for doubt in reading.doubts):
                self._ask(log_line, reading.doubts, event.picks)
                return
            records = self.desk.log.records_of(event.line, reading, self.day())
            moved = self._moved_words(records)
            self.desk.log.add(records, event.line.strip())
        except RefusedInput as refusal:
            log_line.leave_question()
            log_line.show_refusal(f"{_why(refusal)} {refusal.repair}".strip(), whole=True)
        except AegoalsError as error:
            tell(self, error)
        else:
            log_line.clear(_("✓ logged: {records}").format(records=self._in_words(records)), moved)

    def _ask(self, log_line: LogLine, doubts: Sequence[Doubt], picks: Sequence[int]) -> None:
        """Ask the first of these doubts; how many there are stands behind it."""
        text = doubts[0].message
        if len(doubts) > 1:
            text = _("{question} ({count} questions)").format(question=text, count=len(doubts))
        log_line.ask(text, [reading.label for reading in doubts[0].readings], picks)

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
        from screens.record_form import edit_record

        await edit_record(self.app, self.desk, key)

    def action_delete(self) -> None:
        """Delete the record under the cursor; undo brings it back."""
        key = self._chosen_record()
        if key and attempt(self, lambda: self.desk.log.delete([key])):
            self.notify(_("Deleted. Press u to bring it back."))

    def action_changes(self) -> None:
        """Tell how the record under the cursor came to be what it is."""
        from screens.changes import show_changes

        if key := self._chosen_record():
            show_changes(self, "records", key, self._in_words([self.desk.log.get(key)]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to a record on a record only, and no letter commands while typing."""
        if action in {"edit", "delete", "changes"}:
            return self._chosen_record() is not None
        if action == "why":
            return bool(self.goal_in_question())
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
