"""A field of several lines between others: down from its end goes on, up from its start goes back."""

from __future__ import annotations

from textual.widgets import TextArea


class NoteArea(TextArea):
    """A text area that the cursor keys can leave."""

    def action_cursor_down(self, select: bool = False) -> None:
        """Move a line down; from the end of the text to the next widget."""
        before = self.cursor_location
        super().action_cursor_down(select)
        if not select and self.cursor_location == before:
            self.screen.focus_next()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move a line up; from the start of the text to the widget before."""
        before = self.cursor_location
        super().action_cursor_up(select)
        if not select and self.cursor_location == before:
            self.screen.focus_previous()
