"""What the wizard shows below its fields: gathered from the coach, the log and the AE's templates."""

from __future__ import annotations

from aegoals.domain.coach import Background, Finding
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_template import GoalTemplate
from aegoals.domain.sentence_draft import findings_of_sentence
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.form import Field
from screens.wizard_context import StepContext
from screens.wizard_rows import example_rows, fact_rows, finding_rows, note_rows, summary_rows, type_rows
from screens.wizard_sentence_rows import OF_THE_SENTENCE, sentence_rows, template_rows
from screens.wizard_split_rows import split_rows
from screens.wizard_steps import STEPS, Step
from widgets.rows import Row, heading, stack

SHAPED_BY = ("kind", "title", "specific", "account", "unit", "baseline", "start", "due", "split")
"""The answers on which last year's own shape depends."""


class Guide:
    """Knows the AE's history once it was gathered; ``found`` are the findings that were shown last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rules = desk.goals.rules()
        self._shapes: dict[tuple[str, ...], tuple[object, ...]] = {}
        self.background: Background | None = None
        self.found: list[Finding] = []

    def context(self, draft: GoalDraft, step: Step) -> StepContext:
        """Return what the fields of a step depend on."""
        shape = self._last_year(draft) if step.id == "split" and draft.split else ()
        hopes = self._desk.career.aspirations.all() if step.id == "relevant" and draft.kind == "career" else ()
        titles = tuple(one.title for one in hopes)
        return StepContext(draft, self._desk.profile.get(), self._rules, self._desk.today(), shape, titles)  # type: ignore[arg-type]

    def _last_year(self, draft: GoalDraft) -> tuple[object, ...]:
        key = tuple(getattr(draft, name) for name in SHAPED_BY)
        if key not in self._shapes:
            self._shapes[key] = tuple(self._desk.splits.last_year(draft))
        return self._shapes[key]

    def findings(self, draft: GoalDraft) -> list[Finding]:
        """Return what a draft lacks, by what is known of the AE by now."""
        return self._desk.coaching.findings(draft, self.background or Background())

    def templates(self) -> list[GoalTemplate]:
        """Return the AE's own templates and the program's."""
        return [*self._desk.goal_templates.own(), *self._desk.goal_templates.built_in()]

    def rows(self, step: Step, draft: GoalDraft, field: str, width: int) -> list[Row]:
        """Return the rows of a step while this field has the focus."""
        context = self.context(draft, step)
        self.found = self._found(step, draft)
        if step.id == "kind":
            return type_rows(context.profile.role)
        if step.id == "summary":
            return summary_rows(self.found, self._answers(draft), width)
        fields = step.fields(context)
        hint = note_rows(next((one.help for one in fields if one.id == field), ""), width)
        examples = step.examples(context, field)
        if step.id == "sentence":
            templates = template_rows(self._desk.goal_templates.own(), self._desk.goal_templates.built_in())
            return stack(sentence_rows(draft, hint, self.found, examples, width), templates)
        found = finding_rows(self.found, width, {one.id for one in fields})
        if step.id == "achievable":
            return stack(hint, found, self._outlook(draft, width), example_rows(examples, width))
        if step.id == "split":
            return stack(hint, example_rows(examples, width), split_rows(draft, self._rules, width))
        return stack(hint, found, example_rows(examples, width))

    def _found(self, step: Step, draft: GoalDraft) -> list[Finding]:
        if step.id == "sentence":
            if not draft.sentence:
                return []
            found = findings_of_sentence(draft, self._rules, self._desk.today(), self.background)
            return [one for one in found if one.letter in OF_THE_SENTENCE]
        found = self.findings(draft) if step.letter or step.id == "summary" else []
        return found if step.id == "summary" else [one for one in found if one.letter == step.letter]

    def _outlook(self, draft: GoalDraft, width: int) -> list[Row]:
        if self.background is None:
            return note_rows(_("Your log is being read …"), width)
        lines = self._desk.coaching.outlook_lines(draft, self.background)
        return [heading(_("Your own numbers")), *fact_rows(lines, width)]

    def _answers(self, draft: GoalDraft) -> list[tuple[int, Field]]:
        return [(place, field) for place, step in enumerate(STEPS) for field in step.fields(self.context(draft, step))]
