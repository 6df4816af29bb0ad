"""The line on which a day is logged in seconds; it shows how it is understood while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from aegoals.locale.texts import _, mark
from widgets.discreet import discreet, explained
from widgets.earlier_lines import EarlierLines
from widgets.line_field import LineField
from widgets.mask import private
from widgets.question import Question

if TYPE_CHECKING:
    from aegoals.domain.quicklog.completion import Offer

CLOSING = ",;、，。"
"""Marks that stand directly behind a word."""


class LogLine(Vertical):
    """An input with lines of understanding below. Posts ``Typed``, ``Entered`` and ``Took``.

    ``earlier`` returns the lines of other days, oldest first; it is asked when the AE goes back to them.
    """

    DEFAULT_CSS = """
    LogLine {
        height: auto;
        Input { height: 1; border: none; padding: 0 1; background: $boost; }
        Input:focus { border: none; background: $surface-lighten-1; }
        Static { height: 1; padding: 0 2; color: $foreground 60%; }
        Static { text-overflow: ellipsis; text-wrap: nowrap; }
        #moves { color: $text-success; height: auto; max-height: 2; text-wrap: wrap; }
        #moves.-empty, #offers.-empty { display: none; }
        &.-editing LineField, &.-editing LineField:focus { border-left: outer $accent; }
        &.-asking #understood { display: none; }
        &.-refused #understood { color: $text-error; }
        &.-whole #understood { height: auto; max-height: 5; text-wrap: wrap; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", mark("Leave the line")),
        Binding("up", "earlier(-1)", mark("Earlier line")),
        Binding("tab", "complete", mark("Complete"), show=False),
        Binding("down", "earlier(1)", mark("Later line"), show=False),
    ]

    class Typed(Message):
        """The line changed; answer with ``show_reading`` or ``show_refusal``, and with ``offer``."""

        def __init__(self, log_line: LogLine, line: str) -> None:
            super().__init__()
            self.log_line = log_line
            self.line = line

    class Entered(Message):
        """The line is finished and out of the field; answer with ``clear``, ``ask`` or ``give_back``.

        ``picks`` are the answers that the AE gave to its questions, the first question's first.
        """

        def __init__(self, log_line: LogLine, line: str, picks: tuple[int, ...] = ()) -> None:
            super().__init__()
            self.log_line = log_line
            self.line = line
            self.picks = picks

    class Took(Message):
        """A completion is wanted of the line as it was when it was offered; answer with ``take``."""

        def __init__(self, log_line: LogLine, line: str, offer: Offer) -> None:
            super().__init__()
            self.log_line = log_line
            self.line = line
            self.offer = offer

    def __init__(self, earlier: Callable[[], Sequence[str]] = list, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._earlier = EarlierLines(earlier)
        self.edited = ""  # the record that is written anew
        self._invitation = _("Type what you did; Enter logs it.")
        self._is_inviting = True
        self._offers: Sequence[Offer] = ()
        self._offered_for = ""  # the line as it was when these were offered
        self._taken: str | None = None  # the line with the latest of them taken

    def compose(self) -> ComposeResult:
        """Lay out the input, what is understood, what it moves, what it may become, and what must be asked."""
        yield LineField(placeholder=_("3 calls, demo @Globex, won 5k @Acme #Pro"), select_on_focus=False)
        yield Static(discreet(self._invitation), id="understood")
        yield Static(id="moves", classes="-empty")
        yield Static(id="offers", classes="-empty")
        yield Question()

    @property
    def line(self) -> str:
        """What is typed."""
        return self.query_one(LineField).value

    @line.setter
    def line(self, value: str) -> None:
        self.put(value, len(value))

    def put(self, value: str, cursor: int) -> None:
        """Put a text into the line, with the cursor behind this many characters."""
        field = self.query_one(LineField)
        field.value = value
        field.cursor_position = cursor

    def fill_in(self, before: str, after: str) -> None:
        """Put a text with the cursor in its gap into the line, behind what stands there, and go to it."""
        head = f"{self.line.rstrip(' ,')}, " if self.line.strip() else ""
        self.focus_line()
        self.put(head + before + after, len(head + before))

    def focus_line(self) -> None:
        """Go to the input."""
        self.query_one(LineField).focus()

    def invite(self, text: str) -> None:
        """Say this while nothing is typed."""
        self._invitation = text
        if self._is_inviting:
            self._say(discreet(text))
            self._is_inviting = True

    # --- a record that is written anew

    def edit(self, key: str, line: str) -> None:
        """Put the line of a record here, to write it anew; leaving the line leaves the record as it is."""
        self.edited = key
        self.add_class("-editing")
        self.line = line
        self.focus_line()

    def stop_editing(self, outcome: str = "") -> None:
        """Empty the line, which is for new records again."""
        self.edited = ""
        self.remove_class("-editing")
        with self.prevent(Input.Changed):
            self.line = ""
        self.clear(outcome or self._invitation)

    # --- what the line means

    def clear(self, outcome: str, moved: str = "") -> None:
        """Say what became of the line that was entered; it can be called back with the up key."""
        self._earlier.forget()
        self._close_question(to_line=True)
        self.offer("", ())
        self._understood(discreet(outcome), moved)
        if self.line:  # typed ahead
            self.post_message(self.Typed(self, self.line))

    def forget_outcome(self) -> None:
        """Say no more what became of the line before: it was taken back or done again."""
        if not self.line.strip() and not self.has_class("-asking"):
            self._understood(discreet(self._invitation))
            self._is_inviting = True

    def show_reading(self, text: str, moved: str = "") -> None:
        """Show how the line is understood, and below it what it moves."""
        self._understood(private(text), moved)

    def _understood(self, content: Content, moved: str = "") -> None:
        self.remove_class("-refused", "-whole")
        self._say(content)
        self.show_moves(moved)

    def show_moves(self, moved: str) -> None:
        """Show which goals the line moves."""
        self._put("#moves", private(moved))

    def give_back(self, line: str) -> None:
        """Put an entered line back in front of what was typed since: it is not logged."""
        self._close_question(to_line=True)
        self._put_back(line)

    def _put_back(self, line: str) -> None:
        rest = self.line
        with self.prevent(Input.Changed):
            self.line = f"{line}, {rest}" if rest else line

    def show_refusal(self, text: str, *, whole: bool = False) -> None:
        """Show why the line cannot be logged: on one line while typing, whole once it was to be logged."""
        self.add_class("-refused")
        self.set_class(whole, "-whole")
        self._say(explained(text))
        self.show_moves("")

    def _say(self, content: Content) -> None:
        self._is_inviting = False
        self.query_one("#understood", Static).update(content)

    def _put(self, selector: str, content: Content) -> None:
        line = self.query_one(selector, Static)
        line.set_class(not content.plain, "-empty")
        line.update(content)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask how the line is understood."""
        event.stop()
        if self._taken is not None and event.value[:-1] == self._taken and event.value[-1] in CLOSING:
            self.line = self._taken.rstrip() + event.value[-1]  # the blank behind a completion is not wanted here
            return
        if event.value != self._taken:
            self._taken = None
        if not event.value.strip():
            self.offer("", ())
            self._understood(discreet(self._invitation))
            self._is_inviting = True
            return
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the line to be logged."""
        event.stop()
        self.post_message(self.Entered(self, event.value))

    # --- what must be asked

    def ask(self, line: str, text: str, answers: Sequence[str], picks: Sequence[int] = ()) -> None:
        """Ask something about the entered line before it is logged; the answer comes with ``Entered``."""
        self._put_back(line)
        self.offer("", ())
        self.show_reading("")
        self.add_class("-asking")
        self.query_one(Question).ask(text, answers, picks)

    def on_question_answered(self, event: Question.Answered) -> None:
        """Ask for the line to be logged with the answers so far."""
        event.stop()
        self.post_message(self.Entered(self, self.query_one(LineField).take_out(), event.picks))

    def on_question_left(self, event: Question.Left) -> None:
        """Go back to the line, which keeps its text."""
        event.stop()
        if self.query_one(Question).is_open:
            self._close_question(to_line=event.to_line)
            self.post_message(self.Typed(self, self.line))

    def _close_question(self, *, to_line: bool) -> None:
        question = self.query_one(Question)
        if to_line and question.is_open:
            self.focus_line()
        question.close()
        self.remove_class("-asking")

    # --- what it may become

    def offer(self, line: str, offers: Sequence[Offer]) -> None:
        """Show completions of this line; those shown stay while one after the other is taken."""
        if self._taken is not None and line == self._taken:
            return
        if not self.query_one(LineField).cursor_at_end:
            offers = ()
        self._offered_for, self._offers, self._taken = line, offers, None
        self._show_offers(offers)

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        shown = "  ".join(one.shown for one in offers)
        self._put("#offers", Content("Tab → ") + private(shown) if offers else Content())

    def take(self, line: str) -> None:
        """Put the line with the completion that was taken, the first one; the others are offered next."""
        self._taken = line
        self.line = line
        taken, others = self._offers[:1], self._offers[1:]
        self._offers = (*others, *taken) if others else ()
        self._show_offers(others)

    def action_complete(self) -> None:
        """Take what is offered, once more the next; with nothing offered go to what follows the line."""
        if not self._complete():
            self.screen.focus_next()

    def on_line_field_at_end(self, event: LineField.AtEnd) -> None:
        """Take what is offered."""
        event.stop()
        if self._taken is None:
            self._complete()

    def _complete(self) -> bool:
        if not self._offers or not self.query_one(LineField).cursor_at_end:
            return False
        self.post_message(self.Took(self, self._offered_for, self._offers[0]))
        return True

    # --- keys

    def action_leave(self) -> None:
        """Give the keys back to the page; a record that was to be written anew stays as it is."""
        if self.edited:
            self.stop_editing()
        self.screen.focus_next()

    def action_earlier(self, step: int) -> None:
        """Call an earlier line back; down from the newest leads to the list below."""
        line = self._earlier.step(step, self.line)
        if line is not None:
            self.line = line
        elif step > 0:
            self.action_leave()
