"""Goals that have ended: one quiet line on Today and Goals, a form, a list where there are several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aegoals.domain.goal import Outcome
from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, a_desk, driving
from tests.app.filling import log, plan, plan_calls

APRIL = date(2026, 4, 1)


def in_april(path: Path, goals: int = 1) -> Desk:
    """Return a desk on the day after the end of some goals."""
    march = a_desk(path)
    log(march, "won 36000 @Globex")
    for place in range(goals):
        plan(march, f"Revenue {place + 1}", due=f"2026-03-{31 - place}")
    return a_desk(path, APRIL)


async def to_the_line(ae: Driver) -> None:
    for _row in range(20):
        if "Say how" in ae.pointed():
            return
        await ae.press("down")
    raise AssertionError(ae.text())


async def test_today_asks_once_and_the_lesson_stands_on_the_goal(path: Path) -> None:
    desk = in_april(path)
    async with driving(desk, (100, 40)) as ae:
        await to_the_line(ae)
        assert "Say how it went, it has ended: Revenue 1" in ae.pointed()
        await ae.press("enter")
        assert "€36,000 of €60,000, 60 % of the way." in ae.text()
        assert "partly" in ae.text()
        await ae.press("tab")
        await ae.type("Proposals sent on Fridays get lost")
        await ae.press("enter")
        assert "Say how" not in ae.text()
        (goal,) = desk.goals.all()
        assert goal.closing is not None
        assert goal.closing.outcome is Outcome.PARTLY
        await ae.press("g", "f", "f", "slash")
        await ae.type("fridays")
        await ae.press("enter", "enter")
        assert "Learned               Proposals sent on Fridays get lost" in ae.text()
        await ae.press("escape", "t", "u")
        assert "Say how" in ae.text()


async def test_waved_off_it_does_not_ask_again(path: Path) -> None:
    desk = in_april(path)
    async with driving(desk, (100, 40)) as ae:
        await to_the_line(ae)
        assert "w Wave off" in ae.footer()
        await ae.press("w")
        assert "Say how" not in ae.text()
        await ae.press("g")
        assert "Say how" not in ae.text()
    async with driving(a_desk(path, APRIL), (100, 40)) as ae:
        assert "Say how" not in ae.text()


@pytest.mark.parametrize("size", SIZES)
async def test_ten_that_ended_are_one_line_that_leads_to_a_list(path: Path, size: tuple[int, int]) -> None:
    desk = in_april(path, 10)
    async with driving(desk, size, ["g"]) as ae:
        await ae.press("end")
        await to_the_line(ae)
        assert "Say how they went: 10 goals have ended" in ae.pointed()
        assert "Wave off" not in ae.footer()
        await ae.press("enter")
        assert "How did they go?" in ae.text()
        assert "w Wave off" in ae.footer()
        await ae.press("f1")
        assert "Each goal that has ended asks once" in ae.text()
        await ae.press("f1")
        assert "How did they go?" in ae.text()
        await ae.press("w")
        assert len(desk.goals.to_tell()) == 9
        await ae.press("enter")
        assert "What did you learn?" in ae.text()
        await ae.press("ctrl+s")
        assert len(desk.goals.to_tell()) == 8
        await ae.press("escape")
        assert "Say how they went: 8 goal" in ae.text()


async def test_a_goals_own_page_asks_too(path: Path) -> None:
    desk = in_april(path)
    async with driving(desk, (100, 40), ["g", "enter", "home"]) as ae:
        await to_the_line(ae)
        await ae.press("enter", "ctrl+s")
        assert "Say how" not in ae.text()
        assert not desk.goals.all()[0].is_open


async def test_a_quota_closed_by_itself_is_asked_about_quietly(path: Path) -> None:
    plan_calls(a_desk(path), "Calls", repeats="month")
    desk = a_desk(path, APRIL)
    async with driving(desk, (100, 40)) as ae:
        await to_the_line(ae)
        assert "Say how it went, it has ended: Calls" in ae.pointed()
        await ae.press("enter", "tab")
        await ae.type("Block the mornings")
        await ae.press("enter")
        closed = next(goal for goal in desk.goals.all() if goal.closing)
        assert closed.closing is not None
        assert closed.closing.reason == "Block the mornings"
        assert "Say how" not in ae.text()


async def test_a_missed_goal_says_once_that_it_is_missed(path: Path) -> None:
    async with driving(in_april(path), (100, 40)) as ae:
        assert "missed by €24,000" in ae.text()
        assert "missed ·" not in ae.text()
