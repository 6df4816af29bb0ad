"""The rows of the wizard's first step: what is understood of the sentence, and templates to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aegoals.domain.coach import Finding
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.goal_template import GoalTemplate
from aegoals.locale.texts import _
from screens.wizard_context import Example
from screens.wizard_fields import DIRECTION_NAMES
from screens.wizard_rows import NAME_CELLS, example_rows, finding_rows
from widgets.rows import Row, heading, key_of, line_row, stack
from widgets.spans import name, pad

LABEL_CELLS = 14
GAP = "…"
OF_THE_SENTENCE = frozenset({"S", "M", "T"})


def understood_rows(draft: GoalDraft) -> list[Row]:
    """Return what was read of the sentence, field by field; an ellipsis for what it does not say."""
    rows = [
        line_row(None, [(pad(label, LABEL_CELLS), "muted"), name(value) if value else (GAP, "warn")])
        for label, value in _understood(draft)
    ]
    return [heading(_("Understood"), _("each can be corrected in its step")), *rows]


def _understood(draft: GoalDraft) -> Iterator[tuple[str, str]]:
    directions = {value.value: text for value, text in DIRECTION_NAMES.items()}
    values = " → ".join(value for value in (draft.baseline, draft.target) if value)
    yield _("Type"), _(goal_type(draft.kind).title) if draft.kind else ""
    yield _("What"), draft.title
    yield _("Number"), values if draft.unit == "count" else f"{values} {draft.unit}".strip()
    yield _("Direction"), _(directions[draft.direction]) if draft.direction in directions else ""
    yield _("Done by"), draft.due


def template_rows(own: Iterable[GoalTemplate], built_in: Iterable[GoalTemplate]) -> list[Row]:
    """Return the AE's own templates and the program's."""
    mine = [_template_row("own", one) for one in own]
    others = [_template_row("template", one) for one in built_in]
    return stack(
        [heading(_("Your templates"), _("Enter takes one, Del deletes it")), *mine] if mine else [],
        [heading(_("Templates"), _("Enter takes one")), *others],
    )


def _template_row(what: str, template: GoalTemplate) -> Row:
    about = _(goal_type(template.answers.kind).title)
    title = name(pad(template.name, NAME_CELLS + 9)) if what == "own" else (pad(template.name, NAME_CELLS + 9), "text")
    return line_row(key_of(what, template.id), [title, (about, "muted")])


def sentence_rows(
    draft: GoalDraft, hint: Sequence[Row], found: Sequence[Finding], examples: Sequence[Example], width: int
) -> list[Row]:
    """Return what stands above the templates: what was understood with its doubts, or sentences to begin with."""
    if not draft.sentence:
        return stack(hint, example_rows(examples, width))
    return stack(understood_rows(draft), finding_rows(found, width, {"sentence"}))
