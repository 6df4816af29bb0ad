"""The AE's own conversion rates over the latest year of the log, each a ratio of sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.record import LogRecord

RATE_DAYS = 365
RECENT_DAYS = 28


@dataclass(frozen=True, slots=True)
class DealRates:
    """Deals of the latest year: those won with an amount and what they brought, all won and lost.

    ``left_out`` counts won deals without an amount in the currency asked for, by their own currency.
    """

    priced: Fraction
    amount: Fraction
    won: Fraction
    lost: Fraction
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def closed(self) -> Fraction:
        """Deals won and lost: the sample of the win rate."""
        return self.won + self.lost

    @property
    def average_deal(self) -> Fraction | None:
        """Amount won / deals won, of those with an amount."""
        return self.amount / self.priced if self.priced and self.amount > 0 else None

    @property
    def win_rate(self) -> Fraction | None:
        """Deals won / deals closed, as a share of 1; open ones are left out."""
        return self.won / self.closed if self.won else None


@dataclass(frozen=True, slots=True)
class ActivityRate:
    """So many activities of some kinds were ``made`` for ``opportunities`` in the same days."""

    made: Fraction
    opportunities: Fraction

    @property
    def each(self) -> Fraction:
        """Activities for one opportunity."""
        return self.made / self.opportunities


def deal_rates(history: OwnHistory, today: date, currency: str) -> DealRates:
    """Return the rates of the deals closed in the year that ends today; without a currency no amounts."""
    key = ("deal rates", today, currency)
    found = history.cache.get(key)
    if not isinstance(found, DealRates):
        found = history.cache[key] = _deal_rates(history, today, currency)
    return found


def _deal_rates(history: OwnHistory, today: date, currency: str) -> DealRates:
    start = today - timedelta(days=RATE_DAYS - 1)
    won = history.between(start, today, ("deal_won",))
    priced = amount = Fraction(0)
    left_out: dict[str, int] = {}
    for deal in won:
        value = deal.amount_in(currency)
        if not currency:
            continue
        if value is None:
            reason = deal.currency or "amount"
            left_out[reason] = left_out.get(reason, 0) + 1
        else:
            priced += Fraction(deal.quantity)
            amount += Fraction(value)
    lost = total(history.between(start, today, ("deal_lost",)))
    return DealRates(priced, amount, total(won), lost, tuple(sorted(left_out.items())))


def activity_rate(history: OwnHistory, today: date, kinds: tuple[str, ...]) -> ActivityRate | None:
    """Return activities for one opportunity over the days since these activities are logged, at most a year.

    Where no opportunity is logged a closed deal counts as one. None where there is nothing to divide.
    """
    key = ("activity rate", today, kinds)
    if key not in history.cache:
        history.cache[key] = _activity_rate(history, today, kinds)
    found = history.cache[key]
    return found if isinstance(found, ActivityRate) else None


def _activity_rate(history: OwnHistory, today: date, kinds: tuple[str, ...]) -> ActivityRate | None:
    first = history.first_day(kinds)
    if first is None or first > today:
        return None
    start = max(first, today - timedelta(days=RATE_DAYS - 1))
    made = total(history.between(start, today, kinds))
    opportunities = total(history.between(start, today, opportunity_kinds(history)))
    return ActivityRate(made, opportunities) if made and opportunities else None


def opportunity_kinds(history: OwnHistory) -> tuple[str, ...]:
    """Return the kinds that stand for an opportunity: its own, or closed deals where none is ever logged."""
    return ("opportunity",) if history.kinds.get("opportunity") else ("deal_won", "deal_lost")


def recent_a_day(history: OwnHistory, calendar: WorkCalendar, today: date, kinds: tuple[str, ...]) -> Fraction | None:
    """Return how many of these were logged a whole working day in the four weeks before today; None without any log."""
    key = ("recent", today, kinds, calendar.model_dump_json())
    if key not in history.cache:
        history.cache[key] = _recent_a_day(history, calendar, today, kinds)
    found = history.cache[key]
    return found if isinstance(found, Fraction) else None


def _recent_a_day(history: OwnHistory, calendar: WorkCalendar, today: date, kinds: tuple[str, ...]) -> Fraction | None:
    first, end = history.first_day(), today - timedelta(days=1)
    if first is None:
        return None
    start = max(first, today - timedelta(days=RECENT_DAYS))
    days = Fraction(calendar.worth(start, end))
    return total(history.between(start, end, kinds)) / days if days else None


def total(records: Iterable[LogRecord]) -> Fraction:
    """Return Σ quantity."""
    return sum((Fraction(record.quantity) for record in records), Fraction(0))
