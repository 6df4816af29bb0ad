"""A target over sub-periods: everything sums to it, to the smallest unit of its currency."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Direction, Goal
from aegoals.domain.metric import Aggregation, Metric, Window
from aegoals.domain.periods import Period, SplitBy
from aegoals.domain.split import Splitter, apportion, parts_of, places_of, shares, why_whole
from aegoals.domain.split_weights import read_weights, refitted, season_of, weights_in_words
from aegoals.domain.stretches import DaysOff
from aegoals.errors import RefusedInput
from tests.builders import CALLS, REVENUE, a_calendar, a_goal, a_standing

SPLITTER = Splitter()
CURRENCIES = {"JPY": 0, "EUR": 2, "KWD": 3}
UP_DOWN = st.decimals(-(10**11), 10**11, places=3)
WEIGHTS = st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=60).filter(any)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Working weeks with holidays and a range of days off."""
    first = draw(st.dates(date(2026, 1, 1), date(2027, 12, 1)))
    off = DaysOff(start=first, end=first + timedelta(days=draw(st.integers(0, 60))))
    days = draw(st.sets(st.integers(1, 7), min_size=1))
    return WorkCalendar.build(
        {"work_days": tuple(days), "days_off": (off,), "country": draw(st.sampled_from([None, "SE"]))}
    )


@st.composite
def splitters(draw: st.DrawFn) -> Splitter:
    return Splitter(draw(calendars()), draw(st.integers(1, 12)), draw(st.sampled_from([1, 7])))


# --- amounts


@given(UP_DOWN, WEIGHTS, st.sampled_from([0, 2, 3]))
def test_parts_sum_to_the_total_and_each_is_at_most_one_unit_off(
    total: Decimal, weights: list[Decimal], places: int
) -> None:
    total = round(total, places)
    parts = apportion(total, weights, places)
    assert sum(parts) == total
    unit, whole = Fraction(1, 10**places), sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        assert part == round(part, places)
        assert abs(Fraction(part) - Fraction(total) * Fraction(weight) / whole) < unit
        assert weight or not part


def test_what_is_left_goes_to_the_largest_remainders_the_earlier_first() -> None:
    assert apportion(Decimal(10), [1, 1, 1, 1, 1, 1], 0) == [2, 2, 2, 2, 1, 1]
    assert apportion(Decimal(100), [22, 20, 21], 0) == [35, 32, 33]
    assert apportion(Decimal(-15), [1, 1], 0) == [-8, -7]


def test_a_total_finer_than_its_unit_still_sums_exactly() -> None:
    assert sum(apportion(Decimal("100.005"), [1, 1, 1], 2)) == Decimal("100.005")


@given(WEIGHTS)
def test_shares_sum_to_one_exactly(weights: list[Decimal]) -> None:
    assert sum(shares(weights)) == 1


def test_thirds_sum_to_one_and_a_goal_keeps_them_through_the_file() -> None:
    season = season_of(SPLITTER.periods(date(2026, 1, 1), date(2026, 3, 31), SplitBy.MONTHS), [1, 1, 1])
    assert [str(part.weight) for part in season] == ["0.333333333334", "0.333333333333", "0.333333333333"]
    goal = a_goal(split="months", season=season)
    again = Goal.build(goal.document())
    assert again == goal
    assert [part.amount for part in parts_of(again, SPLITTER)] == [20_000, 20_000, 20_000]


def test_a_very_small_weight_survives_the_file() -> None:
    season = season_of(
        [Period(date(2026, 1, 1), date(2026, 1, 31)), Period(date(2026, 2, 1), date(2026, 3, 31))], [1, 10**11]
    )
    goal = a_goal(season=season)
    assert Goal.build(goal.document()) == goal
    assert goal.document()["season"][0]["weight"] == "0.00000000001"


# --- periods


@given(splitters(), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 800), st.sampled_from(SplitBy))
def test_sub_periods_cover_every_day_once_and_each_has_work(
    splitter: Splitter, start: date, length: int, by: SplitBy
) -> None:
    due = start + timedelta(days=length)
    periods = splitter.periods(start, due, by)
    assert (periods[0].start, periods[-1].end) == (start, due)
    for one, other in pairwise(periods):
        assert other.start == one.end + timedelta(days=1)
    assert all(splitter.working_days(periods)) or len(periods) == 1


