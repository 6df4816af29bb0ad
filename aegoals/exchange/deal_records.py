"""From a deal to the lines of the log that it stands for, and back to see what changed since."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from aegoals.domain.fields import read_decimal
from aegoals.exchange.deal import Deal

KINDS = ("opportunity", "deal_won", "deal_lost")
MARK = "imported_mark"
"""The field of a record that keeps a checksum of what the file said: it tells a later edit by hand."""

_COMPARED = ("date", "kind", "quantity", "amount", "currency", "account", "product", "deal")
_NUMBERS = frozenset({"quantity", "amount"})

Fields = dict[str, Any]


def imported_id(deal_id: str, kind: str) -> str:
    """Return the name under which a deal's record is found again at the next import."""
    return f"csv:{deal_id}:{kind}"


def records_of(deal: Deal) -> Iterator[Fields]:
    """Yield the fields of a deal's log records: it was opened, and it was won or lost.

    A deal without a created date has no opening to log. The value of an open deal stands with its opening,
    that of a closed one with its closing: no money is counted twice.
    """
    if deal.created is not None:
        open_value = deal.value if deal.stage == "open" else None
        yield _fields(deal, "opportunity", deal.created.isoformat(), open_value or None)
    if deal.stage == "open" or deal.closed is None:
        return
    if deal.stage == "won":
        yield _fields(deal, "deal_won", deal.closed.isoformat(), deal.value)
    else:
        yield _fields(deal, "deal_lost", deal.closed.isoformat(), deal.value or None)


def mark_of(document: Mapping[str, Any]) -> str:
    """Return a checksum of those fields of a record that a deal table tells."""
    told = [_plain(name, document.get(name)) for name in _COMPARED]
    return f"{zlib.crc32(json.dumps(told).encode()):08x}"


def _plain(name: str, value: object) -> str | None:
    if value is None:
        return None
    if name in _NUMBERS:
        try:
            return f"{read_decimal(value).normalize():f}"
        except ValueError:  # a damaged document: it differs from everything a file can say
            return str(value)
    return str(value)


def _fields(deal: Deal, kind: str, day: str, amount: Decimal | None) -> Fields:
    fields: Fields = {
        "date": day,
        "kind": kind,
        "quantity": Decimal(1),
        "amount": amount,
        "currency": None if amount is None else deal.currency,
        "account": deal.account or None,
        "product": deal.product or None,
        "deal": deal.deal_id,
        "imported_id": imported_id(deal.deal_id, kind),
    }
    fields[MARK] = mark_of(fields)
    return fields
