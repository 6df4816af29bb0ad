"""Rewards: promised, earned by the data, claimed by the AE."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.measure import measure
from aegoals.domain.reward import Span, best_of, period_of
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from tests.builders import CALLS, MONDAY, WallCalendar, a_desk, a_record
from tests.services.scenes import plan


@pytest.fixture
def wall() -> WallCalendar:
    return WallCalendar()


@pytest.fixture
def desk(tmp_path: Path, wall: WallCalendar) -> Desk:
    return a_desk(tmp_path / "data.json", wall)


def test_a_goal_reached_by_a_log_line_earns_its_reward(desk: Desk) -> None:
    goal = plan(desk, target="5,000")
    one = desk.rewards.save(promise="A day at the lake", occasion="goal", goal=goal.id)
    assert desk.rewards.settle() == []
    with pytest.raises(RefusedInput, match="not earned yet"):
        desk.rewards.claim(one)
    desk.log.log("won 6000 @Globex")
    (earned,) = desk.rewards.settle()
    assert earned.earned_on == MONDAY
    assert desk.rewards.settle() == []
    assert desk.rewards.claim(earned).claimed_on == MONDAY
    with pytest.raises(RefusedInput, match="claimed already"):
        desk.rewards.claim(desk.rewards.get("a day at the lake"))


def test_a_milestone_earns_when_its_value_is_there(desk: Desk) -> None:
    goal = plan(desk, milestones="2026-03-20 20000 First third")
    desk.rewards.save(promise="Cake", occasion="milestone", goal=goal.id, milestone="First third")
    desk.log.log("won 19000 @Globex")
    assert desk.rewards.settle() == []
    desk.log.log("won 2000 @Harbor")
    assert [one.promise for one in desk.rewards.settle()] == ["Cake"]


def test_a_streak_and_a_limit_earn_when_the_days_are_over(desk: Desk, wall: WallCalendar) -> None:
    desk.rewards.save(promise="Concert", occasion="streak", days=3)
    for _day in range(3):
        desk.log.log("1 call")
        wall.day += timedelta(days=1)
    assert [one.promise for one in desk.rewards.settle()] == ["Concert"]


def test_a_personal_record_is_earned_by_beating_it(desk: Desk) -> None:
    goal = plan(desk, title="Calls", kind="activity", unit="count", target="100")
    desk.rewards.save(promise="New headset", occasion="record", goal=goal.id, span="month")
    desk.log.log("2026-02-03: 12 calls")
    desk.log.log("12 calls")
    assert desk.rewards.settle() == []
    desk.log.log("1 call")
    assert [one.promise for one in desk.rewards.settle()] == ["New headset"]


def test_what_hangs_on_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedInput):
        desk.rewards.save(promise="Cake", occasion="goal")
    with pytest.raises(RefusedInput):
        desk.rewards.save(promise="Cake", occasion="streak")
    score = plan(desk, title="Score", kind="satisfaction", unit="score", target="4", baseline="1")
    with pytest.raises(RefusedInput, match="adds up"):
        desk.rewards.save(promise="Cake", occasion="record", goal=score.id)
    assert desk.rewards.all() == []


def test_a_goal_that_is_gone_leaves_the_promise_waiting(desk: Desk) -> None:
    goal = plan(desk)
    desk.rewards.save(promise="Cake", occasion="goal", goal=goal.id)
    desk.goals.delete(goal.id)
    assert desk.rewards.settle() == []
    assert len(desk.rewards.all()) == 1


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 50)), min_size=1, max_size=30),
    st.sampled_from(list(Span)),
)
def test_the_best_period_is_the_largest_of_all_finished_ones(days: list[tuple[int, int]], span: Span) -> None:
    today = date(2026, 3, 2)
    records = [a_record(id=str(n), date=today - timedelta(days=b), quantity=q) for n, (b, q) in enumerate(days)]
    best = best_of(CALLS, records, span, today)
    periods = {period_of(span, record.date) for record in records} - {period_of(span, today)}
    sums = {one: measure(CALLS, records, one.start, one.end).value or Decimal(0) for one in periods}
    assert best.value == max(sums.values(), default=Decimal(0))
    assert best.is_beaten == (bool(sums) and best.running > max(sums.values()))
