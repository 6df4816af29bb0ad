"""A record written as the line that logs it."""

from __future__ import annotations

import re

from aegoals.domain.kinds import kind_of
from aegoals.domain.record import LogRecord
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import ngettext

WORDS = {"deal_won": "won", "deal_lost": "lost", "csat": "csat", "churn": "churn"}
"""What a line calls the kinds that a list calls something longer."""

_ONE_WORD = re.compile(r"[^\W_]+(?:[.&'+-][^\W_]+)*")


def line_of(record: LogRecord) -> str:
    """Return a line such as ``3 calls @Globex 45 min (prices)``; its day, deal and source stand in no line."""
    names = kind_of(record.kind)
    is_other = record.kind == "other"
    parts = [] if is_other and record.quantity == 1 else [plain_number(record.quantity)]
    if is_other:
        parts.append(record.note or "")
    else:
        parts.append(WORDS.get(record.kind) or ngettext(names.one, names.many, 1 if record.quantity == 1 else 2))
    if record.amount is not None:
        parts.append(f"{plain_number(record.amount)} {record.currency}" + (" total" if record.quantity != 1 else ""))
    if record.account:
        parts.append("@" + (record.account if _ONE_WORD.fullmatch(record.account) else f'"{record.account}"'))
    parts += ["#" + name.replace(" ", "_") for name in (record.product, *record.tags) if name]
    if record.minutes:
        parts.append(f"{record.minutes} min")
    if record.note and not is_other:
        parts.append(f"({record.note})")
    return " ".join(filter(None, parts))
