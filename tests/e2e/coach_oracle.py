"""What the coach should say of a target, worked out a second time: from the CSV alone, with no code of aegoals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.e2e.sales_oracle import SATURDAY, Closed, between, revenue, win_rate

LONGEST = 12
A_YEAR = 365


def months_before(deals: Sequence[Closed], today: date, length: int, step: int = 1) -> list[tuple[date, date]]:
    """Return the finished spans of so many months before this day's one, newest first, that the deals reach.

    ``length`` is the length of the goal in days: a span counts when the first deal lies in its first tenth.
    """
    first = min(deal.day for deal in deals)
    start, found = today.replace(day=1), []
    for _ in range(LONGEST):
        end = start - timedelta(days=1)
        for _month in range(step):
            start = (start - timedelta(days=1)).replace(day=1)
        if first > start + timedelta(days=length // 10):
            break
        found.append((start, end))
    return found


def sums(deals: Sequence[Closed], spans: Sequence[tuple[date, date]]) -> list[Fraction]:
    """Return the revenue of each span."""
    return [revenue(between(deals, *span)) for span in spans]


def percentile(target: Fraction, values: Sequence[Fraction]) -> Fraction:
    """Return 100 × (values below the target + half of those equal to it) / all."""
    below = sum(value < target for value in values)
    return 100 * (below + Fraction(sum(value == target for value in values), 2)) / len(values)


def three_figures(amount: Fraction) -> Fraction:
    """Return an amount rounded to three significant figures."""
    return Fraction(f"{float(amount):.3g}")


def pooled_rate(deals: Sequence[Closed], spans: Sequence[tuple[date, date]]) -> Fraction:
    """Return 100 × won / closed over all spans together."""
    return win_rate([deal for span in spans for deal in between(deals, *span)])


@dataclass(frozen=True)
class WayBack:
    """Deals, opportunities and working days that a target needs, and the sample of the win rate."""

    deals: Fraction
    opportunities: Fraction
    working_days: int
    closed: int


def way_back(deals: Sequence[Closed], target: Fraction, today: date, due: date) -> WayBack:
    """Return the reverse funnel of a target at the rates of the latest year."""
    known = between(deals, today - timedelta(days=A_YEAR - 1), today)
    won = [deal for deal in known if deal.won]
    needed = target / (revenue(known) / len(won))
    days = (today + timedelta(days=offset) for offset in range((due - today).days + 1))
    return WayBack(
        deals=needed,
        opportunities=needed * len(known) / len(won),
        working_days=sum(day.weekday() < SATURDAY for day in days),
        closed=len(known),
    )
