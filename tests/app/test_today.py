"""Today: what it asks, the log line, what was done, what needs attention."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.goal import Outcome
from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, a_desk, driving
from tests.app.filling import log, plan, plan_calls

SUNDAY = date(2026, 3, 1)


async def the_log_line(ae: Driver, text: str = "") -> None:
    await ae.press("l")
    if text:
        await ae.type(text)


async def test_an_empty_day_names_the_keys_to_press(desk: Desk) -> None:
    async with driving(desk) as ae:
        assert "Monday, March 2  22 working days left this month" in ae.text()
        assert "No goal yet. Press n to write the first one." in ae.text()
        assert "Nothing yet. Press l and type what you did." in ae.text()


async def test_targets_of_the_day_follow_from_the_goals_and_are_ticked_when_met(desk: Desk) -> None:
    plan_calls(desk)
    async with driving(desk) as ae:
        assert "0 / 10" in ae.text()
        await the_log_line(ae, "10 calls")
        await ae.press("enter")
        assert "✓ Calls in March" in ae.text()
        assert "10 / 10" in ae.text()


async def test_a_day_off_asks_for_nothing_and_says_why(desk: Desk) -> None:
    plan_calls(desk)
    desk.profile.add_days_off(desk.today(), desk.today(), "Ski trip")
    async with driving(desk) as ae:
        assert "Ski trip · 21 working days left this month" in ae.text()
        assert "A day off asks for nothing." in ae.text()


async def test_a_sunday_is_no_working_day(path: Path) -> None:
    desk = a_desk(path, SUNDAY)
    plan_calls(desk)
    async with driving(desk) as ae:
        assert "no working day" in ae.text()
        assert "A day off asks for nothing." in ae.text()


# --- the log line


async def test_the_line_shows_how_it_is_understood_while_typing(desk: Desk) -> None:
    async with driving(desk) as ae:
        await ae.press("l", "2", "space", "c", "a", "l", "l", "s")
        assert ae.typed() == "2 calls"
        assert "\n  2 calls\n" in ae.text()
        await ae.type(" @Globex, won 5k @Acme #Pro")
        assert "2 calls @Globex · 1 deal won €5,000 @Acme #Pro" in ae.text()
        assert desk.log.day(desk.today()) == []


async def test_enter_logs_the_line_and_says_so(desk: Desk) -> None:
    async with driving(desk) as ae:
        await the_log_line(ae, "2 calls @Globex, won 5k @Acme #Pro")
        await ae.press("enter")
        assert ae.typed() == ""
        assert "✓ logged: 2 calls @Globex · 1 deal won €5,000 @Acme #Pro" in ae.text()
        kinds = [(one.kind, one.account, one.amount) for one in desk.log.day(desk.today())]
        assert kinds == [("call", "Globex", None), ("deal_won", "Acme", Decimal(5000))]
        assert "1 deal won         €5,000 @Acme #Pro" in ae.text()


async def test_a_refused_line_stays_with_the_reason_below_it(desk: Desk) -> None:
    async with driving(desk) as ae:
        await the_log_line(ae, "won 12 EUR EUR 13 x 99/99/9999")
        await ae.press("enter")
        assert ae.typed() == "won 12 EUR EUR 13 x 99/99/9999"
        assert ae.app.screen.query_one("LogLine").has_class("-refused")
        assert desk.log.day(desk.today()) == []


async def test_an_ambiguous_line_shows_its_readings_and_stores_nothing(desk: Desk) -> None:
    async with driving(desk) as ae:
        await the_log_line(ae, "won 1.234")
        assert "deal won 1.234 / deal won 1,234? “1.234” can be read as more than" in ae.text()
        await ae.replace("won 1234")
        assert "can be read" not in ae.text()
        await ae.press("enter")
        assert desk.log.day(desk.today())[0].amount == 1234


async def test_all_readings_can_be_read_in_a_small_window(desk: Desk) -> None:
    async with driving(desk, (60, 18)) as ae:
        await the_log_line(ae, "3")
        await ae.press("enter")
        for digit, kind in enumerate(["call", "e-mail", "meeting", "demo", "other"], 1):
            assert f"{digit} 3 × {kind}" in ae.text()


async def test_an_empty_line_logs_nothing(desk: Desk) -> None:
    async with driving(desk) as ae:
        await the_log_line(ae, "   ")
        await ae.press("enter")
        assert desk.log.day(desk.today()) == []
        assert "Type what you did" in ae.text()


async def test_the_up_key_brings_earlier_lines_back_and_keeps_the_unfinished_one(desk: Desk) -> None:
    async with driving(desk) as ae:
        await the_log_line(ae, "2 calls")
        await ae.press("enter")
        await ae.type("demo @Globex")
        await ae.press("enter")
        await ae.type("half a li")
        await ae.press("up")
        assert ae.typed() == "demo @Globex"
        await ae.press("up", "up", "up")
        assert ae.typed() == "2 calls"
        await ae.press("down", "down")
        assert ae.typed() == "half a li"


async def test_escape_and_down_leave_the_line_and_letters_are_commands_again(desk: Desk) -> None:
    log(desk, "3 calls")
    async with driving(desk) as ae:
        await the_log_line(ae, "unfinished")
        assert "n New goal" not in ae.footer()
        await ae.press("escape")
        assert "n New goal" in ae.footer()
        assert "› 3 calls" in ae.text()
        await ae.press("l")
        assert ae.typed() == "unfinished"
        await ae.press("down")
        assert "› 3 calls" in ae.text()


# --- what was done


async def test_a_record_is_edited_in_a_form(desk: Desk) -> None:
    log(desk, "3 calls @Globex")
    async with driving(desk) as ae:
        await ae.press("e")
        assert "Edit the record" in ae.text()
        await ae.press("enter", "enter")
        await ae.replace("4")
        await ae.press("ctrl+s")
        assert "› 4 calls            @Globex" in ae.text()  # the cursor is where it was
    assert desk.log.day(desk.today())[0].quantity == 4


async def test_a_wrong_value_in_the_form_is_told_and_nothing_typed_is_lost(desk: Desk) -> None:
    log(desk, "3 calls @Globex")
    async with driving(desk) as ae:
        await ae.press("e", "enter", "enter")
        await ae.replace("many")
        await ae.press("tab", "tab", "tab")
        await ae.replace("Initech")
        await ae.press("ctrl+s")
        assert "“many” is not a number. Write it like 1234.50 or 50k." in ae.text()
        assert "Initech" in ae.text()
        await ae.press("escape")
        assert "› 3 calls            @Globex" in ae.text()


async def test_an_emptied_count_is_told_instead_of_becoming_zero(desk: Desk) -> None:
    log(desk, "3 calls @Globex")
    async with driving(desk) as ae:
        await ae.press("e", "enter", "enter")
        await ae.press("ctrl+a", "delete", "ctrl+s")
        assert "How many: It is empty. Write a count such as 1" in ae.text()
        await ae.press("escape")
    assert desk.log.day(desk.today())[0].quantity == 3


async def test_numbers_too_long_to_be_any_are_told(desk: Desk) -> None:
    log(desk, "3 calls 10 min")
    async with driving(desk) as ae:
        await ae.press("e", *["tab"] * 7)
        await ae.replace("9" * 5000)
        await ae.press("ctrl+s")
        assert "is not a number of" in ae.text()


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_a_record_is_deleted_and_undo_brings_it_back(desk: Desk, key: str) -> None:
    log(desk, "3 calls", "2 demos")
    async with driving(desk) as ae:
        await ae.press(key)
        assert "Press u to bring it back" in ae.said()
        assert [one.kind for one in desk.log.day(desk.today())] == ["demo"]
        assert "› 2 demos" in ae.text()
        await ae.press("u")
        assert "Taken back: delete: 3 calls" in ae.said()
        assert len(desk.log.day(desk.today())) == 2
        await ae.press("r")
        assert "Done again: delete: 3 calls" in ae.said()
        assert len(desk.log.day(desk.today())) == 1


async def test_when_the_last_record_is_deleted_the_keys_go_on_working(desk: Desk) -> None:
    log(desk, "3 calls")
    async with driving(desk) as ae:
        assert "del Delete" in ae.footer()
        await ae.press("delete")
        assert "Nothing yet. Press l" in ae.text()
        assert "del Delete" not in ae.footer()
        assert "e Edit" not in ae.footer()
        await ae.press("delete", "up", "down", "pageup", "pagedown", "home", "end", "enter", "u")
        assert "› 3 calls" in ae.text()
        assert "del Delete" in ae.footer()


async def test_undo_with_nothing_left_says_so(path: Path) -> None:
    desk = a_desk(path)
    async with driving(desk) as ae:
        await ae.press("u", "u")
        assert len(ae.said().splitlines()) == 2
        await ae.press("r", "r")
        assert "Nothing" in ae.said() or "nothing" in ae.said()


# --- what needs attention


async def test_slipping_goals_and_near_milestones_are_listed_and_enter_opens_the_goal(desk: Desk) -> None:
    plan(desk, milestones="2026-03-06 Price list agreed")
    async with driving(desk) as ae:
        assert "▲ Revenue in the first quarter" in ae.text()
        assert "at risk · €2,728 a day" in ae.text()
        assert "◇ Price list agreed" in ae.text()
        assert "milestone due Mar 6, 2026" in ae.text()
        await ae.press("enter")
        assert "Goal: Revenue in the first quarter" in ae.text()
        await ae.press("escape")
        assert "› ▲ Revenue in the first quarter" in ae.text()


async def test_a_day_without_trouble_says_so(desk: Desk) -> None:
    plan_calls(desk)
    log(desk, "12 calls")
    async with driving(desk) as ae:
        assert "Nothing: every goal is where it should be." in ae.text()


async def test_the_cursor_goes_from_the_records_up_to_the_targets_and_back(desk: Desk) -> None:
    plan_calls(desk)
    log(desk, "3 calls")
    async with driving(desk) as ae:
        assert ae.pointed().startswith("› 3 calls")
        await ae.press("up")
        assert "Calls in March" in ae.pointed()
        await ae.press("enter")
        assert "Goal: Calls in March" in ae.text()
        await ae.press("escape", "down")
        assert ae.pointed().startswith("› 3 calls")


async def test_the_first_goal_is_begun_from_here(desk: Desk) -> None:
    async with driving(desk) as ae:
        await ae.press("n")
        assert "What do you want to reach?" in ae.text()
        await ae.press("escape")
        assert "No goal yet" in ae.text()
    assert desk.drafts.all() == []


async def test_a_goal_that_fell_says_since_when_and_why_and_nothing_above_it_moves(desk: Desk) -> None:
    plan_calls(desk, start="2026-02-02", due="2026-03-31", target="55")
    for day in range(2, 24):
        log(desk, "1 call", day=date(2026, 2, day))
    async with driving(desk, (80, 40)) as ae:
        line = next(line for line in ae.lines() if "↓" in line)
        assert "↓ Calls in March  fell to at risk: 4 working days without any call" in line
        await ae.resize(120, 40)
        assert "fell to at risk since yesterday: 4 working days without any call" in ae.text()
        assert ae.text().index("Needs attention") < ae.text().index("What moved")
        await ae.press("f3", "f2")
        assert "↓" in ae.text()


async def test_where_there_is_room_the_chance_stands_beside_what_slips(desk: Desk) -> None:
    plan_calls(desk, start="2026-02-02", due="2026-03-31", target="60")
    for day in range(2, 24):
        log(desk, "1 call", day=date(2026, 2, day))
    async with driving(desk, (80, 40)) as ae:
        assert "% chance" in next(line for line in ae.lines() if "▲" in line).replace("°", "")
        await ae.press("f3")
        assert "% chance" in ae.text().replace("°", "")
        await ae.resize(60, 18)
        assert "chance" not in ae.text()


@pytest.mark.parametrize("size", SIZES)
async def test_where_only_a_draft_is_it_is_named_and_enter_goes_on_with_it(desk: Desk, size: tuple[int, int]) -> None:
    desk.drafts.save(desk.drafts.new().with_(title="Win Globex", kind="new_business", step="specific"))
    async with driving(desk, size) as ae:
        assert "No goal runs yet. Enter goes on with the draft." in ae.text()
        assert ae.pointed().startswith("› ✎ Win Globex")
        await ae.press("enter")
        assert "What exactly?" in ae.text()


async def test_undo_that_leaves_only_a_draft_points_at_it(desk: Desk) -> None:
    desk.drafts.save(desk.drafts.new().with_(title="Win Globex", kind="new_business"))
    log(desk, "3 calls")
    async with driving(desk) as ae:
        assert "3 calls" in ae.pointed()
        await ae.press("u")
        assert "Win Globex" in ae.pointed()


async def test_while_a_question_waits_the_footer_names_no_letter_that_does_something_else(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 1.234")
        await ae.press("enter")
        assert "Why?" not in ae.footer()


async def test_where_every_goal_is_closed_none_is_called_the_first(desk: Desk) -> None:
    desk.goals.close(plan(desk).id, Outcome.MISSED)
    async with driving(desk) as ae:
        assert "No goal runs. Press n to write one." in ae.text()
