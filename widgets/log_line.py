"""The line on which a day is logged in seconds; it shows how it is understood while one types."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from aegoals.locale.texts import _
from widgets.literal import literal


class LogLine(Vertical):
    """An input with a line of understanding below. Posts ``Typed`` and ``Entered``."""

    DEFAULT_CSS = """
    LogLine {
        height: auto;
        Input { height: 1; border: none; padding: 0 1; background: $boost; }
        Input:focus { border: none; background: $surface-lighten-1; }
        Static { height: 1; padding: 0 2; color: $foreground 60%; }
        Static { text-overflow: ellipsis; text-wrap: nowrap; }
        &.-refused Static { color: $text-error; }
        &.-whole Static { height: auto; max-height: 5; text-wrap: wrap; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave the line"),
        Binding("up", "earlier(-1)", "Earlier line", show=False),
        Binding("down", "earlier(1)", "Later line", show=False),
    ]

    class Typed(Message):
        """The line changed; answer with ``show_reading`` or ``show_refusal``."""

        def __init__(self, log_line: LogLine, line: str) -> None:
            super().__init__()
            self.log_line = log_line
            self.line = line

    class Entered(Message):
        """The line is finished; answer with ``clear`` or ``show_refusal``."""

        def __init__(self, log_line: LogLine, line: str) -> None:
            super().__init__()
            self.log_line = log_line
            self.line = line

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._earlier: list[str] = []
        self._place = 0
        self._unfinished = ""

    def compose(self) -> ComposeResult:
        """Lay out the input and what is understood."""
        yield Input(placeholder=_("3 calls, demo @Globex, won 5k @Acme #Pro"), select_on_focus=False)
        yield Static(literal(self._invitation()))

    def _invitation(self) -> str:
        return _("Type what you did; Enter logs it.")

    @property
    def line(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    @line.setter
    def line(self, value: str) -> None:
        field = self.query_one(Input)
        field.value = value
        field.cursor_position = len(value)

    def focus_line(self) -> None:
        """Go to the input."""
        self.query_one(Input).focus()

    def clear(self, outcome: str) -> None:
        """Empty the line after it was logged and say so; it can be called back with the up key."""
        if self.line.strip():
            self._earlier.append(self.line)
        self._place = len(self._earlier)
        self._unfinished = ""
        with self.prevent(Input.Changed):
            self.line = ""
        self.show_reading(outcome)

    def show_reading(self, text: str) -> None:
        """Show how the line is understood."""
        self.remove_class("-refused", "-whole")
        self.query_one(Static).update(literal(text))

    def show_refusal(self, text: str, *, whole: bool = False) -> None:
        """Show why the line cannot be logged: on one line while typing, whole once it was to be logged."""
        self.add_class("-refused")
        self.set_class(whole, "-whole")
        self.query_one(Static).update(literal(text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask how the line is understood."""
        event.stop()
        if not event.value.strip():
            self.show_reading(self._invitation())
            return
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the line to be logged."""
        event.stop()
        if event.value.strip():
            self.post_message(self.Entered(self, event.value))

    def action_leave(self) -> None:
        """Give the keys back to the page."""
        self.screen.focus_next()

    def action_earlier(self, step: int) -> None:
        """Call an earlier line back; down from the newest leads to the list below."""
        place = self._place + step
        if place > len(self._earlier):
            self.action_leave()
        if not 0 <= place <= len(self._earlier):
            return
        if self._place == len(self._earlier):
            self._unfinished = self.line
        self._place = place
        self.line = self._earlier[place] if place < len(self._earlier) else self._unfinished
