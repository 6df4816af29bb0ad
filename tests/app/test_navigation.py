"""Going from place to place, the palette, and letters that are text while one types."""

from __future__ import annotations

import pytest

from aegoals.services import Desk
from screens.today import TodayPage
from screens.wizard import WizardPage
from tests.app.driving import Driver, driving
from tests.app.filling import log, plan
from tests.app.places import PAGES, furnish

PLACES = {
    ("f2", "t"): "working days left this month",
    ("f3", "g"): "Goals  running",
    ("f4", "d"): "The week",
    ("f5", "c"): "Aspirations",
    ("f6", "s"): "Fiscal year starts in",
    ("f12", "b"): "Win rate",
}


async def test_every_place_is_reached_from_every_other_with_both_its_keys(desk: Desk) -> None:
    async with driving(desk, (80, 40)) as ae:
        for place, (start, words_there) in enumerate(PLACES.items()):
            for step, (goal, words) in enumerate(PLACES.items()):
                await ae.press(goal[(place + step) % 2])
                assert words in ae.text()
                await ae.press(start[(place + step) % 2])
                assert words_there in ae.text()


async def test_the_place_where_one_is_is_marked(desk: Desk) -> None:
    async with driving(desk) as ae:
        assert ae.lines()[0] == " F2 Today  F3 Goals  F4 Log  F5 Career  F6 Settings  F12 Insights"
        await ae.pilot.click("NavBar", offset=(12, 0))
        await ae.settle()
        assert "Goals  running" in ae.text()


async def test_where_there_is_little_room_letters_name_the_places(desk: Desk) -> None:
    async with driving(desk, (60, 18)) as ae:
        assert ae.lines()[0] == " t Today  g Goals  d Log  c Career  s Settings  b Insights"
        await ae.pilot.click("NavBar", offset=(50, 0))
        await ae.settle()
        assert "Win rate" in ae.text()


async def test_the_function_keys_lead_away_from_a_goal_and_back_to_the_list(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=["g", "enter"]) as ae:
        await ae.press("f2")
        assert "working days left" in ae.text()
        await ae.press("f3")
        assert "Goal: Revenue in the first quarter" in ae.text()  # as it was left
        await ae.press("f3")
        assert "Goals  running" in ae.text()
        await ae.press("enter", "escape")
        assert "Goals  running" in ae.text()


async def test_goals_opened_over_one_another_are_left_with_one_key(desk: Desk) -> None:
    plan(desk, "First goal")
    plan(desk, "Second goal")
    async with driving(desk, keys=["g", "enter"]) as ae:
        await ae.search("Second")
        await ae.press("down", "enter")
        assert "Goal: Second goal" in ae.text()
        await ae.press("f3")
        assert "Goals  running" in ae.text()


async def test_letters_in_the_log_line_are_never_commands(desk: Desk) -> None:
    log(desk, "3 calls")
    for place in ["t", "d"]:
        async with driving(desk, keys=[place, "l"]) as ae:
            for key in "tgdcsurqlnefoxakhip":
                await ae.press(key)
            await ae.press("slash", "plus", "question_mark")
            assert ae.typed() == "tgdcsurqlnefoxakhip/+?"
            await ae.press("backspace", "delete", "left", "right", "home", "delete")
            assert ae.typed() == "gdcsurqlnefoxakhip/+"
            assert len(desk.log.day(desk.today())) == 1


async def test_letters_in_forms_are_never_commands(desk: Desk) -> None:
    async with driving(desk, keys=["c", "a"]) as ae:
        await ae.press(*"tgdcsurqyn", "question_mark")
        assert ae.typed() == "tgdcsurqyn?"


