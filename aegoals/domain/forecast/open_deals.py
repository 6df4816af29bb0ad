"""What the open deals will bring: how fast deals of their age were closed, how many were won, for how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WEEK = 7
OLDEST = 26  # weeks; older deals are one group
DOUBT_DAYS = 150.0
"""Days at risk that an age must have seen before its own speed is believed half."""

FEWEST_CLOSED = 5
RECENT_DAYS = 90  # in which newly opened deals are counted
_ALIKE = ((-1, 0.5), (0, 1.0), (1, 0.5))
"""Deals a week younger or older tell half as much as those of the age itself."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A deal on its way: when it was opened and closed, whether it was won, its value where it is known."""

    opened: date
    closed: date | None = None
    is_won: bool = False
    value: float | None = None
    product: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """Expected value until a day: of the deals open today, and of those still to come; ``deals`` are open."""

    from_open: float
    from_new: float
    deals: int


def expected_of(deals: Sequence[Opportunity], today: date, until: date) -> Expected | None:
    """Return what will be won after today and until a day; None where too few deals were ever closed."""
    closed = [deal for deal in deals if deal.closed]
    if len(closed) < FEWEST_CLOSED:
        return None
    days, chances = (until - today).days, _Chances(deals, today)
    values = _Values(closed)
    waiting = [deal for deal in deals if not deal.closed]
    from_open = sum(
        chances.closing((today - deal.opened).days, days) * chances.winning * values.of(deal) for deal in waiting
    )
    from_new = _opened_a_day(deals, today) * chances.closing_of_new(days) * chances.winning * values.average
    return Expected(from_open, from_new, len(waiting))


def _opened_a_day(deals: Sequence[Opportunity], today: date) -> float:
    span = min(RECENT_DAYS, (today - min(deal.opened for deal in deals)).days) or 1
    return sum((today - deal.opened).days < span for deal in deals) / span


class _Chances:
    """How fast deals close by age in weeks, and how often they are won.

    Only days from the first closing on are counted: before it, nothing shows how deals close.
    """

    def __init__(self, deals: Iterable[Opportunity], today: date) -> None:
        known = list(deals)
        first = min(deal.closed for deal in known if deal.closed)
        closings, at_risk = [0.0] * OLDEST, [0.0] * OLDEST
        for deal in known:
            last = ((deal.closed or today) - deal.opened).days
            _spend(at_risk, max((first - deal.opened).days, 0), last)
            if deal.closed:
                closings[_week(last)] += 1
        self._speeds = _speeds(closings, at_risk)
        won = sum(deal.is_won for deal in known)
        self.winning = (won + 1) / (sum(closings) + 2)

    def closing(self, age: int, days: int) -> float:
        """Return the chance that a deal of this age closes within some days."""
        stays = 1.0
        for day in range(days):
            stays *= 1 - self._speeds[_week(age + day)]
        return 1 - stays

    def closing_of_new(self, days: int) -> float:
        """Return how many deals close within some days when one is opened on each of them."""
        stays, closed = 1.0, 0.0
        for day in range(days):
            closed += 1 - stays
            stays *= 1 - self._speeds[_week(day)]
        return closed


def _week(age: int) -> int:
    return min(age // WEEK, OLDEST - 1)


def _spend(at_risk: list[float], first: int, last: int) -> None:
    """Add the days that a deal was open at each age, from the first to the last day of its life."""
    for week in range(_week(first), _week(last) + 1):
        end = last + 1 if week == OLDEST - 1 else min((week + 1) * WEEK, last + 1)
        at_risk[week] += max(end - max(week * WEEK, first), 0)


def _speeds(closings: list[float], at_risk: list[float]) -> list[float]:
    """Return the chance of closing on a day, by age; drawn to the speed of all deals by doubt."""
    whole = sum(closings) / sum(at_risk)
    speeds = []
    for week in range(OLDEST):
        near = [(week + step, share) for step, share in _ALIKE if 0 <= week + step < OLDEST]
        events = sum(share * closings[at] for at, share in near)
        days = sum(share * at_risk[at] for at, share in near)
        speeds.append(min((events + DOUBT_DAYS * whole) / (days + DOUBT_DAYS), 1.0))
    return speeds


class _Values:
    """What a deal is worth: its own value, else the average of its product, drawn to that of all."""

    def __init__(self, closed: Iterable[Opportunity]) -> None:
        won: defaultdict[str, list[float]] = defaultdict(list)
        for deal in closed:
            if deal.is_won and deal.value is not None:
                won[deal.product].append(deal.value)
        values = [value for known in won.values() for value in known]
        self.average = sum(values) / len(values) if values else 0.0
        self._of_product = {name: (sum(known) + self.average) / (len(known) + 1) for name, known in won.items()}

    def of(self, deal: Opportunity) -> float:
        """Return the value that a deal will bring if it is won."""
        return self._of_product.get(deal.product, self.average) if deal.value is None else deal.value
