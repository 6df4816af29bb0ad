"""Career: aspirations, skills, trainings and career goals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log, plan


async def test_an_empty_page_names_the_keys(desk: Desk) -> None:
    async with driving(desk, keys=["c"]) as ae:
        for key in ["Press a to add one.", "Press k to add one.", "Press h to add one.", "Press n to write one."]:
            assert key in ae.text()
        await ae.press("e", "delete", "i", "enter", "up", "pageup", "end")
        assert "Press a to add one." in ae.text()


async def test_an_aspiration_is_added_edited_and_deleted(desk: Desk) -> None:
    async with driving(desk, keys=["c", "a"]) as ae:
        await ae.type("Lead a team")
        await ae.press("enter")
        await ae.type("2030")
        await ae.press("enter")
        await ae.type("I like to see others win")
        await ae.press("enter", "right", "enter")
        assert "› ◇ Lead a team  by 2030  – I like to see others win" in ae.text()
        await ae.press("e", "tab")
        await ae.replace("2031")
        await ae.press("ctrl+s")
        assert "by 2031" in ae.pointed()
        await ae.press("delete")
        assert "Press u to bring it back" in ae.said()
        assert "Press a to add one." in ae.text()
        assert "e Edit" not in ae.footer()
        await ae.press("u")
        assert "◇ Lead a team  by 2031" in ae.text()


@pytest.mark.parametrize("year", ["soon", "20.5", "9" * 5000, "1066"])
async def test_a_year_that_is_none_is_told(desk: Desk, year: str) -> None:
    async with driving(desk, keys=["c", "a"]) as ae:
        await ae.type("Lead a team")
        await ae.press("enter")
        await ae.type(year)
        await ae.press("ctrl+s")
        assert "Lead a team" in ae.text()
        assert "is not a whole number" in ae.text() or "should be greater than or equal to 1950" in ae.text()
        assert desk.career.aspirations.all() == []


async def test_a_nameless_aspiration_is_refused(desk: Desk) -> None:
    async with driving(desk, keys=["c", "a", "ctrl+s"]) as ae:
        assert "“” is empty." in ae.text()
        await ae.press("escape")
    assert desk.career.aspirations.all() == []


async def test_a_skill_shows_todays_and_the_wanted_level(desk: Desk) -> None:
    async with driving(desk, keys=["c", "k"]) as ae:
        await ae.type("Negotiation")
        await ae.press("enter", "right", "enter", "right", "enter")
        await ae.type("Two renewals without discount")
        await ae.press("enter")
        assert "2 of 5 wanted" in ae.pointed()
        (skill,) = desk.career.skills.all()
        assert (skill.level, skill.wanted, skill.rated_on) == (2, 5, desk.today())
        await ae.press("e", "tab", "right", "right", "right", "ctrl+s")
        assert "5 of 5 wanted" in ae.pointed()
        await ae.press("backspace")
        assert desk.career.skills.all() == []


async def test_hours_of_a_training_count_and_stand_in_the_log(desk: Desk) -> None:
    async with driving(desk, keys=["c", "h"]) as ae:
        await ae.type("Negotiation course")
        await ae.press("enter")
        await ae.type("16")
        await ae.press("ctrl+s")
        assert "0 of 16 hours" in ae.pointed()
        assert "+ Log hours" in ae.footer()
        await ae.press("plus")
        await ae.replace("1.5")
        await ae.press("enter")
        assert "1.5 of 16 hours" in ae.pointed()
        await ae.press("i")
        await ae.replace("two")
        await ae.press("enter")
        assert "“two” is not a number." in ae.text()
        await ae.replace("0")
        await ae.press("enter")
        assert "is nothing to log" in ae.text()
        await ae.press("escape", "d")
        assert "1 h 30 min – Negotiation course" in ae.text()
    assert desk.career.trainings.all()[0].hours_done == Decimal("1.5")


async def test_a_training_is_finished_on_a_day_written_the_aes_way(desk: Desk) -> None:
    training = desk.career.save_training(title="Course", hours_planned=Decimal(8), hours_done=Decimal(8))
    async with driving(desk, keys=["c", "e", "tab", "tab", "tab"]) as ae:
        await ae.type("2/27/2026")
        await ae.press("ctrl+s")
    assert str(desk.career.trainings.get(training.id).finished_on) == "2026-02-27"


async def test_log_hours_is_offered_on_trainings_only(desk: Desk) -> None:
    desk.career.save_aspiration(title="Lead a team")
    desk.career.save_training(title="Course", hours_planned=Decimal(8), hours_done=Decimal(0))
    async with driving(desk, (120, 40), keys=["c"]) as ae:
        assert "Log hours" not in ae.footer()
        await ae.press("i")
        assert "Lead a team" in ae.pointed()
        await ae.press("down")
        assert "Log hours" in ae.footer()


async def test_career_goals_stand_here_with_their_bars(desk: Desk) -> None:
    plan(desk, "Forty hours of training", kind="career", unit="hours", target="40")
    log(desk, "training 120 min")
    async with driving(desk, keys=["c"]) as ae:
        assert "Forty hours of training" in ae.pointed()
        assert "2 h / 40 h" in ae.text()
        await ae.press("enter")
        assert "Goal: Forty hours of training" in ae.text()
        await ae.press("escape", "delete")
        assert "Delete “Forty hours of training”?" in ae.text()
        await ae.press("y")
        assert "Press n to write one." in ae.text()


async def test_n_writes_a_career_goal(desk: Desk) -> None:
    async with driving(desk, keys=["c", "n"]) as ae:
        assert "S Specific" in ae.text()
        assert "1 Hours of negotiation training" in ae.text()
        await ae.press("escape")
        assert "Aspirations" in ae.text()
    assert desk.drafts.all() == []


async def test_the_keys_work_after_every_dialog(desk: Desk) -> None:
    desk.career.save_aspiration(title="Lead a team")
    async with driving(desk, keys=["c"]) as ae:
        for key in "akhe":
            await ae.press(key)
            assert "esc Cancel" in ae.footer()
            await ae.press("escape")
            assert "Lead a team" in ae.pointed()