def test_a_year_becomes_quarters_of_the_fiscal_year_months_and_weeks() -> None:
    year = date(2026, 1, 1), date(2026, 12, 31)
    fiscal = Splitter(fiscal_year_start=2)
    assert len(SPLITTER.periods(*year, SplitBy.QUARTERS)) == 4
    assert [one.start.month for one in fiscal.periods(*year, SplitBy.QUARTERS)] == [1, 2, 5, 8, 11]
    assert len(SPLITTER.periods(*year, SplitBy.MONTHS)) == 12
    assert len(SPLITTER.periods(*year, SplitBy.WEEKS)) == 53


def test_a_weekend_at_the_edge_joins_the_week_beside_it() -> None:
    periods = SPLITTER.periods(date(2026, 2, 28), date(2026, 3, 8), SplitBy.WEEKS)  # a Saturday to a Sunday
    assert periods == [Period(date(2026, 2, 28), date(2026, 3, 8))]


def test_thousands_of_weeks_are_refused_with_a_way_out() -> None:
    with pytest.raises(RefusedInput, match="more than 160 weeks") as refused:
        SPLITTER.periods(date(2026, 1, 1), date(2036, 1, 1), SplitBy.WEEKS)
    assert "months or quarters" in refused.value.repair


# --- a goal's parts


@given(splitters(), st.sampled_from(sorted(CURRENCIES)), UP_DOWN, UP_DOWN, st.sampled_from(SplitBy), st.data())
def test_a_goals_parts_sum_to_its_way_whatever_calendar_and_currency(
    splitter: Splitter, currency: str, baseline: Decimal, target: Decimal, by: SplitBy, data: st.DataObject
) -> None:
    places = CURRENCIES[currency]
    baseline, target = round(baseline, places), round(target, places)
    if baseline == target:
        return
    direction = "reach_up" if target > baseline else "bring_down"
    goal = a_goal(
        metric=REVENUE.with_(unit=currency), direction=direction, baseline=baseline, target=target, split=by,
        start=date(2026, 1, 15), due=date(2027, 3, 20),
    )  # fmt: skip
    periods = splitter.periods(goal.start, goal.due, by)
    if data.draw(st.booleans()):
        weights = data.draw(st.lists(st.integers(0, 999), min_size=len(periods), max_size=len(periods)).filter(any))
        goal = goal.with_(season=season_of(periods, weights))
    parts = parts_of(goal, splitter)
    assert sum(part.amount for part in parts) == target - baseline
    assert all(part.amount == round(part.amount, places) for part in parts)
    assert parts[-1].value == target
    assert (parts[0].start, parts[-1].due) == (goal.start, goal.due)


def test_counts_are_split_in_whole_numbers_by_working_days() -> None:
    goal = a_goal(metric=CALLS, target=100, split="months")
    assert [part.amount for part in parts_of(goal, SPLITTER)] == [35, 31, 34]
    assert [part.value for part in parts_of(goal, SPLITTER)] == [35, 66, 100]


def test_a_week_off_makes_its_month_lighter() -> None:
    off = DaysOff(start=date(2026, 2, 2), end=date(2026, 2, 15))
    goal = a_goal(metric=CALLS, target=100, split="months")
    amounts = [part.amount for part in parts_of(goal, Splitter(a_calendar(days_off=(off,))))]
    assert amounts == [41, 18, 41]


def test_a_level_that_falls_is_split_into_levels() -> None:
    days = Metric(unit="days", aggregation=Aggregation.MEAN)
    goal = a_goal(metric=days, direction="bring_down", baseline=45, target=30, split="months")
    assert [part.value for part in parts_of(goal, SPLITTER)] == [40, 35, 30]


def test_the_line_stands_on_the_sum_of_the_parts_at_the_end_of_each() -> None:
    periods = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    goal = a_goal(due=date(2026, 12, 31), target=100_000, split="quarters", season=season_of(periods, [10, 20, 30, 40]))
    for part in parts_of(goal, SPLITTER):
        assert a_standing(goal, 0, part.due).expected == part.value


@pytest.mark.parametrize(
    ("metric", "direction", "way", "words"),
    [
        (REVENUE, "keep_at_most", "5000", "A limit holds on every day"),
        (Metric(unit="%", aggregation=Aggregation.RATIO), "keep_at_least", "90", "A level to keep holds on every day"),
        (REVENUE.with_(window=Window.MONTH), "keep_at_least", "5000", "A level to keep"),
        (CALLS, "reach_up", "1", "It is done or not"),
        (CALLS, "reach_up", "2", ""),
        (CALLS, "keep_at_least", "20", ""),
        (REVENUE, "bring_down", "-4000", ""),
    ],
)
def test_where_a_split_makes_no_sense_it_is_said(metric: Metric, direction: str, way: str, words: str) -> None:
    assert why_whole(metric, Direction(direction), Decimal(way)).startswith(words)
    assert bool(words) is bool(why_whole(metric, Direction(direction), Decimal(way)))


