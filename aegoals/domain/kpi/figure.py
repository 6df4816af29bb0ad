"""One key figure of one period, with what it was worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from aegoals.domain.measure import SMALL_SAMPLE
from aegoals.domain.periods import Period


class Kpi(StrEnum):
    """The key figures, in the order of every face."""

    WON_AMOUNT = "won_amount"
    DEALS_WON = "deals_won"
    WIN_RATE = "win_rate"
    AVERAGE_DEAL = "average_deal"
    SALES_CYCLE = "sales_cycle"
    VELOCITY = "velocity"
    RETENTION = "retention"
    SATISFACTION = "satisfaction"
    TO_MEETING = "to_meeting"
    TO_DEMO = "to_demo"
    TO_PROPOSAL = "to_proposal"
    TO_WON = "to_won"


CONVERSIONS = {"meeting": Kpi.TO_MEETING, "demo": Kpi.TO_DEMO, "proposal": Kpi.TO_PROPOSAL, "deal_won": Kpi.TO_WON}
"""The step that deals came to, and the share of those of the step before who did."""

ADDED_UP = frozenset({Kpi.WON_AMOUNT, Kpi.DEALS_WON, Kpi.VELOCITY})
"""Figures that are no mean and no share: few records make them small, not doubtful."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a key figure in a period; None where there is nothing to divide.

    ``inputs`` are its letters with their values, as in docs/reference/kpis.md; shares are 100 × above / below.
    ``sample`` counts what stands behind it: deals, customers or answers. ``left_out`` counts records that could
    not be used, by reason: a currency without a rate, or the field that is missing.
    """

    kpi: Kpi
    period: Period
    value: Decimal | None
    unit: str
    inputs: tuple[tuple[str, Decimal], ...] = ()
    sample: int = 0
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether it is a mean or a share of so few that it must be read with care."""
        return self.value is not None and self.kpi not in ADDED_UP and self.sample < SMALL_SAMPLE

    def input(self, letter: str) -> Decimal:
        """Return the value of one letter, 0 where it has none."""
        return dict(self.inputs).get(letter, Decimal(0))


def share_of(above: Decimal, below: Decimal) -> Decimal | None:
    """Return 100 × above / below; None of nothing."""
    return 100 * above / below if below else None
