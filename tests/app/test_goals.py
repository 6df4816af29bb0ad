"""Goals: the list with its filters, orders and search, archive, delete, drafts."""

from __future__ import annotations

import pytest

from aegoals.domain.goal import Outcome
from aegoals.services import Desk
from tests.app.driving import Driver, driving
from tests.app.filling import log, plan, plan_calls


def titles(ae: Driver) -> list[str]:
    """Return the goals in the order of the list."""
    marks = "●◐▲✓✗‖■○"
    rows = [line.strip("› ") for line in ae.lines()]
    return [row[2:].split("   ")[0].strip() for row in rows if row[:1] in marks and row[1:2] == " "]


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Return a desk with a goal that slips, one on track, and one that starts later."""
    plan(desk, "Revenue in spring", serves="Region North")
    plan_calls(desk, "Calls in March")
    plan(desk, "Autumn campaign", start="2026-09-01", due="2026-11-30")
    log(desk, "12 calls")
    return desk


async def test_an_empty_list_names_the_key_to_press(desk: Desk) -> None:
    async with driving(desk, keys=["g"]) as ae:
        assert "No goal runs. Press n to write one." in ae.text()
        assert "e Edit" not in ae.footer()
        await ae.press("enter", "delete", "x", "e", "up", "down", "pageup", "home", "end")
        assert "No goal runs." in ae.text()


async def test_a_row_says_where_the_goal_stands(three: Desk) -> None:
    async with driving(three, keys=["g"]) as ae:
        text = ae.text()
        assert "▲ Revenue in spring" in text
        assert "at risk · 22 days left" in text
        assert "0 %  €0 / €60,000  €2,728 a day" in text
        assert "12 / 220" in text
        assert "not started · starts Sep 1, 2026" in text


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_bars_are_of_one_length_whatever_the_figures(three: Desk, size: tuple[int, int]) -> None:
    log(three, "won 41234 @Globex")
    async with driving(three, size, ["g"]) as ae:
        bars = [line for line in ae.lines() if "░" in line]
        assert len(bars) == 3
        assert len({max(line.rfind(glyph) for glyph in "░█▶┃") for line in bars}) == 1


async def test_a_goal_from_a_weekend_on_starts_on_its_first_working_day(desk: Desk) -> None:
    plan(desk, "Spring weekend", start="2026-03-07", due="2026-05-29")  # a Saturday
    async with driving(desk, keys=["g"]) as ae:
        assert "starts Mar 9" in ae.text()


async def test_filters_follow_one_another(three: Desk) -> None:
    three.goals.close(plan(three, "Old one").id, Outcome.MISSED, "Too late")
    three.goals.archive(plan(three, "Hidden one").id)
    async with driving(three, keys=["g"]) as ae:
        assert "running · by urgency" in ae.text()
        assert titles(ae) == ["Revenue in spring", "Calls in March", "Autumn campaign"]
        await ae.press("f")
        assert "slipping" in ae.text()
        assert titles(ae) == ["Revenue in spring"]
        await ae.press("f")
        assert titles(ae) == ["Old one"]
        await ae.press("f")
        assert titles(ae) == ["Hidden one"]
        await ae.press("f")
        assert "running" in ae.text()


async def test_an_empty_filter_says_how_to_go_on(three: Desk) -> None:
    async with driving(three, keys=["g", "f", "f"]) as ae:
        assert "None here. Press f for another filter." in ae.text()
        await ae.press("f", "f")
        assert titles(ae) == ["Revenue in spring", "Calls in March", "Autumn campaign"]


async def test_orders_follow_one_another(three: Desk) -> None:
    async with driving(three, keys=["g", "o"]) as ae:
        assert "by end date" in ae.text()
        assert titles(ae)[-1] == "Autumn campaign"
        await ae.press("o")
        assert "by progress" in ae.text()
        assert titles(ae)[0] == "Calls in March"
        await ae.press("o")
        assert "by name" in ae.text()
        assert titles(ae) == ["Autumn campaign", "Calls in March", "Revenue in spring"]


async def test_find_shows_the_goals_whose_text_holds_a_word(three: Desk) -> None:
    async with driving(three, keys=["g", "slash"]) as ae:
        assert "n New goal" not in ae.footer()
        await ae.press("n", "o", "r", "t", "h")  # letters are typed, no commands
        assert ae.typed() == "north"
        assert titles(ae) == ["Revenue in spring"]
        await ae.press("enter", "enter")
        assert "Goal: Revenue in spring" in ae.text()
        await ae.press("escape")
        assert titles(ae) == ["Revenue in spring"]
        await ae.press("escape")
        assert len(titles(ae)) == 3
        assert ae.pointed()


async def test_find_shows_the_drafts_that_hold_a_word(desk: Desk) -> None:
    for title in ("Renewals in spring", "More demos"):
        desk.drafts.save(desk.drafts.new().with_(title=title, kind="other"))
    async with driving(desk, keys=["g", "slash"]) as ae:
        await ae.type("renew")
        assert "✎ Renewals in spring" in ae.text()
        assert "More demos" not in ae.text()


async def test_find_without_a_hit_says_so_and_escape_shows_all(three: Desk) -> None:
    async with driving(three, keys=["g", "slash"]) as ae:
        await ae.type("zebra")
        assert "No goal holds that word. Escape shows all." in ae.text()
        await ae.press("escape")
        assert len(titles(ae)) == 3
        await ae.press("down", "e")
        assert "Edit the goal" in ae.text()


async def test_a_goal_is_archived_and_brought_back(three: Desk) -> None:
    async with driving(three, keys=["g", "x"]) as ae:
        assert titles(ae) == ["Calls in March", "Autumn campaign"]
        assert "Calls in March" in ae.pointed()
        await ae.press("f", "f", "f")
        assert titles(ae) == ["Revenue in spring"]
        await ae.press("x")
        assert "None here." in ae.text()
        await ae.press("f")
        assert len(titles(ae)) == 3


async def test_delete_asks_first(three: Desk) -> None:
    async with driving(three, keys=["g", "delete"]) as ae:
        assert "Delete “Revenue in spring”?" in ae.text()
        await ae.press("n")
        assert len(three.goals.all()) == 3
        await ae.press("delete", "escape")
        assert len(three.goals.all()) == 3
        await ae.press("delete", "enter")
        assert "Delete “Revenue in spring”?" in ae.text()  # Enter is not yes
        await ae.press("y")
        assert titles(ae) == ["Calls in March", "Autumn campaign"]
        assert "Calls in March" in ae.pointed()
        await ae.press("u")
        assert "Revenue in spring" in titles(ae)


async def test_drafts_are_listed_continued_and_deleted(desk: Desk) -> None:
    async with driving(desk, keys=["g", "n", "enter", "down", "enter"]) as ae:
        await ae.type("New customers")
        await ae.press("enter")
        await ae.type("First contracts")
        await ae.press("escape")
        assert "Kept as a draft under Goals." in ae.said()
        assert "› ✎ New customers" in ae.text()
        assert "x Archive" not in ae.footer()
        await ae.press("enter")
        assert "First contracts" in ae.text()
        await ae.press("escape", "delete")
        assert desk.drafts.all() == []
        assert "Drafts" not in ae.text()
        await ae.press("u")
        assert "✎ New customers" in ae.text()


async def test_a_draft_without_a_name_is_called_by_what_it_says_else_by_its_type(desk: Desk) -> None:
    desk.drafts.save(desk.drafts.new().with_(kind="revenue", why="My part"))
    async with driving(desk, keys=["g", "n", "enter", "enter", "tab"]) as ae:
        await ae.type("Deals with schools")
        await ae.press("escape")
        assert "✎ Deals with schools" in ae.text()
        assert "✎ untitled (Revenue)" in ae.text()


async def test_e_edits_the_goal_under_the_cursor(three: Desk) -> None:
    async with driving(three, keys=["g", "down", "e"]) as ae:
        assert "Edit the goal" in ae.text()
        assert "Calls in March" in ae.text()
        await ae.press("escape")
        assert "Calls in March" in ae.pointed()
    assert three.drafts.all() == []  # looking is no draft


async def test_a_long_list_is_walked_by_page_and_to_its_ends(desk: Desk) -> None:
    for number in range(30):
        plan_calls(desk, f"Goal {number:02}")
    async with driving(desk, keys=["g", "o", "o", "o"]) as ae:
        assert "Goal 00" in ae.pointed()
        await ae.press("end")
        assert "Goal 29" in ae.pointed()
        await ae.press("pageup")
        middle = ae.pointed()
        assert "Goal" in middle
        assert "Goal 29" not in middle
        await ae.press("pagedown", "pagedown")
        assert "Goal 29" in ae.pointed()
        await ae.press("home")
        assert "Goal 00" in ae.pointed()
        assert "by name" in ae.text()  # the heading is in view again
        await ae.press("pagedown", "pagedown")
        assert ae.pointed()
        await ae.resize(60, 18)
        assert ae.pointed()  # and stays in view in a smaller window
