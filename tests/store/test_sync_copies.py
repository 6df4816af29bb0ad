"""Conflict copies that sync services leave beside the data file."""

from __future__ import annotations

from pathlib import Path

import pytest

from aegoals.store.sync_copies import find_sync_copies, is_copy_name

COPIES = (
    "goals.sync-conflict-20260302-101500-ABCDEFG.json",
    "goals (Ada's conflicted copy 2026-03-02).json",
    "goals (conflicted copy 2026-03-02 101500).json",
    "goals_conflict-20260302-101500.json",
    "goals (SFConflict ada@example.com 2026-03-02-10-15-00).json",
    "goals.Conflict.json",
    "goals (In Konflikt stehende Kopie von Ada 2026-03-02).json",
    "goals (Adas konflikterade kopia 2026-03-02).json",
    "goals (1).json",
    "goals(2).json",
    "goals 2.json",
    "goals-DESKTOP-7F3K.json",
    "goals-LAPTOP.json",
    "goals (競合コピー 2026-03-02).json",
)
OTHERS = (
    "goals.json",
    "goals.json.lock",
    "goals.sync-conflict-20260302-101500-ABCDEFG.json.lock",
    ".goals.json.0123.tmp",
    "goals-archive.json",
    "goals-2026-03-02.json",
    "goals2026.json",
    "goals.json.damaged-20260302T101500",
    "other (1).json",
    "goals (1).csv",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert is_copy_name(name, Path("goals.json"))


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_none(name: str) -> None:
    assert not is_copy_name(name, Path("goals.json"))


def test_copies_beside_the_file_are_found(tmp_path: Path) -> None:
    for name in (*COPIES, *OTHERS):
        (tmp_path / name).write_text("x")
    (tmp_path / "goals (9).json").mkdir()
    found = find_sync_copies(tmp_path / "goals.json")
    assert [copy.path.name for copy in found] == sorted(COPIES)
    assert {copy.size for copy in found} == {1}


def test_a_missing_folder_has_none(tmp_path: Path) -> None:
    assert find_sync_copies(tmp_path / "none" / "goals.json") == []


def test_copies_are_looked_for_where_a_link_points_to(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "goals.json"
    real.parent.mkdir()
    real.write_text("x")
    real.with_name("goals (1).json").write_text("x")
    (tmp_path / "goals.json").symlink_to(real)
    assert [copy.path.name for copy in find_sync_copies(tmp_path / "goals.json")] == ["goals (1).json"]
