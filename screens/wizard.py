"""The goal wizard: one step a letter, back and forward without losing a word; a draft survives quitting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from aegoals.domain.coach import Finding, findings
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import draft_of
from aegoals.domain.statement import statement
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import CANCEL, NEXT_STEP, SAVE_DRAFT, STEP_BACK, bindings
from screens.form import Field, Form, field_widget, typed_in
from screens.page import Page
from screens.wizard_draft import answers_in, is_blank, of_kind
from screens.wizard_rows import guide_rows, summary_rows, type_rows
from screens.wizard_steps import STEPS, Step, StepContext
from widgets.choice import Choice
from widgets.mask import private
from widgets.rows import RowList, key_of, parts_of

DIGITS = "123456789"


class WizardPage(Page):
    """Writes or rewrites one goal."""

    ABOUT = mark(
        "Enter goes on, F7 goes back; nothing that was typed is lost. The down key leads to the examples, "
        "a digit or Enter takes one. Ctrl+S keeps a draft."
    )
    COMMANDS_HERE = (NEXT_STEP, STEP_BACK, SAVE_DRAFT, CANCEL)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMMANDS_HERE),
        Binding("down", "examples", show=False),
    ]

    def __init__(self, desk: Desk, draft: GoalDraft) -> None:
        super().__init__(desk)
        self.draft = draft
        self._before = answers_in(draft)
        self._was_kept = bool(draft.changed_at)
        self._left = False
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
        if self.step.id == "kind":
            self.query_one("#choices", RowList).go_to(key_of("kind", self.draft.kind))
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

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        if self.query("#fields > *") or self.query_one("#choices", RowList).key:
            self._show_choices(self._field)

    # --- examples, types, summary

    def _show_choices(self, field: str) -> None:
        rows = self.query_one("#choices", RowList)
        width = max(self.size.width - 6, 20)
        if self.step.id == "kind":
            rows.set_rows(type_rows())
        elif self.step.id == "summary":
            rows.set_rows(summary_rows(self._findings(), self._all_fields(), width))
        else:
            hint = "".join(one.help for one in self._fields() if one.id == field)
            found = [one for one in self._findings() if one.letter == self.step.letter]
            rows.set_rows(guide_rows(hint, found, self.step.examples(self._so_far(), field), width))

    def _all_fields(self) -> list[Field]:
        return [field for step in STEPS for field in step.fields(self._so_far())]

    def _findings(self) -> list[Finding]:
        return findings(self.draft, self.desk.goals.rules(), self.desk.today())

    def _show_sentence(self) -> None:
        text = statement(self.draft, self.desk.goals.rules())
        self.query_one("#sentence", Static).update(private(text))

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

    def action_examples(self) -> None:
        """Go from a field to its examples."""
        self.query_one("#choices").focus()

    @on(RowList.Overshot, "#choices")
    def _back_to_field(self, event: RowList.Overshot) -> None:
        """Go from the examples up to their field."""
        event.stop()
        if event.step < 0 and self._field and self.query(f"#{self._field}"):
            self.query_one(f"#{self._field}").focus()

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
            self.draft = of_kind(self.draft, name)
            self._go_on()
        elif what == "save":
            self._finish()
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
            widget.move_cursor(widget.document.end)
        widget.focus()

    # --- going on and back

    def _go(self, place: int) -> None:
        self._place = place
        self.call_later(self._show_step)

    def action_next_step(self) -> None:
        """Keep what was answered and go on; after the summary the goal is saved."""
        if self.step.id == "kind":
            self.query_one("#choices", RowList).action_choose()
        elif self.step is STEPS[-1]:
            self._finish()
        elif attempt(self, self._take):
            self._go_on()

    def _go_on(self) -> None:
        self.draft = self.draft.with_(step=STEPS[self._place + 1].id)
        if is_blank(self.draft) or self._save_draft():
            self._go(self._place + 1)

    def action_step_back(self) -> None:
        """Go back a step."""
        if attempt(self, self._take) and self._place:
            self._go(self._place - 1)

    @work_and_tell
    async def _finish(self) -> None:
        """Save the goal; a goal that exists asks for a reason."""
        if self._left or not self.is_active:
            return
        if self.draft.goal:
            form = Form(_("Why does the goal change?"), (Field("reason", _("Reason"), "", _("It stays visible.")),))

            def save(answers: Mapping[str, str]) -> None:
                self.desk.goals.rewrite(self.draft, answers["reason"])

            if not await fill_in(self.app, form, save):
                return
        else:
            self.desk.goals.plan(self.draft)
        self._left = True
        self.notify(_("Saved: {title}").format(title=self.draft.title))
        self.dismiss()

    # --- leaving

    def action_save_draft(self) -> None:
        """Keep the draft and leave."""
        if attempt(self, self._take) and self._save_draft():
            self._left = True
            self.notify(_("Kept as a draft under Goals."))
            self.dismiss()

    def action_cancel(self) -> None:
        """Leave; what was answered stays as a draft, an empty or unchanged one vanishes."""
        if attempt(self, self._take) is None:
            return
        if is_blank(self.draft) or not (self._is_changed() or self._was_kept):
            self._leave_nothing()
        else:
            self.action_save_draft()

    def leave(self) -> None:
        """Keep the draft and go back to the page below."""
        self.action_cancel()

    def keep(self) -> None:
        """Keep what was typed as a draft, without leaving."""
        if self._left:
            return
        attempt(self, self._take)  # what cannot be taken over is told; the answers before it are kept
        if self._is_changed() and not is_blank(self.draft):
            self._save_draft()

    def on_screen_suspend(self) -> None:
        """Keep what was typed while another place is shown."""
        self.keep()

    def _save_draft(self) -> GoalDraft | None:
        return attempt(self, lambda: self.desk.drafts.save(self.draft))

    def _leave_nothing(self) -> None:
        if any(draft.id == self.draft.id for draft in self.desk.drafts.all()):
            attempt(self, lambda: self.desk.drafts.delete(self.draft))
        self._left = True
        self.dismiss()

    def _is_changed(self) -> bool:
        return answers_in(self.draft) != self._before


def edit_goal(desk: Desk, goal_id: str) -> WizardPage:
    """Return the wizard over an existing goal."""
    draft = draft_of(desk.goals.get(goal_id), desk.drafts.new().id)
    return WizardPage(desk, draft.with_(step="summary"))
