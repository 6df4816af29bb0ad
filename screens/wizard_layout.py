"""The wizard's page: a step with its question, fields and list, and what follows from what is typed."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from aegoals.domain.coach import Background
from aegoals.domain.draft import GoalDraft
from aegoals.domain.sentence_draft import with_sentence
from aegoals.domain.statement import statement
from aegoals.domain.text import clean_note
from aegoals.errors import AegoalsError
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt
from screens.form import Field, field_widget, typed_in
from screens.page import Page
from screens.wizard_draft import Keeper, is_blank
from screens.wizard_guide import Guide
from screens.wizard_steps import STEPS, Step, place_of_step
from widgets.choice import Choice
from widgets.field_column import FieldColumn
from widgets.mask import private
from widgets.rows import RowList, key_of

WANTED = frozenset({"title", "specific", "target", "due", "evidence", "why"})
SOON = 0.15  # seconds without a key until sentence and findings follow


class WizardLayout(Page):
    """Shows the steps of one goal and takes over what is typed."""

    class Gathered(Message):
        """What is known of the AE was gathered."""

        def __init__(self, background: Background) -> None:
            super().__init__()
            self.background = background

    def __init__(self, desk: Desk, draft: GoalDraft) -> None:
        super().__init__(desk)
        self.draft = draft
        self.guide = Guide(desk)
        self.keeper = Keeper(desk, draft)
        self.place = place_of_step(draft.step, has_kind=bool(draft.kind))
        self.field = ""
        self._soon: Timer | None = None

    # --- layout

    def page_title(self) -> str:
        """Return what is being written."""
        return _("Edit the goal") if self.draft.goal else _("New goal")

    def body(self) -> ComposeResult:
        """Lay out question, fields, examples and the sentence so far."""
        yield Static(id="where")
        yield Static(id="question")
        yield FieldColumn(id="fields")
        yield RowList(id="choices")
        yield Static(id="sentence-so-far")

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return STEPS[self.place]

    def load(self) -> None:
        """Show the step, unless a dialog just closed over it."""
        if not self.query("#fields > *") and not self.query_one("#choices", RowList).key:
            self.call_later(self.show_step)
            self._gather()

    def _gather(self) -> None:
        """Gather what is known of the AE: a short log at once, a long one beside the typing."""
        if self.desk.coaching.is_at_hand:
            self.guide.background = self.desk.coaching.background(self.draft.goal)
        else:
            self._gather_beside()

    @work(thread=True)
    def _gather_beside(self) -> None:
        try:
            self.post_message(self.Gathered(self.desk.coaching.background(self.draft.goal)))
        except AegoalsError:
            return  # a log that cannot be read is told where it is shown; the wizard works without it

    @on(Gathered)
    def _know(self, event: Gathered) -> None:
        self.guide.background = event.background
        self.show_choices()

    async def show_step(self, focus: str = "") -> None:
        """Show the step that it is, its first open field in focus unless told otherwise."""
        fields = self.fields()
        self.query_one("#where", Static).update(self._where())
        self.query_one("#question", Static).update(Content(_(self.step.question)))
        area = self.query_one(FieldColumn)
        async with area.batch():
            await area.remove_children()
            await area.mount_all([field_widget(field, field.value) for field in fields])
        area.set_class(not fields, "-none")
        first = self.query_one(f"#{focus}") if focus and self.query(f"#{focus}") else self._first(fields)
        self.field = first.id or "" if fields else ""
        self._show_list()
        self._show_sentence()
        first.focus()
        self.refresh_bindings()

    def _show_list(self) -> None:
        """Show the step's list from its top, also while it has the focus because the fields are gone."""
        rows = self.query_one("#choices", RowList)
        self.show_choices()
        if self.step.id == "kind" and self.draft.kind:
            rows.go_to(key_of("kind", self.draft.kind))
        else:
            rows.action_edge(-1)

    def _first(self, fields: tuple[Field, ...]) -> Widget:
        """Return where one goes on: the first field that a goal needs and that is empty, else the first one."""
        if not fields:
            return self.query_one("#choices")
        open_ones = (field for field in fields if field.id in WANTED and not field.value)
        return self.query_one(f"#{next(open_ones, fields[0]).id}")

    def _where(self) -> Content:
        return Content("  ").join(
            Content.styled(f"{step.letter} {_(step.name)}".strip(), "bold underline $text-accent")
            if place == self.place
            else Content.styled(step.letter or _(step.name), "$foreground 60%")
            for place, step in enumerate(STEPS)
        )

    def fields(self) -> tuple[Field, ...]:
        """Return the fields of the step."""
        return self.step.fields(self.guide.context(self.draft, self.step))

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        if self.query("#fields > *") or self.query_one("#choices", RowList).key:
            self.show_choices()

    def show_choices(self) -> None:
        """Show what belongs to the field in focus: hint, findings, examples."""
        width = max(self.size.width - 6, 20)
        rows = self.query_one("#choices", RowList)
        rows.set_rows(self.guide.rows(self.step, self.draft, self.field, width))
        if not rows.has_focus:
            rows.action_edge(-1)  # what is read while typing begins at its top

    def _show_sentence(self) -> None:
        text = "" if is_blank(self.draft) else statement(self.draft, self.desk.goals.rules())
        so_far = self.query_one("#sentence-so-far", Static)
        so_far.update(private(clean_note(text)))
        so_far.set_class(not text, "-none")

    # --- going on

    def go(self, place: int, focus: str = "") -> None:
        """Show another step; what was answered is kept behind it, so that no key waits for the disk."""
        self.draft = self.draft.with_(step=STEPS[place].id)
        self.place = place
        self.call_later(self.show_step, focus)
        self.call_later(self.call_after_refresh, self.keep_answer)

    def keep_answer(self) -> None:
        """Keep what was answered so far as a draft; trouble is told."""
        attempt(self, lambda: self.keeper.keep(self.draft))

    # --- typing

    def take(self) -> GoalDraft:
        """Take over what is typed in this step; raises RefusedInput."""
        typed = {
            field.id: typed_in(self.query_one(f"#{field.id}")) for field in self.fields() if self.query(f"#{field.id}")
        }
        sentence = typed.pop("sentence", None)
        if sentence is not None:
            self.draft = with_sentence(self.draft, sentence, self.desk.goals.rules(), self.desk.today())
        if typed:
            self.draft = self.draft.with_(**typed)
        return self.draft

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typed(self) -> None:
        """Let the sentence and the findings follow once the keys pause."""
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self._follow)

    def _follow(self) -> None:
        before = self.draft
        if not self.is_attached or attempt(self, self.take) is None or self.draft == before:
            return
        self._show_sentence()
        self.show_choices()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the examples of the field in focus."""
        if event.widget.id not in {None, "choices", self.field}:
            self.field = event.widget.id or ""
            self.show_choices()

    def action_examples(self) -> None:
        """Go from a field to its examples."""
        self.query_one("#choices").focus()

    @on(RowList.Overshot, "#choices")
    def _back_to_field(self, event: RowList.Overshot) -> None:
        """Go from the examples up to their field."""
        event.stop()
        if event.step < 0 and self.field and self.query(f"#{self.field}"):
            self.query_one(f"#{self.field}").focus()
