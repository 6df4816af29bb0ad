"""What the pages with a log line share: what Enter opens, records written anew, the search."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.widgets import Input

from screens.attempt import attempt
from screens.drafting import write_goal
from screens.record_page import DayWanted, RecordPage
from screens.writing import WritingPage
from widgets.log_line import LogLine
from widgets.rows import RowList, parts_of


class LogPage(RecordPage, WritingPage):
    """A page on which the AE logs and corrects."""

    _searched = ""

    def action_new_goal(self) -> None:
        """Start the goal wizard."""
        write_goal(self)

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        """Open the goal, or edit the record."""
        event.stop()
        what, name = parts_of(event.key)
        if what == "record":
            self._rewrite(name)
        elif what == "gap":
            self.post_message(DayWanted(date.fromisoformat(name[:10]), to_write=True))
        elif what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))
        elif what == "draft":
            write_goal(self, name)

    def _rewrite(self, key: str) -> None:
        """Put a record back into the line; one that no line can say opens its form."""
        line = attempt(self, lambda: self.desk.records.line_of(key))
        if line is None:
            self.edit_fields(key)
        else:
            self.query_one(LogLine).edit(key, line)

    def action_search(self) -> None:
        """Search the log of all years; what was looked for last stands there again."""
        from screens.search import SearchPage

        page = SearchPage(self.desk, self._searched)

        def remember(_answer: None) -> None:
            self._searched = page.query_text

        self.app.push_screen(page, remember)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no letter commands while typing."""
        if not super().check_action(action, parameters):
            return False
        if action == "why":
            return bool(self.goal_in_question())
        return action not in {"new_goal", "search"} or not isinstance(self.focused, Input)
