"""The goal wizard: one step a letter, back and forward without losing a word; a draft survives quitting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from aegoals.domain.goal_entry import draft_of
from aegoals.domain.split_draft import without_vain_split
from aegoals.errors import AegoalsError
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import CANCEL, DELETE, KEEP_TEMPLATE, NEXT_STEP, REPAIR, SAVE_DRAFT, STEP_BACK, bindings
from screens.form import ConfirmDialog, Field, Form
from screens.wizard_draft import Keeper
from screens.wizard_list import WizardList
from screens.wizard_steps import STEPS, place_of_step
from widgets.choice import Choice
from widgets.field_column import FieldColumn
from widgets.note_area import NoteArea
from widgets.rows import RowList


class WizardPage(WizardList):
    """Writes or rewrites one goal."""

    ABOUT = mark(
        "Enter goes on, F7 or Shift+Tab goes back; nothing that was typed is lost. The down key leads to the list: "
        "a digit or Enter takes an example, Enter on a repair (→) applies it; Ctrl+R applies the first one from "
        "anywhere. Ctrl+S keeps a draft, Ctrl+T a template. A goal can be saved with findings open."
    )
    COMMANDS_HERE = (NEXT_STEP, STEP_BACK, DELETE, REPAIR, SAVE_DRAFT, CANCEL, KEEP_TEMPLATE)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(COMMANDS_HERE),
        Binding("down", "examples", show=False),
        Binding("up", "field_before", show=False),
        Binding("shift+tab", "field_back", show=False, priority=True),
    ]
    _left = False

    # --- going on and back

    @on(Input.Submitted)
    @on(Choice.Submitted)
    @on(NoteArea.Submitted)
    def _entered(self, event: Input.Submitted | Choice.Submitted | NoteArea.Submitted) -> None:
        """Keep the answer and go to the next field, after the last to the next step."""
        event.stop()
        if event.control.id == self.fields()[-1].id:
            self.action_next_step()
        elif attempt(self, self.take):
            self.focus_next()
            self.call_later(self.keep_answer)

    def action_next_step(self) -> None:
        """Keep what was answered and go on; after the summary the goal is saved."""
        if self.step.id == "kind":
            self.query_one("#choices", RowList).action_choose()
        elif self.step is STEPS[-1]:
            self.finish()
        elif attempt(self, self.take):
            self.go(self.place + 1)

    def action_step_back(self) -> None:
        """Go back a step."""
        if attempt(self, self.take) and self.place:
            before = STEPS[self.place - 1].fields(self.guide.context(self.draft, STEPS[self.place - 1]))
            self.go(self.place - 1, before[0].id if before else "")

    def action_field_before(self) -> None:
        """Go up to the field before."""
        self.query_one(FieldColumn).step(-1)

    def action_field_back(self) -> None:
        """Go to the field before, from the first one back a step."""
        fields = self.fields()
        if not fields or self.focused is None or self.focused.id == fields[0].id:
            self.action_step_back()
        else:
            self.focus_previous()

    # --- the end

    def choose(self, what: str, name: str) -> None:
        """Save the goal or a template, or do what the list does."""
        if what != "save":
            super().choose(what, name)
        elif name == "goal":
            self.finish()
        else:
            self.action_keep_template()

    @work_and_tell
    async def finish(self) -> None:
        """Save the goal; a goal that exists asks for a reason."""
        if self._left or not self.is_active:
            return
        self.draft = without_vain_split(self.draft, self.desk.goals.rules())
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
        if attempt(self, self.take) and attempt(self, lambda: self.desk.drafts.save(self.draft)):
            self._leave_with_draft()

    def _leave_with_draft(self) -> None:
        self._left = True
        self.notify(_("Kept as a draft under Goals."))
        self.dismiss()

    @work_and_tell
    async def action_cancel(self) -> None:
        """Leave; what was answered stays as a draft. Only an answer that cannot be kept is asked about."""
        if self._left or not self.is_active:
            return
        try:
            self.take()
        except AegoalsError as error:
            self.app.clear_notifications()  # the same trouble, told while it was typed
            question = _("Leave without the answer that cannot be kept?")
            if not await self.app.push_screen_wait(ConfirmDialog(question, str(error))):
                return
        if self.keeper.is_worth(self.draft):
            self.keeper.keep(self.draft)
            self._leave_with_draft()
        else:
            self.keeper.drop(self.draft)
            self._left = True
            self.dismiss()

    def leave(self) -> None:
        """Keep the draft and go back to the page below."""
        self.action_cancel()

    def keep(self) -> None:
        """Keep what was typed as a draft, without leaving."""
        if self._left:
            return
        attempt(self, self.take)  # what cannot be taken over is told; the answers before it are kept
        self.keep_answer()

    def on_screen_resume(self) -> None:
        """Follow what became of the draft at another place: gone on with there, or saved and over."""
        draft = attempt(self, lambda: [self.keeper.elsewhere()])
        if self._left or draft is None:
            return
        if draft[0] is None:
            self._left = True
            self.dismiss()
        elif not self.keeper.knows(draft[0]):
            self.draft, self.keeper = draft[0], Keeper(self.desk, draft[0])
            self.go(place_of_step(self.draft.step, has_kind=bool(self.draft.kind)))

    def on_screen_suspend(self) -> None:
        """Keep what was typed while another place is shown."""
        self.keep()


def edit_goal(desk: Desk, goal_id: str) -> WizardPage:
    """Return the wizard over an existing goal."""
    draft = draft_of(desk.goals.get(goal_id), desk.drafts.new().id)
    return WizardPage(desk, draft.with_(step="summary"))
