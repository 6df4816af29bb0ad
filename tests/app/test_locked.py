"""The locked screen."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input
from textual.worker import WorkerCancelled

from aegoals.services import open_desk
from aegoals.store.keyring import Keyring
from aegoals.store.relock import relock
from screens.app import EXIT_DATA_FILE
from screens.locked import LockedScreen
from tests.app.driving import Driver, a_desk, driving
from tests.builders import MONDAY
from tests.store.locked import PASSPHRASE, keys, lock, locked_store, log


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """Return a locked file that knows Globex."""
    path = tmp_path / "goals.json"
    a_desk(path).log.log("3 calls @Globex", MONDAY)
    lock(path)
    return path


async def enter(driver: Driver, passphrase: str) -> None:
    """Type a passphrase and wait until it was tried."""
    await driver.type(passphrase)
    await driver.press("enter")
    trying = [worker for worker in driver.app.workers if worker.name == "_try"]
    if trying:  # for an empty list Textual waits for every worker
        with suppress(WorkerCancelled):  # the screen that it opened is gone already
            await driver.app.workers.wait_for_complete(trying)
    await driver.settle()


async def test_a_locked_file_asks_for_its_passphrase_and_shows_nothing(data_file: Path) -> None:
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        assert isinstance(driver.app.screen, LockedScreen)
        assert str(data_file) in "".join(line.strip("│ ") for line in driver.lines())
        assert driver.said() == ""
        assert driver.footer().split() == ["⏎", "Open", "esc", "Leave"]
        await driver.type(PASSPHRASE)
        assert PASSPHRASE not in driver.text()
        assert driver.app.screen.query_one(Input).password


async def test_the_right_passphrase_opens_the_program(data_file: Path) -> None:
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        await enter(driver, PASSPHRASE)
        assert "Globex" in driver.text()
        await driver.press("l")
        await driver.type("demo @Initech")
        await driver.press("enter")
        assert b"Initech" not in data_file.read_bytes()
    assert len(open_desk(data_file, ask=lambda _path: PASSPHRASE).history.entries()) == 3


async def test_a_wrong_passphrase_says_so_and_asks_again(data_file: Path) -> None:
    before = data_file.read_bytes()
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        for _attempt in range(2):
            await enter(driver, "not this one")
            assert "does not open" in driver.text()
            assert driver.typed() == ""
        assert data_file.read_bytes() == before
        await enter(driver, PASSPHRASE)
        assert "Globex" in driver.text()


async def test_escape_leaves_and_the_file_stays_as_it_was(data_file: Path) -> None:
    before = data_file.read_bytes()
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        driver.app.post_message(events.Key("escape", None))
        for _turn in range(5_000):
            if driver.app.return_code is not None:
                break
            await asyncio.sleep(0)
    assert data_file.read_bytes() == before
    assert driver.app.return_code == 0


@pytest.mark.parametrize("key", ["ctrl+p", "f3", "f1", "u", "n"])
async def test_no_other_command_works_while_the_file_is_locked(data_file: Path, key: str) -> None:
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        await driver.press(key)
        assert isinstance(driver.app.screen, LockedScreen)


async def test_a_file_that_is_locked_meanwhile_is_hidden_until_the_passphrase_is_given(tmp_path: Path) -> None:
    path = tmp_path / "goals.json"
    desk = a_desk(path)
    desk.log.log("3 calls @Globex", MONDAY)
    async with driving(desk) as driver:
        assert "Globex" in driver.text()
        lock(path)
        for _look in range(2):
            driver.app.look_for_news()
            await driver.settle()
        assert isinstance(driver.app.screen, LockedScreen)
        assert "Globex" not in driver.text()
        await enter(driver, PASSPHRASE)
        assert "Globex" in driver.text()
        assert len(driver.app.screen_stack) == 1


async def test_a_lock_that_is_removed_meanwhile_changes_nothing(data_file: Path) -> None:
    async with driving(open_desk(data_file, lambda: MONDAY, lambda _path: PASSPHRASE)) as driver:
        relock(data_file, keys(), None)
        driver.app.look_for_news()
        await driver.settle()
        assert "Globex" in driver.text()
        assert Keyring().open(data_file.read_bytes(), data_file)[1] is None


async def test_a_missing_file_with_locked_backups_ends_the_program_with_the_way_back(data_file: Path) -> None:
    log(locked_store(data_file), "b")  # the first save under the lock leaves a locked backup
    data_file.unlink()
    async with driving(open_desk(data_file, lambda: MONDAY)) as driver:
        assert driver.app.return_code == EXIT_DATA_FILE
    assert not data_file.exists()


async def test_the_file_is_read_while_the_passphrase_is_tried(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(data_file, lambda: MONDAY)
    reader: list[bool] = []
    look_ahead = desk.look_ahead

    def watched() -> None:
        reader.append(threading.current_thread() is threading.main_thread())
        look_ahead()

    monkeypatch.setattr(desk, "look_ahead", watched)
    async with driving(desk) as driver:
        await enter(driver, PASSPHRASE)
        assert "Globex" in driver.text()
    assert reader == [False]
