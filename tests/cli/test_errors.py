"""Errors are one line on standard error, and the exit code says whose fault it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import aegoals.cli
from aegoals.cli import main as main_module
from tests.cli.shell import REVENUE, Shell


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",),
        ("log",),
        ("status", "--frob"),
        ("goal",),
        ("goal", "add"),
        ("goal", "add", "something", "--from", __file__),
        ("coach",),
        ("coach", "something", "--file", __file__),
        ("goal", "add", "-", "--from", __file__),
        ("goal", "close", "x", "--outcome", "fine"),
        ("goal", "adjust", "x", "--target", "5"),
        ("goal", "adjust", "x", "--reason", "y"),
        ("history", "--limit", "0"),
        ("undo", "many"),
        ("completion", "tcsh"),
        ("import", "deals.csv", "--date-format", "ymd"),
    ],
)
def test_wrong_usage_is_2(shell: Shell, words: tuple[str, ...]) -> None:
    result = shell(*words)
    assert result.code == 2
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert "--help" in result.err


@pytest.mark.parametrize(
    "words",
    [
        ("log", "a few calls"),
        ("goal", "show", "nothing"),
        ("goal", "pause", "nothing"),
        ("goal", "add", "--title", "only a title"),
        ("goal", "add", *REVENUE, "--target", "many"),
        ("goal", "add", *REVENUE, "--due", "soon"),
        ("undo",),
        ("redo",),
        ("import", "/nowhere/deals.csv"),
    ],
)
def test_refused_input_is_3_and_stores_nothing(shell: Shell, words: tuple[str, ...]) -> None:
    result = shell(*words)
    assert result.code == 3
    assert result.out == ""
    assert len(result.err.splitlines()) == 1
    assert not shell.data.exists()


def test_a_damaged_data_file_is_4_and_untouched(shell: Shell) -> None:
    shell.data.write_bytes(b'{"goals": {"x"')
    for words in (("status",), ("log", "3 calls"), ("today",), ("goal", "list")):
        result = shell(*words)
        assert result.code == 4
        assert len(result.err.splitlines()) == 1
    assert shell.data.read_bytes() == b'{"goals": {"x"'


def test_a_folder_in_the_place_of_the_data_file_is_4(shell: Shell, tmp_path: Path) -> None:
    assert shell("log", "3 calls", "--data", str(tmp_path)).code == 4


def test_what_should_not_happen_is_1_and_shows_no_data(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_words: object) -> None:
        raise ValueError("Globex pays 14000")

    monkeypatch.setattr("aegoals.services.goals.GoalService.standings", fail)
    result = shell("status")
    assert result.code == 1
    assert "ValueError in tests" in result.err
    assert "Globex" not in result.err
    assert len(result.err.splitlines()) == 1


def test_an_interruption_is_130_and_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "main", interrupt)
    with pytest.raises(SystemExit) as leaving:
        aegoals.cli.run()
    assert leaving.value.code == 130
    assert capsys.readouterr() == ("", "")


HOSTILE = "\x1b[31m\x9b2J\u202e\x07red"


@pytest.mark.parametrize(
    "words",
    [
        (HOSTILE,),
        ("goal", "show", HOSTILE),
        ("goal", "add", *REVENUE, "--kind", HOSTILE),
        ("log", HOSTILE),
        ("status", "--data", f"/nowhere/{HOSTILE}"),
        ("import", HOSTILE),
        ("--lang", HOSTILE, "today"),
    ],
)
def test_hostile_words_do_not_drive_the_terminal(shell: Shell, words: tuple[str, ...]) -> None:
    result = shell(*words)
    assert not set(result.out + result.err) & {"\x1b", "\x9b", "\u202e", "\x07"}


def test_hostile_text_from_a_file_is_shown_literally(shell: Shell) -> None:
    goal = {"title": f"Close [ACME] deal [/] {HOSTILE}", "kind": "activity", "unit": "count", "target": 5}
    goal |= {"direction": "reach_up", "start": "2026-03-02", "due": "2026-03-31"}
    shell.ok("goal", "add", "-", stdin=json.dumps(goal))
    for words in (
        ("status",),
        ("status", "--json"),
        ("goal", "list"),
        ("goal", "show", "--json", "_ID_"),
        ("history",),
    ):
        known = shell.json("goal", "list")[0]["id"]
        out = shell.ok(*(known if word == "_ID_" else word for word in words))
        assert "Close [ACME] deal [/]" in out
        assert not set(out) & {"\x1b", "\x9b", "\u202e", "\x07"}
