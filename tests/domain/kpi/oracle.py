"""Key figures once more, record by record and day by day, with no code of the domain's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from aegoals.domain.record import LogRecord


def inside(records: Sequence[LogRecord], kind: str, start: date, end: date) -> list[LogRecord]:
    """Return the records of a kind on these days."""
    return [one for one in records if one.kind == kind and start <= one.date <= end]


def win_rate(records: Sequence[LogRecord], start: date, end: date) -> Fraction | None:
    """Count won and closed."""
    won = sum((Fraction(one.quantity) for one in inside(records, "deal_won", start, end)), Fraction(0))
    lost = sum((Fraction(one.quantity) for one in inside(records, "deal_lost", start, end)), Fraction(0))
    return 100 * won / (won + lost) if won + lost else None


def average_deal(records: Sequence[LogRecord], start: date, end: date, currency: str) -> Fraction | None:
    """Divide the money by the deals that have money of this currency."""
    won = [
        one for one in inside(records, "deal_won", start, end) if one.amount is not None and one.currency == currency
    ]
    deals = sum(Fraction(one.quantity) for one in won)
    return sum(Fraction(one.amount or 0) for one in won) / deals if deals else None


def opened_on(records: Sequence[LogRecord], deal: str | None) -> date | None:
    """Return the first day on which a deal was an opportunity."""
    days = [one.date for one in records if deal and one.kind == "opportunity" and one.deal == deal]
    return min(days, default=None)


def sales_cycle(records: Sequence[LogRecord], start: date, end: date) -> Fraction | None:
    """Look each deal's opening up."""
    lengths = []
    for won in inside(records, "deal_won", start, end):
        opened = opened_on(records, won.deal)
        if opened is not None and opened <= won.date:
            lengths.append((won.date - opened).days)
    return Fraction(sum(lengths), len(lengths)) if lengths else None


def open_deals(records: Sequence[LogRecord], day: date, today: date) -> int:
    """Look at every deal by its own: opened by then, and its last end, as it is known today, not before."""
    count = 0
    for deal in {one.deal for one in records if one.deal}:
        opened = opened_on([one for one in records if one.date <= today], deal)
        ends = [
            one.date
            for one in records
            if one.deal == deal and one.kind in {"deal_won", "deal_lost"} and one.date <= today
        ]
        if opened is not None and opened <= day and not (ends and max(*ends, opened) <= day):
            count += 1
    return count


def retention(records: Sequence[LogRecord], start: date, end: date) -> Fraction | None:
    """Follow each account through its own days."""
    held = lost = 0
    for account in {(one.account or "").casefold() for one in records} - {""}:
        own = [one for one in records if (one.account or "").casefold() == account]
        before = [one for one in own if one.date < start and one.kind in {"deal_won", "renewal", "churn"}]
        if not before or max(before, key=lambda one: one.date).kind == "churn":
            continue
        held += 1
        lost += bool(inside(own, "churn", start, end))
    return Fraction(100 * (held - lost), held) if held else None


def mean_score(records: Sequence[LogRecord], start: date, end: date) -> Fraction | None:
    """Add the scores up."""
    scores = [Fraction(one.quantity) for one in inside(records, "csat", start, end)]
    return sum(scores, Fraction(0)) / len(scores) if scores else None
