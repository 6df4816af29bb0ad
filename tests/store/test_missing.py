"""A data file that is gone while its backups are locked: nothing begins in its place unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aegoals.errors import DataFileLocked, DataFileMissing
from aegoals.store.backups import list_backups
from aegoals.store.cipher import new_key
from aegoals.store.doctor import examine_files
from aegoals.store.keyring import Keyring
from aegoals.store.magic import locked_on_disk
from aegoals.store.relock import relock
from aegoals.store.restore import replace_damaged
from aegoals.store.tiny_store import TinyStore
from tests.store.locked import CHEAP, keys, lock, locked_store, log
from tests.store.still_clock import StillClock


@pytest.fixture
def backup(data_file: Path, clock: StillClock) -> Path:
    """Return the locked backup of a file that is gone."""
    lock(data_file)
    log(locked_store(data_file, clock), "a")
    data_file.unlink()
    return list_backups(data_file)[0].path


def test_a_missing_file_with_locked_backups_is_named_with_the_way_back(data_file: Path, backup: Path) -> None:
    with pytest.raises(DataFileMissing) as caught:
        TinyStore(data_file).table("records")
    assert str(data_file) in caught.value.message
    assert f"aegoals restore {backup}" in caught.value.repair
    assert str(backup.parent) in caught.value.repair


def test_nothing_is_saved_in_its_place(data_file: Path, backup: Path) -> None:
    with pytest.raises(DataFileMissing):
        log(TinyStore(data_file), "b")
    with pytest.raises(DataFileMissing):
        relock(data_file, Keyring(), new_key("another passphrase", CHEAP))
    assert not data_file.exists()


def test_the_backup_takes_its_place_locked_as_it_is(data_file: Path, backup: Path, clock: StillClock) -> None:
    with pytest.raises(DataFileLocked):
        replace_damaged(data_file, backup, clock.instant)
    assert replace_damaged(data_file, backup, clock.instant, keys()) is None
    assert locked_on_disk(data_file)
    assert locked_store(data_file).table_names() == frozenset()  # as it was before the first record
    log(locked_store(data_file), "b")


def test_an_ae_who_moves_the_backups_away_begins_anew(data_file: Path, backup: Path) -> None:
    backup.parent.rename(data_file.with_name("old backups"))
    log(TinyStore(data_file), "b")
    assert data_file.exists()


def test_a_file_without_a_lock_begins_anew_beside_its_backups_and_the_doctor_says_so(
    store: TinyStore, data_file: Path, clock: StillClock
) -> None:
    log(store, "a")
    clock.advance(days=1)
    log(store, "b")
    data_file.unlink()
    assert list(TinyStore(data_file).table("records")) == []
    assert [finding.code for finding in examine_files(TinyStore(data_file))] == ["missing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_backup_that_cannot_be_read_says_nothing(data_file: Path, backup: Path) -> None:
    backup.chmod(0)
    assert list(TinyStore(data_file).table("records")) == []
