"""A target over quarters, months or weeks: parts that sum to it exactly, to the currency's smallest unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.fields import SHARE_PLACES
from aegoals.domain.goal import Direction, Goal
from aegoals.domain.metric import Metric, is_currency
from aegoals.domain.periods import Period, SplitBy, month_of, quarter_of, week_of, year_of
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import money_places
from aegoals.locale.texts import _

if TYPE_CHECKING:
    from aegoals.domain.profile import Profile

MOST_PARTS = 160  # three years of weeks
_PLACES = {"count": 0, "days": 0, "hours": 1, "score": 2, "%": 1}


@dataclass(frozen=True, slots=True)
class Splitter:
    """What a split depends on besides the goal: the AE's working days, fiscal year and first day of the week."""

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    fiscal_year_start: int = 1
    first_day_of_week: int = 1

    @classmethod
    def of(cls, profile: Profile) -> Splitter:
        """Return the AE's own."""
        return cls(profile.calendar, profile.fiscal_year_start, profile.first_day_of_week)

    def period_of(self, day: date, by: SplitBy) -> Period:
        """Return the quarter, month or week of a day."""
        return self.period_named(day, by.removesuffix("s"))

    def period_named(self, day: date, name: str) -> Period:
        """Return the ``week``, ``month``, ``quarter`` or ``year`` of a day."""
        if name == "week":
            return week_of(day, self.first_day_of_week)
        if name == "month":
            return month_of(day)
        return (quarter_of if name == "quarter" else year_of)(day, self.fiscal_year_start)

    def periods(self, start: date, due: date, by: SplitBy) -> list[Period]:
        """Return the sub-periods from start to due without gaps; one without a working day joins its neighbour.

        Raises RefusedInput where there would be too many.
        """
        found: list[Period] = []
        first = start
        while first <= due:
            last = min(self.period_of(first, by).end, due)
            found.append(Period(first, last))
            first = last + timedelta(days=1)
            if len(found) > MOST_PARTS:
                raise RefusedInput(
                    _("From {start} to {due} there are more than {most} {parts}.").format(
                        start=start, due=due, most=MOST_PARTS, parts=_(by)
                    ),
                    _("Split into months or quarters."),
                )
        return self._with_work(found)

    def working_days(self, periods: Sequence[Period]) -> list[Decimal]:
        """Return what the working days of each sub-period are worth."""
        calendar = self.calendar.expecting(periods[0].start, periods[-1].end)
        return [calendar.worth(one.start, one.end) for one in periods]

    def _with_work(self, periods: list[Period]) -> list[Period]:
        joined: list[Period] = []
        waiting: date | None = None  # the first day of sub-periods without work that nothing stands before
        for one, days in zip(periods, self.working_days(periods), strict=True):
            if days:
                joined.append(Period(waiting or one.start, one.end))
                waiting = None
            elif joined:
                joined[-1] = Period(joined[-1].start, one.end)
            else:
                waiting = waiting or one.start
        return joined or [Period(periods[0].start, periods[-1].end)]


@dataclass(frozen=True, slots=True)
class Part:
    """One sub-period of a goal: its part of the way, and the value that should stand at its end."""

    start: date
    due: date
    amount: Decimal
    value: Decimal


def apportion(total: Decimal, weights: Sequence[Decimal | int], places: int) -> list[Decimal]:
    """Return parts of a total in proportion to the weights, each of at most so many decimal places.

    They sum to the total exactly: what rounding down leaves goes to the largest remainders, the earlier part
    first where two are equal. Weights are not negative and not all 0. A total that is finer than the smallest
    unit is split as finely as it is given.
    """
    finest = max(places, -int(total.as_tuple().exponent))
    unit = Decimal(1).scaleb(-finest)
    sign = -1 if total < 0 else 1
    units = int(abs(total).scaleb(finest))
    whole = sum(Fraction(weight) for weight in weights)
    exact = [Fraction(weight) * units / whole for weight in weights]
    parts = [floor(one) for one in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: units - sum(parts)]:
        parts[place] += 1
    return [sign * part * unit for part in parts]


def shares(weights: Sequence[Decimal | int]) -> list[Decimal]:
    """Return the weights as shares of 1 that sum to 1 exactly: of 1, 1, 1 the first is 0.333333333334."""
    return apportion(Decimal(1), weights, SHARE_PLACES)


def places_of(unit: str, *values: Decimal) -> int:
    """Return the decimal places of the smallest unit, or more where a value is given more finely."""
    usual = money_places(unit) if is_currency(unit) else _PLACES.get(unit, 0)
    return max([usual, *(-int(value.normalize().as_tuple().exponent) for value in values)])


def why_whole(metric: Metric, direction: Direction, way: Decimal) -> str:
    """Return why a goal is not split, empty where it can be: ``way`` leads from baseline to target."""
    if direction is Direction.KEEP_AT_MOST:
        return _("A limit holds on every day: there is nothing to split.")
    if direction is Direction.KEEP_AT_LEAST and not metric.grows:
        return _("A level to keep holds on every day: there is nothing to split.")
    if metric.unit == "count" and abs(way) <= 1:
        return _("It is done or not: there is nothing to split. Steps on the way can have dates below.")
    return ""


def way_of(goal: Goal) -> Decimal:
    """Return what lies between the start and the target: a sum to keep up starts at nothing."""
    return goal.target if goal.direction.keeps else goal.target - goal.baseline


def parts_of(goal: Goal, splitter: Splitter) -> list[Part]:
    """Return the parts of a goal that is split, by its season or by working days; empty for one that is not."""
    if not (goal.split or goal.season) or why_whole(goal.metric, goal.direction, way_of(goal)):
        return []
    if goal.season:
        periods = [Period(part.start, part.due) for part in goal.season]
        weights = [part.weight for part in goal.season]
    else:
        periods = splitter.periods(goal.start, goal.due, goal.split or SplitBy.MONTHS)
        weights = splitter.working_days(periods)
    way = way_of(goal)
    amounts = apportion(way, weights if any(weights) else [Decimal(1)] * len(periods), places_of(goal.metric.unit, way))
    value, parts = goal.target - way, []
    for one, amount in zip(periods, amounts, strict=True):
        value += amount
        parts.append(Part(one.start, one.end, amount, value))
    return parts
