"""Keep-at-least and keep-at-most goals: within the limit until the period ends, never done early."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import Goal
from aegoals.domain.progress import Status
from tests.builders import CALLS, MONDAY, a_goal, a_standing

TUESDAY = MONDAY + timedelta(days=1)
LATER = date(2026, 3, 18)

SATISFACTION = {"unit": "score", "aggregation": "mean", "selector": {"kinds": ["csat"]}}
LOST = {"unit": "count", "aggregation": "sum", "selector": {"kinds": ["churn"]}}

values = st.decimals(0, 1000, places=2)


def keep(direction: str, target: object, **fields: object) -> Goal:
    defaults = {"direction": direction, "target": target, "metric": SATISFACTION, "start": MONDAY}
    return a_goal(**(defaults | fields))


@given(values, values, st.integers(0, 28), st.sampled_from(["keep_at_least", "keep_at_most"]))
def test_a_limit_is_neither_reached_nor_missed_before_its_period_ends(
    target: Decimal, actual: Decimal, day: int, direction: str
) -> None:
    found = a_standing(keep(direction, target), actual, MONDAY + timedelta(days=day))
    is_within = actual >= target if direction == "keep_at_least" else actual <= target
    assert found.status not in {Status.REACHED, Status.MISSED}
    assert not is_within or found.status is Status.WITHIN_LIMIT
    assert is_within or day == 0 or found.status in {Status.BEHIND, Status.AT_RISK}


@given(values, values, st.sampled_from(["keep_at_least", "keep_at_most"]))
def test_at_its_end_a_limit_was_kept_or_not(target: Decimal, actual: Decimal, direction: str) -> None:
    found = a_standing(keep(direction, target), actual, date(2026, 4, 1))
    is_within = actual >= target if direction == "keep_at_least" else actual <= target
    assert found.status is (Status.REACHED if is_within else Status.MISSED)


@given(values, values, st.sampled_from(["keep_at_least", "keep_at_most"]))
def test_being_further_outside_is_never_called_better(target: Decimal, step: Decimal, direction: str) -> None:
    order = [Status.WITHIN_LIMIT, Status.BEHIND, Status.AT_RISK]
    sign = -1 if direction == "keep_at_least" else 1
    goal = keep(direction, target)
    seen = [order.index(a_standing(goal, target + sign * factor * step, LATER).status) for factor in (0, 1, 2, 3)]
    assert seen == sorted(seen)


def test_nothing_measured_yet_is_within_the_limit_and_shows_no_value() -> None:
    found = a_standing(keep("keep_at_least", "4.2"), None, LATER)
    assert found.status is Status.WITHIN_LIMIT
    assert (found.actual, found.progress, found.pace, found.projection, found.gap) == (None,) * 5
    assert found.required_per_working_day == 0


def test_a_limit_that_was_never_measured_is_missed_at_the_end() -> None:
    assert a_standing(keep("keep_at_least", "4.2"), None, date(2026, 4, 1)).status is Status.MISSED


def test_on_its_first_day_a_limit_is_never_behind() -> None:
    assert a_standing(keep("keep_at_least", "4.2"), 1, MONDAY).status is Status.WITHIN_LIMIT
    assert a_standing(keep("keep_at_least", "4.2"), 1, TUESDAY).status is Status.AT_RISK


@pytest.mark.parametrize(("actual", "status"), [("3.6", "behind"), ("3", "at_risk"), ("4.2", "within_limit")])
def test_below_the_limit_says_how_far(actual: str, status: str) -> None:
    """A satisfaction of at least 4.2: 3.6 is 86 % of it, 3 is 71 %."""
    assert a_standing(keep("keep_at_least", "4.2"), Decimal(actual), LATER).status == status


@pytest.mark.parametrize(("actual", "status"), [(33, "behind"), (50, "at_risk"), (30, "within_limit")])
def test_above_the_limit_says_how_far(actual: int, status: str) -> None:
    """A sales cycle of at most 30 days."""
    goal = keep("keep_at_most", 30, metric={"unit": "days", "aggregation": "mean", "of": "cycle_days"})
    assert a_standing(goal, actual, LATER).status == status


def test_lose_no_customer_at_all() -> None:
    goal = keep("keep_at_most", 0, metric=LOST)
    none_lost, one_lost = a_standing(goal, 0, LATER), a_standing(goal, 1, LATER)
    assert none_lost.status is Status.WITHIN_LIMIT
    assert none_lost.progress == 1
    assert one_lost.status is Status.AT_RISK
    assert one_lost.progress == 0


def test_a_count_to_keep_up_follows_the_line() -> None:
    """At least 100 calls in the first half of March: half of the days ask for half of the calls."""
    goal = keep("keep_at_least", 100, metric=CALLS, due=date(2026, 3, 13))
    friday = date(2026, 3, 6)
    on_line = a_standing(goal, 50, friday)
    assert on_line.expected == 50
    assert on_line.expected_progress == Decimal("0.5")
    assert on_line.pace == 1
    assert on_line.status is Status.WITHIN_LIMIT
    assert on_line.projection == 100
    assert on_line.required_per_working_day == Decimal(50) / 6  # today is not over
    assert a_standing(goal, 45, friday).status is Status.BEHIND
    assert a_standing(goal, 40, friday).status is Status.AT_RISK
    assert a_standing(goal, 100, friday).status is Status.WITHIN_LIMIT


def test_a_mean_does_not_run_along_a_line() -> None:
    found = a_standing(keep("keep_at_least", "4.2"), Decimal("4.5"), LATER)
    assert found.expected == Decimal("4.2")
    assert found.expected_progress == 1
    assert found.projection == Decimal("4.5")
    assert found.safe_days is None


def test_a_limit_below_nothing_is_never_met_by_a_worse_value() -> None:
    """A net promoter score of at least −10: −20 is outside, however the shares work out."""
    found = a_standing(keep("keep_at_least", -10), -20, LATER)
    assert found.status is Status.AT_RISK


def test_a_limit_of_nothing_is_kept_by_anything_above() -> None:
    found = a_standing(keep("keep_at_least", 0), 5, LATER)
    assert found.status is Status.WITHIN_LIMIT
    assert found.pace is None or found.pace >= 1
