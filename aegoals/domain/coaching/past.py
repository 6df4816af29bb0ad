"""Past periods of the same length as a goal: their values, the place of a target among them, the stretch rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.coaching.tally import Sum, measured
from aegoals.domain.goal import Direction
from aegoals.domain.goal_metrics import CLOSED, is_check_in
from aegoals.domain.measure import kinds_needed
from aegoals.domain.metric import Aggregation, Metric, Of, is_currency
from aegoals.domain.periods import Period, add_months

MOST_PERIODS = 12
LONGEST_AGO = 5 * 366  # days: an older market is another one
GRACE = 10  # a period counts when the log reaches back to its first tenth
STRETCH = Fraction(1, 10)
FIGURES = 3  # significant figures of a proposed amount
LONGEST_MONTHS = 60
DAYS_A_MONTH = Fraction(365, 12)
PERCENT, FIVE_POINTS, TEN_POINTS = 100, 5, 10


@dataclass(frozen=True, slots=True)
class PastValue:
    """What one past period came to; ``sample`` counts the records behind it."""

    period: Period
    value: Decimal
    sample: int


@dataclass(frozen=True, slots=True)
class Past:
    """Past periods of a goal's length, newest first, and their average.

    The average of a sum is over the periods; that of a mean or a ratio is taken over all their records at once,
    for a mean of ratios is not the ratio of sums. ``months`` is the length where it is whole months.
    """

    values: tuple[PastValue, ...]
    average: Fraction
    days: int
    months: int | None
    left_out: tuple[tuple[str, int], ...] = ()
    is_scaled: bool = False  # from shorter periods to the goal's length

    @property
    def sample(self) -> int:
        """How many records all periods stand on."""
        return sum(one.sample for one in self.values)

    def best(self, *, wants_less: bool) -> PastValue:
        """Return the best period, of equals the newest."""
        sign = -1 if wants_less else 1
        return max(self.values, key=lambda one: (sign * one.value, one.period.start))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target stands among past periods: how many reached it, and its percentile among their values."""

    reached: int
    count: int
    percentile: Fraction

    @property
    def share_reached(self) -> Fraction:
        """The share of the periods that reached it."""
        return Fraction(self.reached, self.count)


def place_of(target: Decimal, values: Sequence[Decimal], *, wants_less: bool) -> Place:
    """Return the place of a target; its percentile is 100 × (worse + half of the equal) / all. Needs a value."""
    reached = sum(value <= target if wants_less else value >= target for value in values)
    equal = sum(value == target for value in values)
    worse = len(values) - reached
    return Place(reached, len(values), 100 * (worse + Fraction(equal, 2)) / len(values))


def stretch(average: Fraction, direction: Direction) -> Fraction:
    """Return the average and a tenth more, or less where less is better; a level to keep stays."""
    if direction.keeps:
        return average
    return average * (1 - STRETCH if direction.wants_less else 1 + STRETCH)


def proposal(average: Fraction, direction: Direction, unit: str) -> Decimal:
    """Return the stretch as a figure one would set: whole counts, money in three figures, never beyond a scale."""
    wanted = stretch(average, direction)
    exact = Decimal(wanted.numerator) / wanted.denominator
    if unit == "count":
        return exact.to_integral_value(ROUND_FLOOR if direction.wants_less else ROUND_CEILING)
    if is_currency(unit):
        return in_figures(exact)
    tenth = exact.quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    return min(tenth, Decimal(_top_of(unit, average))) if unit in {"%", "score"} else tenth


def in_figures(amount: Decimal, figures: int = FIGURES) -> Decimal:
    """Return an amount in so many significant figures: 46,530 as 46,500."""
    step = Decimal(1).scaleb(max(amount.adjusted() - figures + 1, -2)) if amount else Decimal(1)
    return (amount / step).to_integral_value(ROUND_HALF_EVEN) * step


def as_figure(value: Decimal, unit: str) -> Decimal:
    """Return a value as a figure one would set: money in three figures, whole counts, one place for the rest."""
    if is_currency(unit):
        return in_figures(value)
    return round(value, 0) if unit == "count" else round(value, 1)


def _top_of(unit: str, average: Fraction) -> int:
    if unit == "%":
        return PERCENT
    return FIVE_POINTS if average <= FIVE_POINTS else TEN_POINTS


def past_like(metric: Metric, days: Period, shorter: Sequence[Period], history: OwnHistory, today: date) -> Past | None:
    """Return what past periods like a goal's days came to; where the log reaches none, shorter ones at its length.

    A sum grows with its days, a mean and a ratio of deals do not; of what saturates nothing is concluded.
    """
    found = past_of(metric, days, history, today)
    if found is not None or not _is_comparable(metric):
        return found
    length = (days.end - days.start).days
    for period in shorter:
        part = past_of(metric, period, history, today) if (period.end - period.start).days < length else None
        if part is not None:
            return _scaled(part, _times(days, period)) if metric.grows else part
    return None


