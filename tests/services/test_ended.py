"""Goals that have ended ask once how they went."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.ended import likely_outcome
from aegoals.domain.goal import Outcome
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from tests.builders import WallCalendar, a_desk, a_goal, a_standing
from tests.services.scenes import plan

APRIL = date(2026, 4, 1)


@pytest.fixture
def wall() -> WallCalendar:
    return WallCalendar()


@pytest.fixture
def desk(tmp_path: Path, wall: WallCalendar) -> Desk:
    return a_desk(tmp_path / "data.json", wall)


def asked(desk: Desk) -> list[str]:
    return [goal.id for goal in desk.goals.to_tell()]


def test_a_goal_asks_from_the_day_after_its_end(desk: Desk, wall: WallCalendar) -> None:
    goal = plan(desk)
    wall.day = goal.due
    assert asked(desk) == []
    wall.day = APRIL
    assert asked(desk) == [goal.id]


def test_the_answer_closes_it_with_its_lesson_and_undo_asks_again(desk: Desk, wall: WallCalendar) -> None:
    goal = plan(desk)
    wall.day = APRIL
    told = desk.goals.close(goal.id, Outcome.PARTLY, "Start demos in January")
    assert told.closing is not None
    assert (told.closing.outcome, told.closing.reason) == (Outcome.PARTLY, "Start demos in January")
    assert asked(desk) == []
    desk.history.undo()
    assert asked(desk) == [goal.id]


def test_waved_off_it_never_asks_again_unless_its_end_is_moved(desk: Desk, wall: WallCalendar) -> None:
    goal = plan(desk)
    wall.day = APRIL
    desk.goals.wave_end(goal.id)
    assert asked(desk) == []
    assert desk.goals.get(goal.id).is_open
    desk.goals.adjust(goal.id, "one more month", due=date(2026, 4, 30))
    wall.day = date(2026, 5, 1)
    assert asked(desk) == [goal.id]


def test_what_was_closed_by_hand_or_archived_is_not_asked_about(desk: Desk, wall: WallCalendar) -> None:
    closed, archived = plan(desk), plan(desk, title="Another")
    desk.goals.close(closed.id)
    desk.goals.archive(archived.id)
    wall.day = APRIL
    assert asked(desk) == []
    with pytest.raises(RefusedInput, match="closed already"):
        desk.goals.close(closed.id, Outcome.MISSED)


def test_a_quota_closed_by_itself_asks_once_and_keeps_its_value(desk: Desk, wall: WallCalendar) -> None:
    quota = plan(desk, title="Calls", kind="activity", unit="count", target="40", start="2026-03-01", repeats="month")
    desk.log.log("44 calls")
    wall.day = APRIL
    (april,) = desk.upkeep.run().begun
    assert asked(desk) == [quota.id]
    told = desk.goals.close(quota.id, reason="Mornings work")
    assert told.closing is not None
    assert (told.closing.outcome, told.closing.actual, told.closing.day) == (Outcome.ACHIEVED, Decimal(44), quota.due)
    assert asked(desk) == []
    assert april.asked_on is None


@pytest.mark.parametrize(
    ("value", "direction", "wanted"),
    [
        (60_000, "reach_up", Outcome.ACHIEVED),
        (30_000, "reach_up", Outcome.PARTLY),
        (29_999, "reach_up", Outcome.MISSED),
        (50_000, "keep_at_least", Outcome.MISSED),
    ],
)
def test_the_data_proposes_the_result(value: int, direction: str, wanted: Outcome) -> None:
    assert likely_outcome(a_standing(a_goal(direction=direction), value, APRIL)) is wanted
