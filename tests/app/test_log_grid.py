"""Week and month of the Log as heat maps: walked with the arrow keys, readable without colour."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, driving
from tests.app.filling import log

SMALL = (60, 18)


def line_with(ae: Driver, text: str) -> str:
    """Return the first line that holds a text."""
    return next((line for line in ae.lines() if text in line and not line.startswith("   ")), "")


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Return a desk with some days of March: the 2nd is a Monday and today."""
    log(desk, "8 calls", "won 5000 EUR @Globex")
    log(desk, "2 calls, 1 demo", day=date(2026, 3, 3))
    log(desk, "1 call", day=date(2026, 2, 26))
    return desk


async def test_the_week_shows_each_kind_and_day_with_its_sums(filled: Desk) -> None:
    async with driving(filled, keys=["d", "v"]) as ae:
        assert "Mar 2, 2026 – Mar 8, 2026  what was done" in ae.text()
        assert line_with(ae, "calls  ").split() == ["calls", "█", "8", "░", "2", "10"]
        assert line_with(ae, "deals won").split() == ["deals", "won", "░", "1", "1"]
        assert line_with(ae, "total  ").split() == ["total", "9", "3", "12"]
        assert line_with(ae, "  Mon 2  ").split()[2:] == ["8", "calls", "·", "1", "deal", "won", "€5,000"]


async def test_the_month_shows_every_day_shaded_and_the_weeks_sums(filled: Desk) -> None:
    async with driving(filled, SMALL, ["d", "v", "v"]) as ae:
        assert "March 2026  what was done" in ae.text()
        assert line_with(ae, "› 2").split() == ["›", "2█", "9", "3▒", "3", *"45678", "12"]
        assert "less to more" in ae.text()
        await ae.press("pageup")
        assert "February 2026" in ae.text()
        (week,) = [line for line in ae.lines() if "26█" in line]
        assert week.split() == ["23", "–", "24", "–", "25", "–", "26█", "1", "27", "–", "28", "1"]


async def test_a_key_shows_money_instead_and_back(filled: Desk) -> None:
    log(filled, "won 300 SEK")
    async with driving(filled, SMALL, ["d", "v", "v", "a"]) as ae:
        assert "March 2026  money won, in EUR · a: what was done" in ae.text()
        assert line_with(ae, "› 2").split()[:3] == ["›", "2█", "5k"]
        assert "without a rate: SEK" in ae.text()
        await ae.press("a")
        assert "what was done · a: money" in ae.text()


async def test_arrow_keys_walk_through_the_days_and_enter_opens_one(filled: Desk) -> None:
    async with driving(filled, SMALL, ["d", "v", "v", "right"]) as ae:
        assert "› 3" in ae.text()
        assert line_with(ae, "Tue 3 ").split()[2:] == ["2", "calls", "·", "1", "demo"]
        await ae.press("down")
        assert "›10" in ae.text()
        await ae.press("end")
        assert "›31" in ae.text()
        await ae.press("right")
        assert "April 2026" in ae.text()
        await ae.press("up", "home")
        assert "March 2026" in ae.text()
        await ae.press("right", "right", "enter")
        assert "Tuesday, March 3, 2026" in ae.text()
        assert "› 2 calls" in ae.text()


async def test_in_the_week_up_and_down_go_to_other_weeks(filled: Desk) -> None:
    async with driving(filled, keys=["d", "v", "up"]) as ae:
        assert "Feb 23, 2026 – Mar 1, 2026" in ae.text()
        await ae.press("pagedown", "pagedown")
        assert "Mar 9, 2026 – Mar 15, 2026" in ae.text()
        assert "Nothing logged in this week." in ae.text()


async def test_a_line_is_logged_on_the_day_under_the_cursor(filled: Desk) -> None:
    async with driving(filled, SMALL, ["d", "v", "v", "right", "right", "l"]) as ae:
        await ae.type("6 emails")
        await ae.press("enter", "escape")
        assert line_with(ae, "Wed 4 ").split()[2:] == ["6", "e-mails"]
        await ae.press("u")
        assert line_with(ae, "Wed 4 ").split()[2:] == ["–"]
    assert filled.log.day(date(2026, 3, 4)) == []


async def test_a_click_goes_to_a_day_and_a_second_one_opens_it(filled: Desk) -> None:
    async with driving(filled, SMALL, ["d", "v", "v"]) as ae:
        place = next((line.index(" 3 "), number) for number, line in enumerate(ae.lines()) if line.startswith("  › 2"))
        await ae.pilot.click(offset=(place[0] + 1, place[1]))
        await ae.settle()
        assert "› 3" in ae.text()
        await ae.pilot.click(offset=(place[0] + 1, place[1]))
        await ae.settle()
        assert "Tuesday, March 3, 2026" in ae.text()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [["v"], ["v", "v"], ["v", "a"], ["v", "v", "a"]])
async def test_the_grids_fit_with_their_totals_at_every_size(
    demo: Desk, size: tuple[int, int], keys: list[str]
) -> None:
    async with driving(demo, size, ["d", *keys]) as ae:
        assert ("month  " if keys.count("v") == 2 else "week  ") in ae.text()
        assert "Open the day" in ae.footer()
        assert "##" not in ae.text()
        await ae.press("left", "up")
        assert "›" in ae.text()


async def test_the_view_stays_when_another_page_was_looked_at(filled: Desk) -> None:
    async with driving(filled, SMALL, ["d", "v", "v", "g", "d"]) as ae:
        assert "March 2026" in ae.text()
        await ae.press("v")
        assert "Monday, March 2, 2026" in ae.text()


async def test_a_day_opened_from_a_grid_shows_its_weeks_totals_at_once(filled: Desk) -> None:
    async with driving(filled, (80, 30), ["d", "v", "v", "enter"]) as ae:
        assert "€5,000" in line_with(ae, "total  ")
        await ae.press("v", "v", "v")
        assert "€5,000" in line_with(ae, "total  ")
