"""What happens by itself is said once, and can be seen on the goal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from aegoals.services import Desk
from tests.app.driving import a_desk, driving
from tests.app.filling import plan


async def test_a_quota_that_ended_is_begun_anew_when_the_program_opens(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    first = a_desk(path, date(2026, 3, 31))
    plan(first, "Calls", kind="activity", unit="count", target="40", start="2026-03-01", repeats="month")
    april = a_desk(path, date(2026, 4, 1))
    async with driving(april, (120, 40), ["g"]) as ae:
        assert "Calls: the last period is closed as recorded" in ae.said()
        assert "0 / 40" in ae.text()
        await ae.press("enter")
        assert "Comes again           each month" in ae.text()
        await ae.press("escape", "f", "f")
        assert "closed" in ae.text()
        await ae.press("u", "f", "f")
        assert len(april.goals.all()) == 1


async def test_an_easier_target_that_waits_stands_on_the_goal(desk: Desk) -> None:
    goal = plan(desk)
    desk.profile.change(cool_off_days=2)
    async with driving(desk, (120, 40), ["g", "enter", "a"]) as ae:
        await ae.replace("50000")
        await ae.press(*["tab"] * 5)
        await ae.type("A bad week")
        await ae.press("enter")
        assert desk.goals.get(goal.id).target == 60_000
        assert "from Mar 4, 2026: target €50,000 – A bad week" in ae.text()
