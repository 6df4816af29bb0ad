"""A field of several lines between others: down from its end goes on, up from its start goes back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea

PAGE_KEYS = {"f6", "f7"}  # select line and select all in Textual's area; here they are keys of the page


class NoteArea(TextArea, inherit_bindings=False):
    """A text area that the cursor keys can leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in TextArea.BINDINGS if not (isinstance(binding, Binding) and binding.key in PAGE_KEYS)
    ]

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
