"""The pieces of a log line: what each stretch of it is, before anyone asks what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from aegoals.domain.language.amounts import Amount
from aegoals.domain.quicklog.dates import LogDate

Role = Literal[
    "kind", "number", "amount", "range", "vague", "duration", "date", "account", "tag", "product", "note", "break",
    "colon", "each", "total", "about", "planned", "negation", "unsaid", "closed", "article", "filler", "word", "clock",
    "span", "absurd",
]  # fmt: skip


@dataclass(slots=True)
class Piece:
    """One stretch of the line; the fields that its role does not use stay empty."""

    role: Role
    start: int
    end: int
    text: str  # as it stands in the line
    name: str = ""  # kind, account, product, tag, or the text of a note
    amount: Amount | None = None
    upper: Amount | None = None  # the other end of a range
    counted: bool = False  # a counter follows the number: 3件, 2 st
    minutes: Decimal | None = None
    date: LogDate | None = None
    fronts: bool = False  # a name with a colon behind it
    meanings: frozenset[str] = frozenset()
    languages: frozenset[str] = field(default_factory=frozenset)

    @property
    def value(self) -> Decimal:
        """The figure of the piece; 1 where it has none."""
        return self.amount.values[0] if self.amount else Decimal(1)
