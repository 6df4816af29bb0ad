"""A dialog of a few fields. It returns what was typed and saves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from screens.commands import CANCEL, CONFIRM, bindings
from widgets.choice import Choice
from widgets.key_footer import KeyFooter

NOTE_LINES = 4


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what stands in it and what it is for. Options make it a choice, ``lines`` a note."""

    id: str
    label: str
    value: str = ""
    help: str = ""
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A title, a sentence, fields, and what the confirming key says."""

    title: str
    fields: tuple[Field, ...] = ()
    about: str = ""


class FormDialog(ModalScreen[dict[str, str] | None]):
    """Shows a form; dismisses with the typed text by field id, or None."""

    BINDINGS: ClassVar = bindings((CONFIRM, CANCEL))

    def __init__(self, form: Form, answers: Mapping[str, str] | None = None, trouble: str = "") -> None:
        super().__init__()
        self._form = form
        self._answers = answers or {}
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Lay out title, trouble, fields and the hint for the field in focus."""
        with Vertical(id="dialog"):
            yield Static(Content(self._form.title), id="dialog-title")
            if self._form.about:
                yield Static(Content(self._form.about), id="dialog-about")
            yield Static(
                Content(self._trouble), id="dialog-trouble", classes="" if self._trouble else "-none"
            )
            with VerticalScroll(id="dialog-fields", can_focus=False):
                for field in self._form.fields:
                    yield Label(Content(field.label), classes="field-label")
                    yield field_widget(field, self._answers.get(field.id, field.value))
            yield Static(id="dialog-hint")
        yield KeyFooter()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field in focus is for, and keep its label in view."""
        hints = {field.id: field.help for field in self._form.fields}
        self.query_one("#dialog-hint", Static).update(Content(hints.get(event.widget.id or "", "")))
        fields = self.query_one("#dialog-fields")
        if event.widget in fields.children:
            label = fields.children[fields.children.index(event.widget) - 1]
            self.call_after_refresh(label.scroll_visible, animate=False)

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def _next_or_done(self, event: Input.Submitted | Choice.Submitted) -> None:
        """Enter goes to the next field, on the last one it confirms."""
        event.stop()
        if event.control.id == self._form.fields[-1].id:
            self.action_confirm()
        else:
            self.focus_next()

    def action_confirm(self) -> None:
        """Return what was typed."""
        typed = {field.id: typed_in(self.query_one(f"#{field.id}")) for field in self._form.fields}
        self.dismiss(typed)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def field_widget(field: Field, value: str) -> Widget:
    """Return the widget for a field with this text in it."""
    if field.options:
        return Choice(field.options, value, id=field.id)
    if field.lines > 1:
        area = TextArea(value, id=field.id, compact=True, tab_behavior="focus", soft_wrap=True)
        area.styles.height = field.lines
        return area
    return Input(value, id=field.id, placeholder=field.placeholder, compact=True)


def typed_in(widget: Widget) -> str:
    """Return the text in a field's widget."""
    if isinstance(widget, Choice | Input):
        return widget.value
    return widget.text if isinstance(widget, TextArea) else ""


class ConfirmDialog(ModalScreen[bool]):
    """A question that is answered with yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((CANCEL,)),
        ("y", "yes", "Yes"),
        ("n", "cancel", "No"),
    ]

    def __init__(self, question: str, detail: str = "") -> None:
        super().__init__()
        self._question = question
        self._detail = detail

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="dialog"):
            yield Static(Content(self._question), id="dialog-title")
            yield Static(Content(self._detail), id="dialog-about")
        yield KeyFooter()

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Answer no."""
        self.dismiss(False)