async def test_function_keys_work_from_the_log_line(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("half a line")
        await ae.press("f3")
        assert "Goals  running" in ae.text()
        await ae.press("f2")
        assert ae.typed() == "half a line"


async def test_ctrl_z_in_the_log_line_takes_the_line_back_that_was_just_logged(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("3 calls")
        await ae.press("enter", "ctrl+z")
        assert "Taken back: 3 calls" in ae.said()
        assert desk.log.day(desk.today()) == []
        await ae.press("ctrl+y")
        assert len(desk.log.day(desk.today())) == 1


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_program_is_left(desk: Desk, key: str) -> None:
    async with driving(desk, keys=[key]) as ae:
        assert ae.app.return_code == 0
        assert not ae.app.is_running or ae.app._exit


async def test_ctrl_c_says_how_to_leave_and_does_not(desk: Desk) -> None:
    async with driving(desk, keys=["ctrl+c"]) as ae:
        assert "Ctrl+Q leaves; everything is saved already." in ae.said()
        assert ae.app.return_code is None


# --- the palette


async def test_the_palette_finds_a_goal_by_name_and_opens_it(desk: Desk) -> None:
    plan(desk, "Revenue in spring")
    plan(desk, "Keep Globex happy")
    async with driving(desk) as ae:
        await ae.search("globex")
        found = [line for line in ae.lines() if line.startswith("  ") and "risk" not in line]
        assert any("Keep Globex happy" in line for line in found)
        assert not any("Revenue in spring" in line and "€" not in line for line in found)
        await ae.press("down", "enter")
        assert "Goal: Keep Globex happy" in ae.text()
        await ae.press("escape")
        assert "working days left" in ae.text()


async def test_closed_and_archived_goals_are_not_offered(desk: Desk) -> None:
    desk.goals.close(plan(desk, "An old goal").id)
    desk.goals.archive(plan(desk, "A hidden goal").id)
    async with driving(desk) as ae:
        await ae.search("goal")
        assert "An old goal" not in ae.text()
        assert "A hidden goal" not in ae.text()


async def run(ae: Driver, command: str) -> None:
    """Run a command from the palette."""
    await ae.search(command)
    await ae.press("down", "enter")


async def test_commands_of_the_page_run_from_the_palette(desk: Desk) -> None:
    async with driving(desk) as ae:
        await run(ae, "New goal")
        assert "What do you want to reach?" in ae.text()
        await ae.press("escape")
        await run(ae, "Career")
        assert "Aspirations" in ae.text()
        await run(ae, "Aspiration")
        assert "Where do you want to be?" in ae.text()
        await ae.press("escape")
        await run(ae, "Help")
        assert "─ Help ─" in ae.text()
        await ae.press("escape")
        await run(ae, "Quit")
        assert ae.app.return_code == 0


async def test_the_record_under_the_cursor_can_be_edited_from_the_palette(desk: Desk) -> None:
    log(desk, "3 calls")
    async with driving(desk) as ae:
        await run(ae, "Edit")
        assert "Edit the record" in ae.text()


async def test_a_command_that_does_not_fit_the_row_does_nothing_and_says_so(desk: Desk) -> None:
    async with driving(desk, keys=["c"]) as ae:
        await run(ae, "Log hours")
        assert "Press h to add one." in ae.text()
        assert ae.said() == "“Log hours” has nothing to work on here."


async def test_escape_closes_the_palette_where_it_was_opened(desk: Desk) -> None:
    furnish(desk)
    async with driving(desk) as ae:
        for page, keys in PAGES.values():
            await ae.press(*keys)
            before = ae.app.screen.focused
            await ae.press("ctrl+p", "escape")
            assert isinstance(ae.app.screen, page)
            assert ae.app.screen.focused is before
            await ae.press("escape")


async def test_the_palette_over_the_wizard_leaves_the_draft_alone(desk: Desk) -> None:
    plan(desk, "Revenue in spring")
    async with driving(desk, keys=["g", "n", "enter", "enter"]) as ae:
        await ae.type("Another goal")
        await ae.search("spring")
        await ae.press("down", "enter")
        assert "Goal: Revenue in spring" in ae.text()
        await ae.press("escape")
        assert isinstance(ae.app.screen, WizardPage)
        assert ae.typed() == "Another goal"


# --- dialogs close once


async def test_a_second_enter_on_its_way_closes_nothing_else(desk: Desk) -> None:
    plan(desk, kind="other", unit="count", target="10")
    async with driving(desk, keys=["g", "enter", "i"]) as ae:
        dialog = ae.app.screen
        await ae.type("5")
        await dialog.run_action("confirm")
        await dialog.run_action("confirm")
        await dialog.run_action("cancel")
        await ae.settle()
        assert "Goal: Revenue in the first quarter" in ae.text()
        await ae.press("delete")
        question = ae.app.screen
        await question.run_action("no")
        await question.run_action("no")
        await ae.settle()
        assert "Goal: Revenue in the first quarter" in ae.text()


async def test_a_place_comes_back_without_the_search_that_led_away(desk: Desk) -> None:
    log(desk, "3 calls @Globex")
    async with driving(desk, (120, 40), keys=["slash"]) as ae:
        await ae.type("globex")
        await ae.press("enter", "enter")
        assert ae.app.current_mode == "log"
        await ae.press("f2")
        assert isinstance(ae.app.screen, TodayPage)


async def test_what_was_taken_back_is_not_called_logged(desk: Desk) -> None:
    async with driving(desk, (120, 40), keys=["l"]) as ae:
        await ae.type("3 calls")
        await ae.press("enter", "escape")
        assert "✓ logged" in ae.text()
        await ae.press("u")
        assert "✓ logged" not in ae.text()
