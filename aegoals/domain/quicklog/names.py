"""Names that the AE has used: accounts that may stand bare in a line, products that stand behind a #."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aegoals.domain.language.atoms import Atom
from aegoals.domain.language.folding import fold, tidy
from aegoals.domain.language.phrases import Entry, PhraseBook
from aegoals.domain.quicklog.slips import one_slip


@dataclass(frozen=True, slots=True)
class Known:
    """What the AE has used so far, in the spelling that is kept."""

    accounts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Return the form in which two spellings of a name are the same: case, width, blanks and _ do not matter."""
    return " ".join(fold(tidy(name)).replace("_", " ").split())


@dataclass(frozen=True, slots=True)
class NameBook:
    """Known names by their key, and accounts as phrases."""

    accounts: Mapping[str, str]
    products: Mapping[str, str]
    in_text: PhraseBook

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


@lru_cache(maxsize=4)
def name_book(known: Known) -> NameBook:
    """Return the book of the known names; the last few are kept."""
    in_text = PhraseBook({})
    for account in known.accounts:
        in_text.add(tidy(account), Entry("account", account, ""))
    return NameBook(
        accounts={name_key(name): name for name in known.accounts},
        products={name_key(name): name for name in known.products},
        in_text=in_text,
    )
