"""Talks and what was agreed in them."""

from __future__ import annotations

from collections.abc import Callable

from aegoals.domain.talk import Agreed, Promise, Talk, due_promises, promises
from aegoals.errors import NotFound
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id


class TalkService:
    """Keeps talks; every change is one action."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.shelf = Shelf(context.store, "talks", Talk)

    def all(self) -> list[Talk]:
        """Return the talks, the latest first."""
        return sorted(self.shelf.all(), key=lambda one: (one.day, one.id), reverse=True)

    def save(self, key: str | None = None, **fields: object) -> Talk:
        """Add a talk, today unless told otherwise, or change the one with this id; raises RefusedInput."""
        name, today = key or new_id(), self._context.today()

        def saved() -> Talk:
            return self.shelf.get(name).with_(**fields) if key else Talk.build({"id": name, "day": today, **fields})

        return self._put(saved)

    def delete(self, talk: Talk) -> Talk:
        """Delete a talk with what was agreed in it and return it."""
        with self._context.transaction("delete", talk.title) as transaction:
            self.shelf.remove(transaction, talk.id)
        return talk

    def due(self) -> list[Promise]:
        """Return what was agreed and is due, the oldest first."""
        return due_promises(self.shelf.all(), self._context.today())

    def open(self) -> list[Promise]:
        """Return everything agreed that is not done."""
        return [one for one in promises(self.all()) if one.agreed.done_on is None]

    def promise(self, key: str) -> Promise:
        """Return what was agreed by the talk's id and its place there, as ``Promise.key`` names it."""
        talk_id, _dot, place = key.rpartition(".")
        for one in promises([self.shelf.get(talk_id)]):
            if one.key == key:
                return one
        raise _no_longer(place)

    def agree(self, key: str, before: Agreed | None = None, **fields: object) -> Talk:
        """Add something agreed to a talk, or change it; raises RefusedInput."""
        if before is None:
            fresh = Agreed.build(fields)
            return self._put(lambda: (talk := self.shelf.get(key)).with_(agreed=(*talk.agreed, fresh)))
        return self._swap(key, before, before.with_(**fields))

    def drop(self, key: str, agreed: Agreed) -> Talk:
        """Take something agreed out of a talk."""
        return self._swap(key, agreed, None)

    def tick(self, key: str, agreed: Agreed) -> Talk:
        """Mark something agreed as done today, or open it again."""
        done_on = None if agreed.done_on else self._context.today()
        return self._swap(key, agreed, agreed.with_(done_on=done_on))

    def _swap(self, key: str, before: Agreed, after: Agreed | None) -> Talk:
        def swapped() -> Talk:
            talk = self.shelf.get(key)
            if before not in talk.agreed:
                raise _no_longer(before.title)
            place = talk.agreed.index(before)
            fresh = () if after is None else (after,)
            return talk.with_(agreed=(*talk.agreed[:place], *fresh, *talk.agreed[place + 1 :]))

        return self._put(swapped)

    def _put(self, build: Callable[[], Talk]) -> Talk:
        with self._context.transaction("talk", build().title) as transaction:
            talk = build()
            self.shelf.put(transaction, talk.id, talk)
        return talk


def _no_longer(title: str) -> NotFound:
    return NotFound(_("“{title}” is no longer agreed.").format(title=title))
