"""Pipeline coverage: open deals against what is missing, and how much of it the own win rate asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.goal import Goal
from aegoals.domain.kpi.figure import Figure
from aegoals.domain.kpi.history import History
from aegoals.domain.metric import Aggregation, Of, is_currency
from aegoals.domain.progress import Standing, Status
from aegoals.domain.record import LogRecord

PERCENT = 100
OVER = frozenset({Status.CLOSED, Status.PAUSED, Status.MISSED, Status.REACHED})


@dataclass(frozen=True, slots=True)
class Coverage:
    """Open amount / remaining target of one goal; ``needed`` is 1 / own win rate.

    The log keeps no day on which a deal is expected to close, so every open deal that the goal would count is in
    it. ``left_out`` counts open deals without an amount in the goal's currency.
    """

    goal: Goal
    open_amount: Decimal
    missing: Decimal
    value: Decimal | None
    needed: Decimal | None
    rate: Figure
    deals: int
    left_out: tuple[tuple[str, int], ...] = ()


def is_covered(one: Standing) -> bool:
    """Tell whether a goal is one that open deals can cover: money of deals won that is still missing."""
    metric = one.goal.metric
    is_won_money = is_currency(metric.unit) and metric.of is Of.AMOUNT and metric.aggregation is Aggregation.SUM
    return is_won_money and "deal_won" in metric.selector.kinds and one.status not in OVER and bool(one.gap)


def coverage(one: Standing, history: History, rate: Figure) -> Coverage:
    """Return the coverage of one goal by the deals that are open today; ``rate`` is the own win rate."""
    unit, missing = one.goal.metric.unit, max(one.gap or Decimal(0), Decimal(0))
    amount = Decimal(0)
    deals = 0
    left_out: Counter[str] = Counter()
    for record in _open(one, history):
        value = record.amount_in(unit)
        if value is None:
            left_out[record.currency or "amount"] += 1
        else:
            amount += value
            deals += 1
    return Coverage(
        goal=one.goal,
        open_amount=amount,
        missing=missing,
        value=amount / missing if missing else None,
        needed=PERCENT / rate.value if rate.value else None,
        rate=rate,
        deals=deals,
        left_out=tuple(sorted(left_out.items())),
    )


def _open(one: Standing, history: History) -> Iterator[LogRecord]:
    """Return the openings of the deals that are open today and that the goal would count once won."""
    wanted = one.goal.metric.selector.with_(kinds=(), tag=None, without_tag=None)
    return (opened for opened in history.open_deals if wanted.matches(opened))
