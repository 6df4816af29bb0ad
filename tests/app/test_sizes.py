"""Every page and dialog at three sizes, with a year of data and with none."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, driving
from tests.app.places import DIALOGS, PAGES, STEPS

NEXT_KEYS = {
    "today": "l Log",
    "goals": "n New goal",
    "goal": "esc Back",
    "wizard": "F8 Next step",
    "log": "l Log",
    "search": "esc Back",
    "career": "a Aspiration",
    "aspiration": "k Skill",
    "skill": "p Rate",
    "talk": "a Agreed",
    "role": "a Expected",
    "timeline": "/ Find",
    "feedback": "n New",
    "rewards": "n Reward",
    "settings": "o Days off",
    "insights": "Table",
}


NEED_DATA = {"goal", "aspiration", "skill", "talk"}


def check(ae: Driver, size: tuple[int, int]) -> None:
    """Check what holds for every screen: it fills the window and nothing is wider."""
    width, height = size
    lines = ae.lines()
    assert len(lines) == height
    assert max(cell_len(line) for line in lines) <= width
    assert "Traceback" not in ae.text()
    assert "F1 Help" in ae.footer()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("data", ["demo", "desk"])
async def test_every_page_opens_with_its_keys(request: pytest.FixtureRequest, data: str, size: tuple[int, int]) -> None:
    desk: Desk = request.getfixturevalue(data)
    async with driving(desk, size) as ae:
        for name, (page, keys) in PAGES.items():
            if name in NEED_DATA and not desk.goals.all():
                continue
            await ae.press(*keys)
            assert isinstance(ae.app.screen, page)
            check(ae, size)
            assert NEXT_KEYS[name] in ae.footer()
            await ae.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_every_step_of_the_wizard_shows_its_first_label(desk: Desk, size: tuple[int, int]) -> None:
    labels = ["Name of the goal", "Unit", "What says that you can do it?", "Why does it matter?", "Start"]
    async with driving(desk, size, ["g", "n"]) as ae:
        for label in ["The goal in one sentence", "Revenue", *labels, "Parts", "Save the goal"]:
            check(ae, size)
            assert label in ae.text()
            assert "F8 Next step" in ae.footer()
            await ae.press("f8")
    assert len(STEPS) == len(labels) + 4


async def test_every_dialog_shows_its_first_label_and_closes_to_where_it_was_opened(demo: Desk) -> None:
    async with driving(demo, SIZES[0]) as ae:
        for name, (kind, keys, label) in DIALOGS.items():
            await ae.press(*keys)
            assert isinstance(ae.app.screen, kind), name
            for size in (*SIZES, *reversed(SIZES[:-1])):
                if ae.app.screen.size != size:
                    await ae.resize(*size)
                check(ae, size)
                assert label in ae.text(), name
                assert "esc Cancel" in ae.footer()
            below = ae.app.screen_stack[-2].focused
            assert below is not None
            await ae.press("escape")
            assert ae.app.screen.focused is below, name  # the keys work on as before
            await ae.press("escape", "f2")


async def test_a_window_that_changes_its_size_keeps_every_page_whole(demo: Desk) -> None:
    async with driving(demo, (120, 40)) as ae:
        for _page, keys in PAGES.values():
            await ae.press(*keys)
            for size in [(30, 8), (12, 4), (80, 24)]:
                await ae.resize(*size)
                assert len(ae.lines()) == size[1]
                assert max(cell_len(line) for line in ae.lines()) <= size[0]
            check(ae, (80, 24))
            await ae.press("escape")


async def test_a_dialog_in_a_tiny_window_can_still_be_used(demo: Desk) -> None:
    async with driving(demo, (40, 10), ["f4", "e"]) as ae:
        await ae.press(*["tab"] * 5)
        assert "Account" in ae.text()
        await ae.replace("Initech")
        await ae.press("ctrl+s")
        assert "Initech" in ae.text()


async def test_the_text_of_a_refusal_can_be_read_above_a_long_form(demo: Desk) -> None:
    async with driving(demo, (60, 18), ["f4", "e", *["tab"] * 7]) as ae:
        await ae.replace("an hour")
        await ae.press("ctrl+s")
        assert "“an hour” is not a number of minutes." in ae.text()
        assert "Minutes" in ae.text()
        assert ae.typed() == "an hour"


async def test_a_long_hint_of_a_field_is_read_whole_on_a_narrow_screen(desk: Desk) -> None:
    async with driving(desk, (60, 18), ["f6", "home", *["down"] * 4, "enter"]) as ae:
        assert "such as en_US, sv_SE, ja_JP." in " ".join(ae.text().replace("│", " ").split())
    async with driving(desk, (120, 40), ["f6", "home", *["down"] * 4, "enter"]) as ae:
        check(ae, (120, 40))
