"""One goal: its sentence, chart, milestones and records; adjusted, checked in, paused, closed, reopened, deleted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log, plan, plan_calls

OPEN_GOAL = ["g", "enter"]
MENDED = {"evidence": "54,000 last year", "why": "The bonus"}
"""Answers with which the coach finds nothing."""


async def test_the_page_says_what_the_goal_is_and_where_it_stands(desk: Desk) -> None:
    plan(desk, why="It is my part of the million", evidence="54,000 last year", actions="Ask for referrals\nVisit Acme")
    log(desk, "won 20000 @Acme")
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        text = ae.text()
        assert "Goal: Revenue in the first quarter" in text
        assert "€60,000 by March 31, 2026, because it is my part of the million." in text
        assert "33 %  €20,000 / €60,000" in text
        assert "Jan 1, 2026 – Mar 31, 2026" in text
        assert "Needed a working day" in text
        assert "Course" in text
        assert "Achievable            54,000 last year" in text
        assert "– Ask for referrals" in text
        assert "– Visit Acme" in text
        assert "Mar 2, 2026  1 deal won" in text


async def test_the_chart_shows_the_line_and_what_was_reached(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme", day=date(2026, 2, 2))
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        lines = ae.lines()
        top = next(place for place, line in enumerate(lines) if "Course" in line)
        chart = "\n".join(lines[top : top + 11])
        assert "€60,000" in chart
        assert "Jan 1, 2026" in chart
        assert "Mar 31, 2026" in chart
        assert "┤" in chart
        assert any("⠀" < sign <= "⣿" for sign in chart)


async def test_in_a_small_window_every_line_can_be_read_and_the_cursor_waits(desk: Desk) -> None:
    plan(desk, milestones="2026-03-06 Price list agreed")
    log(desk, "won 20000 @Acme")
    async with driving(desk, (60, 18), OPEN_GOAL) as ae:
        first = ae.lines()[1]
        assert first.strip().startswith("Revenue in the first quarter: €60,000")
        seen: list[str] = []
        for _step in range(60):
            seen.extend(line for line in ae.lines() if line not in seen)
            await ae.press("down")
        text = "\n".join(seen)
        for part in ["Figures", "Pace", "Course", "Mar 31, 2026", "Price list agreed", "What feeds it", "1 deal won"]:
            assert part in text
        assert "1 deal won" in ae.pointed()
        for _step in range(60):
            await ae.press("up")
        assert ae.lines()[1] == first


async def test_the_view_goes_by_pages_and_to_both_ends(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme")
    async with driving(desk, (60, 18), OPEN_GOAL) as ae:
        first = ae.lines()[1]
        await ae.press("end")
        assert "1 deal won" in ae.text()
        await ae.press("home")
        assert ae.lines()[1] == first
        await ae.press("pagedown", "pagedown", "pagedown")
        assert "1 deal won" in ae.pointed()
        await ae.press("pageup", "pageup", "pageup", "pageup")
        assert ae.lines()[1] == first


async def test_enter_never_chooses_what_is_out_of_sight(desk: Desk) -> None:
    plan(desk, **MENDED)
    log(desk, "won 20000 @Acme")
    async with driving(desk, (60, 18), OPEN_GOAL) as ae:
        await ae.press("enter")
        assert "Edit the record" not in ae.text()
        assert "1 deal won" in ae.pointed()
        await ae.press("enter")
        assert "Edit the record" in ae.text()


async def test_enter_ticks_a_milestone_and_takes_the_tick_back(desk: Desk) -> None:
    goal = plan(desk, **MENDED, milestones="2026-03-06 Price list agreed\n2026-03-20 40k half way")
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        assert "◇ Price list agreed" in ae.pointed()
        assert "◇ half way (€40,000)" in ae.text()
        await ae.press("enter")
        assert "✓ Price list agreed" in ae.pointed()
        assert desk.goals.get(goal.id).milestones[0].done_on == desk.today()
        await ae.press("enter")
        assert "◇ Price list agreed" in ae.text()


async def test_a_record_is_edited_from_the_goal_and_the_value_follows(desk: Desk) -> None:
    plan(desk, **MENDED)
    log(desk, "won 20000 @Acme")
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        await ae.press("enter", "tab", "tab", "tab")
        assert "Edit the record" in ae.text()
        await ae.replace("30000")
        await ae.press("ctrl+s")
        assert "€30,000 / €60,000" in ae.text()
        assert "1 deal won" in ae.pointed()


# --- changes


async def test_a_goal_is_not_adjusted_without_a_reason(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "a"]) as ae:
        await ae.replace("80k")
        await ae.press("ctrl+s")
        assert "A goal changes only with a reason." in ae.text()
        assert "80k" in ae.text()
        assert desk.goals.get(goal.id).target == 60_000
        await ae.press("escape")
        assert "/ €60,000" in ae.text()


async def test_a_wrong_figure_or_a_missing_reason_is_where_the_cursor_goes(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "a"]) as ae:
        await ae.replace("x")
        await ae.press("tab", "ctrl+s")
        assert "Target: “x” is not a number." in ae.text()
        assert ae.typed() == "x"
        await ae.replace("50,000")
        await ae.press("ctrl+s")
        assert "Reason: A goal changes only with a reason." in ae.text()
        await ae.type("The market is smaller")
        await ae.press("ctrl+s")
        assert "Target:" not in ae.text()
    assert desk.goals.all()[0].target == 50_000


async def test_an_adjustment_keeps_the_old_figures_and_the_reason(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, (120, 40), [*OPEN_GOAL, "a"]) as ae:
        await ae.replace("80k")
        await ae.press("tab", "tab", "tab")
        await ae.replace("2026-04-30")
        await ae.press("enter", "enter")
        await ae.type("Two months more budget")
        await ae.press("enter")
        assert "/ €80,000" in ae.text()
        await ae.press("end")
        told = "Mar 2, 2026: target €60,000 → €80,000, due date Mar 31, 2026 → Apr 30, 2026 – Two months more budget"
        assert told in ae.text()
    assert desk.goals.get(goal.id).revisions[0].reason == "Two months more budget"


async def test_wrong_figures_are_told_in_the_form(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "a"]) as ae:
        await ae.replace("lots")
        await ae.press("ctrl+s")
        assert "“lots” is not a number." in ae.text()
        await ae.replace("70000")
        await ae.press("tab", "tab", "tab")
        await ae.replace("2026-02-30")
        await ae.press("ctrl+s")
        assert "“2026-02-30” is no day of the calendar." in ae.text()
        await ae.replace("2025-12-01")
        await ae.press("tab", "tab")
        await ae.type("reason")
        await ae.press("ctrl+s")
        assert "due date 2025-12-01 is before the start 2026-01-01" in " ".join(ae.text().split())


async def test_unchanged_figures_are_read_back_as_they_are_in_a_locale_with_commas(desk: Desk) -> None:
    desk.profile.change(locale="de_DE")
    goal = plan(desk, target="1234,567")
    async with driving(desk, keys=[*OPEN_GOAL, "a", *["tab"] * 5]) as ae:
        await ae.type("Nur der Grund")
        await ae.press("ctrl+s")
        assert "Nothing would change." in ae.text()
    assert desk.goals.get(goal.id).target == Decimal("1234.567")


async def test_a_check_in_moves_the_bar(desk: Desk) -> None:
    goal = plan(desk, kind="other", unit="count", target="10")
    async with driving(desk, keys=[*OPEN_GOAL, "i"]) as ae:
        assert "Check in: Revenue in the first quarter" in ae.text()
        await ae.type("4")
        await ae.press("enter", "enter")
        await ae.type("as counted")
        await ae.press("enter")
        assert "40 %  4 / 10" in ae.text()
    assert desk.goals.standing(desk.goals.get(goal.id)).actual == 4


async def test_a_check_in_that_is_no_number_is_told(desk: Desk) -> None:
    plan(desk, kind="other", unit="count", target="10")
    async with driving(desk, keys=[*OPEN_GOAL, "i"]) as ae:
        await ae.type("four")
        await ae.press("ctrl+s")
        assert "“four” is not a number." in ae.text()
        assert ae.typed() == "four"


async def test_the_wizard_opens_from_the_goal_and_the_title_above_follows(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "e", *["f7"] * 6]) as ae:
        await ae.replace("Revenue until Easter")
        await ae.press(*["f8"] * 6, "f8")
        assert "Why does the goal change?" in ae.text()
        await ae.type("Easter is early")
        await ae.press("enter")
        assert ae.lines()[0].strip() == "Goal: Revenue until Easter"
        assert "F8" not in ae.footer()


# --- the end


async def test_a_goal_is_paused_and_goes_on(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "p"]) as ae:
        assert "‖ paused" in ae.text()
        assert desk.goals.get(goal.id).state == "paused"
        await ae.press("p")
        assert "‖ paused" not in ae.text()


async def test_a_reached_goal_closes_as_achieved(desk: Desk) -> None:
    goal = plan(desk)
    log(desk, "won 65000 @Acme")
    async with driving(desk, keys=[*OPEN_GOAL, "k"]) as ae:
        assert "€65,000 of €60,000, 108 % of the way. The value is frozen" in ae.text()
        assert "(•) achieved" in ae.text()
        await ae.press("enter")
        await ae.type("Referrals work")
        await ae.press("enter")
        assert "■ closed" in ae.text()
        assert "Mar 2, 2026: achieved" in ae.text()
        await ae.resize(80, 60)
        assert "Learned               Referrals work" in ae.text()
    assert desk.goals.get(goal.id).closing is not None


async def test_the_value_of_a_closed_goal_is_frozen_and_later_edits_show(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 20000 @Acme")
    async with driving(desk, (120, 40), [*OPEN_GOAL, "k"]) as ae:
        assert "(•) missed" in ae.text()
        await ae.press("ctrl+s")
        assert "€20,000 / €60,000" in ae.text()
        log(desk, "won 50000 @Acme")
        await ae.settle()
        assert "€20,000 / €60,000" in ae.text()
        assert "Mar 2, 2026: missed (the log now says €70,000)" in ae.text()


async def test_a_closed_goal_offers_to_be_reopened_only(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "k", "ctrl+s"]) as ae:
        await ae.press("a", "i", "p", "e")
        assert "Goal: Revenue in the first quarter" in ae.text()
        assert desk.goals.get(goal.id).state == "closed"
        await ae.press("k")
        assert desk.goals.get(goal.id).is_open
        assert "■ closed" not in ae.text()


async def test_archive_takes_it_out_of_the_list_and_back(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "x"]) as ae:
        assert "Archived." in ae.said()
        assert desk.goals.get(goal.id).archived
        await ae.press("x")
        assert "Back in the list." in ae.said()
        assert not desk.goals.get(goal.id).archived


async def test_delete_asks_goes_back_to_the_list_and_undo_brings_it_back(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "delete"]) as ae:
        assert "Delete “Revenue in the first quarter”?" in ae.text()
        assert "y Yes  n No  esc Cancel" in ae.footer()
        await ae.press("n")
        assert "Goal: Revenue in the first quarter" in ae.text()
        await ae.press("delete", "y")
        assert "No goal runs." in ae.text()
        await ae.press("u", "enter")
        assert "Goal: Revenue in the first quarter" in ae.text()


async def test_the_page_is_left_when_an_undo_takes_the_goal_away(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=OPEN_GOAL) as ae:
        await ae.press("u")
        assert "Taken back: new goal: Revenue in the first quarter" in ae.said()
        assert "No goal runs." in ae.text()
        await ae.press("n")
        assert "What do you want to reach?" in ae.text()


async def test_a_dialog_over_a_goal_that_is_gone_says_so_and_nothing_breaks(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=[*OPEN_GOAL, "a"]) as ae:
        desk.history.undo()
        await ae.settle()
        await ae.replace("70000")
        await ae.press(*["tab"] * 5)
        await ae.type("reason")
        await ae.press("ctrl+s")
        assert "There is no goal" in ae.text()
        await ae.press("escape")
        assert "No goal runs." in ae.text()


# --- honest figures


async def test_a_small_sample_is_said_to_be_small(desk: Desk) -> None:
    plan(desk, kind="conversion", unit="%", target="50")
    log(desk, "won 100 @Acme", "lost @Globex")
    async with driving(desk, (80, 40), OPEN_GOAL) as ae:
        assert "Sample                2 records: small, read it with care" in ae.text()


async def test_amounts_in_a_currency_without_a_rate_are_named_as_left_out(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 500 SEK @Acme", "won 100 @Acme")
    async with driving(desk, (80, 40), OPEN_GOAL) as ae:
        assert "€100 / €60,000" in ae.text()
        assert "Left out              1 record in SEK: give a rate in Settings" in ae.text()


async def test_a_goal_that_has_not_begun_has_no_chart_and_says_when_it_starts(desk: Desk) -> None:
    plan(desk, start="2026-09-01", due="2026-11-30")
    async with driving(desk, keys=OPEN_GOAL) as ae:
        assert "not started" in ae.text()
        assert "Course" not in ae.text()
        assert "It starts on Sep 1, 2026." in ae.text()


async def test_a_limit_goal_draws_its_line_flat(desk: Desk) -> None:
    plan(desk, kind="retention", unit="%", direction="keep_at_least", target="90")
    async with driving(desk, (80, 40), OPEN_GOAL) as ae:
        assert "at least 90 %" in ae.text()
        assert "Course" in ae.text()


async def test_calls_feed_a_goal_of_calls(desk: Desk) -> None:
    plan_calls(desk)
    log(desk, "7 calls @Acme", "won 100 @Acme")
    async with driving(desk, (80, 40), OPEN_GOAL) as ae:
        assert "What feeds it  1 record" in ae.text()
        assert "Mar 2, 2026  7 calls" in ae.text()


async def test_the_old_line_stays_on_the_chart_after_a_change(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, (100, 60), ["g", "enter", "a"]) as ae:
        await ae.replace("30000")
        await ae.press(*["tab"] * 5)
        await ae.type("The market is smaller")
        await ae.press("ctrl+s")
        assert "┈ before" in ae.text()
        assert "€60,000┤" in ae.text()  # the axis reaches up to the old target
        await ae.press("v")
        assert "Line until" in ae.text()
        assert "┤" not in ae.text()


async def test_the_chart_opens_into_the_forecast_from_today(desk: Desk) -> None:
    goal = plan(desk)
    for day in range(5, 30):
        log(desk, "won 900 @Acme", day=date(2026, 1, day))
    async with driving(desk, (100, 60), ["g", "enter"]) as ae:
        assert "░ 4 of 5 ends" in ae.text()
        assert "today" in ae.text()
        chance = next(line for line in ae.lines() if line.strip().startswith("Chance"))
        assert "%" in chance
        assert desk.insight.is_foreseen(desk.goals.standing(desk.goals.get(goal.id)))


async def test_a_goal_that_begins_today_is_not_called_behind_its_line(desk: Desk) -> None:
    plan(desk, start="2026-03-02", due="2026-03-31")
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        assert "on track" in ae.text()
        assert "Behind the line" not in ae.text()
