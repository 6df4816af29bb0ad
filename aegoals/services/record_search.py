"""Searching ten years of records without checking those that nobody looks at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from aegoals.domain.record import LogRecord
from aegoals.domain.record_query import RecordQuery
from aegoals.domain.totals import Total, totals_by_kind
from aegoals.services.record_index import RecordIndex
from aegoals.services.shelf import Shelf
from aegoals.store.protocol import Document


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the ids of the records, the latest first, and their totals by kind."""

    keys: Sequence[str]
    totals: Sequence[Total]


class RecordSearch:
    """Finds the records that pass a query."""

    def __init__(self, shelf: Shelf[LogRecord], index: RecordIndex, documents: Mapping[str, Document]) -> None:
        self._shelf = shelf
        self._index = index
        self._documents = documents

    def find(self, query: RecordQuery) -> Found:
        """Return what passes; raises nothing for a damaged record, which is left out."""
        documents, found = self._documents, self._passing(query)
        try:
            totals = _totals(map(documents.__getitem__, found))
        except (InvalidOperation, TypeError, ValueError):  # a damaged record is among them
            records = self._shelf.some(found)
            return Found([record.id for record in records], totals_by_kind(records))
        return Found(found, totals)

    def _passing(self, query: RecordQuery) -> list[str]:
        """Return the ids of what passes, the latest first."""
        documents, passes = self._documents, query.test()
        if query.kinds:
            keys = reversed(self._index.keys(query.start, query.end, query.kinds))
            return [key for key in keys if passes is None or passes(documents[key])]
        start, end = query.start.isoformat(), query.end.isoformat()
        dated = [
            (str(fields.get("date")), key) for key, fields in documents.items() if passes is None or passes(fields)
        ]
        dated.sort(reverse=True)
        return [key for day, key in dated if start <= day <= end]


def _totals(documents: Iterable[Document]) -> list[Total]:
    """Add documents up as ``totals_by_kind`` adds up records; equal figures are read once."""
    counts: Counter[tuple[str, str]] = Counter()
    amounts: Counter[tuple[str, str, str]] = Counter()
    for document in documents:
        kind = document["kind"]
        counts[kind, document.get("quantity", "1")] += 1
        if (amount := document.get("amount")) is not None:
            amounts[kind, document["currency"], amount] += 1
    totals: defaultdict[str, Total] = defaultdict(lambda: Total(""))
    for (kind, quantity), times in counts.items():
        totals[kind].kind = kind
        totals[kind].count += Decimal(quantity) * times
        totals[kind].times += times
    for (kind, currency, amount), times in amounts.items():
        sums = totals[kind].amounts
        sums[currency] = sums.get(currency, Decimal(0)) + Decimal(amount) * times
    return sorted(totals.values(), key=lambda total: -total.count)
