"""Feedback, rewards, contests and the evidence pack, driven by keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from aegoals.services import Desk
from screens.feedback import FeedbackPage
from screens.wizard import WizardPage
from tests.app.driving import SIZES, a_desk, driving
from tests.app.filling import log, plan
from tests.builders import MONDAY

FEEDBACK, REWARDS = ["c", "f"], ["c", "w"]


async def test_a_feedback_is_kept_found_edited_deleted_and_brought_back(desk: Desk) -> None:
    async with driving(desk, (120, 40), FEEDBACK) as ae:
        assert isinstance(ae.app.screen, FeedbackPage)
        assert "Press n to keep one." in ae.text()
        await ae.press("n")
        await ae.type("The demo was too long")
        await ae.press("tab", "tab", "tab")
        await ae.type("Ada")
        await ae.press("ctrl+s")
        assert "The demo was too long" in ae.text()
        await ae.press("slash")
        await ae.type("nobody")
        assert "No feedback holds that word." in ae.text()
        await ae.press("escape")
        await ae.press("home", "down", "e")
        await ae.replace("The demo was far too long")
        await ae.press("ctrl+s")
        assert "far too long" in ae.text()
        await ae.press("delete")
        assert desk.feedback.all() == []
        await ae.press("u")
        assert "far too long" in ae.text()


async def test_a_pattern_is_told_to_another_department(desk: Desk) -> None:
    desk.log.log("lost @Globex #price")
    async with driving(desk, (120, 40), FEEDBACK) as ae:
        await ae.press("home", "p")
        await ae.press("ctrl+s")
        assert "passed on" in ae.text()
        assert "“price” came up 1 time" in ae.text()
        assert "12 months" in ae.text()
    (told,) = desk.feedback.all()
    assert (told.way, told.passed_on_to, told.reasons) == ("given", "Marketing", ("price",))


async def test_a_feedback_becomes_a_goal_and_is_marked_as_passed_on(desk: Desk) -> None:
    desk.feedback.save(text="Answer faster", tone="wish", person="Ada")
    async with driving(desk, (120, 40), FEEDBACK) as ae:
        await ae.press("home", "p")
        await ae.press("ctrl+s")
        assert "passed on to Marketing" in ae.text()
        await ae.press("m")
        assert isinstance(ae.app.screen, WizardPage)
        assert [draft.specific for draft in desk.drafts.all()] == ["Answer faster"]


async def test_a_goal_begun_from_a_feedback_without_a_name_is_known_by_its_words(desk: Desk) -> None:
    one = desk.feedback.save(text="Answer faster", tone="wish", side="customer")
    assert desk.feedback.goal_from(one).why == "somebody (customer) said so on Mar 2, 2026"
    async with driving(desk, keys=["g"]) as ae:
        assert "✎ Answer faster" in ae.text()


async def test_a_feedback_kept_by_keyboard_becomes_a_goal_that_runs(desk: Desk) -> None:
    async with driving(desk, (120, 40), [*FEEDBACK, "n"]) as ae:
        await ae.type("Answer questions about onboarding faster")
        await ae.press("tab", "tab", "tab")
        await ae.type("Ada")
        await ae.press("tab", "right", "ctrl+s", "home", "m")
        assert "What exactly will be different?" in ae.text()
        assert "Answer questions about onboarding faster" in ae.text()
        await ae.type("Onboarding score")
        await ae.press("f8")  # the step begins with the field that is missing
        await ae.type("4.5")
        await ae.press("f8")
        await ae.type("Two customers said they would answer a survey")
        await ae.press("f8")
        assert "Ada said so on Mar 2, 2026" in ae.text()  # why it matters
        await ae.press("f8")
        await ae.type("2026-06-30")
        await ae.press("f8", "f8", "enter")
        assert "Saved: " in ae.said()
        (goal,) = desk.goals.all()
        assert desk.drafts.all() == []
        assert "Ada" in goal.why
        assert "Received" in ae.text()  # back on the feedback
        await ae.press("f3")
        assert "Onboarding score" in ae.text()


async def test_reasons_that_come_up_again_become_a_goal(desk: Desk) -> None:
    log(desk, "lost @Globex #price", "lost @Harbor #price")
    async with driving(desk, (80, 24), FEEDBACK) as ae:
        assert "2 times · Mar 2, 2026 · 2 lost deals" in ae.text()
        await ae.press("home", "m")
        assert isinstance(ae.app.screen, WizardPage)
        (draft,) = desk.drafts.all()
        assert draft.specific == "Lose fewer deals for “price”"
        assert draft.why == "It came up 2 times, 2 lost deals"


async def test_a_pattern_shows_its_months_and_what_is_behind_it_and_is_passed_on(desk: Desk) -> None:
    log(desk, "lost @Globex #price", "lost @Harbor #Price")
    earlier = MONDAY - timedelta(days=60)
    desk.feedback.save(text="The price came late", tone="complaint", reasons=("price",), day=earlier)
    desk.feedback.save(text="Fair price", tone="praise", reasons=("price",))
    async with driving(desk, (100, 40), [*FEEDBACK, "home", "enter"]) as ae:
        assert any("Mar 2026" in line and line.rstrip(" │").endswith(" 2") for line in ae.lines())
        assert any("Feb 2026" in line and line.rstrip(" │").endswith(" 0") for line in ae.lines())
        assert any("Jan 2026" in line and line.rstrip(" │").endswith(" 1") for line in ae.lines())
        assert all(word in ae.text() for word in ("@Globex", "@Harbor", "The price came late"))
        assert "Fair price" not in ae.text()
        await ae.press("end", "enter")
        assert ae.typed() == "The price came late"
        await ae.press("escape", "home", "p")
        await ae.press("end", "shift+home", "backspace", "ctrl+s")
        assert "Nobody is named." in ae.text()
        await ae.replace("Pricing desk")
        await ae.press("ctrl+s")
        assert "“price” came up 3 times" in ae.text()
        assert "passed on to Pricing desk" in ae.text()
        assert "3 times" in ae.pointed()  # the note itself is not counted
        await ae.press("u")
        assert "Pricing desk" not in ae.text()


async def test_words_of_complaints_alone_are_no_lost_deals(desk: Desk) -> None:
    desk.feedback.save(text="Slow start", tone="complaint", reasons=("onboarding",))
    async with driving(desk, (100, 30), [*FEEDBACK, "home"]) as ae:
        assert "lost deal" not in ae.pointed()
        await ae.press("m")
        assert "Fewer complaints about “onboarding”" in ae.text()


async def test_a_reward_is_earned_by_a_log_line_and_claimed(desk: Desk) -> None:
    plan(desk, target="5,000")
    async with driving(desk, (120, 40), REWARDS) as ae:
        assert "None yet. Press n to promise yourself one." in ae.text()
        await ae.press("n")
        await ae.type("A day at the lake")
        await ae.press("ctrl+s")
        assert "☆ A day at the lake" in ae.text()
        await ae.press("t", "l")
        await ae.type("won 6000 @Globex")
        await ae.press("enter", "escape")
        assert "Earned: A day at the lake" in ae.said()
        await ae.press("c", "w")
        await ae.press("home", "l")
        assert "Claimed: A day at the lake" in ae.said()
        assert desk.rewards.all()[0].claimed_on == MONDAY


async def test_celebration_is_one_line_and_can_be_switched_off(desk: Desk) -> None:
    goal = plan(desk, target="5,000")
    desk.rewards.save(promise="A day at the lake", occasion="goal", goal=goal.id)
    desk.profile.change(celebrates=False)
    async with driving(desk, (120, 40)) as ae:
        log(desk, "won 6000 @Globex")
        await ae.settle()
        assert desk.rewards.all()[0].earned_on == MONDAY
        assert "Earned" not in ae.said()


async def test_a_contest_won_and_one_lost(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    desk = a_desk(path)
    async with driving(desk, (120, 40), REWARDS) as ae:
        await ae.press("o")
        await ae.type("8 calls today")
        await ae.press("enter")
        await ae.press("o")
        await ae.type("3 demos today")
        await ae.press("enter")
        assert "0 / 8" in ae.text()
        await ae.press("t", "l")
        await ae.type("8 calls, 1 demo")
        await ae.press("enter", "escape")
        assert "Contest won: 8 calls today" in ae.said()
        await ae.press(*REWARDS)
        assert any("8 calls today" in line and "won" in line for line in ae.lines())
    tuesday = a_desk(path, MONDAY + timedelta(days=1))
    async with driving(tuesday, (120, 40), REWARDS) as ae:
        assert any("3 demos today" in line and "lost" in line for line in ae.lines())
        assert any("8 calls today" in line and "won" in line for line in ae.lines())
        assert {one.contest.result for one in tuesday.contests.all()} == {8, 1}


@pytest.mark.parametrize("masked", [False, True])
async def test_the_pack_is_exported_masked_and_plain(desk: Desk, tmp_path: Path, masked: bool) -> None:
    log(desk, "won 5000 @Globex")
    path = tmp_path / "evidence.md"
    async with driving(desk, (120, 40), [*REWARDS, "p"]) as ae:
        await ae.press("tab", "tab", *(["right"] if masked else []), "tab")
        await ae.replace(str(path))
        await ae.press("ctrl+s")
        assert "Written:" in ae.said()
    text = path.read_text(encoding="utf-8")
    assert "1 deal won" in text
    assert ("Globex" in text) is not masked


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [FEEDBACK, REWARDS])
async def test_in_every_size_the_next_key_is_named(desk: Desk, size: tuple[int, int], keys: list[str]) -> None:
    async with driving(desk, size, keys) as ae:
        assert "Back" in ae.footer()
        assert "None yet. Press" in ae.text()


async def test_a_months_record_shows_both_figures_in_a_small_window(desk: Desk) -> None:
    plan(desk, "Revenue of a title that is rather long")
    log(desk, "won 59070 @Globex", day=MONDAY - timedelta(days=45))
    log(desk, "won 12340 @Harbor")
    async with driving(desk, (60, 18), REWARDS) as ae:
        (line,) = [one for one in ae.lines() if "best €59,070" in one]
        assert "now €12,340" in line
        assert "· Jan 2026" in line
