"""``aegoals backup`` and ``aegoals restore``."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell


def _kept(shell: Shell, name: str = "copy.json") -> Path:
    place = shell.data.with_name(name)
    shell.ok("backup", str(place))
    return place


def test_a_backup_is_written_and_named(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = shell.data.with_name("copy.json")
    assert shell.ok("backup", str(place)) == f"Written and read back: {place}\n"
    assert place.read_bytes() == shell.data.read_bytes()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_backup_without_a_name_is_listed_by_where(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = shell.ok("backup").split(": ", 1)[1].strip()
    assert {"role": "backup", "path": place, "size": shell.data.stat().st_size} in shell.json("where")


def test_a_backup_overwrites_nothing(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    again = shell("backup", str(place))
    assert (again.code, len(again.err.splitlines())) == (3, 1)


def test_nothing_to_back_up_is_said(shell: Shell) -> None:
    result = shell("backup")
    assert result.code == 3
    assert "no data file" in result.err
    assert list(shell.data.parent.iterdir()) == []


def test_a_restore_shows_what_changes_and_can_be_undone(shell: Shell) -> None:
    shell.add_goal()
    place = _kept(shell)
    shell.ok("log", "3 calls @Globex")
    shown = shell.ok("restore", str(place), "--dry-run")
    assert shown.splitlines() == [
        f"To go back to {place}:",
        "log records: 1 removed",
        "  - 2026-03-02 3 calls @Globex",
    ]
    assert len(shell.json("today")["logged"]) == 1
    assert shell.ok("restore", str(place), "--yes").endswith("Restored. Take it back with: aegoals undo\n")
    assert shell.json("today")["logged"] == []
    assert shell.ok("undo") == "Taken back: restore: copy.json\n"
    assert len(shell.json("today")["logged"]) == 1


def test_a_restore_without_a_terminal_needs_a_yes(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    shell.ok("log", "4 calls")
    result = shell("restore", str(place))
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert len(shell.json("today")["logged"]) == 2


@pytest.mark.parametrize(("answer", "left"), [("y\n", 1), ("n\n", 2), ("", 2)])
def test_a_restore_asks_at_a_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: str, left: int) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    shell.ok("log", "4 calls")
    monkeypatch.setattr("aegoals.cli.open.is_terminal", lambda: True)
    out = shell.ok("restore", str(place), stdin=answer)
    assert ("Nothing was changed." in out) == (left == 2)
    assert len(shell.json("today")["logged"]) == left


def test_the_same_content_is_said_and_not_asked(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    assert "nothing to restore" in shell.ok("restore", str(_kept(shell)))


def test_a_damaged_data_file_is_replaced_and_kept(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    shell.data.write_bytes(b"{")
    assert shell("status").code == 4
    assert "would take its place" in shell.ok("restore", str(place), "--dry-run")
    kept = Path(shell.ok("restore", str(place), "--yes").splitlines()[-1].split(": ")[1])
    assert kept.read_bytes() == b"{"
    assert len(shell.json("today")["logged"]) == 1


@pytest.mark.parametrize(("content", "said"), [(b"{", "damaged"), (b'{"meta":{"file":{"schema":99}}}', "newer")])
def test_a_backup_that_cannot_be_used_is_refused_in_one_line(shell: Shell, content: bytes, said: str) -> None:
    shell.ok("log", "3 calls")
    bad = shell.data.with_name("bad.json")
    bad.write_bytes(content)
    result = shell("restore", str(bad), "--yes")
    assert (result.code, len(result.err.splitlines())) == (4, 1)
    assert said in result.err


def test_a_backup_comes_back_where_there_is_no_data_file(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    shell.data.unlink()
    shell.ok("restore", str(place), "--yes")
    assert len(shell.json("today")["logged"]) == 1


def test_an_unknown_day_is_refused(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    result = shell("restore", "2020-01-01", "--yes")
    assert result.code == 3
    assert "no backup of 2020-01-01" in result.err


def test_a_sync_copy_is_listed_by_where(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    copy = shell.data.with_name("aegoals (Ada's conflicted copy 2026-03-02).json")
    copy.write_bytes(shell.data.read_bytes())
    assert {"role": "sync_copy", "path": str(copy), "size": copy.stat().st_size} in shell.json("where")
    assert "sync copy" in shell.ok("where")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_a_dry_run_writes_nothing(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    place = _kept(shell)
    shell.ok("log", "4 calls")
    before = {path: path.stat().st_mtime_ns for path in shell.data.parent.iterdir() if path.is_file()}
    shell.ok("restore", str(place), "--dry-run")
    after = {path: path.stat().st_mtime_ns for path in shell.data.parent.iterdir() if path.is_file()}
    assert before == after
