"""Options of every command, before and after its name."""

from __future__ import annotations

import json
from gettext import NullTranslations
from pathlib import Path

import pytest

from aegoals import __version__
from aegoals.cli.commands import LazyGroup
from aegoals.cli.main import main
from aegoals.cli.root import root
from aegoals.locale import texts
from tests.cli.shell import Shell


def test_the_day_stands_before_or_after_the_command(shell: Shell) -> None:
    shell.add_goal()
    shell.ok("log", "won 5000 USD", today="2026-03-03")
    before = shell("status", "--json", today="2026-03-04").out
    after = shell("status", "--json", "--today", "2026-03-04").out
    assert before == after
    assert json.loads(after)[0]["actual"] == 5000


def test_the_file_stands_after_the_command_too(shell: Shell, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    shell.ok("log", "3 calls", "--data", str(other))
    assert other.exists()
    assert not shell.data.exists()


def test_the_file_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AEGOALS_DATA", str(tmp_path / "mine.json"))
    assert main(["where", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["path"] == str(tmp_path / "mine.json")


def test_an_option_wins_over_the_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AEGOALS_DATA", "/nowhere/at/all.json")
    assert shell.json("where")[0]["path"] == str(shell.data)


def test_the_language_is_switched_before_texts_are_read(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr("aegoals.cli.options.use_language", asked.append)
    monkeypatch.setattr("aegoals.cli.options.languages", lambda: ["en", "sv"])
    shell.ok("today", "--lang", "sv")
    shell.ok("--lang", "sv_SE", "today")
    assert asked == ["sv", "sv_SE"]


def test_help_is_translated_where_it_is_shown(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouting(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    monkeypatch.setattr(texts, "_current", Shouting())
    out = shell.ok("--help")
    assert "WRITE DOWN WHAT YOU DID." in out
    assert "USE THIS DATA FILE" in out


@pytest.mark.parametrize("tag", ["xx", "tlh-KL", "../../etc", "x", "en;rm", "sv\x1b[31m"])
def test_a_language_without_texts_is_wrong_usage_and_names_those_that_exist(shell: Shell, tag: str) -> None:
    result = shell("--lang", tag, "today")
    assert result.code == 2
    assert "There are no texts in “" in result.err
    assert "there are: en." in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize("language", ["xx_XX.UTF-8", "C", "not a language", "sv:xx"])
def test_a_language_of_the_machine_without_texts_is_english(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, language)
    assert "No goal yet" in shell.ok("status") + shell.ok("goal", "list")


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "03/04/2026", "0003-01-01", "20260302"])
def test_a_day_that_is_no_iso_date_is_wrong_usage(shell: Shell, day: str) -> None:
    result = shell("status", "--today", day)
    assert result.code == 2
    assert day in result.err
    assert len(result.err.splitlines()) == 1


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell.ok("--version") == f"aegoals {__version__}\n"


def test_every_command_has_help_and_the_options_of_every_command(shell: Shell) -> None:
    for words in _all_commands(root):
        out = shell.ok(*words, "--help")
        assert all(option in out for option in ("--data FILE", "--today YYYY-MM-DD", "--lang TAG"))


def _all_commands(group: LazyGroup, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    import click

    found: list[tuple[str, ...]] = []
    for name in group.entries:
        words = (*before, name)
        command = group.get_command(click.Context(group), name)
        found += [words, *(_all_commands(command, words) if isinstance(command, LazyGroup) else [])]
    return found
