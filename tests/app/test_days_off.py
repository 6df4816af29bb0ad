"""Days off show at once what they ask of every goal."""

from __future__ import annotations

from aegoals.services import Desk
from tests.app.driving import driving
from tests.app.filling import log, plan, plan_calls


async def test_a_fortnight_off_shows_the_new_daily_rate_of_every_goal(desk: Desk) -> None:
    plan(desk)
    plan_calls(desk)
    log(desk, "won 16000 @Globex")
    async with driving(desk, (120, 40), ["s", "o"]) as ae:
        await ae.replace("2026-03-09")
        await ae.press("tab")
        await ae.replace("2026-03-20")
        await ae.press("ctrl+s")
        text = ae.text()
        assert "What the days off ask for" in text
        assert "€2,095.24 → €4,000   21 → 11 days" in text
        assert sum("→" in line and "days" in line for line in ae.lines()) == 3
        await ae.press("escape", "u")
        assert desk.profile.calendar.days_off == ()


async def test_days_off_that_change_nothing_show_nothing(desk: Desk) -> None:
    async with driving(desk, (120, 40), ["s", "o"]) as ae:
        await ae.replace("2026-03-09")
        await ae.press("tab")
        await ae.replace("2026-03-20")
        await ae.press("ctrl+s")
        assert "What the days off ask for" not in ae.text()


async def test_celebration_is_a_setting(desk: Desk) -> None:
    async with driving(desk, (120, 60), ["s"]) as ae:
        for _row in range(40):
            if "Streaks" in ae.pointed():
                break
            await ae.press("down")
        await ae.press("enter", "tab", "right", "ctrl+s")
        assert not desk.profile.get().celebrates
        assert desk.profile.get().streaks
