"""Quotas that come again, and easier goals that wait."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.goal import GoalState, Outcome, Repeat
from aegoals.domain.renewal import next_goal
from aegoals.domain.split import Splitter
from aegoals.services import Desk
from tests.builders import WallCalendar, a_desk, a_goal
from tests.services.scenes import plan

MARCH = date(2026, 3, 31)


@pytest.fixture
def wall() -> WallCalendar:
    return WallCalendar()


@pytest.fixture
def desk(tmp_path: Path, wall: WallCalendar) -> Desk:
    return a_desk(tmp_path / "data.json", wall)


def a_monthly_quota(desk: Desk, **answers: str) -> str:
    quota = {"title": "Calls", "kind": "activity", "unit": "count", "target": "40", "repeats": "monthly"}
    return plan(desk, **(quota | {"start": "2026-03-01", "due": "2026-03-31"} | answers)).id


def test_a_monthly_quota_rolls_over_three_month_ends(desk: Desk, wall: WallCalendar) -> None:
    a_monthly_quota(desk)
    for month, calls in ((3, 44), (4, 12), (5, 40)):
        wall.day = date(2026, month, 20)
        desk.upkeep.run()
        desk.log.log(f"{calls} calls")
    wall.day = date(2026, 6, 1)
    (june,) = desk.upkeep.run().begun
    closed = sorted((goal for goal in desk.goals.all() if not goal.is_open), key=lambda one: one.start)
    assert [(goal.due, goal.closing.actual) for goal in closed if goal.closing] == [
        (date(2026, 3, 31), Decimal(44)),
        (date(2026, 4, 30), Decimal(12)),
        (date(2026, 5, 31), Decimal(40)),
    ]
    assert [goal.closing and goal.closing.outcome for goal in closed] == [
        Outcome.ACHIEVED,
        Outcome.MISSED,
        Outcome.ACHIEVED,
    ]
    assert (june.start, june.due, june.target) == (date(2026, 6, 1), date(2026, 6, 30), Decimal(40))
    assert {goal.series for goal in closed[1:]} == {june.series} == {closed[0].id}
    assert len([goal for goal in desk.goals.all() if goal.is_open]) == 1


def test_periods_that_passed_unseen_are_closed_as_recorded_too(desk: Desk, wall: WallCalendar) -> None:
    a_monthly_quota(desk)
    wall.day = date(2026, 8, 15)
    (august,) = desk.upkeep.run().begun
    assert august.due == date(2026, 8, 31)
    assert len(desk.goals.all()) == 6
    assert desk.upkeep.run().begun == ()


def test_it_can_be_taken_back_and_does_not_come_again_at_once(desk: Desk, wall: WallCalendar) -> None:
    quota = a_monthly_quota(desk)
    wall.day = date(2026, 4, 1)
    desk.upkeep.run()
    desk.history.undo()
    assert [goal.id for goal in desk.goals.all()] == [quota]
    assert desk.upkeep.run().begun == ()
    assert desk.goals.get(quota).is_open


def test_a_quota_taken_up_again_does_not_begin_its_next_period_twice(desk: Desk, wall: WallCalendar) -> None:
    quota = a_monthly_quota(desk)
    wall.day = date(2026, 4, 1)
    (april,) = desk.upkeep.run().begun
    desk.goals.adjust(april.id, "a new phone", target=Decimal(50))
    desk.goals.reopen(quota)
    again = Desk(lambda: desk._context.store, lambda: wall.day, wall.now)
    assert again.upkeep.run().begun == (again.goals.get(april.id),)
    assert [goal.target for goal in again.goals.all() if goal.is_open] == [Decimal(50)]
    assert len(again.goals.all()) == 2


def test_on_the_last_day_and_for_a_look_ahead_nothing_happens(desk: Desk, wall: WallCalendar, tmp_path: Path) -> None:
    a_monthly_quota(desk)
    wall.day = MARCH
    assert desk.upkeep.run().begun == ()
    ahead = Desk(lambda: desk._context.store, lambda: date(2027, 1, 1), wall.now)
    assert ahead.upkeep.run().begun == ()


def test_a_goal_stops_coming_again_when_told_so(desk: Desk, wall: WallCalendar) -> None:
    quota = a_monthly_quota(desk)
    desk.goals.adjust(quota, "a one-off", repeats=None)
    wall.day = date(2026, 4, 1)
    assert desk.upkeep.run().begun == ()


@pytest.mark.parametrize(
    ("repeat", "start", "due", "next_start", "next_due"),
    [
        (Repeat.MONTH, date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28)),
        (Repeat.QUARTER, date(2026, 1, 1), MARCH, date(2026, 4, 1), date(2026, 6, 30)),
        (Repeat.YEAR, date(2026, 4, 1), date(2027, 3, 31), date(2027, 4, 1), date(2028, 3, 31)),
    ],
)
def test_the_next_period_follows_the_calendar(
    repeat: Repeat, start: date, due: date, next_start: date, next_due: date
) -> None:
    goal = a_goal(start=start, due=due, repeats=repeat, milestones=[{"title": "half", "due": start, "done_on": start}])
    renewed = next_goal(goal, "next", Splitter())
    assert (renewed.start, renewed.due) == (next_start, next_due)
    assert renewed.milestones[0].done_on is None
    assert next_start <= renewed.milestones[0].due <= next_due
    assert renewed.state is GoalState.ACTIVE


# --- cool-off


def test_an_easier_target_waits_and_a_harder_one_does_not(desk: Desk, wall: WallCalendar) -> None:
    goal = plan(desk)
    desk.profile.change(cool_off_days=3)
    harder = desk.goals.adjust(goal.id, "a better quarter", target=Decimal(70_000))
    assert (harder.target, harder.pending) == (Decimal(70_000), None)
    easier = desk.goals.adjust(goal.id, "a bad week", target=Decimal(50_000), why="still mine")
    assert easier.target == 70_000
    assert easier.why == "still mine", "what is not easier changes at once"
    assert easier.pending is not None
    wall.day += timedelta(days=2)
    assert desk.upkeep.run().eased == ()
    wall.day += timedelta(days=1)
    (eased,) = desk.upkeep.run().eased
    assert (eased.target, eased.pending) == (Decimal(50_000), None)
    assert eased.revisions[-1].reason == "a bad week"
    desk.history.undo()
    assert desk.goals.get(goal.id).target == 70_000


def test_only_the_easier_change_alone_is_kept_waiting(desk: Desk) -> None:
    goal = plan(desk)
    desk.profile.change(cool_off_days=1)
    waiting = desk.goals.adjust(goal.id, "later", due=date(2026, 4, 30))
    assert (waiting.due, waiting.revisions) == (goal.due, ())
    assert waiting.pending is not None
    assert waiting.pending.due == date(2026, 4, 30)


def test_without_a_cool_off_everything_changes_at_once(desk: Desk) -> None:
    goal = plan(desk)
    assert desk.goals.adjust(goal.id, "easier", target=Decimal(1_000)).target == 1_000
