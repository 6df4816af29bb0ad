"""A record while its line is read, and the changes that an answer makes to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One record as read; fields that the line does not name are None or empty."""

    kind: str | None
    quantity: Decimal | None
    amount: Decimal | None
    currency: str | None
    account: str | None
    product: str | None
    minutes: int | None
    date: date | None
    tags: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that may still lack fields; ``held`` keeps it from being stored until somebody answered."""

    kind: str | None = None
    quantity: Decimal | None = None
    amount: Decimal | None = None
    currency: str | None = None
    account: str | None = None
    product: str | None = None
    minutes: int | None = None
    date: date | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    held: bool = False

    def record(self) -> LineRecord:
        """Return the draft as a record."""
        return LineRecord(
            self.kind, self.quantity, self.amount, self.currency, self.account, self.product, self.minutes,
            self.date, self.tags, " - ".join(self.notes) or None,
        )  # fmt: skip


Changes = Mapping[str, Any]
"""Fields of a draft and their new values."""

Edits = Mapping[int, Sequence[Changes]]
"""For the place of a draft in the line: what becomes of it. Two entries make two records of one."""


@dataclass(slots=True)
class Drafts:
    """The drafts of a line; each place holds one draft, or several after an answer shared it out."""

    places: list[list[Draft]] = field(default_factory=list)

    def apply(self, edits: Edits) -> Drafts:
        """Return new drafts with these changes."""
        return Drafts([
            [replace(draft, **changes) for draft in drafts for changes in edits[at]] if at in edits else list(drafts)
            for at, drafts in enumerate(self.places)
        ])  # fmt: skip

    def records(self) -> tuple[LineRecord, ...]:
        """Return what can be stored."""
        return tuple(draft.record() for drafts in self.places for draft in drafts if draft.kind and not draft.held)
