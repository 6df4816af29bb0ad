"""A dialog of a few fields. It returns what was typed and saves nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _
from screens.commands import CANCEL, CONFIRM, FIELD_BEFORE, HELP, NEXT_FIELD, NO, YES, Command, bindings
from screens.dismissal import LeavesOnce
from widgets.choice import Choice
from widgets.discreet import discreet, explained
from widgets.field import TextField
from widgets.field_column import FieldColumn
from widgets.key_footer import KeyFooter
from widgets.literal import literal
from widgets.note_area import NoteArea
from widgets.spans import wrap

DIALOG_CELLS = 80
BORDER_CELLS = 6
FEW_LINES = 18  # a window with less has no room to spare


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what stands in it and what it is for. Options make it a choice, ``lines`` a note or a paragraph."""

    id: str
    label: str
    value: str = ""
    help: str = ""
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    lines: int = 1
    is_private: bool = False  # its options are the AE's own words
    is_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A title, a sentence, fields, and what the confirming key says."""

    title: str
    fields: tuple[Field, ...] = ()
    about: str = ""


class FormDialog(ModalScreen[dict[str, str] | None], LeavesOnce[dict[str, str] | None]):
    """Shows a form; dismisses with the typed text by field id once it is accepted, or with None.

    ``refusal_of`` says what is wrong with the answers, None where they are accepted. The dialog itself saves nothing.
    """

    COMMANDS_HERE = (CONFIRM, CANCEL, NEXT_FIELD, FIELD_BEFORE)
    BINDINGS: ClassVar = bindings((*COMMANDS_HERE, HELP))

    def __init__(self, form: Form, refusal_of: Callable[[Mapping[str, str]], AegoalsError | None]) -> None:
        super().__init__()
        self._form = form
        self._refusal_of = refusal_of

    def compose(self) -> ComposeResult:
        """Lay out trouble and fields; the border holds the title and the hint for the field in focus."""
        with FieldColumn(id="dialog") as dialog:
            dialog.border_title = discreet(self._form.title)
            if self._form.about:
                yield Static(explained(self._form.about), id="dialog-about")
            for field in self._form.fields:
                yield field_widget(field, field.value)
            yield Static(id="dialog-hint", classes="-none")
        yield KeyFooter()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""
        here = (one for one in self.COMMANDS_HERE if self.check_action(one.action.partition("(")[0], ()))
        return (*here, HELP)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go to another field only where there is one."""
        return action != "field" or len(self._form.fields) > 1

    def action_field(self, step: int) -> None:
        """Go to the next field or to the one before."""
        self.query_one(FieldColumn).step(step)

    @property
    def about(self) -> str:
        """What every field is for."""
        fields = [" – ".join(filter(None, [field.label, field.help])) for field in self._form.fields]
        return "\n".join([*filter(None, [self._form.about]), *fields])

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field in focus is for."""
        self._show_hint(event.widget)

    def on_resize(self) -> None:
        """Break the hint anew for another width."""
        self._show_hint(self.focused)

    def _show_hint(self, widget: Widget | None) -> None:
        """Say what a field is for: in the border, or where that is too narrow for some field on lines below.

        All fields have the same room for it, so that nothing moves as one goes from field to field; in a window of
        few lines it takes none that it does not need.
        """
        hints = {field.id: field.help for field in self._form.fields}
        hint = hints.get(widget.id or "", "") if widget else ""
        width, height = self.app.size
        width = min(width, DIALOG_CELLS) - BORDER_CELLS
        lines = max(len(wrap(text, width)) for text in ([hint] if height < FEW_LINES else [hint, *hints.values()]))
        self.query_one("#dialog").border_subtitle = literal(hint if lines <= 1 else "")
        below = self.query_one("#dialog-hint", Static)
        below.update(literal(hint if lines > 1 else ""))
        below.styles.height = lines
        below.set_class(lines <= 1, "-none")

    @on(Input.Submitted)
    @on(Choice.Submitted)
    @on(NoteArea.Submitted)
    def _next_or_done(self, event: Input.Submitted | Choice.Submitted | NoteArea.Submitted) -> None:
        """Enter goes to the next field, on the last one it confirms."""
        event.stop()
        if event.control.id == self._form.fields[-1].id:
            self.action_confirm()
        else:
            self.focus_next()

    def action_confirm(self) -> None:
        """Return what was typed, or say why it cannot be taken over; then everything stays as it was typed."""
        if not self.is_active:
            return  # it was accepted already; this was a second Enter on its way
        typed = {field.id: typed_in(self.query_one(f"#{field.id}")) for field in self._form.fields}
        refusal = self._refusal_of(typed)
        if refusal is None:
            self.dismiss(typed)
        else:
            self._show(refusal)

    def _show(self, refusal: AegoalsError) -> None:
        """Say what is wrong at the top, with the field's own label, and go to the field that it names."""
        labels = {field.id: field.label for field in self._form.fields}
        path, colon, rest = refusal.message.partition(": ")
        name = path.rpartition(".")[2] if colon else ""
        words = f"{labels[name]}: {rest} {refusal.repair}".strip() if name in labels else str(refusal)
        trouble = self.query("#dialog-trouble")
        if trouble:
            trouble.first(Static).update(explained(words))
        else:
            self.query_one("#dialog").mount(Static(explained(words), id="dialog-trouble"), before=0)
        if name in labels:
            self.set_focus(self.query_one(f"#{name}"))
        elif self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def field_widget(field: Field, value: str) -> Widget:
    """Return the widget for a field with this text in it; its label is the title of its border."""
    widget = _bare_widget(field, value)
    widget.add_class("field")
    widget.border_title = literal(field.label)
    return widget


def _bare_widget(field: Field, value: str) -> Widget:
    if field.options:
        return Choice(field.options, value, id=field.id, is_private=field.is_private)
    if field.lines > 1:
        area = NoteArea(value, id=field.id, tab_behavior="focus", soft_wrap=True)
        area.styles.height = field.lines + 1
        area.is_paragraph = field.is_paragraph
        area.move_cursor(area.document.end)
        return area
    return TextField(value, id=field.id, placeholder=field.placeholder)


def typed_in(widget: Widget) -> str:
    """Return the text in a field's widget."""
    if isinstance(widget, Choice | Input):
        return widget.value
    return widget.text if isinstance(widget, TextArea) else ""


class ConfirmDialog(ModalScreen[bool], LeavesOnce[bool]):
    """A question that is answered with yes or no."""

    COMMANDS_HERE = (YES, NO, CANCEL)
    BINDINGS: ClassVar = bindings((*COMMANDS_HERE, HELP))

    def __init__(self, question: str, detail: str = "") -> None:
        super().__init__()
        self._question = question
        self._detail = detail

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = _("Really?")
            yield Static(discreet(self._question), id="dialog-question")
            yield Static(explained(self._detail), id="dialog-about")
        yield KeyFooter()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""
        return (*self.COMMANDS_HERE, HELP)

    @property
    def about(self) -> str:
        """What is asked."""
        return f"{self._question}\n{self._detail}".strip()

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)

    def action_cancel(self) -> None:
        """Leave without an answer, which means no."""
        self.dismiss(False)
