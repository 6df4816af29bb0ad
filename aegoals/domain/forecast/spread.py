"""What may still come, as a distribution: the chance to reach a value, and quantiles."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from typing import Protocol

_TERMS = 500
_HALVINGS = 60
_TINY = 1e-300
_ENOUGH = 1e-12
_WIDEST = 12.0  # standard deviations


class Spread(Protocol):
    """A distribution of one number."""

    def at_least(self, value: float) -> float:
        """Return the chance of this value or more."""

    def at_most(self, value: float) -> float:
        """Return the chance of this value or less."""

    def quantile(self, share: float) -> float:
        """Return the value that is not passed with this chance."""


@dataclass(frozen=True, slots=True)
class Certain:
    """A value without doubt."""

    value: float

    def at_least(self, value: float) -> float:
        """Return 1 up to the value, 0 above it."""
        return float(self.value > value - self._rounding)

    def at_most(self, value: float) -> float:
        """Return 1 from the value on, 0 below it."""
        return float(self.value < value + self._rounding)

    def quantile(self, share: float) -> float:  # noqa: ARG002 - every share has the same value
        """Return the value."""
        return self.value

    @property
    def _rounding(self) -> float:
        """What sums of binary fractions may be off."""
        return 1e-9 * max(abs(self.value), 1.0)


@dataclass(frozen=True, slots=True)
class Growing:
    """What adds up day by day and is never below 0: a gamma distribution with this mean and variance."""

    mean: float
    variance: float

    def at_least(self, value: float) -> float:
        """Return the chance of this value or more."""
        return 1.0 - self.at_most(value) if value > 0 else 1.0

    def at_most(self, value: float) -> float:
        """Return the chance of this value or less."""
        return _gamma_below(self.mean**2 / self.variance, value * self.mean / self.variance)

    def quantile(self, share: float) -> float:
        """Return the value that is not passed with this chance, by halving."""
        low, high = 0.0, self.mean + _WIDEST * sqrt(self.variance)
        for _halving in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.at_most(middle) < share else (low, middle)
        return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Around:
    """A mean or a rate: a normal distribution, cut off at the ends of its scale."""

    mean: float
    variance: float
    lowest: float
    highest: float

    def at_least(self, value: float) -> float:
        """Return the chance of this value or more."""
        return float(value <= self.lowest) if not self.lowest < value <= self.highest else 1.0 - self._below(value)

    def at_most(self, value: float) -> float:
        """Return the chance of this value or less."""
        return float(value >= self.highest) if not self.lowest <= value < self.highest else self._below(value)

    def quantile(self, share: float) -> float:
        """Return the value that is not passed with this chance."""
        from statistics import NormalDist

        return min(max(NormalDist(self.mean, sqrt(self.variance)).inv_cdf(share), self.lowest), self.highest)

    def _below(self, value: float) -> float:
        from statistics import NormalDist

        return NormalDist(self.mean, sqrt(self.variance)).cdf(value)


@dataclass(frozen=True, slots=True)
class Moved:
    """A known part plus what may come, or less what may be lost where ``step`` is below 0."""

    known: float
    step: float
    coming: Spread

    def at_least(self, value: float) -> float:
        """Return the chance of this value or more."""
        change = (value - self.known) / self.step
        return self.coming.at_least(change) if self.step > 0 else self.coming.at_most(change)

    def at_most(self, value: float) -> float:
        """Return the chance of this value or less."""
        change = (value - self.known) / self.step
        return self.coming.at_most(change) if self.step > 0 else self.coming.at_least(change)

    def quantile(self, share: float) -> float:
        """Return the value that is not passed with this chance."""
        return self.known + self.step * self.coming.quantile(share if self.step > 0 else 1 - share)


def growing(mean: float, variance: float) -> Spread:
    """Return what adds up: without variance it is certain."""
    return Growing(mean, variance) if mean > 0 and variance > _ENOUGH * mean * mean else Certain(mean)


def around(mean: float, variance: float, lowest: float, highest: float) -> Spread:
    """Return a mean or rate: without variance it is certain."""
    return Around(mean, variance, lowest, highest) if variance > _ENOUGH * max(mean * mean, 1) else Certain(mean)


def _gamma_below(shape: float, value: float) -> float:
    """Return the regularised lower incomplete gamma function (Abramowitz and Stegun 6.5.29 and 6.5.31)."""
    if value <= 0:
        return 0.0
    scale = exp(shape * log(value) - value - lgamma(shape))
    if value < shape + 1:
        return min(scale * _series(shape, value), 1.0)
    return max(1.0 - scale * _fraction(shape, value), 0.0)


def _series(shape: float, value: float) -> float:
    term = total = 1 / shape
    for step in range(1, _TERMS):
        term *= value / (shape + step)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _fraction(shape: float, value: float) -> float:
    """Return the continued fraction, by Lentz's method."""
    bottom = value + 1 - shape
    ratio, inverse = 1 / _TINY, 1 / (bottom or _TINY)
    result = inverse
    for step in range(1, _TERMS):
        factor = step * (shape - step)
        bottom += 2
        inverse = 1 / (factor * inverse + bottom or _TINY)
        ratio = bottom + factor / ratio or _TINY
        result *= ratio * inverse
        if abs(ratio * inverse - 1) < _ENOUGH:
            break
    return result
