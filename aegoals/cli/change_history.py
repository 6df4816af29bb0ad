"""What ``aegoals history --goal`` and ``--record`` print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aegoals.cli.output import say, say_json
from aegoals.cli.session import Session
from aegoals.errors import UsageError
from aegoals.locale.texts import _

if TYPE_CHECKING:
    from aegoals.services.keeping_changes import Step


def print_changes(session: Session, goal: str | None, record: str | None, limit: int, *, as_json: bool) -> None:
    """Print the latest steps of one goal or record, latest first."""
    if goal is not None and record is not None:
        raise UsageError(_("Give --goal or --record, not both."))
    changes = session.desk.changes
    steps = changes.of_goal(goal) if goal is not None else changes.of_record(record or "")
    latest = steps[: -limit - 1 : -1]
    if as_json:
        say_json([_shape(step) for step in latest])
        return
    from aegoals.services.keeping_words import step_words

    for step in latest:
        say(step_words(step, session.today(), session.locale))
    if not latest:
        say(_("The history no longer tells of it."))


def _shape(step: Step) -> dict[str, object]:
    return {
        "at": step.at,
        "verb": step.verb,
        "title": step.title,
        "state": step.state,
        "reason": step.reason,
        "undone": step.undone,
        "gave_way": dict(step.gave_way),
        "fields": [{"field": one.field, "before": one.before, "after": one.after} for one in step.fields],
    }
