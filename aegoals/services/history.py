"""What was done, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aegoals.services.context import Context
from aegoals.store import history
from aegoals.store.protocol import Entry

__all__ = ["Entry", "HistoryService", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo would do now: the action, and which tables and how many documents it would change."""

    verb: str
    title: str
    tables: frozenset[str]
    documents: int


class HistoryService:
    """Undo and redo of every action, also tomorrow."""

    def __init__(self, context: Context) -> None:
        self._store = context.store

    def entries(self) -> Sequence[Entry]:
        """Return the actions that are kept, oldest first."""
        return self._store.history()

    def undo(self) -> Entry:
        """Take back the latest action and return it; raises RefusedInput where there is none."""
        return self._store.undo()

    def redo(self) -> Entry:
        """Do the latest undone action again and return it; raises RefusedInput where there is none."""
        return self._store.redo()

    def undo_step(self) -> Step:
        """Return what an undo would do; raises RefusedInput where there is nothing to undo."""
        return self._step(history.latest_done)

    def redo_step(self) -> Step:
        """Return what a redo would do; raises RefusedInput where there is nothing to redo."""
        return self._step(history.first_undone)

    def _step(self, choose: Callable[[history.Log], str]) -> Step:
        log = dict(self._store.table(history.HISTORY))
        entry = log[choose(log)]
        return Step(
            entry["verb"], entry["title"], frozenset(entry["changes"]), sum(map(len, entry["changes"].values()))
        )
