"""One backup a day, thinned out with age, and the way back."""

from __future__ import annotations

import errno
import os
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest

from aegoals.errors import DataFileDamaged, DataFileError, DataFileNewer
from aegoals.store.backups import days_to_keep, list_backups, newest_readable, read_tables
from aegoals.store.restore import plan_restore, replace_damaged, restore
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


def log(store: TinyStore, key: str) -> None:
    with store.transaction("log", key) as action:
        action.put("records", key, {"note": key})


def names(data_file: Path) -> list[str]:
    return [backup.path.name for backup in list_backups(data_file)]


def test_the_first_save_of_a_day_keeps_the_file_as_it_was(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    log(store, "monday")
    assert names(data_file) == []
    clock.advance(days=1)
    before = data_file.read_bytes()
    log(store, "tuesday")
    log(store, "tuesday again")
    (backup,) = list_backups(data_file)
    assert (backup.path.name, backup.day, backup.size) == (
        "goals-2026-03-03.json",
        date(2026, 3, 3),
        len(before),
    )
    assert backup.path.read_bytes() == before
    assert list(read_tables(backup.path)["records"]) == ["monday"]


def test_a_backup_is_a_second_name_and_costs_no_copy(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    log(store, "monday")
    inode = data_file.stat().st_ino
    clock.advance(days=1)
    log(store, "tuesday")
    assert list_backups(data_file)[0].path.stat().st_ino == inode


def test_where_the_disk_knows_no_links_it_is_a_copy(
    store: TinyStore, data_file: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    log(store, "monday")
    clock.advance(days=1)
    before = data_file.read_bytes()
    log(store, "tuesday")
    (backup,) = list_backups(data_file)
    assert backup.path.read_bytes() == before
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(backup.path.parent) == [backup.path.name]


def test_a_backup_that_cannot_be_made_stops_no_save_and_is_tried_again(
    store: TinyStore, data_file: Path, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    (data_file.parent / "backups").write_text("in the way")
    log(store, "monday")
    clock.advance(days=1)
    log(store, "tuesday")
    assert "no backup" in caplog.text
    (data_file.parent / "backups").unlink()
    log(store, "tuesday again")
    assert names(data_file) == ["goals-2026-03-03.json"]


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    days = [date(2026, 3, 2) - timedelta(days=number) for number in range(800)]
    kept = days_to_keep(days)
    assert sorted(kept, reverse=True) == [
        *(date(2026, 3, 2) - timedelta(days=number) for number in range(7)),  # Monday back to Tuesday
        date(2026, 2, 22),  # the Sundays of the two weeks before those two
        date(2026, 2, 15),
        date(2026, 1, 31),
        date(2025, 12, 31),
        date(2025, 11, 30),
        date(2025, 10, 31),
        date(2025, 9, 30),
        date(2025, 8, 31),
        date(2025, 7, 31),
        date(2025, 6, 30),
        date(2025, 5, 31),
        date(2025, 4, 30),
    ]


def test_days_without_work_do_not_use_up_the_seven() -> None:
    days = [date(2026, 1, 1) + timedelta(days=30 * number) for number in range(7)]
    assert days_to_keep(days) == set(days)


def test_backups_are_thinned_out_day_by_day(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    for number in range(60):
        log(store, str(number))
        clock.advance(days=1)
    kept = [backup.day for backup in list_backups(data_file)]
    assert len(kept) == len(days_to_keep(kept)) <= 7 + 4 + 12
    assert kept[:7] == [date(2026, 4, 30) - timedelta(days=number) for number in range(7)]


def test_thinning_out_leaves_other_files_alone(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    folder = data_file.parent / "backups"
    folder.mkdir()
    others = ["notes.txt", "goals-2020-99-99.json", "other-2020-01-01.json", "goals-2020-01-01.json.old"]
    for name in others:
        (folder / name).write_text("mine")
    for number in range(30):
        log(store, str(number))
        clock.advance(days=1)
    assert set(others) <= set(os.listdir(folder))


def test_the_newest_backup_that_can_be_read_is_found(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    for number in range(4):
        log(store, str(number))
        clock.advance(days=1)
    list_backups(data_file)[0].path.write_bytes(b"{")
    newest = newest_readable(data_file)
    assert newest is not None
    assert newest.path.name == "goals-2026-03-04.json"


def test_a_restore_shows_its_plan_and_is_one_action_that_can_be_undone(
    store: TinyStore, data_file: Path, clock: StillClock
) -> None:
    log(store, "kept")
    log(store, "removed")
    log(store, "edited")
    clock.advance(days=1)
    with store.transaction("mix", "tuesday") as action:
        action.remove("records", "removed")
        action.put("records", "edited", {"note": "tuesday"})
        action.put("goals", "new", {})
    tuesday = {name: dict(store.table(name)) for name in store.table_names()}
    backup = list_backups(data_file)[0].path
    plan = plan_restore(store, backup)
    assert sorted((change.table, change.key) for change in plan) == [
        ("goals", "new"),
        ("records", "edited"),
        ("records", "removed"),
    ]
    assert restore(store, backup, "back to Tuesday morning") == plan
    assert store.table("records") == {key: {"note": key} for key in ("kept", "removed", "edited")}
    assert store.table("goals") == {}
    assert restore(store, backup, "again") == []
    assert store.undo().title == "back to Tuesday morning"
    assert {name: dict(store.table(name)) for name in store.table_names()} == tuesday


def test_what_is_no_backup_is_not_restored(store: TinyStore, tmp_path: Path) -> None:
    log(store, "a")
    bad = tmp_path / "bad.json"
    with pytest.raises(DataFileError, match="no backup"):
        restore(store, bad, "missing")
    bad.write_bytes(b"[]")
    with pytest.raises(DataFileDamaged):
        restore(store, bad, "damaged")
    bad.write_bytes(orjson.dumps({"meta": {"file": {"schema": 99}}}))
    with pytest.raises(DataFileNewer):
        restore(store, bad, "newer")
    assert list(store.table("records")) == ["a"]


def test_a_backup_takes_the_place_of_a_damaged_file_which_is_kept(
    store: TinyStore, data_file: Path, clock: StillClock
) -> None:
    log(store, "monday")
    clock.advance(days=1)
    log(store, "tuesday")
    data_file.write_bytes(b"damaged")
    backup = newest_readable(data_file)
    assert backup is not None
    kept = replace_damaged(data_file, backup.path, clock.instant)
    assert kept
    assert kept.read_bytes() == b"damaged"
    assert kept.name == "goals.json.damaged-20260303T091500"
    assert list(TinyStore(data_file).table("records")) == ["monday"]
