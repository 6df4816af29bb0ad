"""Customers kept over any days, from a ledger of who came and left that is written once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.measure import BOUGHT, PERCENT
from aegoals.domain.metric import Metric
from aegoals.domain.periods import Period


@dataclass(slots=True)
class Account:
    """When one account bought, renewed or left, by day; and when it left."""

    days: list[date] = field(default_factory=list)
    stayed: list[bool] = field(default_factory=list)
    left: list[date] = field(default_factory=list)

    def is_held(self, start: date) -> bool:
        """Tell whether it was a customer the day before."""
        place = bisect_left(self.days, start)
        return place > 0 and self.stayed[place - 1]

    def is_lost(self, period: Period) -> bool:
        """Tell whether it left in these days."""
        return bisect_left(self.left, period.start) < bisect_right(self.left, period.end)


def customers_kept(metric: Metric, period: Period, history: OwnHistory) -> tuple[Decimal | None, int]:
    """Return 100 × (customers at the start − lost) / customers at the start, and their number at the start."""
    held = [account for account in _ledger(metric, history) if account.is_held(period.start)]
    if not held:
        return None, 0
    lost = sum(account.is_lost(period) for account in held)
    return PERCENT * Decimal(len(held) - lost) / len(held), len(held)


def _ledger(metric: Metric, history: OwnHistory) -> list[Account]:
    key = ("ledger", metric.selector)
    found = history.cache.get(key)
    if isinstance(found, list):
        return found
    accounts: dict[str, Account] = {}
    records = history.between(date.min, date.max, (*BOUGHT, "churn"))
    for record in sorted(records, key=lambda one: (one.date, one.id)):
        if record.account and metric.selector.matches(record):
            account = accounts.setdefault(record.account.casefold(), Account())
            account.days.append(record.date)
            account.stayed.append(record.kind != "churn")
            if record.kind == "churn":
                account.left.append(record.date)
    ledger = list(accounts.values())
    history.cache[key] = ledger
    return ledger
