"""A question with its answers, one digit each: shown below the log line where a line can be read in several ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from aegoals.locale.texts import _, mark
from widgets.discreet import explained
from widgets.mask import private

ANSWER_KEYS = "123456789abcdefgh"
"""The keys of the answers in order; nobody is ever asked to choose among more."""


class Question(Widget, can_focus=True):
    """A question and its answers. Posts ``Answered`` with the place of an answer, or ``Left``."""

    DEFAULT_CSS = """
    Question {
        display: none;
        height: auto;
        padding: 0 1;
        background: $boost;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-asking { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", mark("Back to the line")),
        *(Binding(key, f"answer({place})", show=False) for place, key in enumerate(ANSWER_KEYS)),
    ]

    answers: reactive[tuple[str, ...]] = reactive((), layout=True)

    class Answered(Message):
        """An answer was chosen; ``picks`` holds the places of the answers given so far, this one last."""

        def __init__(self, picks: tuple[int, ...]) -> None:
            super().__init__()
            self.picks = picks

    class Left(Message):
        """The AE went away without an answer; ``to_line`` is set where Escape was pressed."""

        def __init__(self, *, to_line: bool) -> None:
            super().__init__()
            self.to_line = to_line

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._picks: tuple[int, ...] = ()

    def ask(self, text: str, answers: Sequence[str], picks: Sequence[int]) -> None:
        """Show a question and take the keys; ``picks`` are the answers given to earlier questions."""
        self._text, self._picks = text, tuple(picks)
        self.answers = tuple(answers[: len(ANSWER_KEYS)])
        self.add_class("-asking")
        self.refresh(layout=True)
        self.focus()

    def close(self) -> None:
        """Vanish."""
        self.remove_class("-asking")
        self.answers = ()

    @property
    def is_open(self) -> bool:
        """Whether the question waits for an answer."""
        return self.has_class("-asking")

    def render(self) -> Content:
        """Draw the question, its answers and the way out, one line each."""
        lines = [explained(self._text).stylize_before("$text-warning")]
        for key, answer in zip(ANSWER_KEYS, self.answers, strict=False):
            lines.append(Content.assemble((f" {key} ", "$footer-key-foreground bold"), private(answer)))
        lines.append(Content.styled(_("Press its digit; Escape goes back to the line."), "$foreground 60%"))
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the answers that there are."""
        return action != "answer" or (bool(parameters) and int(str(parameters[0])) < len(self.answers))

    def action_answer(self, place: int) -> None:
        """Choose an answer."""
        self.post_message(self.Answered((*self._picks, place)))

    def action_leave(self) -> None:
        """Go back to the line."""
        self.post_message(self.Left(to_line=True))

    def on_blur(self) -> None:
        """Vanish unanswered; the line keeps its text."""
        self.post_message(self.Left(to_line=False))

    def on_click(self, event: events.Click) -> None:
        """Choose the answer that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y - 1 < len(self.answers):
            self.action_answer(offset.y - 1)
