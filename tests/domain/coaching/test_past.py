"""Past periods: which they are, what they came to, where a target stands among them, what the stretch rule says."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.coach import OwnHistory
from aegoals.domain.coaching.past import (
    MOST_PERIODS,
    in_figures,
    months_of,
    past_like,
    past_of,
    periods_before,
    place_of,
    proposal,
    stretch,
)
from aegoals.domain.coaching.tally import measured
from aegoals.domain.coaching.words import past_periods
from aegoals.domain.goal import Direction, GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.measure import measure
from aegoals.domain.metric import Metric
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord
from tests.builders import CALLS, REVENUE
from tests.domain.coaching.histories import record, won

LONG_AGO = date(2015, 1, 1)
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))
NOVEMBER = date(2026, 11, 20)
UP, DOWN, KEEP = Direction.REACH_UP, Direction.BRING_DOWN, Direction.KEEP_AT_LEAST

amounts = st.decimals(-1000, 100_000, places=2)
values = st.lists(amounts, min_size=1, max_size=20)
days = st.dates(date(2024, 1, 1), date(2026, 11, 19))


# --- which periods


def test_a_quarter_is_compared_with_quarters() -> None:
    found = periods_before(QUARTER, NOVEMBER, date(2026, 1, 1))
    assert found == [
        Period(date(2026, 7, 1), date(2026, 9, 30)),
        Period(date(2026, 4, 1), date(2026, 6, 30)),
        Period(date(2026, 1, 1), date(2026, 3, 31)),
    ]


def test_a_period_that_is_not_over_is_left_out() -> None:
    next_quarter = Period(date(2027, 1, 1), date(2027, 3, 31))
    assert periods_before(next_quarter, NOVEMBER, LONG_AGO)[0] == Period(date(2026, 7, 1), date(2026, 9, 30))


def test_days_that_are_no_months_step_by_days_up_to_yesterday() -> None:
    found = periods_before(Period(date(2026, 12, 1), date(2026, 12, 10)), NOVEMBER, LONG_AGO)
    assert found[0] == Period(NOVEMBER - timedelta(days=10), NOVEMBER - timedelta(days=1))
    assert found[1].end == found[0].start - timedelta(days=1)


def test_a_period_counts_when_the_log_reaches_its_first_tenth() -> None:
    assert len(periods_before(QUARTER, NOVEMBER, date(2026, 7, 10))) == 1
    assert periods_before(QUARTER, NOVEMBER, date(2026, 7, 11)) == []


def test_a_market_of_more_than_five_years_ago_is_another_one() -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert [one.start.year for one in periods_before(year, NOVEMBER, LONG_AGO)] == [2025, 2024, 2023, 2022]


@given(start=st.dates(date(2025, 1, 1), date(2027, 12, 31)), length=st.integers(1, 800), today=days)
@settings(max_examples=100)
def test_periods_are_over_do_not_overlap_and_are_alike(start: date, length: int, today: date) -> None:
    goal = Period(start, start + timedelta(days=length - 1))
    found = periods_before(goal, today, LONG_AGO)
    assert len(found) <= MOST_PERIODS
    for newer, older in pairwise(found):
        assert older.end + timedelta(days=1) == newer.start
    for one in found:
        assert one.end < today
        assert abs((one.end - one.start).days + 1 - length) <= max(4, length / 100)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 10, 1), date(2026, 12, 31), 3),
        (date(2026, 2, 1), date(2026, 2, 28), 1),
        (date(2026, 11, 20), date(2027, 5, 20), 6),
        (date(2026, 11, 20), date(2027, 5, 19), 6),
        (date(2026, 1, 1), date(2026, 12, 31), 12),
        (date(2026, 11, 16), date(2026, 11, 20), None),
        (date(2026, 11, 20), date(2026, 12, 31), None),
    ],
)
def test_whole_months_are_known(start: date, end: date, months: int | None) -> None:
    assert months_of(Period(start, end)) == months


# --- what they came to

METRICS = [
    REVENUE,
    CALLS,
    default_metric(GoalKind.CONVERSION, "%"),
    default_metric(GoalKind.NEW_BUSINESS, "count"),
    default_metric(GoalKind.KEY_ACCOUNT, "count", "", "Globex"),
    default_metric(GoalKind.REVENUE, "USD", "", "Globex"),
    default_metric(GoalKind.SATISFACTION, "score"),
    default_metric(GoalKind.SALES_CYCLE, "days"),
    default_metric(GoalKind.RETENTION, "%"),
    default_metric(GoalKind.ACTIVITY, "hours"),
    default_metric(GoalKind.ACTIVITY, "count"),
]
kinds = st.sampled_from(["call", "demo", "opportunity", "deal_won", "deal_lost", "csat", "renewal", "churn"])


@st.composite
def logs(draw: st.DrawFn) -> list[LogRecord]:
    lines = draw(st.lists(st.tuples(days, kinds, st.integers(1, 9)), max_size=40))
    found = []
    for day, kind, number in lines:
        fields: dict[str, Any] = {
            "account": draw(st.sampled_from(["Globex", "Lumen", "Harbor", None])),
            "product": draw(st.sampled_from(["Pro", "Basic", None])),
            "deal": draw(st.sampled_from(["D1", "D2", "D3", None])),
            "minutes": draw(st.sampled_from([15, 60, None])),
        }
        if kind == "deal_won":
            fields |= {"amount": Decimal(number * 1000), "currency": draw(st.sampled_from(["USD", "EUR"]))}
        found.append(record(day, kind, number, **fields))
    return found


@given(log=logs(), metric=st.sampled_from(METRICS), start=days, length=st.integers(0, 400))
@settings(max_examples=200)
def test_cumulated_sums_say_what_measuring_says(log: list[LogRecord], metric: Metric, start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    wanted = measure(metric, log, period.start, period.end)
    found = measured(metric, period, OwnHistory(log))
    assert found.value == wanted.value
    assert (found.sample, found.left_out) == (wanted.sample, wanted.left_out)


def test_the_average_of_a_sum_is_over_the_periods() -> None:
    log = [won(date(2026, 1, 5), 30_000), won(date(2026, 5, 5), 50_000), won(date(2026, 8, 5), 46_900)]
    past = past_of(REVENUE, QUARTER, OwnHistory(log), NOVEMBER)
    assert past is not None
    assert [one.value for one in past.values] == [46_900, 50_000, 30_000]
    assert past.average == Fraction(126_900, 3)
    assert past.best(wants_less=False).value == 50_000
    assert past.best(wants_less=True).value == 30_000


def test_the_average_of_a_ratio_is_the_ratio_of_the_sums() -> None:
    log = [record(date(2026, 1, 2), "deal_won", 1), record(date(2026, 1, 2), "deal_lost", 1)]
    log += [record(date(2026, 8, 2), "deal_won", 9), record(date(2026, 8, 2), "deal_lost", 81)]
    past = past_of(default_metric(GoalKind.CONVERSION, "%"), QUARTER, OwnHistory(log), NOVEMBER)
    assert past is not None
    assert [one.value for one in past.values] == [10, 50]
    assert round(past.average, 9) == round(Fraction(1000, 92), 9)


def test_a_quarter_without_a_deal_came_to_nothing() -> None:
    past = past_of(REVENUE, QUARTER, OwnHistory([won(date(2026, 1, 5), 30_000)]), NOVEMBER)
    assert past is not None
    assert [one.value for one in past.values] == [0, 0, 30_000]


def test_a_lost_deal_tells_since_when_closings_are_logged() -> None:
    log = [record(date(2026, 1, 5), "deal_lost"), won(date(2026, 8, 5), 9_000)]
    past = past_of(REVENUE, QUARTER, OwnHistory(log), NOVEMBER)
    assert past is not None
    assert len(past.values) == 3


def test_what_is_reported_by_hand_has_no_past() -> None:
    log = [record(date(2026, 1, 5), "checkin", 5)]
    assert past_of(default_metric(GoalKind.OTHER, "count"), QUARTER, OwnHistory(log), NOVEMBER) is None


def test_money_of_another_currency_is_named() -> None:
    log = [won(date(2026, 7, 2), 9_000), won(date(2026, 8, 2), 5_000, currency="EUR")]
    past = past_of(REVENUE, QUARTER, OwnHistory(log), NOVEMBER)
    assert past is not None
    assert past.average == 9_000
    assert past.left_out == (("EUR", 1),)


YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
SHORTER = [QUARTER, Period(date(2026, 11, 1), date(2026, 11, 30))]


def test_the_first_year_is_judged_by_its_quarters_at_the_length_of_a_year() -> None:
    log = [won(date(2026, 4, 2), 10_000), won(date(2026, 8, 2), 14_000)]
    past = past_like(REVENUE, YEAR, SHORTER, OwnHistory(log), NOVEMBER)
    assert past is not None
    assert past.is_scaled
    assert [one.value for one in past.values] == [56_000, 40_000]
    assert past.average == 48_000
    assert past_periods(past) == "last 2 quarters (taken at this goal's length)"


def test_the_first_quarter_is_judged_by_its_months() -> None:
    past = past_like(CALLS, YEAR, SHORTER, OwnHistory([record(date(2026, 9, 1), "call", 50)]), NOVEMBER)
    assert past is not None
    assert [one.value for one in past.values] == [0, 600]


def test_a_ratio_of_deals_stays_what_it_is_and_of_customers_nothing_is_concluded() -> None:
    log = [record(date(2026, 7, 2), "deal_won"), record(date(2026, 7, 2), "deal_lost")]
    rate = past_like(default_metric(GoalKind.CONVERSION, "%"), YEAR, SHORTER, OwnHistory(log), NOVEMBER)
    assert rate is not None
    assert rate.average == 50
    assert not rate.is_scaled
    log = [record(date(2026, 6, 2), "deal_won", account="Globex"), record(date(2026, 8, 2), "churn", account="Globex")]
    assert past_like(default_metric(GoalKind.RETENTION, "%"), YEAR, SHORTER, OwnHistory(log), NOVEMBER) is None


# --- the place of a target


@given(values=values, target=amounts, less=st.booleans())
def test_the_percentile_counts_what_is_worse_and_half_of_the_equal(
    values: list[Decimal], target: Decimal, less: bool
) -> None:
    place = place_of(target, values, wants_less=less)
    worse = [one for one in values if (one > target if less else one < target)]
    assert place.percentile == Fraction(100 * (2 * len(worse) + values.count(target)), 2 * len(values))
    assert (place.reached, place.count) == (len(values) - len(worse), len(values))
    assert 0 <= place.percentile <= 100


@given(values=values, one=amounts, other=amounts, less=st.booleans())
def test_a_harder_target_never_stands_lower(values: list[Decimal], one: Decimal, other: Decimal, less: bool) -> None:
    easy, hard = sorted([one, other], reverse=less)
    first, second = (place_of(target, values, wants_less=less) for target in (easy, hard))
    assert first.percentile <= second.percentile
    assert first.reached >= second.reached


@given(values=values, target=amounts, factor=st.integers(1, 9))
def test_the_unit_of_money_does_not_move_the_place(values: list[Decimal], target: Decimal, factor: int) -> None:
    scaled = place_of(target * factor, [one * factor for one in values], wants_less=False)
    assert scaled == place_of(target, values, wants_less=False)


# --- the stretch rule


def test_an_average_of_a_hundred_proposes_a_hundred_and_ten() -> None:
    assert proposal(Fraction(100), UP, "count") == 110
    assert proposal(Fraction(42_300), UP, "USD") == 46_500
    assert proposal(Fraction(45), DOWN, "days") == Decimal("40.5")
    assert proposal(Fraction(88), KEEP, "%") == 88


@pytest.mark.parametrize(
    ("average", "unit", "top"),
    [(Fraction(95), "%", 100), (Fraction(48, 10), "score", 5), (Fraction(97, 10), "score", 10)],
)
def test_a_proposal_stays_on_its_scale(average: Fraction, unit: str, top: int) -> None:
    assert proposal(average, UP, unit) == top


def test_a_proposed_count_is_whole_and_never_less_than_the_rule() -> None:
    assert proposal(Fraction(3), UP, "count") == 4
    assert proposal(Fraction(3), DOWN, "count") == 2


@given(average=st.fractions(Fraction(1, 100), 10**9), unit=st.sampled_from(["USD", "count", "days", "hours"]))
def test_a_proposal_is_the_rule_but_for_its_rounding(average: Fraction, unit: str) -> None:
    wanted = stretch(average, UP)
    assert wanted == average * 11 / 10
    step = {"count": Fraction(1), "USD": max(wanted / 100, Fraction(1, 100))}.get(unit, Fraction(1, 10))
    assert abs(Fraction(proposal(average, UP, unit)) - wanted) <= step


@given(st.decimals(1, 10**12, places=2))
def test_three_figures_are_kept_of_an_amount(amount: Decimal) -> None:
    rounded = in_figures(amount)
    assert abs(rounded - amount) <= amount / 200 + Decimal("0.01")
    assert len(rounded.normalize().as_tuple().digits) <= 3 or amount < 10
