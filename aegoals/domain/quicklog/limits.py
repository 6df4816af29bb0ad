"""What a log record can hold: values beyond these are a slip of the finger, and asked about."""

from __future__ import annotations

from decimal import Decimal

MONEY_KINDS = frozenset({"deal_won", "deal_lost", "opportunity", "proposal", "renewal", "churn"})
"""Kinds whose bare figure is an amount rather than a count."""

OUTCOMES = frozenset({"deal_won", "deal_lost"})

MOST_FIGURES = 15  # of an amount, before the decimal mark
SMALLEST_BARE_AMOUNT = 100  # won 14: fourteen thousand, fourteen deals, or fourteen?
LONGEST_MINUTES = 24 * 60
HIGHEST_CSAT, HIGHEST_NPS = 5, 10

_MOST_A_DAY = {"email": 10_000, "lead": 10_000, "call": 1_000}
_MOST_OF_OTHERS = 200


def count_fits(kind: str | None, quantity: Decimal) -> bool:
    """Say whether so many records of a kind can be one day's work."""
    return quantity == quantity.to_integral_value() and 0 < quantity <= _MOST_A_DAY.get(kind or "call", _MOST_OF_OTHERS)


def score_fits(quantity: Decimal, *, nps: bool) -> bool:
    """Say whether a score stands on its scale: satisfaction 1 to 5, NPS 0 to 10."""
    return 0 <= quantity <= HIGHEST_NPS if nps else 1 <= quantity <= HIGHEST_CSAT


def amount_fits(amount: Decimal) -> bool:
    """Say whether an amount is a finite positive number that money has."""
    return amount.is_finite() and amount > 0 and amount.adjusted() < MOST_FIGURES


def minutes_fit(minutes: Decimal) -> bool:
    """Say whether a duration fits into a day."""
    return 0 < minutes <= LONGEST_MINUTES
