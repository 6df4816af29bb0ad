"""What changes between a goal and its revision, and what is carried over."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.goal import Action, FieldChange, Goal, Milestone, SeasonPart
from aegoals.domain.metric import Metric
from aegoals.domain.split_weights import weights_in_words

LONGEST_SHOWN = 200  # characters of a text in a revision
ADJUSTABLE = (
    "title",
    "specific",
    "baseline",
    "target",
    "start",
    "due",
    "direction",
    "why",
    "serves",
    "evidence",
    "repeats",
)


def kept_milestones(goal: Goal, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Carry the done marks over to milestones that were not changed otherwise."""
    done = {(one.due, one.title, one.value): one.done_on for one in goal.milestones}
    return tuple(one.with_(done_on=done.get((one.due, one.title, one.value))) for one in milestones)


def kept_actions(goal: Goal, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Carry the done marks over to actions of the same title."""
    done = {one.title for one in goal.actions if one.done}
    return tuple(one.with_(done=one.title in done) for one in actions)


def differences(before: Goal, after: Goal) -> tuple[FieldChange, ...]:
    """Return what a revision changes, field by field."""
    return tuple(
        FieldChange.build({"field": field, "before": _shown(old), "after": _shown(new)})
        for field in ("kind", *ADJUSTABLE, "milestones", "actions", "metric", "split", "season")
        if (old := getattr(before, field)) != (new := getattr(after, field))
    )


def _shown(value: object) -> str:
    """Return a field's value as it stands in a revision."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Metric):
        kinds, account = " ".join(value.selector.kinds), value.selector.account
        return f"{value.unit}: {value.aggregation} {value.of} {kinds} {account or ''}".rstrip()
    if isinstance(value, tuple) and all(isinstance(one, SeasonPart) for one in value):
        value = weights_in_words(value)
    if isinstance(value, tuple):
        value = ", ".join(str(getattr(one, "title", one)) for one in value)
    return str(value or "")[:LONGEST_SHOWN]
