"""How a goal or a record changed, told in the program."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, driving
from tests.app.filling import log, plan

CHANGES_OF_GOAL = ["g", "enter", "h"]


def a_life(desk: Desk) -> str:
    """Give a goal a history: adjusted, taken back, adjusted again, paused."""
    goal = plan(desk)
    desk.goals.adjust(goal.id, "a slip", target=Decimal(6_000))
    desk.history.undo()
    desk.goals.adjust(goal.id, "territory grew", target=Decimal(66_000), due=date(2026, 4, 30))
    desk.goals.pause(goal.id)
    return goal.id


@pytest.mark.parametrize("size", SIZES)
async def test_a_goal_tells_every_step_with_its_reason_latest_first(desk: Desk, size: tuple[int, int]) -> None:
    a_life(desk)
    async with driving(desk, size, CHANGES_OF_GOAL) as ae:
        text = " ".join(line.strip("│ ").strip() for line in ae.lines())
        steps = [
            "· state active → paused on ",
            "· target €60,000 → €66,000, due date Mar 31, 2026 → Apr 30, 2026 on ",
            ": territory grew",
            "+ added on ",
        ]
        places = [text.index(step) for step in steps]
        assert places == sorted(places)
        assert "How it changed: Revenue in the first quarter" in text
        await ae.press("escape")
        assert "Goal: Revenue in the first quarter" in ae.text()


async def test_what_a_restore_did_to_a_goal_is_told_too(desk: Desk) -> None:
    goal = a_life(desk)
    before = desk.keeping.back_up()
    desk.goals.resume(goal)
    desk.goals.adjust(goal, "a good month", target=Decimal(70_000))
    desk.keeping.restore(str(before))
    async with driving(desk, (120, 40), CHANGES_OF_GOAL) as ae:
        told = " ".join(line.strip("│ ") for line in ae.lines())
        assert "€70,000 → €66,000" in told
        assert f"from {before.name}" in told


async def test_a_step_that_was_taken_back_is_marked(desk: Desk) -> None:
    goal = plan(desk)
    desk.goals.adjust(goal.id, "a slip", target=Decimal(6_000))
    desk.history.undo()
    async with driving(desk, (120, 40), CHANGES_OF_GOAL) as ae:
        assert "a slip (taken back)" in ae.text()


@pytest.mark.parametrize("place", ["t", "d"])
async def test_a_record_tells_how_it_was_edited(desk: Desk, place: str) -> None:
    (record,) = log(desk, "won 5000 @Globex")
    desk.log.edit(record.id, amount=Decimal(6_000), note="signed")
    async with driving(desk, (120, 40), [place, "home"]) as ae:
        assert "Globex" in ae.pointed()
        await ae.press("h")
        assert "amount €5,000 → €6,000" in ae.text()
        assert "note – → signed" in ae.text()


async def test_where_no_record_is_there_is_no_history_key(desk: Desk) -> None:
    async with driving(desk, keys=["d", "h"]) as ae:
        assert "How it changed" not in ae.text()
