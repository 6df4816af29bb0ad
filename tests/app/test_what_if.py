"""What if: levers moved by keys, the end moves, adopted as goals or discarded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from aegoals.domain.goal import Outcome
from aegoals.services import Desk
from screens.what_if import WhatIfDialog
from tests.app.driving import SIZES, driving
from tests.app.filling import log, plan
from tests.builders import MONDAY

OPEN = ["g", "enter", "f"]


def six_weeks(desk: Desk) -> None:
    """Log calls on every working day of six weeks, and a deal each week."""
    plan(desk, target="90,000")
    for back in range(1, 43):
        day = MONDAY - timedelta(days=back)
        if day.isoweekday() <= 5:
            log(desk, "4 calls", *(["won 4000 @Globex"] if day.isoweekday() == 3 else []), day=day)
        if day.isoweekday() == 4:
            log(desk, "lost @Harbor", day=day)


async def test_more_activity_moves_the_end_and_becomes_a_goal(desk: Desk) -> None:
    six_weeks(desk)
    async with driving(desk, (120, 40), OPEN) as ae:
        assert isinstance(ae.app.screen, WhatIfDialog)
        before = [line for line in ae.lines() if "With these levers" in line]
        assert "Activities a week" in ae.pointed()
        await ae.press("right", "right", "plus")
        assert "now 15" in ae.pointed()
        assert [line for line in ae.lines() if "With these levers" in line] != before
        assert sum("As it is" in line for line in ae.lines()) == 1
        await ae.press("ctrl+s")
        assert "Set as goals: “18 activities a week”" in ae.said()
        (adopted,) = [goal for goal in desk.goals.all() if goal.kind == "activity"]
        assert (adopted.due, adopted.serves) == (date(2026, 3, 31), "Revenue in the first quarter")
        await ae.press("u")
        assert len(desk.goals.all()) == 1


async def test_discarded_nothing_is_kept(desk: Desk) -> None:
    six_weeks(desk)
    async with driving(desk, (120, 40), OPEN) as ae:
        await ae.press("right", "0", "right", "escape")
        assert not isinstance(ae.app.screen, WhatIfDialog)
        assert len(desk.goals.all()) == 1


async def test_days_off_lower_the_end(desk: Desk) -> None:
    six_weeks(desk)
    trial = desk.what_if.trial("Revenue in the first quarter")
    lever = next(one for one in trial.levers.settings if one.lever == "days_off")
    ends = [desk.what_if.end(trial, {lever.lever: one}).median for one in (lever.now, lever.now + 5, lever.now + 15)]
    assert ends[0] > ends[1] > ends[2]


async def test_without_history_it_says_what_it_takes(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, (80, 24), OPEN) as ae:
        assert "two weeks of log" in ae.said()
        assert not isinstance(ae.app.screen, WhatIfDialog)


@pytest.mark.parametrize("size", SIZES)
async def test_levers_and_keys_show_in_every_size(desk: Desk, size: tuple[int, int]) -> None:
    six_weeks(desk)
    async with driving(desk, size, OPEN) as ae:
        assert "Activities a week" in ae.text()
        assert "Adopt" in ae.footer()


async def test_masked_it_names_nobody_and_no_money(desk: Desk) -> None:
    six_weeks(desk)
    async with driving(desk, (120, 40), ["f9", *OPEN]) as ae:
        assert "Win rate" in ae.text()
        assert "€" not in ae.text()
        assert "Revenue" not in ae.text()


async def test_a_goal_whose_keys_do_nothing_says_why(desk: Desk) -> None:
    score = plan(desk, "Satisfaction", kind="satisfaction", unit="score", baseline="4.0", target="4.5")
    async with driving(desk, keys=["g", "enter", "f"]) as ae:
        assert ae.said().startswith("What if needs a goal that adds up day by day")
        desk.goals.close(score.id, Outcome.DROPPED, "Other plans")
        await ae.settle()
        await ae.press("a")
        assert ae.said() == "The goal is closed. Press k to take it up again."
        await ae.press("w")
        assert ae.said() == "Put the cursor on a finding first: w waves it off."


async def test_a_goal_that_the_log_counts_says_so_when_a_value_is_to_be_reported(desk: Desk) -> None:
    plan(desk)
    async with driving(desk, keys=["g", "enter", "i"]) as ae:
        assert ae.said() == "The log counts this goal by itself: write what you did on Today (F2, l)."
