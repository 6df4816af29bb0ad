"""What happens by itself is said once, and can be seen on the goal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from aegoals.services import Desk
from tests.app.driving import Driver, a_desk, driving
from tests.app.filling import plan, plan_calls
from tests.builders import WallCalendar
from tests.builders import a_desk as desk_under


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


async def test_a_monthly_quota_over_three_month_ends(path: Path) -> None:
    """The program is opened in one month, stays open over the next end, and is opened again in the third."""
    wall = WallCalendar(date(2026, 3, 20))
    desk = desk_under(path, wall)
    desk.profile.change("Welcome", welcomed=True, currency="EUR", locale="en_US")
    plan_calls(desk, "Calls", target="40", repeats="month")
    async with driving(desk, (120, 40), ["l"]) as ae:
        await ae.type("44 calls")
        await ae.press("enter", "escape")
        await night(ae, wall, date(2026, 4, 1))
        assert "Calls: the last period is closed as recorded" in ae.said()
        await ae.press("l")
        await ae.type("12 calls")
        await ae.press("enter", "escape")
        await night(ae, wall, date(2026, 4, 30))
        assert len(desk.goals.all()) == 2
    wall.day = date(2026, 5, 4)
    async with driving(desk_under(path, wall), (120, 40), ["l"]) as ae:
        await ae.type("40 calls")
        await ae.press("enter", "escape")
        await night(ae, wall, date(2026, 6, 1))
        await ae.press("b")
        await ae.resize(120, 80)
        history = [line.split() for line in ae.lines() if "Calls" in line and " % " in line]
        assert [words[1:5] for words in history] == [
            ["100", "%", "achieved", "May"],
            ["30", "%", "missed", "Apr"],
            ["110", "%", "achieved", "Mar"],
        ]
        await ae.press("g", "enter")
        assert "Jun 1, 2026 – Jun 30, 2026" in ae.text()


async def night(ae: Driver, wall: WallCalendar, day: date) -> None:
    """Turn the leaf while the program stands open; it looks once a second whether a day has begun."""
    wall.day = day
    ae.app._show_news()
    await ae.settle()
