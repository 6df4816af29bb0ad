"""What was done, taken back and done again."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.services.context import Context
from aegoals.store.protocol import Entry


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
