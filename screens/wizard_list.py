"""What is chosen in the wizard's list: a type, an example, a repair, a template, an answer to go back to."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events, on
from textual.widgets import Input, TextArea

from aegoals.domain.coach import Repair
from aegoals.domain.goal_template import GoalTemplate
from aegoals.locale.texts import _
from screens.attempt import attempt, fill_in, work_and_tell
from screens.form import ConfirmDialog, Field, Form
from screens.wizard_draft import OWN_WORDS, of_kind
from screens.wizard_layout import WizardLayout
from screens.wizard_steps import NAMES, step_of_field
from widgets.rows import RowList, parts_of

DIGITS = "123456789"


class WizardList(WizardLayout):
    """The list below the fields."""

    def on_key(self, event: events.Key) -> None:
        """Take an example by its digit."""
        if self.focused is self.query_one("#choices") and event.character and event.character in DIGITS:
            self._take_example(int(event.character) - 1)

    @on(RowList.Chosen, "#choices")
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.choose(*parts_of(event.key))

    def choose(self, what: str, name: str) -> None:
        """Do what a row of the list stands for."""
        first, _point, rest = name.partition(".")
        if what == "kind":
            self.draft = of_kind(self.draft, name)
            self.go(self.place + 1)
        elif what == "example":
            self._take_example(int(name))
        elif what == "repair":
            self._mend(self.guide.found[int(first)].repairs[int(rest)])
        elif what == "step":
            self.go(int(first), rest)
        elif what in {"template", "own"}:
            self._begin_with(next(one for one in self.guide.templates() if one.id == name))

    def _take_example(self, place: int) -> None:
        examples = self.step.examples(self.guide.context(self.draft, self.step), self.field)
        if place >= len(examples):
            return
        widget, value = self.query_one(f"#{self.field}"), _(examples[place].value)
        if isinstance(widget, Input):
            widget.value = value
            widget.cursor_position = len(value)
        elif isinstance(widget, TextArea):
            before = "" if self.step.id == "sentence" else widget.text.strip()
            widget.text = "\n".join(filter(None, [before, value]))
            widget.move_cursor(widget.document.end)
        widget.focus()

    # --- repairs

    def action_repair(self) -> None:
        """Apply the first repair that is ready, else go to the field that wants words."""
        if not attempt(self, self.take):
            return
        self.show_choices()
        repairs = [repair for one in self.guide.found for repair in one.repairs]
        ready = [repair for repair in repairs if repair.is_ready] or [repair for repair in repairs if repair.field]
        if ready:
            self._mend(ready[0])
        else:
            self.notify(_("There is nothing to repair here."))

    def _mend(self, repair: Repair) -> None:
        if not attempt(self, self.take):
            return
        if repair.is_ready:
            changed = attempt(self, lambda: repair.apply(self.draft))
            if changed:
                self.draft = changed
                self.go(self.place, self.field)
            return
        place = step_of_field(repair.field, self.guide.context(self.draft, self.step))
        if place == self.place:
            self.query_one(f"#{repair.field}").focus()
        elif place is not None:
            self.go(place, repair.field)

    # --- templates

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to delete only one's own templates."""
        if action == "delete":
            return self.is_mounted and parts_of(self.query_one("#choices", RowList).key)[0] == "own"
        return True

    @work_and_tell
    async def _begin_with(self, template: GoalTemplate) -> None:
        """Take a template over; asks where it would cost something that was answered."""
        answered = any(getattr(self.draft, name) for name in OWN_WORDS if name != "sentence")
        if answered and not self.draft.sentence:
            question = _("Begin anew with “{name}”?").format(name=template.name)
            detail = _("What you answered so far is replaced.")
            if not await self.app.push_screen_wait(ConfirmDialog(question, detail)):
                return
        self.draft = self.desk.goal_templates.draft(template, self.draft.id).with_(goal=self.draft.goal)
        self.go(NAMES.index("specific"))

    @work_and_tell
    async def action_keep_template(self) -> None:
        """Keep the answers as a template, under a name."""
        self.take()
        field = Field("name", _("Name of the template"), self.draft.title, _("One of the same name is replaced."))
        about = _("Everything but the dates; how long the goal runs is kept.")

        def save(answers: Mapping[str, str]) -> None:
            self.desk.goal_templates.save(self.draft, answers["name"])

        if await fill_in(self.app, Form(_("Keep as a template"), (field,), about), save):
            self.notify(_("Kept: it is offered at the first step."))

    def action_delete(self) -> None:
        """Delete the own template under the cursor; undo brings it back."""
        what, name = parts_of(self.query_one("#choices", RowList).key)
        template = next((one for one in self.guide.templates() if one.id == name and what == "own"), None)
        if template is not None:
            attempt(self, lambda: self.desk.goal_templates.delete(template))
            self.show_choices()
            self.notify(_("Deleted: {name}. Undo brings it back.").format(name=template.name))
