"""A machine with a history, in memory: two of them part from a common start."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aegoals.errors import RefusedInput
from aegoals.store import history
from aegoals.store.codec import Tables
from aegoals.store.ids import new_id
from aegoals.store.merge import Merged
from aegoals.store.protocol import Change, Document

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Machine:
    """One machine's file; ``deleted`` is what was ever removed here, ``touched`` which fields were set here."""

    tables: Tables = field(default_factory=lambda: {"meta": {"file": {"schema": 1}}})
    minutes: int = 0
    limit: int = 1000
    deleted: set[tuple[str, str]] = field(default_factory=set)
    touched: set[tuple[str, str]] = field(default_factory=set)

    def part(self, minutes: int = 0, limit: int = 1000) -> Machine:
        """Return a second machine with the same file and a clock of its own."""
        return Machine(deepcopy(self.tables), self.minutes + minutes, limit, set(self.deleted))

    def put(self, key: str, /, table: str = "records", **fields: Any) -> None:
        """Set fields of one document; None takes a field away."""
        before = self.tables.get(table, {}).get(key)
        after = {name: value for name, value in {**(before or {}), **fields}.items() if value is not None}
        if after != before:
            self.act([Change(table, key, before, after)])

    def remove(self, key: str, table: str = "records") -> None:
        """Delete one document."""
        if (before := self.tables.get(table, {}).get(key)) is not None:
            self.act([Change(table, key, before, None)])

    def undo(self) -> None:
        """Take the latest action back."""
        self._turn(history.latest_done)

    def redo(self) -> None:
        """Do the latest undone action again."""
        self._turn(history.first_undone)

    def act(self, changes: list[Change]) -> None:
        """Do several changes as one action."""
        self.minutes += 1
        at = (START + timedelta(minutes=self.minutes)).isoformat(timespec="milliseconds")
        entry = history.new_entry(at, "test", f"{self.minutes}", changes)
        self._apply(changes)
        log = self.tables.setdefault(history.HISTORY, {})
        history.append(log, new_id(), entry, limit=self.limit, file_size=10_000_000)

    def _turn(self, choose: Any) -> None:
        log = self.tables.get(history.HISTORY, {})
        try:
            key = choose(log)
        except RefusedInput:
            return
        changes = history.steps(log[key], self.tables)
        self._apply(changes)
        log[key] = history.turned(log[key], changes)

    def _apply(self, changes: Iterable[Change]) -> None:
        for change in changes:
            apply(self.tables, change)
            self.touched |= {(change.key, name) for name in {**(change.before or {}), **(change.after or {})}}
            if change.after is None:
                self.deleted.add((change.table, change.key))


def apply(tables: Tables, change: Change) -> None:
    """Change tables in place."""
    table = tables.setdefault(change.table, {})
    if change.after is None:
        table.pop(change.key, None)
    else:
        table[change.key] = change.after


def result_of(ours: Tables, plan: Iterable[Merged]) -> dict[str, dict[str, Document]]:
    """Return the AE's tables after a merge."""
    tables = deepcopy({name: table for name, table in ours.items() if name not in {"meta", "history"}})
    for one in plan:
        apply(tables, one.change)
    return {name: table for name, table in tables.items() if table}
