"""Means and ratios at a goal's end: what was measured so far, joined by what the days left will bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import inf

from aegoals.domain.forecast.pace import DailyRate, weight_of
from aegoals.domain.forecast.past import Brought, quantities, values
from aegoals.domain.forecast.spread import Spread, around
from aegoals.domain.metric import Metric, Selector
from aegoals.domain.record import LogRecord

RateOf = Callable[[Iterable[Brought]], DailyRate]
FEWEST_VALUES = 2
PERCENT = 100


def coming_mean(
    metric: Metric, records: Sequence[LogRecord], since: date, left: Sequence[date], rate_of: RateOf, today: date
) -> tuple[Spread | None, int]:
    """Return the mean at the end and the number of values behind it.

    The values to come are drawn from all past ones, recent ones weighing more; how many come follows the daily rate.
    """
    known = values(metric, records)
    if len(known) < FEWEST_VALUES:
        return None, 0
    weights = [weight_of(day, today) for day, _value in known]
    whole = sum(weights)
    usual = sum(weight * value for weight, (_day, value) in zip(weights, known, strict=True)) / whole
    scatter = sum(weight * (value - usual) ** 2 for weight, (_day, value) in zip(weights, known, strict=True)) / whole
    certainty = whole**2 / sum(weight * weight for weight in weights)
    so_far = [value for day, value in known if day >= since]
    coming = rate_of((day, 1.0, 1.0) for day, _value in known).outlook(left).mean
    count = len(so_far) + coming
    if not count:
        return None, 0
    share = coming / count
    mean = (sum(so_far) + coming * usual) / count
    variance = share * share * scatter * (1 / coming + 1 / certainty) if coming else 0.0
    seen = [value for _day, value in known]
    return around(mean, variance, min(seen), max(seen)), len(known)


def coming_share(
    metric: Metric, records: Sequence[LogRecord], since: date, left: Sequence[date], rate_of: RateOf, today: date
) -> tuple[Spread | None, int]:
    """Return the ratio at the end in percent, and the size of its base; numerator and denominator stay apart."""
    above, below = quantities(metric.selector, records), quantities(metric.base or Selector(), records)
    weighed_below = sum(weight_of(day, today) * value for day, value in below)
    if not weighed_below:
        return None, 0
    weighed_above = sum(weight_of(day, today) * value for day, value in above)
    usual = (weighed_above + 0.5) / (weighed_below + 1)  # half an event each way: three of three is not certainty
    scatter = usual * max(1 - usual, 1 / (weighed_below + 2))
    coming = rate_of((day, value, value) for day, value in below).outlook(left).mean
    won, count = _since(above, since), _since(below, since) + coming
    if not count:
        return None, 0
    share = coming / count
    mean = (won + coming * usual) / count
    variance = share * share * scatter * (1 / coming + 1 / (weighed_below + 1)) if coming else 0.0
    highest = 1.0 if weighed_above <= weighed_below else inf
    return around(PERCENT * mean, PERCENT**2 * variance, 0.0, PERCENT * highest), round(sum(v for _d, v in below))


def _since(brought: Iterable[tuple[date, float]], since: date) -> float:
    return sum(value for day, value in brought if day >= since)
