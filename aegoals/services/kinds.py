"""The AE's own kinds of records, and further words for the known ones."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.goal import Goal
from aegoals.domain.own_kinds import OwnKind, words_of
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import PROFILE_KEY, Context
from aegoals.services.goals import GoalService
from aegoals.store.protocol import Document, Transaction


class KindService:
    """Reads and changes own kinds; every change is one action."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals

    def all(self) -> Sequence[OwnKind]:
        """Return the own kinds in the order in which they were added."""
        return self._context.profile().own_kinds

    def get(self, kind: str) -> OwnKind:
        """Return one own kind; raises NotFound."""
        for one in self.all():
            if one.kind == kind:
                return one
        raise NotFound(_("There is no own kind “{kind}”.").format(kind=kind), _("See Settings (F6)."))

    def add(self, kind: OwnKind) -> OwnKind:
        """Add a kind; raises RefusedInput where another one has its name or one of its words."""
        return self._save(kind, [*self.all(), kind], "")

    def change(self, before: str, after: OwnKind) -> OwnKind:
        """Change a kind; its records and the goals that count it follow a new name. Raises RefusedInput."""
        self.get(before)
        return self._save(after, [after if one.kind == before else one for one in self.all()], before)

    def delete(self, kind: str) -> OwnKind:
        """Delete a kind; its records stay in the log under its name."""
        gone = self.get(kind)
        return self._save(gone, [one for one in self.all() if one.kind != kind], "")

    def goals_fed(self, kind: str) -> list[Goal]:
        """Return the running goals that count records of this kind."""
        running = (self._goals.counted(goal) for goal in self._goals.all() if goal.is_running)
        return [goal for goal in running if kind in goal.metric.selector.kinds]

    def _save(self, changed: OwnKind, kinds: Sequence[OwnKind], before: str) -> OwnKind:
        _check_words(kinds)
        with self._context.transaction("profile", _("Kind: {name}").format(name=changed.name)) as transaction:
            profile = self._context.profile().with_(own_kinds=tuple(kinds))
            self._context.profiles.put(transaction, PROFILE_KEY, profile)
            if before not in {"", changed.kind}:
                self._rename(transaction, before, changed.kind)
        return changed

    def _rename(self, transaction: Transaction, before: str, after: str) -> None:
        """Let records and goals follow the new name."""
        for key, document in self._context.store.table("records").items():
            if document.get("kind") == before:
                transaction.put("records", key, {**document, "kind": after})
        for key, document in self._context.store.table("goals").items():
            metric = _renamed(document.get("metric", {}), before, after)
            if metric != document.get("metric", {}):
                transaction.put("goals", key, {**document, "metric": metric})


def _renamed(metric: Document, before: str, after: str) -> Document:
    """Return a goal's metric with a kind under its new name."""
    changed = dict(metric)
    for part in ("selector", "base"):
        kinds = (metric.get(part) or {}).get("kinds") or []
        if before in kinds:
            changed[part] = {**metric[part], "kinds": [after if kind == before else kind for kind in kinds]}
    return changed


def _check_words(kinds: Sequence[OwnKind]) -> None:
    """Refuse two kinds of one name, and a word that means two of them."""
    meant: dict[str, OwnKind] = {}
    for place, one in enumerate(kinds):
        if any(one.kind == other.kind for other in kinds[:place]):
            raise RefusedInput(
                _("There is a kind “{name}” already.").format(name=one.name), _("Change that one instead.")
            )
        for word in words_of([one]):
            if meant.setdefault(word, one) is not one:
                raise RefusedInput(
                    _("“{word}” is a word of the kind “{kind}” already.").format(word=word, kind=meant[word].name),
                    _("Choose another word."),
                )
