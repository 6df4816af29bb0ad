"""A goal on its way: what the AE has answered so far, each answer as it was typed."""

from __future__ import annotations

from aegoals.domain.fields import Line, Model, Note
from aegoals.domain.waiver import Waiver


class GoalDraft(Model):
    """The wizard's answers; everything may still be empty. ``step`` is where the AE stopped."""

    id: str
    step: Line = ""
    goal: str | None = None  # the id of the goal that is edited, None for a new one
    sentence: Line = ""  # the goal as it was first said
    kind: Line = ""
    title: Line = ""
    specific: Line = ""
    account: Line = ""
    unit: Line = ""
    direction: Line = ""
    baseline: Line = ""
    target: Line = ""
    start: Line = ""
    due: Line = ""
    repeats: Line = ""  # month, quarter, year or nothing
    evidence: Note = ""
    actions: Note = ""  # one a line
    why: Note = ""
    serves: Line = ""
    split: Line = ""  # quarters, months, weeks or nothing
    weights: Note = ""  # one a sub-period; nothing: by working days
    milestones: Note = ""  # one a line: date, value or nothing, title
    waived: tuple[Waiver, ...] = ()  # findings that the AE lives with
    changed_at: Line = ""
