"""Everything that is shown of key figures at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from aegoals.domain.kpi.attained import Attained
from aegoals.domain.kpi.bests import Best
from aegoals.domain.kpi.coverage import Coverage
from aegoals.domain.kpi.figure import Figure, Kpi
from aegoals.domain.kpi.formulas import Funnel
from aegoals.domain.kpi.groups import Group, LostReasons
from aegoals.domain.kpi.periods import By
from aegoals.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Insights:
    """Every key figure of some periods, and what is known besides; money is in ``currency``."""

    by: By
    periods: tuple[Period, ...]
    figures: dict[Kpi, tuple[Figure, ...]]
    whole: dict[Kpi, Figure]  # of all the periods at once
    funnel: Funnel
    sources: tuple[Group, ...]
    products: tuple[Group, ...]
    lost: LostReasons
    coverage: tuple[Coverage, ...]
    bests: tuple[Best, ...]
    attained: tuple[Attained, ...]
    today: date
    currency: str
    locale: str

    @property
    def span(self) -> Period:
        """All days of the periods."""
        return Period(self.periods[0].start, self.periods[-1].end)
