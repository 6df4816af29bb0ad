"""The hours that activity goals ask for, against the working week."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.coach import OwnHistory
from aegoals.domain.coaching.hours import (
    FEWEST_TIMED,
    ActivityGoal,
    hours_of,
    is_timed,
    minutes_each,
    workload,
)
from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric
from tests.builders import CALLS, REVENUE, a_calendar
from tests.domain.coaching.histories import record

DAY = date(2026, 11, 10)
NOTHING = OwnHistory()
WEEK = a_calendar()
TOUCHES = default_metric(GoalKind.ACTIVITY, "count", "calls and meetings")
TRAINING = default_metric(GoalKind.CAREER, "hours")


def test_calls_take_their_usual_minutes() -> None:
    assert hours_of(ActivityGoal("Calls", CALLS, Decimal(240), 20), WEEK, NOTHING) == 10  # 60 a week, 10 minutes each


def test_own_durations_count_once_there_are_enough_of_them() -> None:
    timed = [record(DAY, "call", 2, minutes=30) for _ in range(FEWEST_TIMED)]
    assert minutes_each("call", OwnHistory(timed[1:])) == 10
    assert minutes_each("call", OwnHistory(timed)) == 15


def test_the_mean_of_own_durations_is_a_ratio_of_sums() -> None:
    log = [record(DAY, "call", 1, minutes=60), *(record(DAY, "call", 10, minutes=20) for _ in range(4))]
    assert minutes_each("call", OwnHistory(log)) == Fraction(140, 41)


def test_several_kinds_weigh_as_they_are_logged() -> None:
    log = OwnHistory([*(record(DAY, "call") for _ in range(3)), record(DAY, "meeting")])
    goal = ActivityGoal("Touches", TOUCHES, Decimal(60), 5)
    assert hours_of(goal, WEEK, log) == 60 * Fraction(3 * 10 + 60, 4) / 60
    assert hours_of(goal, WEEK, NOTHING) == 60 * Fraction(10 + 60, 2) / 60


def test_hours_of_training_are_hours() -> None:
    assert hours_of(ActivityGoal("Course", TRAINING, Decimal(16), 40), WEEK, NOTHING) == 2


def test_what_is_done_or_over_asks_for_nothing() -> None:
    assert hours_of(ActivityGoal("Calls", CALLS, Decimal(-3), 20), WEEK, NOTHING) == 0
    assert hours_of(ActivityGoal("Calls", CALLS, Decimal(3), 0), WEEK, NOTHING) == 0


def test_only_activities_have_hours() -> None:
    assert is_timed(CALLS)
    assert is_timed(TRAINING)
    assert not is_timed(REVENUE)
    assert not is_timed(default_metric(GoalKind.NEW_BUSINESS, "count", "opportunities"))


def test_a_week_can_be_too_short() -> None:
    goals = [ActivityGoal(name, CALLS, Decimal(2400), 20) for name in ("Calls", "More calls")]
    assert workload(goals[:1], WEEK, NOTHING, Decimal(100)).hours == 100
    assert not workload(goals[:1], WEEK, NOTHING, Decimal(100)).is_too_much
    assert workload(goals, WEEK, NOTHING, Decimal(100)).is_too_much


@given(rests=st.lists(st.integers(0, 10_000), max_size=6), days=st.integers(1, 260))
def test_the_hours_of_all_goals_add_up(rests: list[int], days: int) -> None:
    goals = [ActivityGoal(str(place), CALLS, Decimal(rest), days) for place, rest in enumerate(rests)]
    load = workload(goals, WEEK, NOTHING, Decimal(40))
    assert load.hours == Fraction(sum(rests) * 5 * 10, days * 60)
    assert len(load.shares) == sum(rest > 0 for rest in rests)
