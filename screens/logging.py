"""What the pages with a log line share: read, log, edit, delete."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from aegoals.locale.texts import _
from screens.attempt import attempt, work_and_tell
from screens.writing import WritingPage
from widgets.rows import RowList, parts_of


class LogPage(WritingPage):
    """A page on which the AE logs and corrects."""

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
        if action == "new_goal":
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()
