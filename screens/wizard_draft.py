"""A draft in the wizard's hands: whether anything was written, and what a change of type means for it."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_guide import goal_type

OWN_WORDS = (
    *("title", "specific", "account", "target", "due"),
    *("evidence", "actions", "why", "serves", "milestones"),
)


def is_blank(draft: GoalDraft) -> bool:
    """Tell whether a new goal holds nothing yet but what the wizard filled in itself."""
    return not draft.goal and not any(getattr(draft, name) for name in OWN_WORDS)


def answers_in(draft: GoalDraft) -> dict[str, object]:
    """Return what was answered, without where and when."""
    return {name: value for name, value in draft.document().items() if value and name not in {"step", "changed_at"}}


def of_kind(draft: GoalDraft, kind: str) -> GoalDraft:
    """Return the draft as another type of goal: the old type's unit and direction go, chosen ones stay."""
    if kind == draft.kind or not draft.kind:
        return draft.with_(kind=kind)
    old = goal_type(draft.kind)
    direction = "" if draft.direction == old.direction else draft.direction
    unit = "" if old.unit in {draft.unit, "currency"} else draft.unit
    return draft.with_(kind=kind, direction=direction, unit=unit)
