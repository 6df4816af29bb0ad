"""How much was done on each day: what the cells of the week and the month show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from aegoals.domain.kinds import SCORE_KINDS
from aegoals.domain.measure import BOUGHT
from aegoals.domain.record import LogRecord

STRONGEST = 4
ZERO = Decimal(0)


class HeatBy(StrEnum):
    """What is added up: how often something happened, or the money that customers agreed to pay."""

    COUNT = "count"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Values by kind and day. ``left_out`` holds amounts by currency for which no rate is known."""

    by: HeatBy
    cells: Mapping[tuple[str, date], Decimal]
    left_out: Mapping[str, Decimal]

    def of_days(self) -> dict[date, Decimal]:
        """Return the sum of each day that has something."""
        sums: defaultdict[date, Decimal] = defaultdict(Decimal)
        for (_kind, day), value in self.cells.items():
            sums[day] += value
        return dict(sums)

    def of_kinds(self) -> dict[str, Decimal]:
        """Return the sum of each kind, the largest first."""
        sums: defaultdict[str, Decimal] = defaultdict(Decimal)
        for (kind, _day), value in self.cells.items():
            sums[kind] += value
        return dict(sorted(sums.items(), key=lambda pair: -pair[1]))

    @property
    def total(self) -> Decimal:
        """The sum of everything."""
        return sum(self.cells.values(), ZERO)


def heat_map(records: Iterable[LogRecord], by: HeatBy, currency: str) -> HeatMap:
    """Add the records up; amounts in this currency, by the rate that is kept with each record."""
    cells: defaultdict[tuple[str, date], Decimal] = defaultdict(Decimal)
    left_out: defaultdict[str, Decimal] = defaultdict(Decimal)
    for record in records:
        if not _counts(record, by):
            continue
        value = record.quantity if by is HeatBy.COUNT else record.amount_in(currency)
        if value is not None:
            cells[record.kind, record.date] += value
        elif record.amount is not None and record.currency:
            left_out[record.currency] += record.amount
    return HeatMap(by, dict(cells), dict(left_out))


def _counts(record: LogRecord, by: HeatBy) -> bool:
    """Tell whether a record has a value: a score is no count, and an amount that was only offered is no money."""
    if by is HeatBy.COUNT:
        return record.kind not in SCORE_KINDS
    return record.kind in BOUGHT and record.amount is not None


def strength(value: Decimal, peak: Decimal) -> int:
    """Return how strong a value is beside the largest: 0 for nothing, 1 to 4."""
    if value <= 0 or peak <= 0:
        return 0
    return min(int((value * STRONGEST / peak).to_integral_value(ROUND_CEILING)), STRONGEST)
