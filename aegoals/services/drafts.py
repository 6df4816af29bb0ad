"""Goals on their way: drafts survive quitting."""

from __future__ import annotations

from aegoals.domain.draft import GoalDraft
from aegoals.services.context import Context
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id


class DraftService:
    """Keeps what was answered so far."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.shelf = Shelf(context.store, "drafts", GoalDraft)

    def new(self) -> GoalDraft:
        """Return an empty draft; nothing is stored yet."""
        return GoalDraft(id=new_id())

    def all(self) -> list[GoalDraft]:
        """Return the drafts, oldest first."""
        return self.shelf.all()

    def get(self, key: str) -> GoalDraft:
        """Return one draft; raises NotFound."""
        return self.shelf.get(key)

    def save(self, draft: GoalDraft) -> GoalDraft:
        """Keep a draft as it is now."""
        kept = draft.with_(changed_at=self._context.now().isoformat(timespec="seconds"))
        with self._context.transaction("draft", kept.title or kept.kind) as transaction:
            self.shelf.put(transaction, kept.id, kept)
        return kept

    def delete(self, draft: GoalDraft) -> None:
        """Throw a draft away."""
        with self._context.transaction("delete", draft.title or draft.kind) as transaction:
            self.shelf.remove(transaction, draft.id)
