"""Two machines without a server: what was done apart comes together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.contest import Contest
from aegoals.domain.draft import GoalDraft
from aegoals.domain.feedback import Feedback
from aegoals.domain.fields import Model
from aegoals.domain.goal import Goal
from aegoals.domain.goal_template import GoalTemplate
from aegoals.domain.profile import Profile
from aegoals.domain.record import LogRecord
from aegoals.domain.reward import Reward
from aegoals.domain.role import RoleCard
from aegoals.domain.talk import Talk
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.keeping import kept_store
from aegoals.services.keeping_preview import TableChanges, preview, title_of_change
from aegoals.store.merge import Merged
from aegoals.store.merging import MERGES, merge_file, plan_merge, put_away
from aegoals.store.protocol import Document
from aegoals.store.sync_copies import SyncCopy, find_sync_copies

MOST_CONFLICTS = 20
BONDS = {
    "goals": (frozenset({"state", "closing"}), frozenset({"start", "due", "split", "season"})),
    "skills": (frozenset({"level", "rated_on", "ratings"}),),
    "records": (frozenset({"amount", "currency", "rate", "rate_currency"}),),
}
"""Fields that only make sense together."""

_MODELS: dict[str, type[Model]] = {
    "goals": Goal,
    "records": LogRecord,
    "drafts": GoalDraft,
    "templates": GoalTemplate,
    "profile": Profile,
    "aspirations": Aspiration,
    "skills": Skill,
    "trainings": Training,
    "talks": Talk,
    "role": RoleCard,
    "feedback": Feedback,
    "rewards": Reward,
    "contests": Contest,
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both machines changed, and whose value of the other file gave way (or a whole deletion)."""

    table: str
    key: str
    title: str
    field: str
    kept: Any
    gave_way: Any


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge does, or would do; ``put_away`` is where a conflict copy was moved to afterwards."""

    file: Path
    tables: tuple[TableChanges, ...]
    conflicts: tuple[Conflict, ...] = ()
    more_conflicts: int = 0
    put_away: Path | None = None


class MergeService:
    """Finds conflict copies and merges files of another machine."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def copies(self) -> list[SyncCopy]:
        """Return the conflict copies that a sync service left beside the data file."""
        return find_sync_copies(kept_store(self._context).path)

    def plan(self, file: Path) -> MergePlan:
        """Return what merging this file would do now; raises RefusedInput or DataFileError."""
        _must_exist(file)
        return _plan(file, plan_merge(kept_store(self._context), file, BONDS, fits))

    def merge(self, file: Path) -> MergePlan:
        """Merge a file as one action that can be undone; a conflict copy then goes among the backups."""
        _must_exist(file)
        store, moment = kept_store(self._context), self._context.now()
        done = merge_file(store, file, moment, BONDS, fits)
        return _plan(file, done, put_away(store, file, moment))


def fits(table: str, document: Document) -> bool:
    """Tell whether the program can read a document that was put together from two."""
    model = _MODELS.get(table)
    if model is None:
        return True
    try:
        model.build(document)
    except RefusedInput:
        return False
    return True


def _must_exist(file: Path) -> None:
    if not file.exists():
        raise NotFound(_("There is no file {path}.").format(path=file))


def _plan(file: Path, merged: Sequence[Merged], place: Path | None = None) -> MergePlan:
    changes = [one.change for one in merged if one.change.before != one.change.after]
    conflicts = [conflict for one in merged for conflict in _conflicts(one) if one.change.table != MERGES]
    return MergePlan(
        file=file,
        tables=preview(changes),
        conflicts=tuple(conflicts[:MOST_CONFLICTS]),
        more_conflicts=max(0, len(conflicts) - MOST_CONFLICTS),
        put_away=place,
    )


def _conflicts(one: Merged) -> list[Conflict]:
    if not one.aside:
        return []
    table, key, title = one.change.table, one.change.key, title_of_change(one.change)
    if one.change.after is None:
        return [Conflict(table, key, title, "", None, one.aside)]
    return [
        Conflict(table, key, title, field, one.change.after.get(field), value)
        for field, value in one.aside.items()
        if value != one.change.after.get(field)
    ]
