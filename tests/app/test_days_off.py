"""Days off show at once what they ask of every goal."""

from __future__ import annotations

from aegoals.services import Desk
from tests.app.driving import Driver, driving
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


async def reach(ae: Driver, text: str) -> None:
    """Move to the row of Settings that holds a text."""
    await ae.press("home")
    for _row in range(60):
        if text in ae.pointed():
            return
        await ae.press("down")
    raise AssertionError(f"no row {text}: {ae.text()}")


async def test_part_time_is_entered_changed_deleted_and_brought_back(desk: Desk) -> None:
    plan(desk)
    log(desk, "won 16000 @Globex")
    async with driving(desk, (120, 60), ["s"]) as ae:
        await reach(ae, "+ Add part time")
        await ae.press("enter")
        assert "such as 1-3" in ae.text()
        await ae.replace("2026-03-09")
        await ae.press("tab")
        await ae.replace("2026-03-20")
        await ae.press("tab", "tab")
        await ae.replace("60 %")
        await ae.press("ctrl+s")
        assert "What the part time asks for" in ae.text()
        assert "€2,095.24 → €2,588.24   21 → 17 days" in ae.text()
        await ae.press("escape")
        await reach(ae, "Mar 9, 2026 – Mar 20, 2026  60 %")
        await ae.press("enter", "tab", "tab")
        await ae.type("1-3")
        await ae.press("ctrl+s", "escape")
        assert "Mar 9, 2026 – Mar 20, 2026  Mon, Tue, Wed · 60 %" in ae.text()
        (part,) = desk.profile.calendar.part_time
        assert part.work_days == (1, 2, 3)
        await ae.press("g", "enter", "y")
        assert "at 60 %" in ae.text()
        await ae.press("escape", "s")
        await reach(ae, "60 %")
        await ae.press("delete")
        assert not desk.profile.calendar.part_time
        await ae.press("u")
        assert desk.profile.calendar.part_time == (part,)


async def test_a_ramp_up_is_entered_and_a_second_one_for_its_days_is_refused(desk: Desk) -> None:
    plan_calls(desk, due="2026-05-31")
    async with driving(desk, (120, 60), ["s"]) as ae:
        await reach(ae, "+ Add a ramp-up")
        await ae.press("enter", "tab", "tab")
        await ae.type("25 50, 75")
        await ae.press("ctrl+s")
        assert "What the ramp-up asks for" in ae.text()
        await ae.press("escape")
        assert "Ramp-up from Mar 2, 2026: 25, 50, 75 % by month" in ae.text()
        assert [float(one) for one in desk.profile.calendar.ramp_ups[0].shares] == [0.25, 0.5, 0.75]
        await reach(ae, "+ Add a ramp-up")
        await ae.press("enter", "tab", "tab")
        await ae.type("10")
        await ae.press("ctrl+s")
        assert "From 2026-03-02 to 2026-06-01 there is one already." in ae.text()
        await ae.replace("")
        await ae.press("ctrl+s")
        assert "Percent expected in each step" in ae.text()
        assert len(desk.profile.calendar.ramp_ups) == 1


async def test_shares_that_are_none_name_their_field(desk: Desk) -> None:
    async with driving(desk, (120, 60), ["s"]) as ae:
        await reach(ae, "+ Add part time")
        await ae.press("enter", "tab", "tab", "tab")
        await ae.replace("250")
        await ae.press("ctrl+s")
        assert "Share of a working day, in percent: " in ae.text()
        await ae.replace("much")
        await ae.press("ctrl+s")
        assert "“much”" in ae.text()
        assert desk.profile.calendar.part_time == ()
