"""A record written as the line that logs it."""

from __future__ import annotations

import re

from aegoals.domain.record import LogRecord
from aegoals.locale.numbers import plain_number

WORDS = {"deal_won": "won", "deal_lost": "lost"}
"""What a line calls the kinds whose id is no word."""

_ONE_WORD = re.compile(r"[^\W_]+(?:[.&'+-][^\W_]+)*")


def line_of(record: LogRecord) -> str:
    """Return a line such as ``3 call @Globex 45 min (prices)``; its day, deal and source stand in no line."""
    is_other = record.kind == "other"
    parts = [] if is_other and record.quantity == 1 else [plain_number(record.quantity)]
    if is_other:
        parts.append(record.note or "")
    else:
        parts.append(WORDS.get(record.kind, record.kind.replace("_", " ")))
    if record.amount is not None:
        parts.append(f"{plain_number(record.amount)} {record.currency}")
    if record.account:
        parts.append("@" + (record.account if _ONE_WORD.fullmatch(record.account) else f'"{record.account}"'))
    parts += ["#" + name.replace(" ", "_") for name in (record.product, *record.tags) if name]
    if record.minutes:
        parts.append(f"{record.minutes} min")
    if record.note and not is_other:
        parts.append(f"({record.note})")
    return " ".join(filter(None, parts))
