"""P4: program and shell at once lose nothing."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aegoals.errors import DataFileBusy, SaveFailed
from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore
from tests.store.processes import held, start
from tests.store.settling import NONE, RULES, SMALL, has_settled
from tests.store.tally import Tally

WRITER = """
import sys
from aegoals.store import TinyStore
from aegoals.store.long_table import Settling
store = TinyStore(sys.argv[1], lock_wait=60, settling={settling})
for number in range(int(sys.argv[3])):
    with store.transaction("log", str(number)) as action:
        key = sys.argv[2] + " " + str(number)
        action.put("records", key, dict(quantity=str(number)))
        count = (action.get("totals", "all") or dict(count=0))["count"]
        action.put("totals", "all", dict(count=count + 1))
"""


def write_at_once(data_file: Path, writers: int, saves: int, settling: Settling) -> Tally:
    """Let several processes save and count at the same time; each of their saves is there."""
    started = [start(WRITER.format(settling=settling), data_file, name, saves) for name in range(writers)]
    for writer in started:
        writer.communicate(timeout=600)
        assert writer.returncode == 0
    store = TinyStore(data_file)
    wanted = {f"{name} {number}" for name in range(writers) for number in range(saves)}
    assert set(store.table("records")) == wanted
    assert store.table("totals")["all"] == {"count": writers * saves}
    assert has_settled(data_file) == bool(settling.table)
    return Tally(writers * saves, writers * saves)


@pytest.mark.parametrize(("writers", "saves", "settling"), [(2, 30, NONE), (2, 20, SMALL), (8, 8, SMALL)])
def test_processes_that_save_at_once_lose_nothing(
    data_file: Path, writers: int, saves: int, settling: Settling
) -> None:
    write_at_once(data_file, writers, saves, settling)


@pytest.mark.long
@pytest.mark.parametrize("settling", RULES.values(), ids=RULES)
@pytest.mark.parametrize(("writers", "saves"), [(2, 200), (8, 200)])
def test_processes_that_save_two_hundred_times_lose_nothing(
    data_file: Path, writers: int, saves: int, settling: Settling
) -> None:
    write_at_once(data_file, writers, saves, settling)


def test_a_transaction_sees_what_another_store_saved_a_moment_before(data_file: Path) -> None:
    one, two = TinyStore(data_file), TinyStore(data_file)
    for number in range(20):
        for store in (one, two):
            with store.transaction("count", str(number)) as action:
                count = (action.get("totals", "all") or {"count": 0})["count"]
                action.put("totals", "all", {"count": count + 1})
    assert two.table("totals")["all"] == {"count": 40}


def test_a_lock_that_stays_held_is_refused_and_names_the_holder(data_file: Path) -> None:
    store = TinyStore(data_file, lock_wait=0)
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    with held(data_file) as holder:
        with pytest.raises(DataFileBusy, match=f"Process {holder} ") as caught:  # noqa: SIM117
            with store.transaction("log", "second") as action:
                action.put("records", "b", {})
        assert caught.value.repair
        assert str(data_file) in caught.value.message
        assert list(store.table("records")) == ["a"]
    with store.transaction("log", "second") as action:
        action.put("records", "b", {})


@pytest.mark.skipif(sys.platform == "win32", reason="filelock itself does the work there")
def test_our_lock_and_that_of_the_filelock_library_respect_each_other(data_file: Path) -> None:
    import filelock

    store = TinyStore(data_file, lock_wait=0)
    with filelock.FileLock(f"{data_file}.lock"), pytest.raises(DataFileBusy):  # noqa: SIM117
        with store.transaction("log", "first") as action:
            action.put("records", "a", {})
    with store.transaction("log", "first"), pytest.raises(filelock.Timeout):
        filelock.FileLock(f"{data_file}.lock", timeout=0).acquire()


def test_a_lock_file_that_was_tidied_away_is_made_again(store: TinyStore, data_file: Path) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    data_file.with_name("goals.json.lock").unlink()
    with store.transaction("log", "second") as action:
        action.put("records", "b", {})
    assert len(TinyStore(data_file).table("records")) == 2


def test_a_program_that_writes_without_the_lock_is_noticed_and_not_overwritten(
    store: TinyStore, data_file: Path
) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    other = data_file.read_bytes().replace(b'"a"', b'"z"')
    with pytest.raises(SaveFailed, match="another"), store.transaction("log", "b") as action:  # noqa: PT012
        action.put("records", "b", {})
        data_file.write_bytes(other)
    assert data_file.read_bytes() == other
    assert list(store.table("records")) == ["z"]


def test_a_file_that_vanished_is_not_begun_anew_behind_the_back(store: TinyStore, data_file: Path) -> None:
    with store.transaction("log", "first") as action:
        action.put("records", "a", {})
    kept = data_file.read_bytes()
    data_file.unlink()
    assert store.refresh() is False
    assert list(store.table("records")) == ["a"]
    with pytest.raises(SaveFailed, match="is gone"), store.transaction("log", "second") as action:
        action.put("records", "b", {})
    data_file.write_bytes(kept)
    with store.transaction("log", "second") as action:
        action.put("records", "b", {})
    assert list(store.table("records")) == ["a", "b"]


def test_threads_of_one_program_wait_for_each_other(data_file: Path) -> None:
    store = TinyStore(data_file)

    def work(name: str) -> None:
        for number in range(10):
            with store.transaction("log", name) as action:
                action.put("records", f"{name} {number}", {})
                count = (action.get("totals", "all") or {"count": 0})["count"]
                action.put("totals", "all", {"count": count + 1})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, "abcd"))
    assert store.table("totals")["all"] == {"count": 40}
    assert len(TinyStore(data_file).table("records")) == 40
