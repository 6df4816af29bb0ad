"""The reverse funnel: from a target back to deals, opportunities, proposals, meetings and calls a working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.coaching.rates import (
    DealRates,
    activity_rate,
    deal_rates,
    opportunity_kinds,
    recent_a_day,
)

ACTIVITY_STEPS: tuple[tuple[str, ...], ...] = (("proposal",), ("meeting", "demo"), ("call",))
"""What comes before an opportunity is won, in the order in which the funnel goes back."""

USUAL = Fraction(11, 10)
"""Up to a tenth above the latest weeks is no more than usual."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way back: how many are needed, and how many were logged lately, both a working day too.

    Its rate is ``made`` / ``of``: deals won / closed for opportunities, activities / opportunities for activities,
    amount / deals for deals.
    """

    kinds: tuple[str, ...]
    needed: Fraction
    per_working_day: Fraction
    recent: Fraction | None
    made: Fraction
    of: Fraction

    @property
    def is_more_than_usual(self) -> bool:
        """Whether it asks for clearly more than the latest weeks had."""
        return self.recent is not None and self.per_working_day > self.recent * USUAL


@dataclass(frozen=True, slots=True)
class Funnel:
    """The way back from what is still to win. ``missing`` are the activities of which the log holds nothing."""

    gap: Fraction
    working_days: Fraction | int  # whole ones
    rates: DealRates
    steps: tuple[Step, ...]
    missing: tuple[tuple[str, ...], ...]

    @property
    def activities(self) -> tuple[Step, ...]:
        """The steps that are in the AE's own hands."""
        return tuple(step for step in self.steps if step.kinds in ACTIVITY_STEPS)


@dataclass(frozen=True, slots=True)
class FunnelQuestion:
    """What is still to win, in a currency or (None) in deals, in so many working days."""

    gap: Decimal
    currency: str | None
    working_days: Fraction | int  # whole ones
    today: date
    calendar: WorkCalendar


def funnel_of(asked: FunnelQuestion, history: OwnHistory) -> Funnel | None:
    """Return the way back from a target; None where no deal was won, or nothing or no day is left.

    deals = gap / average deal; opportunities = deals / win rate; activities = opportunities × activities for one
    opportunity.
    """
    rates = deal_rates(history, asked.today, asked.currency or "")
    deal = rates.average_deal if asked.currency else Fraction(1)
    if deal is None or rates.win_rate is None or asked.gap <= 0 or asked.working_days <= 0:
        return None
    deals = Fraction(asked.gap) / deal
    opportunities = deals / rates.win_rate
    steps = [
        _step(asked, history, ("deal_won",), deals, rates.amount, rates.priced),
        _step(asked, history, opportunity_kinds(history), opportunities, rates.won, rates.closed),
    ]
    missing = []
    for kinds in ACTIVITY_STEPS:
        rate = activity_rate(history, asked.today, kinds)
        if rate is None:
            missing.append(kinds)
        else:
            steps.append(_step(asked, history, kinds, opportunities * rate.each, rate.made, rate.opportunities))
    return Funnel(Fraction(asked.gap), asked.working_days, rates, tuple(steps), tuple(missing))


def _step(
    asked: FunnelQuestion, history: OwnHistory, kinds: tuple[str, ...], needed: Fraction, made: Fraction, of: Fraction
) -> Step:
    recent = recent_a_day(history, asked.calendar, asked.today, kinds)
    return Step(kinds, needed, needed / asked.working_days, recent, made, of)
