"""A draft in the wizard's hands: whether anything was written, and what a change of type means for it."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_guide import goal_type
from aegoals.services import Desk

OWN_WORDS = (
    *("sentence", "title", "specific", "account", "target", "due"),
    *("evidence", "actions", "why", "serves", "split", "weights", "milestones"),
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


class Keeper:
    """Keeps a draft whenever an answer was added, so that no way of leaving costs more than the last one."""

    def __init__(self, desk: Desk, draft: GoalDraft) -> None:
        self._desk = desk
        self._before = answers_in(draft)
        self._was_kept = bool(draft.changed_at)
        self._kept = draft

    def is_worth(self, draft: GoalDraft) -> bool:
        """Tell whether leaving keeps the draft: it is not blank, and was changed or kept before."""
        return not is_blank(draft) and (self._was_kept or answers_in(draft) != self._before)

    def keep(self, draft: GoalDraft) -> GoalDraft:
        """Save the draft if anything in it is new; raises an error of the store."""
        if is_blank(draft) or (answers_in(draft), draft.step) == (answers_in(self._kept), self._kept.step):
            return draft
        if answers_in(draft) == self._before and not self._was_kept:
            return draft
        self._kept = self._desk.drafts.save(draft)
        return draft

    def elsewhere(self) -> GoalDraft | None:
        """Return the draft as it is kept now; None where it was kept and is gone: saved or deleted at another place."""
        if not self._kept.changed_at:
            return self._kept
        return next((one for one in self._desk.drafts.all() if one.id == self._kept.id), None)

    def knows(self, draft: GoalDraft) -> bool:
        """Tell whether a draft holds the answers that were kept last from here."""
        return answers_in(draft) == answers_in(self._kept)

    def drop(self, draft: GoalDraft) -> None:
        """Throw away a draft that holds nothing."""
        if any(one.id == draft.id for one in self._desk.drafts.all()):
            self._desk.drafts.delete(draft)