def _is_comparable(metric: Metric) -> bool:
    """Tell whether a shorter period says something of a longer one."""
    if metric.aggregation in {Aggregation.SUM, Aggregation.COUNT, Aggregation.MEAN}:
        return True
    return metric.selector.new_accounts or (metric.aggregation is Aggregation.RATIO and metric.of is not Of.CUSTOMERS)


def _times(days: Period, part: Period) -> Fraction:
    """Return how many times the shorter period goes into the days."""
    whole, months = months_of(days), months_of(part)
    if whole and months:
        return Fraction(whole, months)
    return Fraction((days.end - days.start).days + 1, (part.end - part.start).days + 1)


def _scaled(past: Past, times: Fraction) -> Past:
    values = (replace(one, value=one.value * times.numerator / times.denominator) for one in past.values)
    return replace(past, values=tuple(values), average=past.average * times, is_scaled=True)


def past_of(metric: Metric, days: Period, history: OwnHistory, today: date) -> Past | None:
    """Return what past periods like these days came to; None where the log says nothing of the metric."""
    if is_check_in(metric) or metric.aggregation is Aggregation.LAST:
        return None
    key = ("past", metric, days, today)
    if key not in history.cache:
        history.cache[key] = _past(metric, days, history, today)
    found = history.cache[key]
    return found if isinstance(found, Past) else None


def _past(metric: Metric, days: Period, history: OwnHistory, today: date) -> Past | None:
    first = history.first_day(_kinds_telling(metric))
    periods = periods_before(days, today, first) if first else []
    sums = [(period, measured(metric, period, history)) for period in periods]
    known = [(period, one) for period, one in sums if one.value is not None]
    if not known:
        return None
    values = tuple(PastValue(period, one.value or Decimal(0), one.sample) for period, one in known)
    return Past(
        values=values,
        average=_average(metric, values, history),
        days=(days.end - days.start).days + 1,
        months=months_of(days),
        left_out=_sum_of(one for _, one in known),
    )


def _kinds_telling(metric: Metric) -> tuple[str, ...]:
    """Return the kinds whose first record says since when the log tells of this metric.

    A lost deal says it of the won ones too. No kind at all means every record.
    """
    kinds = kinds_needed(metric)
    return tuple(kinds | set(CLOSED)) if kinds & set(CLOSED) and metric.of is not Of.CUSTOMERS else tuple(kinds)


def _average(metric: Metric, values: Sequence[PastValue], history: OwnHistory) -> Fraction:
    if metric.aggregation is Aggregation.MEAN or (
        metric.aggregation is Aggregation.RATIO and metric.of is not Of.CUSTOMERS
    ):
        whole = Period(values[-1].period.start, values[0].period.end)
        return Fraction(measured(metric, whole, history).value or 0)
    if metric.aggregation is Aggregation.RATIO:
        return sum((Fraction(one.value) * one.sample for one in values), Fraction(0)) / sum(
            one.sample for one in values
        )
    return sum((Fraction(one.value) for one in values), Fraction(0)) / len(values)


def _sum_of(sums: Iterable[Sum]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for one in sums:
        for reason, count in one.left_out:
            counts[reason] = counts.get(reason, 0) + count
    return tuple(sorted(counts.items()))


def periods_before(days: Period, today: date, first_day: date) -> list[Period]:
    """Return the finished periods of the same length before a goal's start, newest first, that the log reaches.

    Whole months step by months, so that a quarter is compared with quarters; anything else steps by days.
    """
    found: list[Period] = []
    months, length = months_of(days), (days.end - days.start).days + 1
    anchor = days.start if months else min(days.start, today)
    for number in range(1, LONGEST_AGO + 1):
        if months:
            start = add_months(anchor, -months * number)
            end = add_months(anchor, -months * (number - 1)) - timedelta(days=1)
        else:
            start, end = (anchor - timedelta(days=length * number), anchor - timedelta(days=length * (number - 1) + 1))
        if end >= today:
            continue
        is_told = first_day <= start + timedelta(days=length // GRACE)
        if not is_told or (today - start).days > LONGEST_AGO or len(found) == MOST_PERIODS:
            return found
        found.append(Period(start, end))
    return found


def months_of(days: Period) -> int | None:
    """Return how many months the days are, None where they are not whole ones."""
    about = round(((days.end - days.start).days + 1) / DAYS_A_MONTH)
    for months in (about, about - 1, about + 1):
        end = add_months(days.start, months) if 0 < months <= LONGEST_MONTHS else None
        if end is not None and days.end in {end, end - timedelta(days=1)}:
            return months
    return None
