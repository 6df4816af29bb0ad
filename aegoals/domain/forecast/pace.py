"""From past working days to those that are left: a daily rate by weekday and by month of the quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

HALF_LIFE = 182
"""A day so many calendar days ago weighs half as much as today."""

DOUBT = 10.0
"""Events that a weekday or a month of the quarter must bring before it is believed half."""

Kind = Callable[[date], Hashable]


@dataclass(frozen=True, slots=True)
class PastDay:
    """One working day: how much it brought, and with how many events."""

    day: date
    total: float
    events: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """Mean and variance of what the days that are left will bring."""

    mean: float
    variance: float


def weight_of(day: date, today: date) -> float:
    """Return how much a past day counts: the more recent, the more."""
    return float(0.5 ** ((today - day).days / HALF_LIFE))


def whole(_day: date) -> float:
    """Return what a day is worth where all are whole ones."""
    return 1.0


class DailyRate:
    """What a working day brings, learned from past ones; recent days weigh more.

    A weekday or a month of the quarter that differs from the rest is believed as far as its events allow. A day of
    part time or of a ramp-up is expected to bring its share: ``worth`` says what a day is worth.
    """

    def __init__(
        self, past: Sequence[PastDay], today: date, quarter_start: int = 1, worth: Callable[[date], float] = whole
    ) -> None:
        self._kinds: tuple[Kind, ...] = (date.isoweekday, lambda day: (day.month - quarter_start) % 3)
        self._past = past
        self._worth = worth
        self._weights = [weight_of(one.day, today) for one in past]
        self._factors = [self._learn(kind) for kind in self._kinds]
        shaped = sum(weight * self._factor(one.day) for weight, one in self._weighted())
        brought = sum(weight * one.total for weight, one in self._weighted())
        self._base = brought / shaped if shaped else 0.0
        self._scatter = self._learn_scatter()
        self._doubt = self._learn_doubt()

    def outlook(self, days: Sequence[date]) -> Outlook:
        """Return what these days will bring: scatter of the days, and doubt about the rate itself."""
        mean = sum(self.of(day) for day in days)
        return Outlook(mean, self._scatter * mean + self._doubt * mean * mean)

    def of(self, day: date) -> float:
        """Return what a day is expected to bring."""
        return self._base * self._factor(day)

    def _weighted(self) -> zip[tuple[float, PastDay]]:
        return zip(self._weights, self._past, strict=True)

    def _factor(self, day: date) -> float:
        factor = self._worth(day)
        for kind, factors in zip(self._kinds, self._factors, strict=True):
            factor *= factors.get(kind(day), 1.0)
        return factor

    def _learn(self, kind: Kind) -> dict[Hashable, float]:
        """Return what each kind of day brings against the average day, drawn towards 1 by doubt."""
        events: defaultdict[Hashable, float] = defaultdict(float)
        days: defaultdict[Hashable, float] = defaultdict(float)
        for weight, one in self._weighted():
            events[kind(one.day)] += weight * one.events
            days[kind(one.day)] += weight * self._worth(one.day)
        rate = sum(events.values()) / sum(days.values())
        return {key: (events[key] + DOUBT) / (rate * count + DOUBT) for key, count in days.items()}

    def _learn_scatter(self) -> float:
        """Return variance over mean: of days, or of weeks where good and bad days come in rows."""
        return max(self._scatter_of(lambda day: day), self._scatter_of(lambda day: tuple(day.isocalendar()[:2])))

    def _scatter_of(self, block: Kind) -> float:
        off: defaultdict[Hashable, float] = defaultdict(float)
        expected: defaultdict[Hashable, float] = defaultdict(float)
        weights: dict[Hashable, float] = {}
        for weight, one in self._weighted():
            key = block(one.day)
            off[key] += one.total - self.of(one.day)
            expected[key] += self.of(one.day)
            weights[key] = weight
        whole = sum(weights[key] * expected[key] for key in weights)
        return sum(weights[key] * off[key] ** 2 for key in weights) / whole if whole else 0.0

    def _learn_doubt(self) -> float:
        """Return the squared relative error of the rate."""
        whole = sum(weight * self.of(one.day) for weight, one in self._weighted())
        squares = sum(weight * weight * self.of(one.day) for weight, one in self._weighted())
        return self._scatter * squares / whole**2 if whole else 0.0
