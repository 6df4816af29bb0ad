"""The field of the log line."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from aegoals.locale.texts import mark
from widgets.field import TextField


class LineField(TextField):
    """The field in which a line is typed; the right arrow at its end takes what is offered."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", mark("Log it"))]

    class AtEnd(Message):
        """The cursor was to go beyond the end."""

    def key_enter(self, event: events.Key) -> None:
        """Hand the line over at once; what is typed from now on is the next one.

        As a key binding it would wait until the page has dealt with every key, behind what is typed ahead.
        """
        event.stop()
        event.prevent_default()
        self._hand_over()

    async def action_submit(self) -> None:
        """Hand the line over when its hint in the footer is clicked."""
        self._hand_over()

    def _hand_over(self) -> None:
        if self.value.strip():
            self.post_message(self.Submitted(self, self.take_out()))

    def take_out(self) -> str:
        """Return the line and empty the field."""
        line = self.value
        with self.prevent(Input.Changed):
            self.value = ""
        return line

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor, or take what is offered."""
        if self.cursor_at_end and not select:
            self.post_message(self.AtEnd())
        else:
            super().action_cursor_right(select)
