"""A backup that the AE asks for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from aegoals.errors import DataFileDamaged, NotFound, RefusedInput, SaveFailed
from aegoals.store.backups import list_backups, read_tables
from aegoals.store.own_backup import back_up
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


@pytest.fixture
def kept(store: TinyStore, data_file: Path) -> Path:
    with store.transaction("log", "a") as action:
        action.put("records", "a", {"note": "a"})
    return data_file


def test_without_a_target_it_stands_among_the_backups(kept: Path, clock: StillClock) -> None:
    place = back_up(kept, None, clock.instant)
    assert place == kept.parent / "backups" / "goals-2026-03-02-at-091500.json"
    assert place.read_bytes() == kept.read_bytes()
    assert [backup.path for backup in list_backups(kept)] == [place]


def test_it_is_a_copy_of_its_own_and_for_its_owner_only(kept: Path, tmp_path: Path, clock: StillClock) -> None:
    before = os.umask(0)
    try:
        place = back_up(kept, tmp_path / "copy.json", clock.instant)
    finally:
        os.umask(before)
    assert place.stat().st_ino != kept.stat().st_ino
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert list(read_tables(place)["records"]) == ["a"]


def test_a_folder_gets_a_file_named_after_the_moment(kept: Path, tmp_path: Path, clock: StillClock) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert back_up(kept, stick, clock.instant) == stick / "goals-2026-03-02-at-091500.json"


def test_two_in_one_second_both_stay(kept: Path, clock: StillClock) -> None:
    places = {back_up(kept, None, clock.instant) for _ in range(3)}
    assert len(places) == 3
    assert {backup.path for backup in list_backups(kept)} == places


def test_the_daily_thinning_leaves_it_alone(kept: Path, store: TinyStore, clock: StillClock) -> None:
    place = back_up(kept, None, clock.instant)
    for number in range(40):
        clock.advance(days=1)
        with store.transaction("log", "x") as action:
            action.put("records", str(number), {})
    assert place.exists()


def test_nothing_is_overwritten(kept: Path, tmp_path: Path, clock: StillClock) -> None:
    target = tmp_path / "letter.json"
    target.write_text("dear")
    with pytest.raises(RefusedInput, match="there already"):
        back_up(kept, target, clock.instant)
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(RefusedInput, match="there already"):
        back_up(kept, link, clock.instant)
    assert target.read_text() == "dear"


def test_a_damaged_file_never_passes_for_a_backup(kept: Path, tmp_path: Path, clock: StillClock) -> None:
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(DataFileDamaged):
        back_up(kept, tmp_path / "copy.json", clock.instant)
    assert not (tmp_path / "copy.json").exists()


def test_without_a_file_there_is_nothing_to_copy(data_file: Path, clock: StillClock) -> None:
    with pytest.raises(NotFound):
        back_up(data_file, None, clock.instant)
    assert os.listdir(data_file.parent) == []


def test_a_failing_disk_leaves_no_half_copy(
    kept: Path, tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    stick = tmp_path / "stick"
    stick.mkdir()
    with pytest.raises(SaveFailed, match="disk is full"):
        back_up(kept, stick / "copy.json", clock.instant)
    assert os.listdir(stick) == []


def test_a_disk_without_links_gets_a_copy_too(
    kept: Path, tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    place = back_up(kept, tmp_path / "copy.json", clock.instant)
    assert place.read_bytes() == kept.read_bytes()
