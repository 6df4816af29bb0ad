"""What the coach finds in a saved goal: shown on its page, mended by a key, or waved off with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.services import Desk
from aegoals.services.coaching import CoachingService
from tests.app.driving import SIZES, driving
from tests.app.filling import log, plan

OPEN_GOAL = ["g", "enter"]
QUARTERS = [date(2025, month, 10) for month in (1, 4, 7, 10)]
HOME = {"evidence": "The new region", "why": "The bonus"}


@pytest.fixture
def seasoned(desk: Desk) -> Desk:
    """Return a desk with four quarters of 40,000 euros each."""
    for day in QUARTERS:
        log(desk, "won 40000 @Globex", day=day)
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_findings_stand_on_the_page_with_the_keys_that_answer_them(desk: Desk, size: tuple[int, int]) -> None:
    plan(desk)
    async with driving(desk, size, OPEN_GOAL) as ae:
        for _step in range(20):
            if "serves nothing" in ae.text() and "Findings" in ae.text():
                break
            await ae.press("down")
        text = ae.text()
        assert "Findings  Enter mends one, w waves it off" in text
        assert "It serves nothing yet" in text


async def test_a_repair_is_taken_by_its_digit_and_stays_with_its_reason(seasoned: Desk) -> None:
    goal = plan(seasoned, **HOME, target="30000")
    async with driving(seasoned, (120, 40), OPEN_GOAL) as ae:
        assert "€30,000 is easy: 4 of your last 4 quarters reached it" in ae.pointed()
        await ae.press("enter")
        assert "What would happen anyway needs no goal." in ae.text()
        assert "1  your last 4 quarters averaged €40,000: +10 % is €44,000" in ae.text()
        await ae.press("1")
        assert "Mend: too easy" in ae.text()
        await ae.press("ctrl+s")
        assert "Findings" not in ae.text()
        assert "target €30,000 → €44,000" in ae.text()
    assert seasoned.goals.get(goal.id).target == 44_000


async def test_enter_takes_the_repair_under_the_cursor(seasoned: Desk) -> None:
    goal = plan(seasoned, why="The bonus")
    async with driving(seasoned, (120, 40), OPEN_GOAL) as ae:
        await ae.press("enter", "enter")
        await ae.replace("Asked by my manager")
        await ae.press("ctrl+s")
        assert "Your last 4 quarters averaged €40,000, the best €40,000" in ae.text()
    changed = seasoned.goals.get(goal.id)
    assert changed.evidence.startswith("Your last 4 quarters averaged €40,000")
    assert changed.revisions[-1].reason == "Asked by my manager"


async def test_what_only_the_ae_can_say_is_asked_for(desk: Desk) -> None:
    goal = plan(desk, evidence="The new region")
    async with driving(desk, (80, 24), OPEN_GOAL) as ae:
        await ae.press("enter", "1")
        assert "Which company or team goal does it serve?" in ae.text()
        await ae.type("A million for the region")
        await ae.press("ctrl+s")
        assert "Findings" not in ae.text()
    assert desk.goals.get(goal.id).serves == "A million for the region"


async def test_a_finding_is_waved_off_with_a_reason_and_raised_again(desk: Desk) -> None:
    goal = plan(desk, evidence="The new region")
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        assert "w Wave off" in ae.footer()
        await ae.press("w", "enter")
        assert "A finding is waved off only with a reason." in ae.text()
        await ae.type("My own ambition")
        await ae.press("enter")
        assert "✓  serves nothing, Mar 2, 2026: My own ambition" in ae.text()
        assert "It serves nothing yet" not in ae.text()
        assert "w Wave off" not in ae.footer()
        await ae.press("home", "enter")
        assert "It serves nothing yet" in ae.text()
        await ae.press("u", "u")
    assert desk.goals.get(goal.id).waived == ()


async def test_the_last_line_of_the_dialog_waves_off_too(desk: Desk) -> None:
    goal = plan(desk, evidence="The new region")
    async with driving(desk, (80, 24), OPEN_GOAL) as ae:
        await ae.press("enter", "2")
        await ae.type("My own ambition")
        await ae.press("ctrl+s")
    assert [one.code for one in desk.goals.get(goal.id).waived] == ["serves_nothing"]


async def test_a_number_reported_by_hand_is_one_key(desk: Desk) -> None:
    goal = plan(desk, "Reference stories published", kind="other", unit="count", target="12", **HOME)
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        await ae.press("enter", "1")
        assert "✓  not in the log, Mar 2, 2026: Reported by hand: a check-in" in ae.text()
    assert desk.coaching.open_findings(desk.goals.get(goal.id)) == []


async def test_escape_changes_nothing(desk: Desk) -> None:
    goal = plan(desk)
    async with driving(desk, (80, 24), OPEN_GOAL) as ae:
        await ae.press("enter", "escape", "w", "escape")
    assert desk.goals.get(goal.id) == goal


async def test_a_long_log_is_read_beside_the_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aegoals.services.coaching.AT_ONCE", -1)
    plan(desk)
    async with driving(desk, (120, 40), OPEN_GOAL) as ae:
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        assert "It serves nothing yet" in ae.text()
        assert isinstance(desk.coaching, CoachingService)
