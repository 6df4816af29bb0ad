"""Undo and redo over several actions of the Log and over a restart, each naming what it takes back."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from aegoals.services import Desk
from aegoals.services.history import Entry
from screens import undoing
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


async def the_moment(ae: Driver) -> None:
    """Wait for the work that a thread does while words say so."""
    await ae.app.workers.wait_for_complete([one for one in ae.app.workers if one.node is ae.app])
    await ae.settle()


async def test_a_large_undo_says_what_it_does_and_what_is_typed_meanwhile_comes_after_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "TURNED_AT_ONCE", 1)
    async with driving(desk, keys=["d"]) as ae:
        await say(ae, "1 demo")
        await say(ae, "3 calls, 5 emails @Globex")
        may_end, undo, threads = threading.Event(), desk.history.undo, []

        def slow_undo() -> Entry:
            threads.append(threading.current_thread())
            assert may_end.wait(60)
            return undo()

        monkeypatch.setattr(desk.history, "undo", slow_undo)
        await ae.press("u")
        assert "Taking back: 3 calls, 5 emails @Globex" in ae.text()
        assert "2 entries change; what you type meanwhile comes after it." in ae.text()
        monkeypatch.setattr(desk, "refresh", lambda: pytest.fail("the file is asked for while a thread writes it"))
        ae.app.look_for_news()  # another program's save waits too
        ae.app._show_news()
        await ae.press("l", *"2 ", "m")
        assert "Taking back" in ae.text()
        monkeypatch.undo()
        may_end.set()
        await the_moment(ae)
        assert threads != [threading.main_thread()]
        assert ae.typed() == "2 m"
        assert [one.kind for one in desk.log.day(MONDAY)] == ["demo"]
        assert "Email" not in ae.text()


async def test_a_large_undo_that_is_refused_says_why(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "TURNED_AT_ONCE", 0)
    async with driving(desk, keys=["d"]) as ae:
        await say(ae, "3 calls")
        path.chmod(0o600)
        path.unlink()
        await ae.press("u")
        await the_moment(ae)
        assert "is gone" in ae.said()
        assert "Taking back" not in ae.text()
