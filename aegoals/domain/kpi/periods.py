"""The months or quarters that a table shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from aegoals.domain.periods import Period, add_months, month_of, quarter_of
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

MOST_PERIODS = 120


class By(StrEnum):
    """How time is cut."""

    MONTH = "month"
    QUARTER = "quarter"


USUAL = {By.MONTH: 12, By.QUARTER: 8}
"""How many periods are shown unless others are asked for."""


def period_of(by: By, day: date, fiscal_year_start: int = 1) -> Period:
    """Return the month or the fiscal quarter of a day."""
    return month_of(day) if by is By.MONTH else quarter_of(day, fiscal_year_start)


def usual_start(by: By, end: date) -> date:
    """Return a day of the first of the usual number of periods that end with this day's."""
    months = (USUAL[by] - 1) * (1 if by is By.MONTH else 3)
    return add_months(end.replace(day=1), -months)


def periods_between(by: By, start: date, end: date, fiscal_year_start: int = 1) -> tuple[Period, ...]:
    """Return the whole periods that hold these days, the earliest first; raises RefusedInput."""
    if end < start:
        raise RefusedInput(_("{start} is after {end}.").format(start=start, end=end), _("Give the earlier day first."))
    found = tuple(islice(every_period(by, start, end, fiscal_year_start), MOST_PERIODS + 1))
    if len(found) > MOST_PERIODS:
        raise RefusedInput(
            _("That is more than {count} periods.").format(count=MOST_PERIODS), _("Choose a later start, or quarters.")
        )
    return found


def every_period(by: By, start: date, end: date, fiscal_year_start: int = 1) -> Iterator[Period]:
    """Yield the whole periods that hold these days, the earliest first, however many."""
    period = period_of(by, start, fiscal_year_start)
    while period.start <= end:
        yield period
        period = period_of(by, period.end + timedelta(days=1), fiscal_year_start)
