"""The line of Today and Log: what it moves, questions answered with a digit, completion, earlier lines."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from textual import events

from aegoals.services import Desk
from tests.app.driving import SIZES, Driver, a_desk, driving
from tests.app.filling import log, plan, plan_calls
from widgets.log_line import LogLine

JAPANESE = "東洋電子"


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.writing.WHILE_TYPING", 0.001)


def logged(desk: Desk) -> list[tuple[str, int, str | None]]:
    """Return kind, quantity and account of every record of today."""
    return [(one.kind, int(one.quantity), one.account) for one in desk.log.day(desk.today())]


def asked(ae: Driver) -> bool:
    """Tell whether a question waits below the line."""
    return bool(ae.app.screen.query_one("Question").has_class("-asking"))


# --- what it moves


@pytest.mark.parametrize("page", ["t", "d"])
async def test_the_line_shows_what_it_will_move_before_it_is_logged(desk: Desk, page: str) -> None:
    plan_calls(desk, "Calls")
    plan(desk, "Revenue")
    log(desk, "won 37200 @Acme")
    async with driving(desk, keys=[page, "l"]) as ae:
        await ae.type("3 calls, won 1200")
        assert "Calls 0/10 → 3/10, Revenue 62 % → 64 %" in ae.text()
        await ae.replace("2 emails")
        assert "→" not in ae.text()
        await ae.replace("3 calls")
        await ae.press("enter")
        assert "✓ logged: 3 calls" in ae.text()
        assert "Calls 0/10 → 3/10" in ae.text()
        await ae.type("7 calls")
        assert "Calls 3/10 → 10/10" in ae.text()


async def test_a_line_says_which_day_it_means(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("yesterday: 4 calls, demo, today: 2 emails")
        assert "Sun, Mar 1: 4 calls · 1 demo · Mon, Mar 2: 2 e-mails" in ae.text()


async def test_on_a_page_that_knows_no_standing_yet_it_follows_after_a_pause(desk: Desk) -> None:
    plan_calls(desk, "Calls")
    async with driving(desk, keys=["d"]) as ae:
        desk.log.log("1 email")  # another program, or undo: where the goals stand is open again
        await ae.settle()
        await ae.press("l")
        await ae.type("3 calls")
        assert "Calls 0/10 → 3/10" in ae.text()


async def test_what_is_typed_ahead_is_the_next_line(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        for key in "3 calls\n2 emails\nwon 1.234\n":
            name = {"\n": "enter", " ": "space", ".": "full_stop"}.get(key, key)
            ae.app.post_message(events.Key(name, key if key != "\n" else None))
        await ae.settle()
        assert asked(ae)
        await ae.press("2")
        assert ae.typed() == ""
    assert [(kind, count) for kind, count, _account in logged(desk)] == [("call", 3), ("email", 2), ("deal_won", 1)]


# --- questions


async def test_a_digit_answers_the_question_of_an_ambiguous_line(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 1.234")
        await ae.press("enter")
        assert "“1.234” can be read as more than one number." in ae.text()
        assert " 1 deal won 1.234" in ae.text()
        assert " 2 deal won 1,234" in ae.text()
        await ae.press("enter", "7", "x")  # no answers
        assert desk.log.day(desk.today()) == []
        await ae.press("2")
        assert "✓ logged: 1 deal won €1,234" in ae.text()
        assert not asked(ae)
        assert ae.typed() == ""
        await ae.press("3", "space")
        assert ae.typed() == "3 "  # digits are digits again
    assert [one.amount for one in desk.log.day(desk.today())] == [Decimal(1234)]


async def test_several_questions_come_one_after_the_other(desk: Desk) -> None:
    log(desk, "call @Globex")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 1.234 @Globex; 5 Globex")
        await ae.press("enter")
        assert "(2 questions)" in ae.text()
        await ae.press("2")
        assert "The line names no activity." in ae.text()
        assert len(logged(desk)) == 1
        await ae.press("3")
        assert "✓ logged" in ae.text()
    assert logged(desk)[1:] == [("deal_won", 1, "Globex"), ("email", 5, "Globex")]


async def test_escape_goes_back_to_the_line_which_keeps_its_text(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 1.234")
        await ae.press("enter", "escape")
        assert not asked(ae)
        assert ae.typed() == "won 1.234"
        assert "deal won 1.234 / deal won 1,234?" in ae.text()
        await ae.press("0")
        assert ae.typed() == "won 1.2340"
        await ae.press("backspace", "enter", "tab")  # away from the question, on to the list
        assert not asked(ae)
        assert ae.app.screen.query_one(LogLine).line == "won 1.234"
    assert desk.log.day(desk.today()) == []


async def test_while_a_question_waits_the_page_stays_where_it_is(desk: Desk) -> None:
    async with driving(desk, keys=["d", "l"]) as ae:
        await ae.type("won 1.234")
        await ae.press("enter", "left", "n", "l", "slash")
        assert asked(ae)
        assert "Day before" not in ae.footer()
        await ae.press("2")
    assert [one.amount for one in desk.log.day(desk.today())] == [Decimal(1234)]


async def test_a_question_is_answered_with_a_click(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 1.234")
        await ae.press("enter")
        await ae.pilot.click("Question", offset=(4, 2))
        await ae.settle()
    assert [one.amount for one in desk.log.day(desk.today())] == [Decimal(1234)]


async def test_what_nobody_can_answer_is_refused_and_stays(desk: Desk) -> None:
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("no calls today")
        await ae.press("enter")
        assert not asked(ae)
        assert "there is nothing to store" in ae.text()
        assert ae.typed() == "no calls today"


# --- completion


async def test_a_japanese_account_is_completed_as_it_is_spelled(desk: Desk) -> None:
    log(desk, f"call @{JAPANESE}", "call @Globex")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("商談 @東")
        assert f"Tab → @{JAPANESE}" in ae.text()
        await ae.press("tab")
        assert ae.typed() == f"商談 @{JAPANESE} "
        await ae.press("enter")
    assert logged(desk)[-1] == ("meeting", 1, JAPANESE)


async def test_a_name_with_blanks_is_completed_and_read_back(desk: Desk) -> None:
    names = ['@"Norrlands Kök"', '@"Two, Sons & Co"']
    log(desk, *(f"call {name}" for name in names))
    async with driving(desk, keys=["l"]) as ae:
        for typed in ("call @norrl", "call @two"):
            await ae.type(typed)
            await ae.press("tab")
            await ae.press("enter")
    assert [account for _kind, _count, account in logged(desk)[2:]] == ["Norrlands Kök", "Two, Sons & Co"]


async def test_tab_again_takes_the_next_one_and_typing_starts_anew(desk: Desk) -> None:
    log(desk, "2 calls @Globex", "call @Globex", "call @Gloria")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("3 calls @gl")
        assert "Tab → @Globex  @Gloria" in ae.text()
        await ae.press("tab")
        assert ae.typed() == "3 calls @Globex "
        assert "Tab → @Gloria" in ae.text()
        await ae.press("tab")
        assert ae.typed() == "3 calls @Gloria "
        assert "Tab → @Globex" in ae.text()
        await ae.press("tab")
        assert ae.typed() == "3 calls @Globex "
        await ae.type("de")
        assert "Tab → demo" in ae.text()
        await ae.press("right")
        assert ae.typed() == "3 calls @Globex demo "


async def test_nothing_is_offered_behind_a_word_that_is_whole(desk: Desk) -> None:
    log(desk, "call @Globex")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("demo @Gl")
        await ae.press("tab")
        assert ae.typed() == "demo @Globex "
        assert "Tab →" not in ae.text()
        await ae.replace("demo @globex")
        assert "Tab →" not in ae.text()
        await ae.press("tab")  # it goes on to the list, as it does where nothing is offered
        assert "call" in ae.pointed()


async def test_a_comma_behind_a_completion_stands_at_its_word(desk: Desk) -> None:
    log(desk, "call @Globex")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("demo @Gl")
        await ae.press("tab", "comma")
        assert ae.typed() == "demo @Globex,"
        await ae.press("space", "3")
        assert ae.typed() == "demo @Globex, 3"


async def test_products_and_tags_come_behind_a_hash_and_own_goals_name_accounts(desk: Desk) -> None:
    log(desk, "won 500 @Acme #upsell")
    desk.log.edit(desk.log.day(desk.today())[0].id, product="Pro Max")
    plan(desk, "Initech grows", kind="key_account", account="Initech")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("demo #")
        assert "Tab → #Pro Max  #upsell" in ae.text()
        await ae.replace("demo @ini")
        await ae.press("right")
        assert ae.typed() == "demo @Initech "


async def test_without_an_offer_tab_goes_on_and_right_moves_the_cursor(desk: Desk) -> None:
    log(desk, "3 calls")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("2 calls")
        assert "Tab →" not in ae.text()
        await ae.press("right", "home", "right", "5")
        assert ae.typed() == "25 calls"
        await ae.press("end", "tab")
        assert ae.pointed().startswith("› 3 calls")


# --- earlier lines


async def test_earlier_lines_survive_a_restart_each_once(desk: Desk, path: Path) -> None:
    log(desk, "3 calls @Globex", "demo", "3 calls @Globex")
    goal = plan(desk, "Check", kind="other", unit="count", target="10")
    desk.log.check_in(goal, Decimal(3))
    async with driving(a_desk(path), keys=["l", "up"]) as ae:
        assert ae.typed() == "3 calls @Globex"
        await ae.press("up")
        assert ae.typed() == "demo"
        await ae.press("up", "down", "down")
        assert ae.typed() == ""


# --- whole days


async def test_a_day_with_eight_activities_in_one_line(desk: Desk) -> None:
    line = (
        "3 calls, 2 emails @Globex, demo @Globex 45 min, meeting @Initech, proposal 8k @Initech, "
        "won 5k @Acme #Pro, 2 leads, training 90 min"
    )
    async with driving(desk, keys=["l"]) as ae:
        await ae.type(line)
        await ae.press("enter")
        assert "✓ logged" in ae.text()
    kinds = [kind for kind, _count, _account in logged(desk)]
    assert kinds == ["call", "email", "demo", "meeting", "proposal", "deal_won", "lead", "training"]
    assert len([one for one in desk.history.entries() if one.verb == "log"]) == 1


async def test_yesterday_was_forgotten_and_is_filled(desk: Desk) -> None:
    plan_calls(desk, "Calls")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("yesterday: 4 calls @Globex, demo")
        await ae.press("enter")
        assert "✓ logged: Sun, Mar 1: 4 calls @Globex · 1 demo" in ae.text()
        await ae.press("escape", "d", "left")
        assert "4 calls            @Globex" in ae.text()
        assert "yesterday" in ae.text()
    yesterday = desk.today() - timedelta(days=1)
    assert [one.kind for one in desk.log.day(yesterday)] == ["call", "demo"]


async def test_a_wrong_amount_is_corrected(desk: Desk) -> None:
    plan(desk, "Revenue")
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("won 50k @Acme")
        await ae.press("enter", "escape", "home", "e", "enter", "enter", "enter")
        await ae.replace("5000")
        await ae.press("ctrl+s")
        assert "1 deal won         €5,000 @Acme" in ae.text()
        await ae.press("u")
        assert "€50,000 @Acme" in ae.text()
        await ae.press("r")
        assert "€5,000 @Acme" in ae.text()


async def test_five_actions_are_undone_and_after_a_restart_done_again(desk: Desk, path: Path) -> None:
    lines = ["1 call", "2 emails", "3 demos", "4 leads", "5 meetings"]
    async with driving(desk, keys=["l"]) as ae:
        for line in lines:
            await ae.type(line)
            await ae.press("enter")
        await ae.press("escape")
        for line in reversed(lines):
            await ae.press("u")
            assert f"Taken back: {line}" in ae.said()
        assert "Nothing yet." in ae.text()
    again = a_desk(path)
    async with driving(again) as ae:
        assert "Nothing yet." in ae.text()
        for line in lines:
            await ae.press("r")
            assert f"Done again: {line}" in ae.said()
    assert [int(one.quantity) for one in again.log.day(again.today())] == [1, 2, 3, 4, 5]


async def test_a_line_that_names_nothing_is_told_so_while_it_is_typed(desk: Desk) -> None:
    async with driving(desk, (60, 18), keys=["l"]) as ae:
        await ae.type("foo bar")
        assert "What was “foo bar”? The line names no activity." in ae.text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_footer_names_the_keys_of_the_line(desk: Desk, size: tuple[int, int]) -> None:
    async with driving(desk, size, ["l"]) as ae:
        assert "⏎ Log it  esc Leave the line  ↑ Earlier line" in ae.footer()
        await ae.type("3 calls")
        await ae.pilot.click("KeyFooter", offset=(ae.footer().index("Log it"), 0))
        await ae.settle()
    assert [record.quantity for record in desk.log.day(desk.today())] == [3]
