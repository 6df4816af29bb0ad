"""Sums of a metric over any days without passing over the records again: cumulated once, then looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.coaching.customers import customers_kept
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.measure import (
    BOUGHT,
    PERCENT,
    kinds_needed,
    measure,
    needs_history,
    reason_left_out,
    values_of,
)
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord


@dataclass(frozen=True, slots=True)
class Sum:
    """What the records of some days add up to; None for a mean or a ratio of nothing."""

    value: Decimal | None
    sample: int
    left_out: tuple[tuple[str, int], ...] = ()


class Tally:
    """Values by day, cumulated."""

    def __init__(self, metric: Metric, known: Sequence[LogRecord]) -> None:
        self._days: list[date] = []
        self._sums = [Decimal(0)]
        self._left_out: list[tuple[date, str]] = []
        for record, value in sorted(values_of(metric, known), key=lambda pair: pair[0].date):
            if value is None:
                self._left_out.append((record.date, reason_left_out(metric, record)))
            else:
                self._days.append(record.date)
                self._sums.append(self._sums[-1] + value)

    def between(self, period: Period) -> tuple[Decimal, int, Counter[str]]:
        """Return sum, number of records and what was left out, by reason."""
        first, after = bisect_left(self._days, period.start), bisect_right(self._days, period.end)
        left_out = Counter(reason for day, reason in self._left_out if day in period)
        return self._sums[after] - self._sums[first], after - first, left_out


def measured(metric: Metric, period: Period, history: OwnHistory) -> Sum:
    """Return what ``measure`` says of these days, by cumulated sums where the metric adds up."""
    if metric.of is Of.CUSTOMERS:
        return Sum(*customers_kept(metric, period, history))
    if metric.aggregation is Aggregation.MAXIMUM:
        return _as_measured(metric, period, history)
    if metric.aggregation is Aggregation.DISTINCT:
        return _distinct(metric, period, history)
    if metric.aggregation is Aggregation.RATIO:
        return _ratio(metric, period, history)
    total, sample, left_out = _added(metric, period, history)
    if metric.aggregation is Aggregation.COUNT:
        return Sum(Decimal(sample), sample)
    if metric.aggregation is Aggregation.MEAN:
        return Sum(total / sample if sample else None, sample, left_out)
    return Sum(total, sample, left_out)


def _as_measured(metric: Metric, period: Period, history: OwnHistory) -> Sum:
    start = date.min if needs_history(metric) else period.start
    known = history.between(start, period.end, kinds_needed(metric))
    found = measure(metric, known, period.start, period.end)
    return Sum(found.value, found.sample, found.left_out)


def _ratio(metric: Metric, period: Period, history: OwnHistory) -> Sum:
    """Return 100 × numerator / denominator, each summed first."""
    over = metric.with_(aggregation=Aggregation.SUM, of=Of.QUANTITY, base=None)
    below, sample, _left = _added(over.with_(selector=metric.base or Selector()), period, history)
    above, _count, _out = _added(over, period, history)
    return Sum(PERCENT * above / below if below else None, sample)


def _added(metric: Metric, period: Period, history: OwnHistory) -> tuple[Decimal, int, tuple[tuple[str, int], ...]]:
    total, sample, left_out = Decimal(0), 0, Counter[str]()
    for tally in _tallies(metric, history):
        part, count, missing = tally.between(period)
        total, sample, left_out = total + part, sample + count, left_out + missing
    return total, sample, tuple(sorted(left_out.items()))


def _tallies(metric: Metric, history: OwnHistory) -> Iterable[Tally]:
    """Return one tally a kind where only the kind is selected, so that metrics share them; else one of its own."""
    selector = metric.selector
    if selector == Selector(kinds=selector.kinds) and metric.of in {Of.QUANTITY, Of.MINUTES}:
        return [tally_of_kind(kind, metric.of, history) for kind in selector.kinds or tuple(history.kinds)]
    key = ("tally", metric.unit, metric.of, selector)
    found = history.cache.get(key)
    if not isinstance(found, Tally):
        known = history.between(date.min, date.max, kinds_needed(metric))
        found = history.cache[key] = Tally(metric, known)
    return [found]


def tally_of_kind(kind: str, of: Of, history: OwnHistory) -> Tally:
    """Return the cumulated quantities or hours of one kind."""
    key = ("tally", kind, of)
    found = history.cache.get(key)
    if not isinstance(found, Tally):
        metric = Metric(unit="count", aggregation=Aggregation.SUM, of=of, selector=Selector(kinds=(kind,)))
        found = history.cache[key] = Tally(metric, history.kinds.get(kind, ()))
    return found


def _distinct(metric: Metric, period: Period, history: OwnHistory) -> Sum:
    """Count different names; of new accounts those whose first purchase lies in the period."""
    if not metric.selector.new_accounts:
        return _as_measured(metric, period, history)
    first = _first_buys(metric, history)
    plain = metric.with_(selector=metric.selector.with_(new_accounts=False))
    known = history.between(period.start, period.end, kinds_needed(plain))
    new = [record for record in known if first.get((record.account or "").casefold(), date.max) >= period.start]
    found = measure(plain, new, period.start, period.end)
    return Sum(found.value, found.sample, found.left_out)


def _first_buys(metric: Metric, history: OwnHistory) -> dict[str, date]:
    """Return the day on which each account first bought or was selected."""
    key = ("first buys", metric.selector)
    found = history.cache.get(key)
    if isinstance(found, dict):
        return found
    first: dict[str, date] = {}
    for record in history.between(date.min, date.max, {*BOUGHT, *metric.selector.kinds}):
        name = (record.account or "").casefold()
        if name and (record.kind in BOUGHT or metric.selector.matches(record)):
            first[name] = min(record.date, first.get(name, record.date))
    history.cache[key] = first
    return first
