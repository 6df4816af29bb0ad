"""``aegoals merge``: two machines, one synced folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def copy(shell: Shell) -> Path:
    """Return the path of a conflict copy that parted from the data file with one goal in it."""
    shell.add_goal()
    path = shell.data.with_name("aegoals.sync-conflict-20260302-101500-ABCDEFG.json")
    shutil.copy(shell.data, path)
    return path


def _there(shell: Shell, copy: Path, *words: str) -> str:
    return shell.ok("--data", str(copy), *words)


def test_a_merge_shows_its_plan_and_can_be_undone(shell: Shell, copy: Path) -> None:
    shell.ok("log", "3 calls @Globex")
    _there(shell, copy, "log", "2 demos @Initech")
    shown = shell.ok("merge", str(copy), "--dry-run")
    assert shown.splitlines() == [
        f"To bring in {copy}:",
        "log records: 1 added",
        "  + 2026-03-02 2 demos @Initech",
    ]
    assert len(shell.json("today")["logged"]) == 1
    out = shell.ok("merge", str(copy), "--yes")
    assert "Merged. Take it back with: aegoals undo" in out
    assert len(shell.json("today")["logged"]) == 2
    assert shell.ok("undo") == f"Taken back: merge: {copy.name}\n"
    assert len(shell.json("today")["logged"]) == 1


def test_the_copy_goes_among_the_backups_and_the_doctor_is_content(shell: Shell, copy: Path) -> None:
    _there(shell, copy, "log", "2 demos")
    copy.with_name(f"{copy.name}.lock").unlink()
    assert shell("doctor").code == 4
    out = shell.ok("merge", str(copy), "--yes")
    place = Path(out.splitlines()[-1].split(": ", 1)[1])
    assert (place.exists(), copy.exists()) == (True, False)
    assert shell.ok("doctor") == "All is well.\n"
    assert shell.ok("restore", str(place), "--dry-run")


def test_what_both_changed_is_shown_and_both_are_kept(shell: Shell, copy: Path) -> None:
    goal = shell.json("status")[0]["id"]
    _there(shell, copy, "goal", "adjust", goal, "--target", "70000", "--reason", "there")
    shell.ok("goal", "adjust", goal, "--target", "66000", "--reason", "here")
    shown = shell.ok("merge", str(copy), "--dry-run")
    assert "  Revenue in spring: target 66,000; 70,000 gave way" in shown.splitlines()
    shell.ok("merge", str(copy), "--yes")
    reasons = [line.split(" on ")[1].split(": ")[-1] for line in shell.ok("history", "--goal", goal).splitlines()]
    assert {"here", "there"} <= set(reasons)
    assert shell.json("goal", "show", goal)["target"] == 66_000


def test_deletions_are_respected(shell: Shell, copy: Path) -> None:
    goal = shell.json("status")[0]["id"]
    _there(shell, copy, "goal", "delete", goal)
    assert "  - Revenue in spring" in shell.ok("merge", str(copy), "--yes").splitlines()
    assert shell.json("status") == []


def test_nothing_new_is_said_and_not_asked(shell: Shell, copy: Path) -> None:
    before = shell.data.read_bytes()
    assert "nothing that the data file does not have" in shell.ok("merge", str(copy))
    assert shell.data.read_bytes() == before
    assert not copy.exists()


def test_a_merge_without_a_terminal_needs_a_yes(shell: Shell, copy: Path) -> None:
    _there(shell, copy, "log", "2 demos")
    before = shell.data.read_bytes()
    result = shell("merge", str(copy))
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert shell.data.read_bytes() == before
    assert copy.exists()


def test_a_file_that_cannot_be_merged_is_refused_in_one_line(shell: Shell, copy: Path) -> None:
    missing = shell("merge", str(copy.with_name("none.json")), "--yes")
    assert (missing.code, len(missing.err.splitlines())) == (3, 1)
    copy.write_bytes(b"{")
    damaged = shell("merge", str(copy), "--yes")
    assert (damaged.code, len(damaged.err.splitlines())) == (4, 1)
    itself = shell("merge", str(shell.data), "--yes")
    assert itself.code == 3
    assert "itself" in itself.err