def test_a_goal_that_is_not_split_has_no_parts() -> None:
    assert parts_of(a_goal(), SPLITTER) == []


@pytest.mark.parametrize(
    ("unit", "values", "places"),
    [("JPY", ["1000"], 0), ("EUR", ["1000"], 2), ("KWD", ["1000"], 3), ("count", ["2.5"], 1), ("score", ["4"], 2)],
)
def test_the_smallest_unit_follows_the_unit_and_the_values(unit: str, values: list[str], places: int) -> None:
    assert places_of(unit, *map(Decimal, values)) == places


# --- weights


@pytest.mark.parametrize(
    ("text", "locale", "weights"),
    [
        ("", "en_US", []),
        ("30 30 40", "en_US", [30, 30, 40]),
        ("30 % / 30 % / 40 %", "en_US", [30, 30, 40]),
        ("12,5; 37,5; 50", "de_DE", ["12.5", "37.5", 50]),
        ("1, 2, 3", "en_US", [1, 2, 3]),
        ("52,300 61k", "en_US", [52_300, 61_000]),
    ],
)
def test_weights_are_read_as_they_are_typed(text: str, locale: str, weights: list[str | int]) -> None:
    assert read_weights(text, locale) == [Decimal(one) for one in weights]


@pytest.mark.parametrize(
    ("text", "words"), [("a b", "“a” is not a number"), ("3 -1", "-1 is negative"), ("5 NaN", "NaN")]
)
def test_weights_that_are_none_are_told(text: str, words: str) -> None:
    with pytest.raises(RefusedInput, match=words) as refused:
        read_weights(text, "en_US")
    assert refused.value.message.startswith("weights: ")


def test_too_few_weights_and_nothing_but_zeros_are_told() -> None:
    quarters = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    with pytest.raises(RefusedInput, match="there are 3 for 4 parts"):
        season_of(quarters, [1, 2, 3])
    with pytest.raises(RefusedInput, match="all are 0"):
        season_of(quarters, [0, 0, 0, 0])


@given(st.lists(st.integers(0, 10**5), min_size=4, max_size=4).filter(any))
def test_weights_in_words_mean_the_same_season(weights: list[int]) -> None:
    quarters = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    season = season_of(quarters, weights)
    assert season_of(quarters, read_weights(weights_in_words(season), "en_US")) == season


def test_simple_weights_come_back_as_simple_numbers() -> None:
    quarters = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    assert weights_in_words(season_of(quarters, [30, 30, 20, 20])) == "3 3 2 2"
    assert weights_in_words(season_of(quarters, [1, 1, 1, 0])) == "1 1 1 0"


def test_a_season_follows_a_goal_to_other_days() -> None:
    year = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    season = season_of(year, [10, 20, 30, 40])
    half = SPLITTER.periods(date(2026, 1, 1), date(2026, 6, 30), SplitBy.QUARTERS)
    assert [part.weight for part in refitted(season, half, SPLITTER)] == shares([10, 20])
    longer = SPLITTER.periods(date(2026, 1, 1), date(2027, 3, 31), SplitBy.QUARTERS)
    moved = refitted(season, longer, SPLITTER)
    assert [part.due for part in moved] == [one.end for one in longer]
    assert sum(part.weight for part in moved) == 1
    assert moved[0].weight * 2 == pytest.approx(moved[1].weight)


def test_a_season_keeps_its_shape_in_the_year_after() -> None:
    year = SPLITTER.periods(date(2026, 1, 1), date(2026, 12, 31), SplitBy.QUARTERS)
    season = season_of(year, [10, 20, 30, 40])
    after = SPLITTER.periods(date(2027, 1, 1), date(2027, 12, 31), SplitBy.QUARTERS)
    moved = refitted(season, after, SPLITTER)
    assert [part.weight for part in moved] == [part.weight for part in season]
    assert [part.start for part in moved] == [one.start for one in after]


def test_a_season_that_no_day_is_left_of_is_none() -> None:
    season = season_of(
        [Period(date(2026, 1, 1), date(2026, 3, 31)), Period(date(2026, 4, 1), date(2026, 6, 30))], [0, 1]
    )
    first = SPLITTER.periods(date(2026, 1, 1), date(2026, 2, 28), SplitBy.MONTHS)
    assert refitted(season, first, SPLITTER) == ()
