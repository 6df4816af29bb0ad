"""Records on the Log: written anew in the line, marked, moved, copied, tagged and deleted together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log
from tests.builders import MONDAY

FRIDAY = date(2026, 2, 27)


async def test_enter_puts_a_record_back_into_the_line_where_it_is_corrected(desk: Desk) -> None:
    log(desk, "won 5000 EUR @Globex (signed)")
    async with driving(desk, keys=["d", "enter"]) as ae:
        assert ae.typed() == "1 won 5000 EUR @Globex (signed)"
        await ae.replace("won 6500 EUR @Globex (signed)")
        assert "Becomes: 1 deal won €6,500 @Globex" in ae.text()
        await ae.press("enter")
        assert "✓ changed: 1 deal won €6,500 @Globex" in ae.text()
        assert "› 1 deal won         €6,500 @Globex – signed" in ae.text()
        await ae.press("u")
        assert "› 1 deal won         €5,000 @Globex – signed" in ae.text()
    assert len(desk.log.day(MONDAY)) == 1


async def test_leaving_the_line_leaves_the_record_and_the_line_is_for_new_ones_again(desk: Desk) -> None:
    log(desk, "4 calls @Globex")
    async with driving(desk, keys=["d", "enter"]) as ae:
        await ae.replace("9 calls")
        await ae.press("escape")
        assert "Becomes" not in ae.text()
        await ae.press("l")
        assert ae.typed() == ""
        await ae.type("2 demos")
        await ae.press("enter")
    assert [(one.kind, one.quantity) for one in desk.log.day(MONDAY)] == [("call", Decimal(4)), ("demo", Decimal(2))]


async def test_a_corrected_record_stays_on_its_day_unless_the_line_names_another(desk: Desk) -> None:
    log(desk, "4 calls @Globex", day=FRIDAY)
    async with driving(desk, keys=["d", "left", "left", "left", "enter"]) as ae:
        await ae.replace("5 calls @Globex")
        await ae.press("enter")
        assert [one.quantity for one in desk.log.day(FRIDAY)] == [5]
        await ae.press("enter")
        await ae.replace("yesterday: 5 calls @Globex")
        await ae.press("enter")
    assert [one.quantity for one in desk.log.day(date(2026, 3, 1))] == [5]


async def test_a_record_does_not_become_two(desk: Desk) -> None:
    log(desk, "4 calls")
    async with driving(desk, keys=["d", "enter"]) as ae:
        await ae.replace("4 calls, 2 demos")
        await ae.press("enter")
        assert "One record stays one; this line holds 2." in ae.text()
        assert ae.typed() == "4 calls, 2 demos"


async def test_what_no_line_can_say_opens_the_form(desk: Desk) -> None:
    (record,) = log(desk, "4 calls")
    desk.log.edit(record.id, note="first\nsecond")
    async with driving(desk, keys=["d", "enter"]) as ae:
        assert "Edit the record" in ae.text()


async def test_a_record_of_today_is_corrected_on_today(desk: Desk) -> None:
    log(desk, "4 calls @Globex")
    async with driving(desk, keys=["enter"]) as ae:
        assert ae.typed() == "4 calls @Globex"
        await ae.replace("5 calls @Globex")
        await ae.press("enter")
        assert "› 5 calls" in ae.text()


async def test_a_doubt_about_a_corrected_record_is_asked(desk: Desk) -> None:
    log(desk, "won 5000 EUR @Globex")
    async with driving(desk, keys=["d", "enter"]) as ae:
        await ae.replace("closed @Globex 20k")
        await ae.press("enter", "1")
        assert "✓ changed:" in ae.text()
    (record,) = desk.log.day(MONDAY)
    assert record.amount == 20_000


# --- several at once


async def test_marked_records_are_moved_together_and_taken_back_together(desk: Desk) -> None:
    log(desk, "4 calls", "2 demos", "1 meeting")
    async with driving(desk, keys=["d", "space"]) as ae:
        assert "● 4 calls" in ae.text()
        assert "› ○ 2 demos" in ae.text()
        assert "today · 1 marked" in ae.text()
        await ae.press("down", "space", "m")
        assert "Move 2 records" in ae.text()
        await ae.replace("last friday")
        await ae.press("enter")
        assert "2 records moved to Fri, Feb 27, 2026. Press u to take it back." in ae.said()
        assert "marked" not in ae.text()
        assert [one.kind for one in desk.log.day(FRIDAY)] == ["call", "meeting"]
        await ae.press("u")
    assert len(desk.log.day(MONDAY)) == 3


async def test_all_records_are_marked_copied_and_deleted(desk: Desk) -> None:
    log(desk, "4 calls", "2 demos")
    async with driving(desk, keys=["d", "asterisk"]) as ae:
        assert "2 marked" in ae.text()
        await ae.press("k")
        assert "2 records copied. Press u to take it back." in ae.said()
        assert len(desk.log.day(MONDAY)) == 4
        await ae.press("asterisk", "delete")
        assert "4 records deleted. Press u to bring them back." in ae.said()
        assert desk.log.day(MONDAY) == []
        await ae.press("u", "u")
    assert len(desk.log.day(MONDAY)) == 2


async def test_a_mark_is_taken_off_again(desk: Desk) -> None:
    log(desk, "4 calls")
    async with driving(desk, keys=["d", "space", "space"]) as ae:
        assert "● " not in ae.text()
        await ae.press("asterisk", "asterisk")
        assert "● " not in ae.text()


async def test_tags_are_put_on_the_record_under_the_cursor(desk: Desk) -> None:
    log(desk, "4 calls #cold", "2 demos")
    async with driving(desk, keys=["d", "number_sign"]) as ae:
        assert "Tag the record" in ae.text()
        await ae.type("#warm, north")
        await ae.press("enter")
        assert "Now: #cold" in ae.text()
        await ae.type("cold")
        await ae.press("enter")
        assert "Tagged. Press u to take it back." in ae.said()
    assert [one.tags for one in desk.log.day(MONDAY)] == [("warm", "north"), ()]


async def test_marks_end_where_their_records_no_longer_show(desk: Desk) -> None:
    log(desk, "4 calls")
    log(desk, "2 demos", day=date(2026, 3, 3))
    async with driving(desk, keys=["d", "space", "right"]) as ae:
        assert "marked" not in ae.text()
        await ae.press("delete")
    assert len(desk.log.day(MONDAY)) == 1
    assert desk.log.day(date(2026, 3, 3)) == []


async def test_a_day_that_cannot_be_moved_to_is_refused_in_the_form(desk: Desk) -> None:
    log(desk, "4 calls")
    async with driving(desk, keys=["d", "m"]) as ae:
        await ae.replace("2036-01-01")
        await ae.press("enter")
        assert "is more than a year ahead" in ae.text()
        assert ae.typed() == "2036-01-01"
