"""The cursor keys between the fields of a form and of the wizard."""

from __future__ import annotations

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, driving
from tests.app.filling import plan


def label(ae: Driver) -> str:
    """Return the label of the field in focus."""
    assert ae.app.screen.focused is not None
    return str(ae.app.screen.focused.border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_down_and_up_go_from_field_to_field_and_keep_what_was_typed(desk: Desk, size: tuple[int, int]) -> None:
    plan(desk)
    async with driving(desk, size, ["g", "enter", "a"]) as ae:
        await ae.replace("70,000")
        seen = []
        for _field in range(6):
            seen.append(label(ae))
            await ae.press("down")
        assert seen == ["Target", "Baseline", "Start", "Due", "Comes again", "Reason"]
        assert label(ae) == "Reason"  # it ends there, and does not jump to the top
        await ae.type("More leads")
        await ae.press(*["up"] * 7)
        assert label(ae) == "Target"
        assert ae.typed() == "70,000"
        await ae.press("ctrl+s")
    assert [int(goal.target) for goal in desk.goals.all()] == [70_000]


async def test_in_a_choice_the_arrows_to_the_sides_still_choose(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=["g", "enter", "a", *["down"] * 4, "right", "down"]) as ae:
        await ae.type("Each month")
        await ae.press("ctrl+s")
    assert [goal.repeats for goal in desk.goals.all()] == ["month"]


async def test_in_a_field_of_several_lines_the_keys_move_the_cursor_until_its_end(desk: Desk) -> None:
    async with driving(desk, keys=["c", "m", "down"]) as ae:
        while label(ae) != "Questions, one a line":
            await ae.press("down")
        await ae.replace("Why?\nHow?")
        await ae.press("up")
        assert label(ae) == "Questions, one a line"
        await ae.press("up", "up")
        assert label(ae) != "Questions, one a line"
        await ae.press(*["down"] * 3)
        assert label(ae) == "What was said"


async def test_the_footer_names_the_key_where_there_is_another_field(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, (60, 18), ["g", "enter", "a"]) as ae:
        assert "↓ Next field" in ae.footer()
        await ae.press("escape", "escape", "d", "j")
        assert "Next field" not in ae.footer()


@pytest.mark.parametrize("size", SIZES)
async def test_up_goes_back_a_field_of_the_wizard_and_down_to_the_examples(desk: Desk, size: tuple[int, int]) -> None:
    async with driving(desk, size, ["g", "n", "enter", "enter"]) as ae:
        await ae.type("New customers")
        await ae.press("enter")
        assert label(ae) == "What exactly?"
        await ae.press("up")
        assert ae.typed() == "New customers"
        await ae.press("up")
        assert ae.typed() == "New customers"
        await ae.press("f8")
        assert label(ae) == "Target"
        await ae.press("down", "1")
        assert ae.typed()


async def test_the_target_says_in_words_what_it_counts(desk: Desk) -> None:
    plan(desk, "New customers", kind="new_business", unit="count", target="10")
    async with driving(desk, (60, 18), ["g", "enter", "a"]) as ae:
        assert "Counted in customers." in ae.text()


def flat(ae: Driver) -> str:
    """Return the words on the screen, without lines and frames."""
    return " ".join(ae.text().replace("│", " ").split())


def rows_of_labels(ae: Driver) -> list[int]:
    return [place for place, line in enumerate(ae.lines()) if line.lstrip("│ ").startswith(("Working days", "Country"))]


async def test_no_field_moves_as_the_hints_below_come_and_go(desk: Desk) -> None:
    async with driving(desk, (60, 18), ["s"]) as ae:
        while "Working days" not in ae.pointed():
            await ae.press("down")
        await ae.press("enter")
        before = rows_of_labels(ae)
        await ae.press("down")
        assert rows_of_labels(ae) == before
        await ae.press("down")
        assert "May stay empty." in flat(ae)
        assert rows_of_labels(ae) == before


async def test_a_hint_is_whole_after_the_window_became_narrow(desk: Desk) -> None:
    async with driving(desk, (120, 40), ["s"]) as ae:
        while "Working days" not in ae.pointed():
            await ae.press("down")
        await ae.press("enter", "down", "down")
        await ae.resize(60, 18)
        assert "May stay empty." in flat(ae)
        assert "…" not in ae.text()
