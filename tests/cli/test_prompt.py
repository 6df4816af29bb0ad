"""``aegoals prompt``: short, quick, and never an error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aegoals.store import prompt_cache
from aegoals.store.durable_file import DurableFile
from aegoals.store.prompt_cache import cache_file, remember, remembered
from tests.cli.shell import Shell
from tests.cli.test_due import plan_week
from tests.cli.test_lock import lock_it, typing
from tests.store.locked import PASSPHRASE


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_counts_show_their_part_of_today_and_money_its_share(shell: Shell) -> None:
    plan_week(shell, "Calls to buyers", 60)
    shell.add_goal("--title", "Revenue", "--target", "10000")
    shell.ok("log", "6 calls, won 6200 @Globex")
    assert shell.ok("prompt") == "calls 6/12 revenue 62%\n"
    assert shell.ok("prompt", "--width", "18") == "cal 6/12 rev 62%\n"
    assert shell.ok("prompt", "--width", "9") == "cal 6/12\n"
    assert shell.ok("prompt", "--width", "3") == "\n"
    assert shell.ok("prompt", "--count", "1") == "calls 6/12\n"


@pytest.mark.parametrize("title", ["60 calls this week", "Make 60 calls"])
def test_a_goal_that_begins_with_its_number_is_known_by_what_it_counts(shell: Shell, title: str) -> None:
    plan_week(shell, title, 60)
    assert shell.ok("prompt") == "calls 0/12\n"


def test_named_goals_stand_in_the_order_in_which_they_are_named(shell: Shell) -> None:
    plan_week(shell, "Calls", 60)
    known = shell.add_goal("--title", "Revenue")
    assert shell.ok("prompt", "--goal", known[-6:], "--goal", "calls") == "revenue 0% calls 0/12\n"
    assert shell.ok("prompt", "--goal", "gone") == "\n"


def test_a_japanese_title_is_cut_by_cells(shell: Shell) -> None:
    plan_week(shell, "電話を毎日たくさんかける", 60)
    assert shell.ok("prompt", "--width", "11") == "電話を 0/12\n"
    assert shell.ok("prompt", "--width", "9") == "電 0/12\n"


def test_the_line_is_kept_until_anything_changes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    plan_week(shell, "Calls", 60)
    assert shell.ok("prompt") == "calls 0/12\n"
    kept = cache_file(shell.data).read_text()
    assert kept.count("\n") == 1
    assert kept.endswith("\tcalls 0/12\n")
    assert cache_file(shell.data).stat().st_mode & 0o777 == 0o600
    cache_file(shell.data).write_text(kept.replace("0/12", "kept"))
    assert shell.ok("prompt") == "calls kept\n"
    assert shell.ok("prompt", today="2026-03-03") == "calls 0/15\n"
    shell.ok("log", "5 calls")
    assert shell.ok("prompt") == "calls 5/12\n"
    shell.ok("undo")
    assert shell.ok("prompt") == "calls 0/12\n"


def test_at_most_four_lines_are_kept(shell: Shell) -> None:
    plan_week(shell, "Calls", 60)
    for width in range(20, 30):
        shell.ok("prompt", "--width", str(width))
    assert cache_file(shell.data).read_text().count("\n") == prompt_cache.MOST_LINES


def test_no_file_and_no_goal_print_an_empty_line(shell: Shell) -> None:
    assert shell.ok("prompt") == "\n"
    assert not cache_file(shell.data).exists()
    shell.ok("log", "3 calls")
    assert shell.ok("prompt") == "\n"


@pytest.mark.parametrize("content", [b"{", b"", b'{"meta":{"file":{"schema":99}}}', b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_no_error(shell: Shell, content: bytes) -> None:
    shell.data.write_bytes(content)
    result = shell("prompt")
    assert (result.code, result.err) == (0, "")
    assert len(result.out.splitlines()) == 1


def test_a_folder_in_the_place_of_the_file_is_no_error(shell: Shell) -> None:
    shell.data.mkdir()
    assert shell.ok("prompt") == "\n"


def test_a_locked_file_says_so_and_keeps_no_figures_beside_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    plan_week(shell, "Calls", 60)
    shell.ok("prompt")
    assert cache_file(shell.data).exists()
    lock_it(shell)
    assert not cache_file(shell.data).exists()
    asked = typing(monkeypatch, [PASSPHRASE])
    assert shell.ok("prompt") == "locked\n"
    assert asked == []
    assert not cache_file(shell.data).exists()


def test_a_line_made_from_a_file_that_was_locked_meanwhile_is_not_kept(shell: Shell) -> None:
    shell.ok("log", "3 calls")
    before = DurableFile(shell.data).fingerprint()
    assert before is not None
    lock_it(shell)
    remember(shell.data, "key", "calls 3/12", before)
    assert not cache_file(shell.data).exists()


def test_a_link_in_the_place_of_the_kept_lines_is_not_followed(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "3 calls")
    other = tmp_path / "other"
    other.write_text("key\tsomething else\n")
    os.symlink(other, cache_file(shell.data))
    assert remembered(shell.data, "key") is None
    state = DurableFile(shell.data).fingerprint()
    assert state is not None
    remember(shell.data, "key", "calls 3/12", state)
    assert other.read_text() == "key\tsomething else\n"
    assert remembered(shell.data, "key") == "calls 3/12"


def test_the_kept_lines_are_listed_with_the_other_files(shell: Shell) -> None:
    plan_week(shell, "Calls", 60)
    assert "prompt" not in {one["role"] for one in shell.json("where")}
    shell.ok("prompt")
    assert "prompt" in {one["role"] for one in shell.json("where")}
    assert "prompt" in {one["role"] for one in shell.json("privacy")["files"]}
