"""Totals of log records by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from aegoals.domain.record import LogRecord


@dataclass(slots=True)
class Total:
    """How often one kind of record happened, and its amounts by currency.

    ``count`` adds the quantities up, ``times`` the records: of scores only that makes sense.
    """

    kind: str
    count: Decimal = Decimal(0)
    times: int = 0
    amounts: dict[str, Decimal] = field(default_factory=dict)


def totals_by_kind(records: Iterable[LogRecord]) -> list[Total]:
    """Return the total of each kind, largest count first."""
    totals: dict[str, Total] = {}
    for record in records:
        total = totals.setdefault(record.kind, Total(record.kind))
        total.count += record.quantity
        total.times += 1
        if record.amount is not None and record.currency:
            total.amounts[record.currency] = total.amounts.get(record.currency, Decimal(0)) + record.amount
    return sorted(totals.values(), key=lambda total: -total.count)
