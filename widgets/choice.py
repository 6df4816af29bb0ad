"""One of a few choices on one line: left and right change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from widgets.mask import PRIVATE
from widgets.spans import shorten

GAP = "  "


class Choice(Widget, can_focus=True):
    """Shows the options side by side where they fit, else the chosen one between arrows."""

    DEFAULT_CSS = """
    Choice {
        height: 1;
        width: 1fr;
        &:focus { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Other choice", key_display="← →"),
        Binding("right,space", "step(1)", "Other choice", show=False),
        Binding("enter", "submit", "Go on", show=False),
    ]

    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another option is chosen."""

        def __init__(self, choice: Choice, value: str) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice:
            """The widget."""
            return self.choice

    class Submitted(Message):
        """The choice is made: Enter goes on, as in a field of text."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            """The widget."""
            return self.choice

    def __init__(
        self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None, is_private: bool = False
    ) -> None:
        """Offer ``(value, label)`` pairs; the first is chosen where ``value`` is none of them.

        Private labels are masked unless the field is in focus.
        """
        super().__init__(id=id)
        self._options = list(options)
        self._is_private = is_private
        known = [option for option, _label in options]
        self.set_reactive(Choice.value, value if value in known else known[0])

    def action_step(self, step: int) -> None:
        """Choose the next or the one before; at the ends it goes round."""
        values = [value for value, _label in self._options]
        self.value = values[(values.index(self.value) + step) % len(values)]
        self.post_message(self.Changed(self, self.value))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that a letter is for the choice, as in a field of text: no command of the page works by it here."""
        return key != "space" and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Go to the next option that begins with the letter; one that none begins with does nothing."""
        if not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        letter, values = (event.character or "").casefold(), [value for value, _label in self._options]
        here = values.index(self.value)
        for step in range(1, len(values)):
            if self._options[(here + step) % len(values)][1].casefold().startswith(letter):
                self.action_step(step)
                return

    def action_submit(self) -> None:
        """Go on."""
        self.post_message(self.Submitted(self))

    def render(self) -> Content:
        """Draw the options."""
        content = self._content()
        return content.stylize(PRIVATE) if self._is_private and not self.has_focus else content

    def _content(self) -> Content:
        if self._fits():
            return self._all_options()
        label = next(label for value, label in self._options if value == self.value)
        shown = shorten(label, max(self.size.width - len("‹  ›"), 1))
        return Content.assemble(("‹ ", "$foreground 60%"), (shown, "bold"), (" ›", "$foreground 60%"))

    def _all_options(self) -> Content:
        return Content(GAP).join(self._option(value, label) for value, label in self._options)

    def _fits(self) -> bool:
        return self._all_options().cell_length <= self.size.width

    def _option(self, value: str, label: str) -> Content:
        if value == self.value:
            return Content.assemble(("(•) ", "$text-accent bold"), (label, "bold"))
        return Content.assemble(("( ) ", "$foreground 60%"), (label, "$foreground 60%"))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked, or the next where only one shows."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if not self._fits():
            self.action_step(1)
            return
        column = offset.x
        for value, label in self._options:
            length = self._option(value, label).cell_length
            if 0 <= column < length:
                self.value = value
                self.post_message(self.Changed(self, value))
                return
            column -= length + len(GAP)
