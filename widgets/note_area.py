"""A field of several lines between others: at its ends the cursor keys belong to whoever shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.widgets import TextArea

from widgets.mask import PRIVATE_RICH, unmasked

PAGE_KEYS = {"f6", "f7"}  # select line and select all in Textual's area; here they are keys of the page


class NoteArea(TextArea, inherit_bindings=False):
    """A text area that the cursor keys can leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in TextArea.BINDINGS if not (isinstance(binding, Binding) and binding.key in PAGE_KEYS)
    ]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters; without the mask while one writes here."""
        filters = super().get_line_filters()
        return unmasked(filters) if self.has_focus else filters

    def get_line(self, line_index: int) -> Text:
        """Return a line of the text, marked as private."""
        line = super().get_line(line_index)
        line.stylize(PRIVATE_RICH)
        return line

    class Submitted(Message):
        """Enter was pressed where there is nothing more to write: on an empty line, or in a field of one paragraph."""

        def __init__(self, area: NoteArea) -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> NoteArea:
            """The widget."""
            return self.area

    def on_key(self, event: events.Key) -> None:
        """Go on with Enter on an empty line; in a field of one paragraph with any Enter."""
        if event.key == "enter" and (self.is_paragraph or not self.document.get_line(self.cursor_location[0]).strip()):
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))

    is_paragraph = False

    def action_cursor_down(self, select: bool = False) -> None:
        """Move a line down; at the end of the text the key means what it means around the area."""
        before = self.cursor_location
        super().action_cursor_down(select)
        if not select and self.cursor_location == before:
            raise SkipAction

    def action_cursor_up(self, select: bool = False) -> None:
        """Move a line up; at the start of the text the key means what it means around the area."""
        before = self.cursor_location
        super().action_cursor_up(select)
        if not select and self.cursor_location == before:
            raise SkipAction
