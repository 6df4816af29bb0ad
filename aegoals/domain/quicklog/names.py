"""Names that the AE has used: accounts that may stand bare in a line, products that stand behind a #."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from aegoals.domain.language.atoms import Atom
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.quicklog.slips import one_slip


class Names(Protocol):
    """What the AE has used so far; a line that holds no name of a kind never asks for them."""

    @property
    def accounts(self) -> tuple[str, ...]:
        """Accounts in the spelling that is kept, those used most first."""

    @property
    def products(self) -> tuple[str, ...]:
        """Products in the spelling that is kept, those used most first."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names that are worked out already."""

    accounts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Return the form in which two spellings of a name are the same: case, width, blanks and _ do not matter."""
    return " ".join(fold(tidy(name)).replace("_", " ").split())


class NameBook:
    """Known names by their key, and accounts as phrases; each is made when a line first needs it."""

    def __init__(self, known: Names) -> None:
        self._known = known

    @cached_property
    def accounts(self) -> Mapping[str, str]:
        """Accounts by their key."""
        return _by_key(self._known.accounts)

    @cached_property
    def products(self) -> Mapping[str, str]:
        """Products by their key."""
        return _by_key(self._known.products)

    @cached_property
    def in_text(self) -> PhraseBook:
        """Accounts as they may stand bare in a line."""
        return _phrases(self._known.accounts)

    def account_at(self, atoms: Sequence[Atom], at: int) -> tuple[str, int] | None:
        """Return the known account that is written at this place, and the place after it."""
        if at >= len(atoms) or (match := self.in_text.longest(atoms, at)) is None:
            return None
        return match.entries[0].value, match.end

    def spelling(self, name: str) -> str:
        """Return a name after @ in the spelling that is kept; a new name as it stands."""
        return self.accounts.get(name_key(name), " ".join(name.replace("_", " ").split()))

    def nearest(self, name: str) -> str | None:
        """Return the one known account that a slip of the finger turns into this word."""
        near = [spelling for key, spelling in self.accounts.items() if one_slip(key, name_key(name))]
        return near[0] if len(near) == 1 else None


@lru_cache(maxsize=8)
def _by_key(names: tuple[str, ...]) -> Mapping[str, str]:
    return {name_key(name): name for name in names}


@lru_cache(maxsize=4)
def _phrases(accounts: tuple[str, ...]) -> PhraseBook:
    book = PhraseBook({})
    for account in accounts:
        book.add(tidy(account), Entry("account", account, ""))
    return book
