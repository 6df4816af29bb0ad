"""The AE's role in writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from aegoals.domain.profile import Role
from aegoals.domain.role import Expectation, RoleCard, Unclear, is_to_confirm
from aegoals.errors import NotFound
from aegoals.locale.texts import _
from aegoals.services.context import PROFILE_KEY, Context
from aegoals.services.shelf import Shelf

KEY = "me"
T = TypeVar("T", bound=Expectation | Unclear)


class RoleService:
    """Reads and changes what is written about the role; every change is one action."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.shelf = Shelf(context.store, "role", RoleCard)

    @property
    def is_written(self) -> bool:
        """Whether anything was written yet."""
        return KEY in self._context.store.table(self.shelf.table)

    def get(self) -> RoleCard:
        """Return what is written; an empty card where nothing is, or where it cannot be read."""
        return next(iter(self.shelf.some([KEY])), RoleCard()) if self.is_written else RoleCard()

    def _whole(self) -> RoleCard:
        """Return the card to change it; raises RefusedInput where a part of it would be lost."""
        return self.shelf.get(KEY) if self.is_written else RoleCard()

    def save(self, role: Role, **fields: object) -> RoleCard:
        """Write what the role covers and what belongs to others; that confirms it today. Raises RefusedInput."""
        today = self._context.today()

        def saved() -> RoleCard:
            return self._whole().with_(**fields, confirmed_on=today)

        saved()
        with self._context.transaction("role", _("Role")) as transaction:
            profile, card = self._context.whole_profile(), saved()
            self.shelf.put(transaction, KEY, card)
            if profile.role != role:
                self._context.profiles.put(transaction, PROFILE_KEY, profile.with_(role=role))
        return card

    def confirm(self) -> RoleCard:
        """Say that the role is as it is written."""
        return self._change(lambda card: card.with_(confirmed_on=self._context.today()))

    @property
    def is_to_confirm(self) -> bool:
        """Whether a year went by since it was confirmed."""
        return self.is_written and is_to_confirm(self.get(), self._context.today())

    def expect(self, before: Expectation | None = None, **fields: object) -> RoleCard:
        """Add an expectation, or change one; raises RefusedInput."""
        after = Expectation.build(fields) if before is None else before.with_(**fields)
        return self._change(lambda card: card.with_(expected=_swapped(card.expected, before, after)))

    def drop_expectation(self, one: Expectation) -> RoleCard:
        """Take an expectation out."""
        return self._change(lambda card: card.with_(expected=_swapped(card.expected, one, None)))

    def ask(self, title: str, before: Unclear | None = None) -> RoleCard:
        """Add something unclear, or word it anew; raises RefusedInput."""
        after = Unclear.build({"title": title}) if before is None else before.with_(title=title)
        return self._change(lambda card: card.with_(unclear=_swapped(card.unclear, before, after)))

    def clear(self, one: Unclear) -> RoleCard:
        """Mark something unclear as cleared today, or open it again."""
        after = one.with_(cleared_on=None if one.cleared_on else self._context.today())
        return self._change(lambda card: card.with_(unclear=_swapped(card.unclear, one, after)))

    def drop_unclear(self, one: Unclear) -> RoleCard:
        """Take something unclear out."""
        return self._change(lambda card: card.with_(unclear=_swapped(card.unclear, one, None)))

    def _change(self, change: Callable[[RoleCard], RoleCard]) -> RoleCard:
        """Change the card; the first thing that is written dates it."""

        def changed() -> RoleCard:
            card = change(self._whole())
            return card if card.confirmed_on else card.with_(confirmed_on=self._context.today())

        changed()
        with self._context.transaction("role", _("Role")) as transaction:
            card = changed()
            self.shelf.put(transaction, KEY, card)
        return card


def _swapped(known: tuple[T, ...], before: T | None, after: T | None) -> tuple[T, ...]:
    fresh = () if after is None else (after,)
    if before is None:
        return (*known, *fresh)
    if before not in known:
        raise NotFound(_("“{title}” is no longer written there.").format(title=before.title))
    place = known.index(before)
    return (*known[:place], *fresh, *known[place + 1 :])
