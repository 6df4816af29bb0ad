"""Personal records: the best month or quarter of the whole log, and how far the running one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.kpi.figure import Figure, Kpi
from aegoals.domain.periods import Period

FEWEST = 5
"""A share or a mean of fewer is no record: one deal won of one is no 100 %."""

LESS_IS_BETTER = frozenset({Kpi.SALES_CYCLE})
ABOUT_ALL = (Kpi.WON_AMOUNT, Kpi.DEALS_WON, Kpi.WIN_RATE, Kpi.AVERAGE_DEAL, Kpi.SALES_CYCLE, Kpi.SATISFACTION)


@dataclass(frozen=True, slots=True)
class Best:
    """The best period of one figure or one kind of activity, and the running period.

    ``what`` is a key figure or the kind of an activity. ``is_now`` tells that the running period holds the record.
    """

    what: str
    unit: str
    period: Period
    value: Decimal
    now: Decimal | None
    is_now: bool


def best_figure(figures: Iterable[Figure], today: date) -> Best | None:
    """Return the best of one figure's periods, of equals the earliest; None where none counts.

    The running period can hold the record with a sum, which it has won already; a share or a mean may still turn.
    """
    known = [one for one in figures if one.value is not None and one.period.start <= today]
    now = next((one for one in known if today in one.period), None)
    adds = {Kpi.WON_AMOUNT, Kpi.DEALS_WON}
    meant = [one for one in known if one.value and (one.kpi in adds or (one.sample >= FEWEST and one is not now))]
    if not meant:
        return None
    sign = 1 if meant[0].kpi in LESS_IS_BETTER else -1
    best = min(meant, key=lambda one: (sign * (one.value or Decimal(0)), one.period.start))
    return Best(best.kpi, best.unit, best.period, best.value or Decimal(0), now.value if now else None, best is now)


def best_activity(kind: str, by_period: Mapping[Period, Decimal], today: date) -> Best | None:
    """Return the period with most of one activity, of equals the earliest; None where there is none."""
    if not by_period:
        return None
    best = min(by_period, key=lambda period: (-by_period[period], period.start))
    now = next((number for period, number in by_period.items() if today in period), Decimal(0))
    return Best(kind, "count", best, by_period[best], now, today in best)
