"""The log: any day, its records and its week."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log

FRIDAY = date(2026, 2, 27)


async def test_left_and_right_go_through_the_days(desk: Desk) -> None:
    async with driving(desk, keys=["d"]) as ae:
        assert "Monday, March 2, 2026  today" in ae.text()
        await ae.press("left")
        assert "Sunday, March 1, 2026  yesterday · no working day" in ae.text()
        await ae.press("left", "left")
        assert "Friday, February 27, 2026" in ae.text()
        await ae.press(*["right"] * 4)
        assert "Tuesday, March 3, 2026" in ae.text()


async def test_a_day_off_and_a_holiday_say_why(desk: Desk) -> None:
    desk.profile.change_calendar(country="SE")
    desk.profile.add_days_off(date(2026, 3, 3), date(2026, 3, 3), "Moving house")
    async with driving(desk, keys=["d", "right"]) as ae:
        assert "Tuesday, March 3, 2026  Moving house" in ae.text()
        await ae.press("j")
        await ae.replace("2026-06-06")
        await ae.press("enter")
        assert "Saturday, June 6, 2026" in ae.text()
        assert "nationaldag" in ae.text().casefold() or "National Day" in ae.text()


@pytest.mark.parametrize(("typed", "shown"), [("2025-12-24", "December 24, 2025"), ("2/27/2026", "February 27, 2026")])
async def test_a_date_is_gone_to(desk: Desk, typed: str, shown: str) -> None:
    async with driving(desk, keys=["d", "j"]) as ae:
        await ae.replace(typed)
        await ae.press("enter")
        assert shown in ae.text()


async def test_a_date_that_is_none_is_told_and_stays(desk: Desk) -> None:
    async with driving(desk, keys=["d", "j"]) as ae:
        await ae.replace("yesterday-ish")
        await ae.press("enter")
        assert "“yesterday-ish” is no day of the calendar. Write it as YYYY-MM-DD." in ae.text()
        assert ae.typed() == "yesterday-ish"
        await ae.press("escape")
        assert "Monday, March 2, 2026  today" in ae.text()


async def test_a_line_is_logged_on_the_day_that_is_shown(desk: Desk) -> None:
    async with driving(desk, keys=["d", "left", "left", "left", "l"]) as ae:
        await ae.type("4 calls @Globex")
        await ae.press("left", "right")  # in the line they move the cursor
        await ae.press("enter")
        assert "Friday, February 27, 2026" in ae.text()
        assert "4 calls            @Globex" in ae.text()
    assert [one.account for one in desk.log.day(FRIDAY)] == ["Globex"]


async def test_a_line_that_names_a_day_is_logged_there(desk: Desk) -> None:
    async with driving(desk, keys=["d", "l"]) as ae:
        await ae.type("2026-02-27 4 calls")
        await ae.press("enter")
        assert "✓ logged: Fri, Feb 27: 4 calls" in ae.text()
        assert "Nothing logged. Press l and type what you did." in ae.text()
    assert len(desk.log.day(FRIDAY)) == 1


async def test_the_week_is_added_up_and_the_shown_day_is_in_it(desk: Desk) -> None:
    log(desk, "4 calls", "won 500 @Acme")
    log(desk, "3 calls", day=date(2026, 3, 4))
    async with driving(desk, keys=["d"]) as ae:
        assert "The week  Mar 2, 2026 – Mar 8, 2026" in ae.text()
        assert "Mon 2     4 calls · 1 deal won €500" in ae.text()
        assert "Wed 4     3 calls" in ae.text()
        assert "total     7 calls · 1 deal won €500" in ae.text()
        await ae.press("left")
        assert "The week  Feb 23, 2026 – Mar 1, 2026" in ae.text()
        assert "Nothing logged in this week." in ae.text()


async def test_the_week_begins_where_the_ae_lets_it_begin(desk: Desk) -> None:
    desk.profile.change(first_day_of_week=7)
    async with driving(desk, keys=["d"]) as ae:
        assert "The week  Mar 1, 2026 – Mar 7, 2026" in ae.text()


async def test_a_record_is_edited_and_moved_to_another_day(desk: Desk) -> None:
    log(desk, "4 calls @Globex", "1 demo")
    async with driving(desk, keys=["d", "e"]) as ae:
        await ae.replace("2026-02-27")
        await ae.press("ctrl+s")
        assert "4 calls  " not in ae.text()
        assert "› 1 demo" in ae.text()
    assert [one.account for one in desk.log.day(FRIDAY)] == ["Globex"]


async def test_a_record_is_deleted_on_any_day_and_comes_back(desk: Desk) -> None:
    log(desk, "4 calls @Globex", day=FRIDAY)
    async with driving(desk, keys=["d", "left", "left", "left", "backspace"]) as ae:
        assert "Nothing logged." in ae.text()
        assert "del Delete" not in ae.footer()
        await ae.press("right", "left", "u")
        assert "› 4 calls            @Globex" in ae.text()


async def test_all_fields_of_a_record_can_be_set(desk: Desk) -> None:
    log(desk, "4 calls")
    what = ["2026-03-01", "Deal won", "1", "1,200.50", "sek"]
    details = ["Acme", "Pro", "45", "#warm, north", "D-7", "fair", "ok"]
    async with driving(desk, keys=["d", "e"]) as ae:
        for text in [*what, *details]:
            await ae.replace(text)
            await ae.press("enter")
        assert "Nothing logged." in ae.text()
    (record,) = desk.log.day(date(2026, 3, 1))
    assert (record.kind, str(record.amount), record.currency) == ("deal_won", "1200.50", "SEK")
    assert (record.account, record.product, record.minutes) == ("Acme", "Pro", 45)
    assert (record.tags, record.deal, record.source, record.note) == (("warm", "north"), "D-7", "fair", "ok")


async def test_the_shown_day_stays_when_another_page_was_looked_at(desk: Desk) -> None:
    async with driving(desk, keys=["d", "left", "g", "d"]) as ae:
        assert "Sunday, March 1, 2026" in ae.text()
