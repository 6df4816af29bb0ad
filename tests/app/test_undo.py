"""Undo and redo over several actions of the Log and over a restart, each naming what it takes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.app.driving import Driver, a_desk, driving
from tests.builders import MONDAY

LINE = "3 calls, 5 emails, 2 meetings @Globex, demo @Acme, proposal 8k @Acme, won 5k @Lumen, 2h training, lead @Harbor"


async def say(ae: Driver, line: str) -> None:
    await ae.press("l")
    await ae.type(line)
    await ae.press("enter", "escape")


async def test_five_actions_are_taken_back_and_after_a_restart_done_again(path: Path) -> None:
    desk = a_desk(path)
    async with driving(desk, (120, 40), ["d"]) as ae:
        await say(ae, LINE)
        assert len(desk.log.day(MONDAY)) == 8
        await say(ae, "yesterday: 4 calls @Globex")
        await ae.press("home", "enter")  # a wrong figure is corrected
        await ae.replace("4 calls")
        await ae.press("enter")
        await ae.press("asterisk", "number_sign")
        await ae.type("q1")
        await ae.press("enter", "enter")
        await ae.press("home", "space", "space", "m")
        await ae.replace("2026-02-27")
        await ae.press("enter")
        done = {one.id: one for one in desk.log.between(date(2026, 1, 1), MONDAY)}
        assert len(done) == 9
        told = []
        for _action in range(5):
            await ae.press("u")
            told.append(ae.said())  # one notice at a time
        assert told[0].startswith("Taken back: ")
        assert told[0].endswith(" to 2026-02-27")
        assert told[1].endswith(" and 5 more: +#q1")
        assert told[2:] == [f"Taken back: {line}" for line in ("edit: 3 calls", "yesterday: 4 calls @Globex", LINE)]
        assert desk.log.between(date(2026, 1, 1), MONDAY) == []
    again = a_desk(path)
    async with driving(again, (120, 40), ["d"]) as ae:
        told = []
        for _action in range(5):
            await ae.press("r")
            told.append(ae.said())
        assert [one[:12] for one in told] == ["Done again: "] * 5
        await ae.press("r", "r")
        assert ae.said().count("There is nothing to redo.") == 1
    assert {one.id: one for one in again.log.between(date(2026, 1, 1), MONDAY)} == done
