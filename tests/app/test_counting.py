"""Plus and minus on a goal, and the streak on Today."""

from __future__ import annotations

from datetime import timedelta

import pytest

from aegoals.domain.goal import Outcome
from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log, plan, plan_calls


@pytest.mark.parametrize("keys", [["t", "up"], ["g"]])
async def test_plus_adds_one_and_minus_takes_the_latest_back(desk: Desk, keys: list[str]) -> None:
    plan_calls(desk, "Calls")
    async with driving(desk, keys=keys) as ae:
        assert "Calls" in ae.pointed()
        await ae.press("plus", "plus")
        assert "+ 1 call: Calls 1/10 → 2/10" in ae.said()
        assert len(desk.log.day(desk.today())) == 2
        await ae.press("minus")
        assert "− 1 call: Calls 2/10 → 1/10" in ae.said()
        await ae.press("u")
        assert len(desk.log.day(desk.today())) == 2


async def test_minus_takes_nothing_that_says_more_than_one(desk: Desk) -> None:
    plan_calls(desk, "Calls")
    log(desk, "3 calls", "call @Globex", "call (left a message)", "demo")
    async with driving(desk, keys=["g", "plus", "minus"]) as ae:
        assert "− 1 call: Calls 6/10 → 5/10" in ae.said()
        await ae.press("minus")
        assert "No single record of today counts for “Calls” alone." in ae.said()
    assert len(desk.log.day(desk.today())) == 4


async def test_what_a_goal_narrows_down_is_in_the_record(desk: Desk) -> None:
    plan_calls(desk, "Calls", account="Globex")
    log(desk, "call @Initech")
    async with driving(desk, keys=["g", "plus"]) as ae:
        assert "+ 1 call @Globex" in ae.said()
        await ae.press("minus", "minus")
    assert [one.account for one in desk.log.day(desk.today())] == ["Initech"]


async def test_a_goal_that_no_key_counts_says_why_and_what_works(desk: Desk) -> None:
    plan_calls(desk, "Be busy")
    plan(desk, "Revenue")
    plan(desk, "Satisfaction", kind="satisfaction", unit="score", baseline="4.0", target="4.5")
    async with driving(desk, keys=["g", "o", "o", "o", "home"]) as ae:
        assert "Be busy" in ae.pointed()
        assert "One more" not in ae.footer()
        await ae.press("plus")
        assert ae.said() == "It counts 5 kinds of records: write which it was on Today (F2, l)."
        await ae.press("down", "plus", "minus")
        assert ae.said() == "Not counted one by one: write the deal on Today (F2, l): won 5k @Globex."
        await ae.press("down", "minus")
        assert ae.said().startswith("Not counted one by one: ")
    assert desk.log.day(desk.today()) == []


async def test_a_closed_goal_says_how_it_counts_again_and_no_goal_where_the_cursor_belongs(desk: Desk) -> None:
    goal = plan_calls(desk, "Calls")
    desk.goals.close(goal.id, Outcome.DROPPED, "Other plans")
    log(desk, "call @Globex")
    async with driving(desk, keys=["g", "f", "f", "plus"]) as ae:
        assert ae.said() == "The goal is closed: open it and press k to take it up again."
        await ae.press("t", "down", "plus")
        assert ae.said() == "Put the cursor on a goal first: + and - count for it."


# --- streak


async def test_the_streak_is_shown_and_explained_on_demand(desk: Desk) -> None:
    today = desk.today()
    for back in (3, 4):  # Friday and Thursday; today is Monday and nothing is logged yet
        log(desk, "call", day=today - timedelta(days=back))
    desk.profile.add_days_off(today - timedelta(days=5), today - timedelta(days=5), "Ski trip")
    async with driving(desk, (80, 40), keys=["end"]) as ae:
        assert "◆ Logged on 2 working days in a row" in ae.pointed()
        await ae.press("enter")
        text = " ".join(ae.text().replace("│", " ").split())
        assert "Weekends, public holidays and your days off" in text
        assert "today: nothing logged yet, and it is not over" in text
        assert "Ski trip" in text
        assert "since Feb 26, 2026" in text
        await ae.press("escape")
        assert "◆ Logged on 2 working days in a row" in ae.pointed()


async def test_no_streak_is_no_line_and_a_setting_hides_it(desk: Desk) -> None:
    async with driving(desk) as ae:
        assert "in a row" not in ae.text()
        for back in (0, 3):
            log(desk, "call", day=desk.today() - timedelta(days=back))
        await ae.settle()
        assert "Logged on 2 working days in a row" in ae.text()
        await ae.press("s", "end")
        while "Streaks" not in ae.pointed():
            await ae.press("up")
        await ae.press("enter", "right", "ctrl+s", "t")
        assert "in a row" not in ae.text()


async def test_what_a_day_off_was_for_is_masked_in_the_streak(desk: Desk) -> None:
    for back in (0, 4):
        log(desk, "call", day=desk.today() - timedelta(days=back))
    off = desk.today() - timedelta(days=3)
    desk.profile.add_days_off(off, off, "Ski trip")
    async with driving(desk, (80, 40), keys=["end", "enter"]) as ae:
        assert "Ski trip" in ae.text()
        await ae.press("f9")
        assert "Ski trip" not in ae.text()
