"""Working days without a record: shown, never scolded, closed with one key."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from tests.app.driving import SIZES, driving
from tests.app.filling import log
from tests.builders import MONDAY

FRIDAY = date(2026, 2, 27)
QUESTION = "Fri, Feb 27: day off, or missing?"


@pytest.fixture
def gappy(desk: Desk) -> Desk:
    """Return a desk on which nothing was logged last Friday."""
    log(desk, "1 call @Globex", day=date(2026, 2, 26))
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_working_day_is_asked_about_on_log_and_on_today(gappy: Desk, size: tuple[int, int]) -> None:
    async with driving(gappy, size) as ae:
        assert QUESTION in ae.text()
        await ae.press("d")
        assert QUESTION in ae.text()
        assert "Enter writes, o marks as off" in ae.text()


async def test_enter_writes_on_that_day(gappy: Desk) -> None:
    async with driving(gappy, keys=["d", "enter"]) as ae:
        assert "Friday, February 27, 2026" in ae.text()
        assert "or o if it was a day off" in ae.text()
        await ae.type("3 calls")
        await ae.press("enter", "escape")
        assert "› 3 calls" in ae.text()
        assert QUESTION not in ae.text()
    assert len(gappy.log.day(FRIDAY)) == 1


async def test_enter_on_today_writes_on_that_day_in_the_log(gappy: Desk) -> None:
    async with driving(gappy, keys=["enter"]) as ae:
        assert "Friday, February 27, 2026" in ae.text()
        await ae.type("3 calls")
        await ae.press("enter", "f2")
        assert QUESTION not in ae.text()


async def test_one_key_marks_it_as_a_day_off_and_undo_takes_that_back(gappy: Desk) -> None:
    async with driving(gappy, keys=["d", "o"]) as ae:
        assert "Feb 27, 2026: off. Press u to take it back." in ae.said()
        assert QUESTION not in ae.text()
        assert not gappy.profile.calendar.is_working(FRIDAY)
        await ae.press("u")
        assert QUESTION in ae.text()


async def test_days_in_a_row_are_one_question_and_one_key(desk: Desk) -> None:
    log(desk, "1 call", day=date(2026, 2, 24))
    async with driving(desk, keys=["d"]) as ae:
        assert "Wed, Feb 25 – Fri, Feb 27 (3 working days): days off, or missing?" in ae.text()
        await ae.press("o")
        assert "Feb 25, 2026 – Feb 27, 2026: off." in ae.said()
    assert [desk.profile.calendar.is_working(date(2026, 2, day)) for day in (24, 25, 27)] == [True, False, False]


async def test_on_an_empty_day_the_keys_are_about_that_day_and_no_other(desk: Desk) -> None:
    log(desk, "1 call", day=date(2026, 2, 24))
    log(desk, "1 call", day=date(2026, 2, 26))
    async with driving(desk, keys=["d", *["left"] * 5]) as ae:
        assert "Wednesday, February 25, 2026" in ae.text()
        assert "Press l to write what you did, or o if it was a day off." in ae.text()
        assert QUESTION not in ae.text()
        await ae.press("o", "right")
        assert QUESTION in ae.text()
    assert [desk.profile.calendar.is_working(date(2026, 2, day)) for day in (25, 27)] == [False, True]


async def test_any_day_that_is_shown_is_marked_as_off(desk: Desk) -> None:
    async with driving(desk, keys=["d", "right", "o"]) as ae:
        assert "Tuesday, March 3, 2026  day off" in ae.text()
        await ae.press("o")
        assert "That is not a working day anyway." in ae.said()
        await ae.press("v", "v", "right", "o")
        assert "Mar 4, 2026: off." in ae.said()
    assert not desk.profile.calendar.is_working(date(2026, 3, 4))


async def test_a_new_log_is_asked_about_nothing(desk: Desk) -> None:
    async with driving(desk) as ae:
        assert "missing?" not in ae.text()
        await ae.press("l")
        await ae.type("1 call")
        await ae.press("enter", "f4")
        assert "missing?" not in ae.text()
    assert desk.log.day(MONDAY)
