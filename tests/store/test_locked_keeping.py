"""Backups, merges and the doctor on a locked file: nothing of it comes into the open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aegoals.errors import DataFileLocked
from aegoals.store.doctor import examine_files
from aegoals.store.keyring import Keyring
from aegoals.store.magic import is_locked
from aegoals.store.merging import merge_file, plan_merge
from aegoals.store.own_backup import back_up
from aegoals.store.tiny_store import TinyStore
from tests.store.locked import keys, lock, locked_store, log
from tests.store.still_clock import StillClock


@pytest.fixture
def locked(store: TinyStore, data_file: Path, clock: StillClock) -> TinyStore:
    """Return a store on a locked file of one record."""
    log(store, "a")
    lock(data_file)
    return locked_store(data_file, clock)


def test_a_backup_stays_locked(locked: TinyStore, clock: StillClock) -> None:
    place = back_up(locked.path, None, clock.instant, locked.keys)
    assert is_locked(place.read_bytes())
    assert list(locked_store(place).table("records")) == ["a"]


def test_without_the_passphrase_there_is_no_backup(locked: TinyStore, clock: StillClock) -> None:
    with pytest.raises(DataFileLocked):
        back_up(locked.path, None, clock.instant, Keyring())
    assert not (locked.path.parent / "backups").exists()


def test_a_locked_copy_is_merged_into_the_locked_file(locked: TinyStore, clock: StillClock) -> None:
    copy = locked.path.with_name("goals (1).json")
    shutil.copy(locked.path, copy)
    log(locked_store(copy, clock), "there")
    log(locked, "here")
    merge_file(locked, copy, clock.instant)
    assert set(locked.table("records")) == {"a", "here", "there"}
    assert is_locked(locked.path.read_bytes())


def test_a_plain_copy_from_before_the_lock_is_merged_too(store: TinyStore, data_file: Path, clock: StillClock) -> None:
    log(store, "a")
    copy = data_file.with_name("goals (1).json")
    shutil.copy(data_file, copy)
    log(TinyStore(copy, clock=clock), "there")
    lock(data_file)
    locked = locked_store(data_file, clock)
    assert [one.change.key for one in plan_merge(locked, copy)] == ["there"]


def test_the_doctor_finds_a_locked_file_well(locked: TinyStore, clock: StillClock) -> None:
    back_up(locked.path, None, clock.instant, locked.keys)
    assert list(examine_files(locked)) == []


def test_the_doctor_says_that_it_cannot_look_without_the_passphrase(locked: TinyStore, data_file: Path) -> None:
    with pytest.raises(DataFileLocked):
        list(examine_files(TinyStore(data_file)))


def test_a_backup_under_another_passphrase_is_named_and_not_to_be_deleted(
    locked: TinyStore, data_file: Path, clock: StillClock
) -> None:
    place = back_up(locked.path, None, clock.instant, locked.keys)
    other = data_file.with_name("other.json")
    log(TinyStore(other, clock=clock), "b")
    lock(other, "another long one")
    shutil.copy(other, place)
    (found,) = examine_files(TinyStore(data_file, keys=keys()))
    assert (found.code, found.repair) == ("backup_locked", None)
    assert "Delete" not in found.advice
