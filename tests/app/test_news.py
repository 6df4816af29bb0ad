"""What happens while the program is open: another program writes, the day turns, the file comes to harm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aegoals.services import Desk
from screens.app import EXIT_DATA_FILE
from tests.app.driving import a_desk, driving
from tests.app.filling import log, plan, plan_calls
from tests.builders import WallCalendar
from tests.builders import a_desk as a_desk_with_a_calendar
from tests.store.processes import held


async def test_a_line_logged_in_the_shell_shows_on_today(path: Path, desk: Desk) -> None:
    plan_calls(desk)
    shell = a_desk(path)
    async with driving(desk) as ae:
        assert "0 / 10" in ae.text()
        log(shell, "4 calls @Globex")
        ae.app.look_for_news()
        await ae.settle()
        assert "4 / 10" in ae.text()
        assert "› 4 calls            @Globex" in ae.text()


async def test_what_is_typed_stays_when_news_come_in(path: Path, desk: Desk) -> None:
    shell = a_desk(path)
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("half a line")
        log(shell, "4 calls @Globex")
        ae.app.look_for_news()
        await ae.settle()
        assert "4 calls            @Globex" in ae.text()
        assert ae.typed() == "half a line"


async def test_the_cursor_stays_on_its_row_when_rows_come_in_above(path: Path, desk: Desk) -> None:
    for number in range(40):
        plan_calls(desk, f"Goal {number:02}")
    shell = a_desk(path)
    async with driving(desk, keys=["g", "o", "o", "o", *["down"] * 15]) as ae:
        assert "Goal 15" in ae.pointed()
        for number in range(5):
            plan_calls(shell, f"Always first {number}")
        ae.app.look_for_news()
        await ae.settle()
        assert "Goal 15" in ae.pointed()


async def test_a_goal_deleted_elsewhere_leaves_its_page(path: Path, desk: Desk) -> None:
    goal = plan(desk)
    shell = a_desk(path)
    async with driving(desk, keys=["g", "enter"]) as ae:
        shell.goals.delete(goal.id)
        ae.app.look_for_news()
        await ae.settle()
        assert "No goal runs." in ae.text()


async def test_commands_on_what_is_gone_say_so(path: Path, desk: Desk) -> None:
    goal = plan(desk)
    shell = a_desk(path)
    async with driving(desk, keys=["g"]) as ae:
        shell.goals.delete(goal.id)
        desk.refresh()
        for key in ["x", "e", "delete", "enter"]:
            ae.app.screen.query_one("RowList")
            await ae.press(key)
        assert "No goal runs." in ae.text()


async def test_a_form_over_news_keeps_what_was_typed(path: Path, desk: Desk) -> None:
    shell = a_desk(path)
    async with driving(desk, keys=["c", "a"]) as ae:
        await ae.type("Lead a team")
        shell.career.save_aspiration(title="Own business")
        ae.app.look_for_news()
        await ae.settle()
        assert ae.typed() == "Lead a team"
        await ae.press("ctrl+s")
        assert "◇ Own business" in ae.text()
        assert "◇ Lead a team" in ae.text()


async def test_the_next_morning_shows_the_next_day(path: Path) -> None:
    leaf = WallCalendar()
    desk = a_desk_with_a_calendar(path, leaf)
    desk.profile.change(welcomed=True, currency="EUR", locale="en_US")
    plan_calls(desk)
    log(desk, "4 calls")
    async with driving(desk) as ae:
        assert "Monday, March 2" in ae.text()
        leaf.day = date(2026, 3, 3)
        ae.app.look_for_news()
        await ae.settle()
        assert "Tuesday, March 3" in ae.text()
        assert "0 / 11" in ae.text()
        assert "Nothing yet. Press l" in ae.text()


# --- a file that comes to harm


async def test_a_file_that_cannot_be_read_ends_the_program_plainly(path: Path) -> None:
    path.write_text("{ this is no data file", encoding="utf-8")
    async with driving(a_desk(path, welcomed=False)) as ae:
        assert ae.app.return_code == EXIT_DATA_FILE
        assert str(path.name) in str(ae.app._exit_renderables)
    assert path.read_text(encoding="utf-8") == "{ this is no data file"


async def test_a_file_damaged_meanwhile_is_told_once_and_the_page_stays(path: Path, desk: Desk) -> None:
    log(desk, "4 calls @Globex")
    async with driving(desk) as ae:
        path.write_text("{ this is no data file", encoding="utf-8")
        for _second in range(3):
            ae.app.look_for_news()
            await ae.settle()
        (told,) = ae.app._notifications
        assert "4 calls            @Globex" in ae.text()
        await ae.press("l")
        await ae.type("3 calls")
        await ae.press("enter")
        assert ae.typed() == "3 calls"  # what could not be saved stays
        assert list(ae.app._notifications) == [told]  # it still stands there


async def test_a_draft_that_cannot_be_kept_does_not_hold_the_program(path: Path, desk: Desk) -> None:
    async with driving(desk, keys=["g", "n", "enter", "enter"]) as ae:
        await ae.type("Revenue")
        path.write_text("{ this is no data file", encoding="utf-8")
        await ae.press("ctrl+q")
        assert ae.app.return_code == 0


class Watch:
    """A clock that runs only while somebody waits."""

    def __init__(self) -> None:
        self.waited = 0.0

    def monotonic(self) -> float:
        return self.waited

    def sleep(self, seconds: float) -> None:
        self.waited += seconds


async def test_a_file_that_another_process_holds_is_said_soon_and_the_line_stays(
    path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch()
    monkeypatch.setattr("aegoals.store.lock.time", watch)
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("3 calls @Globex")
        with held(path) as holder:
            await ae.press("enter")
            assert f"Process {holder} is writing" in ae.said()
            assert "save again" in ae.said()
            assert ae.typed() == "3 calls @Globex"
            assert 0 < watch.waited < 1, "an AE sees nothing move meanwhile"
        await ae.press("enter")
        assert "✓ logged: 3 calls" in ae.text()


async def test_a_form_that_could_not_be_saved_for_another_process_stays(path: Path, desk: Desk) -> None:
    async with driving(desk, keys=["s", "enter"]) as ae:
        await ae.replace("Ada")
        with held(path):
            await ae.press("ctrl+s")
            assert "is writing" in ae.text()
        await ae.press("ctrl+s")
        assert desk.profile.get().name == "Ada"


async def test_a_large_file_is_read_beside_the_program_and_then_shown(
    path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.app.READ_AT_ONCE", 0)
    shell = a_desk(path)
    async with driving(desk, keys=["l"]) as ae:
        await ae.type("half a line")
        log(shell, "4 calls @Globex")
        ae.app.look_for_news()
        ae.app.look_for_news()
        assert "Globex" not in ae.text(), "nothing waits for the reading"
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        assert "4 calls            @Globex" in ae.text()
        assert ae.typed() == "half a line"
        await ae.press("enter")
        log(shell, "2 demos @Initech")
        ae.app.look_for_news()
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        assert "@Initech" in ae.text()


async def test_a_large_file_that_was_damaged_meanwhile_is_told(
    path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.app.READ_AT_ONCE", 0)
    async with driving(desk) as ae:
        path.write_bytes(b"{")
        ae.app.look_for_news()
        await ae.app.workers.wait_for_complete()
        await ae.settle()
        assert "is damaged" in ae.said()
