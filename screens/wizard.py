"""The goal wizard: one step a letter, back and forward without losing a word; a draft survives quitting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from aegoals.domain.coach import Finding, findings
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import draft_of
from aegoals.domain.goal_guide import GOAL_TYPES
from aegoals.domain.statement import statement
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import attempt, fill_in
from screens.commands import CANCEL, NEXT_STEP, SAVE_DRAFT, STEP_BACK, bindings
from screens.form import Field, Form, field_widget, typed_in
from screens.page import Page
from screens.wizard_steps import STEPS, Step, StepContext
from widgets.choice import Choice
from widgets.rows import Row, RowList, heading, key_of, line_row, note, parts_of, stack
from widgets.spans import pad, wrap

NAME_CELLS = 23
LABEL_CELLS = 28
DIGITS = "123456789"


class WizardPage(Page):
    """Writes or rewrites one goal."""

    ABOUT = mark(
        "Enter goes on, F7 goes back; nothing that was typed is lost. The down key leads to the examples, "
        "a digit or Enter takes one. Ctrl+S keeps a draft."
    )
    COMMANDS_HERE = (NEXT_STEP, STEP_BACK, SAVE_DRAFT, CANCEL)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk, draft: GoalDraft) -> None:
        super().__init__(desk)
        self.draft = draft
        names = [step.id for step in STEPS]
        self._place = names.index(draft.step) if draft.step in names else int(bool(draft.kind))

    # --- layout

    def page_title(self) -> str:
        """Return what is being written."""
        return _("Edit the goal") if self.draft.goal else _("New goal")

    def body(self) -> ComposeResult:
        """Lay out question, fields, examples and the sentence so far."""
        yield Static(id="where")
        yield Static(id="question")
        yield VerticalScroll(id="fields", can_focus=False)
        yield RowList(id="choices")
        yield Static(id="sentence")

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return STEPS[self._place]

    def load(self) -> None:
        """Show the step, unless a dialog just closed over it."""
        if not self.query("#fields > *") and not self.query_one("#choices", RowList).key:
            self.call_later(self._show_step)

    async def _show_step(self) -> None:
        self.query_one("#where", Static).update(self._where())
        self.query_one("#question", Static).update(Content(_(self.step.question)))
        fields = self.query_one("#fields", VerticalScroll)
        async with fields.batch():
            await fields.remove_children()
            await fields.mount_all(self._widgets())
        fields.set_class(not self._fields(), "-none")
        self._show_choices("")
        self._show_sentence()
        first = self.query("#fields Input, #fields Choice, #fields TextArea")
        (first.first(Widget) if first else self.query_one("#choices")).focus()
        self.refresh_bindings()

    def _where(self) -> Content:
        return Content("  ").join(
            Content.styled(f"{step.letter} {_(step.name)}".strip(), "bold underline $text-accent")
            if place == self._place
            else Content.styled(step.letter or _(step.name), "$foreground 60%")
            for place, step in enumerate(STEPS)
        )

    def _so_far(self) -> StepContext:
        return StepContext(self.draft, self.desk.profile.get(), self.desk.today())

    def _fields(self) -> tuple[Field, ...]:
        return self.step.fields(self._so_far())

    def _widgets(self) -> list[Widget]:
        return [field_widget(field, field.value) for field in self._fields()]

    # --- examples, types, summary

    def _show_choices(self, field: str) -> None:
        rows = self.query_one("#choices", RowList)
        width = max(self.size.width - 6, 20)
        if self.step.id == "kind":
            rows.set_rows(_type_rows())
            rows.go_to(key_of("kind", self.draft.kind))
        elif self.step.id == "summary":
            rows.set_rows(self._summary_rows(width))
        else:
            rows.set_rows(self._guide_rows(field, width))

    def _guide_rows(self, field: str, width: int) -> list[Row]:
        examples = self.step.examples(self._so_far(), field)
        rows = [
            line_row(key_of("example", str(place)), [(f"{place + 1} ", "accent"), (_(text), "text")])
            for place, text in enumerate(examples)
        ]
        found = [one for one in self._findings() if one.letter == self.step.letter]
        hints = [one.help for one in self._fields() if one.id == field]
        return stack(
            [note(line) for hint in hints for line in wrap(hint, width)],
            [row for one in found for row in _finding_rows(one, width)],
            [heading(_("Examples"), _("↓ and a digit or Enter takes one")), *rows] if rows else [],
        )

    def _summary_rows(self, width: int) -> list[Row]:
        found = self._findings()
        about = [row for one in found for row in _finding_rows(one, width)]
        done = [note(_("Nothing is missing: a SMART goal."))]
        answers = [row for field in self._all_fields() if field.value for row in _answer_rows(field, width)]
        save = line_row(key_of("save", "goal"), [(_("Save the goal"), "title")])
        title = heading(_("Findings"), _("they do not block"))
        return stack([save], [title, *about] if about else done, answers)

    def _all_fields(self) -> list[Field]:
        return [field for step in STEPS for field in step.fields(self._so_far())]

    def _findings(self) -> list[Finding]:
        return findings(self.draft, self.desk.goals.rules(), self.desk.today())

    def _show_sentence(self) -> None:
        text = statement(self.draft, self.desk.goals.rules())
        self.query_one("#sentence", Static).update(Content(text))

    # --- typing

    def _take(self) -> GoalDraft:
        """Take over what is typed in this step; raises RefusedInput."""
        typed = {
            field.id: typed_in(self.query_one(f"#{field.id}")) for field in self._fields() if self.query(f"#{field.id}")
        }
        if typed:
            self.draft = self.draft.with_(**typed)
        return self.draft

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typed(self) -> None:
        """Let the sentence and the findings follow."""
        if attempt(self, self._take):
            self._show_sentence()
            if self.focused is not None and self.focused.id:
                self._show_choices(self.focused.id)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the examples of the field in focus."""
        if event.widget.id and event.widget.id != "choices":
            self._field = event.widget.id
            self._show_choices(event.widget.id)

    _field = ""

    def key_down(self) -> None:
        """Go from a field to its examples."""
        if isinstance(self.focused, Input):
            self.query_one("#choices").focus()

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def _entered(self, event: Input.Submitted | Choice.Submitted) -> None:
        """Go to the next field, after the last to the next step."""
        event.stop()
        if event.control.id == self._fields()[-1].id:
            self.action_next_step()
        else:
            self.focus_next()

    def on_key(self, event: object) -> None:
        """Take an example by its digit."""
        key = getattr(event, "character", None) or ""
        if self.focused is self.query_one("#choices") and key and key in DIGITS:
            self._take_example(int(key) - 1)

    @on(RowList.Chosen, "#choices")
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        what, name = parts_of(event.key)
        if what == "kind":
            self.draft = self.draft.with_(kind=name)
            self.action_next_step()
        elif what == "save":
            self.action_next_step()
        elif what == "example":
            self._take_example(int(name))
        elif what == "step":
            self._go(int(name))

    def _take_example(self, place: int) -> None:
        examples = self.step.examples(self._so_far(), self._field)
        if place >= len(examples):
            return
        widget = self.query_one(f"#{self._field}")
        if isinstance(widget, Input):
            widget.value = _(examples[place])
            widget.cursor_position = len(widget.value)
        elif isinstance(widget, TextArea):
            widget.text = "\n".join(filter(None, [widget.text.strip(), _(examples[place])]))
        widget.focus()

    # --- going on and back

    def _go(self, place: int) -> None:
        self._place = place
        self.call_later(self._show_step)

    def action_next_step(self) -> None:
        """Keep what was answered and go on; after the summary the goal is saved."""
        if attempt(self, self._take) is None:
            return
        if self.step.id == "kind" and not self.draft.kind:
            self.query_one("#choices", RowList).action_choose()
            return
        if self._place == len(STEPS) - 1:
            self._finish()
            return
        self.draft = self.draft.with_(step=STEPS[self._place + 1].id)
        if attempt(self, lambda: self.desk.drafts.save(self.draft)) is not None:
            self._go(self._place + 1)

    def action_step_back(self) -> None:
        """Go back a step."""
        if attempt(self, self._take) and self._place:
            self._go(self._place - 1)

    @work
    async def _finish(self) -> None:
        """Save the goal; a goal that exists asks for a reason."""
        if self.draft.goal:
            form = Form(_("Why does the goal change?"), (Field("reason", _("Reason"), "", _("It stays visible.")),))

            def save(answers: Mapping[str, str]) -> None:
                self.desk.goals.rewrite(self.draft, answers["reason"])

            if not await fill_in(self.app, form, save):
                return
        elif attempt(self, lambda: self.desk.goals.plan(self.draft)) is None:
            return
        self.notify(_("Saved: {title}").format(title=self.draft.title), markup=False)
        self.dismiss()

    def action_save_draft(self) -> None:
        """Keep the draft and leave."""
        if attempt(self, self._take) is None:
            return
        if attempt(self, lambda: self.desk.drafts.save(self.draft)) is not None:
            self.notify(_("Kept as a draft under Goals."))
            self.dismiss()

    def action_cancel(self) -> None:
        """Leave; what was answered stays as a draft, an empty one vanishes."""
        filled = {name for name, value in self.draft.document().items() if value}
        if filled <= {"id", "kind", "changed_at", "step"} and not self._typed_texts():
            self.leave_empty()
        else:
            self.action_save_draft()

    def leave(self) -> None:
        """Keep the draft and go back to the page below."""
        self.action_cancel()

    def leave_empty(self) -> None:
        """Leave nothing behind: an untouched draft vanishes."""
        if any(draft.id == self.draft.id for draft in self.desk.drafts.all()):
            attempt(self, lambda: self.desk.drafts.delete(self.draft))
        self.dismiss()

    def _typed_texts(self) -> list[str]:
        texts = [typed_in(self.query_one(f"#{field.id}")) for field in self._fields() if self.query(f"#{field.id}")]
        return [text for field, text in zip(self._fields(), texts, strict=True) if text != field.value]


def edit_goal(desk: Desk, goal_id: str) -> WizardPage:
    """Return the wizard over an existing goal."""
    draft = draft_of(desk.goals.get(goal_id), desk.drafts.new().id)
    return WizardPage(desk, draft.with_(step="summary"))


def _type_rows() -> list[Row]:
    return [
        line_row(key_of("kind", one.kind), [(pad(_(one.title), NAME_CELLS), "text"), (_(one.about), "muted")])
        for one in GOAL_TYPES
    ]


def _finding_rows(one: Finding, width: int) -> list[Row]:
    lines = wrap(one.message, width - 4)
    return [
        line_row(None, [(f"{one.letter}  " if place == 0 else "   ", "warn"), (text, "text")])
        for place, text in enumerate(lines)
    ]


def _answer_rows(field: Field, width: int) -> list[Row]:
    value = dict(field.options).get(field.value, field.value)
    return [
        line_row(None, [(pad(field.label if place == 0 else "", LABEL_CELLS), "muted"), (text, "text")])
        for place, text in enumerate(wrap(value, max(width - LABEL_CELLS, 10)))
    ]
