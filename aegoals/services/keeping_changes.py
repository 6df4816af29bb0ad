"""How one goal or record came to be what it is: every change that is still known, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.reference import is_part
from aegoals.store.codec import same
from aegoals.store.history import HISTORY
from aegoals.store.history_of import entries_of, ids_of
from aegoals.store.merging import MERGES
from aegoals.store.protocol import Change, Document, Entry
from aegoals.store.tiny_store import TinyStore

_DAY_LENGTH = len("2026-03-02")
# What the store or the program needs, or what is told in another way.
_UNTOLD = frozenset(
    {"id", "revisions", "closing", "created_on", "logged_at", "changed_at", "imported_mark", "asked_on"}
)


@dataclass(frozen=True, slots=True)
class FieldStep:
    """One field before and after, as kept: JSON values, or the texts of a goal's revision; None for empty."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Step:
    """One action as one document saw it.

    ``at`` is an instant, or a day where only a revision tells of it; ``day`` is the day that counts for the
    AE: that of the revision, else that of the instant. ``unit`` is that of a goal's values or of a record's
    amount, empty where there is none; ``gave_way`` is what a merge set aside of the other file, by field.
    """

    at: str
    day: str  # YYYY-MM-DD
    verb: str
    title: str
    state: str  # "added", "changed", "removed", "kept"
    fields: tuple[FieldStep, ...] = ()
    reason: str = ""
    unit: str = ""
    undone: bool = False
    gave_way: tuple[tuple[str, Any], ...] = ()


class ChangeHistory:
    """The change history of single goals and records, from the history of actions and from revisions."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of_goal(self, reference: str) -> list[Step]:
        """Return the steps of a goal, oldest first; ``reference`` is its id, an end of it, or its title."""
        return self.of("goals", self._goal_id(reference))

    def of_record(self, reference: str) -> list[Step]:
        """Return the steps of a log record, oldest first; one that was deleted has a history too."""
        return self.of("records", self._known_id("records", reference))

    def of(self, table: str, key: str) -> list[Step]:
        """Return the steps of any document, oldest first."""
        entries = self._entries(table, key)
        steps = [step for entry in entries for step in _steps(entry, table, key)]
        document = self._context.store.table(table).get(key, {})
        return [*_forgotten(document, entries, table, key), *steps]

    def _goal_id(self, reference: str) -> str:
        try:
            return self._known_id("goals", reference)
        except NotFound:
            word = reference.casefold().strip()
            goals = self._context.store.table("goals").items()
            named = [key for key, goal in goals if str(goal.get("title", "")).casefold() == word]
            return _only(named, reference)

    def _known_id(self, table: str, reference: str) -> str:
        """Return the id that this names among all that are or were there; raises NotFound."""
        known = dict.fromkeys(self._context.store.table(table))
        if reference in known:
            return reference
        known |= dict.fromkeys(sorted(self._ids_in_history(table)))
        if reference in known:
            return reference
        return _only([key for key in known if is_part(reference, key)], reference)

    def _entries(self, table: str, key: str) -> Sequence[Entry]:
        """Return the actions with what they did to one document, and what their merges set aside."""
        store = self._context.store
        if not isinstance(store, TinyStore):
            return store.history()
        tables = {name: store.table(name) for name in (table, MERGES, HISTORY)}
        return entries_of(tables, [(table, key), *((MERGES, merged) for merged in ids_of(tables, MERGES))])

    def _ids_in_history(self, table: str) -> set[str]:
        store = self._context.store
        if isinstance(store, TinyStore):
            return ids_of({HISTORY: store.table(HISTORY)}, table)
        return {one.key for entry in store.history() for one in entry.changes if one.table == table}


def _only(found: Sequence[str], reference: str) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedInput(_("“{reference}” names several.").format(reference=reference), _("Use the whole id."))
    raise NotFound(_("Nothing is known of “{reference}”.").format(reference=reference))


def _steps(entry: Entry, table: str, key: str) -> Iterator[Step]:
    """Yield what an action did to one document: one step, or none."""
    gave_way = tuple(_gave_way(entry, table, key).items())
    found = [change for change in entry.changes if (change.table, change.key) == (table, key)]
    if found:
        yield replace(_step(entry, found[0]), gave_way=gave_way)
    elif gave_way:
        day = entry.at[:_DAY_LENGTH]
        yield Step(entry.at, day, entry.verb, entry.title, "kept", undone=entry.undone, gave_way=gave_way)


def _gave_way(entry: Entry, table: str, key: str) -> Document:
    for change in entry.changes:
        if change.table == MERGES and change.before is None:
            found: Document = (change.after or {}).get("aside", {}).get(table, {}).get(key, {})
            return found
    return {}


def _step(entry: Entry, change: Change) -> Step:
    before, after = change.before or {}, change.after or {}
    state = "added" if change.before is None else "removed" if change.after is None else "changed"
    revisions = _new_revisions(change)
    return Step(
        at=entry.at,
        day=revisions[-1]["day"] if revisions else entry.at[:_DAY_LENGTH],
        verb=entry.verb,
        title=entry.title,
        state=state,
        fields=tuple(_differences(before, after)) if state == "changed" else (),
        reason=_reason(revisions, before, after),
        unit=_unit(after) or _unit(before),
        undone=entry.undone,
    )


def _differences(before: Document, after: Document) -> Iterator[FieldStep]:
    for name in dict.fromkeys([*before, *after]):
        if name not in _UNTOLD and not same(before.get(name), after.get(name)):
            yield FieldStep(name, before.get(name), after.get(name))


def _reason(revisions: list[Any], before: Document, after: Document) -> str:
    """Return why a goal was adjusted or closed in this step."""
    reasons = [one["reason"] for one in revisions]
    closing = after.get("closing")
    if isinstance(closing, dict) and not before.get("closing"):
        reasons.append(closing.get("reason") or "")
    return "; ".join(reason for reason in reasons if reason)


def _unit(document: Document) -> str:
    metric = document.get("metric")
    unit = metric.get("unit") if isinstance(metric, dict) else document.get("currency")
    return str(unit or "")


def _forgotten(document: Document, entries: Iterable[Entry], table: str, key: str) -> Iterator[Step]:
    """Yield the revisions of a goal that the history of actions no longer tells of, oldest first."""
    told = [
        revision
        for entry in entries
        for change in entry.changes
        if (change.table, change.key) == (table, key) and not entry.undone
        for revision in _new_revisions(change)
    ]
    for revision in _revisions(document):
        if revision not in told:
            fields = tuple(FieldStep(one["field"], one["before"], one["after"]) for one in revision["changes"])
            yield Step(
                at=revision["day"],
                day=revision["day"],
                verb="adjust",
                title=str(document.get("title", "")),
                state="changed",
                fields=fields,
                reason=revision["reason"],
                unit=_unit(document),
            )


def _new_revisions(change: Change) -> list[Any]:
    """Return the revisions that this change brought; those of a goal that cannot be read are left out."""
    known = (change.before or {}).get("revisions") or []
    return [one for one in _revisions(change.after or {}) if one not in known]


def _revisions(document: Document) -> list[Any]:
    found = document.get("revisions")
    wanted = {"day", "reason", "changes"}
    return [one for one in found if isinstance(one, dict) and wanted <= one.keys()] if isinstance(found, list) else []
