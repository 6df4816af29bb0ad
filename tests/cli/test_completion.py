"""Completion scripts, and what they ask the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aegoals.cli.main import main
from tests.cli.shell import ROOT, Shell
from tests.cli.terminal import typed_into

HOW_TO = ROOT / "docs" / "how-to" / "shell-prompt-tmux-and-cron.md"


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: Shell, shell_name: str) -> None:
    out = shell.ok("completion", shell_name)
    assert "_AEGOALS_COMPLETE" in out
    assert f"{shell_name}_complete" in out


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_each_script_is_understood_by_its_shell(shell: Shell, shell_name: str) -> None:
    program = shutil.which(shell_name)
    if program is None:
        pytest.skip(f"{shell_name} is not on this machine")
    script = shell.ok("completion", shell_name)
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    done = subprocess.run([program, "-n"], input=script, capture_output=True, encoding="utf-8", env=plain, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _complete(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    monkeypatch.setenv("_AEGOALS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(("aegoals", *words)))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    capsys.readouterr()
    assert main([]) == 0
    return [line.split(",", 1)[1] for line in capsys.readouterr().out.splitlines() if line]


def test_commands_and_options_are_completed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _complete(monkeypatch, capsys, "st") == ["status"]
    assert _complete(monkeypatch, capsys, "goal", "re") == ["resume", "reopen"]
    assert "--date-format" in _complete(monkeypatch, capsys, "import", "--date")
    assert "--data" in _complete(monkeypatch, capsys, "--da")


def test_goals_are_completed_by_their_short_ids(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = shell.add_goal()
    words = ("--data", str(shell.data), "goal", "show", known[-6:-4])
    assert _complete(monkeypatch, capsys, *words) == [known[-6:]]


def test_a_damaged_file_completes_nothing_and_is_quiet(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.data.write_text("{", encoding="utf-8")
    assert _complete(monkeypatch, capsys, "--data", str(shell.data), "goal", "show", "a") == []


def test_accounts_and_products_are_completed_while_a_line_is_typed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.ok("log", "call @Globex, call @さくら物産, call @Harbor_Lights, won 5k EUR #Lumen @Globex")
    words = ("--data", str(shell.data), "log", "3", "calls")
    assert _complete(monkeypatch, capsys, *words, "@gl") == ["@Globex"]
    assert _complete(monkeypatch, capsys, *words, "@さ") == ["@さくら物産"]
    assert _complete(monkeypatch, capsys, *words, "@har") == ["@Harbor_Lights"]
    assert "@Globex" in _complete(monkeypatch, capsys, *words, "@")
    assert _complete(monkeypatch, capsys, *words, "gl") == []
    assert _complete(monkeypatch, capsys, *words, "@", "gl") == ["@Globex"]  # as bash cuts it
    quoted = ("--data", str(shell.data), "log", "'3 calls @gl'")
    assert _complete(monkeypatch, capsys, *quoted) == ["3 calls @Globex"]
    assert _complete(monkeypatch, capsys, *words, "'#lu'") == ["#Lumen"]


def _needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not on this machine")


@pytest.fixture
def installed(shell: Shell, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a shell in which ``aegoals`` is a command, over the same data file."""
    program = tmp_path / "bin" / "aegoals"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m aegoals "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "AEGOALS_DATA": str(shell.data),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
    }


def _run(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@_needs("bash")
def test_bash_itself_completes_an_account(shell: Shell, installed: dict[str, str]) -> None:
    shell.ok("log", "call @Globex, call @さくら物産")
    ask = "COMP_WORDS=(aegoals log 3 calls @ {0}); COMP_CWORD=5; COMPREPLY=(); _aegoals_completion aegoals @{0} @"
    asked = "\n".join(f'{ask.format(typed)}; echo "${{COMPREPLY[*]}}"' for typed in ("Gl", "さ"))
    out = _run(installed, "bash", "-c", f'eval "$(aegoals completion bash)"\n{asked}\n')
    assert out.split() == ["@Globex", "@さくら物産"]


@_needs("fish")
def test_fish_itself_completes_lines_and_explains_options(shell: Shell, installed: dict[str, str]) -> None:
    shell.ok("log", "call @Globex, call @さくら物産, call @Harbor_Lights, won 5k EUR #Lumen @Globex")

    def offered(line: str) -> list[str]:
        asked = line.replace("\\", "\\\\").replace('"', '\\"')
        out = _run(installed, "fish", "--no-config", "-c", f'aegoals completion fish | source; complete -C "{asked}"')
        return out.splitlines()

    assert offered("aegoals stat") == ["status\tWhere every active goal stands."]
    assert offered("aegoals log 3 calls @gl") == ["@Globex"]
    assert offered("aegoals log 3 calls @さ") == ["@さくら物産"]
    assert offered("aegoals log 'call @Globex, 2 calls @ha") == ["call @Globex, 2 calls @Harbor_Lights"]
    assert offered("aegoals log '#lu") == ["#Lumen"]
    assert offered("aegoals status --lan")[0].startswith("--lang\tLanguage of the texts, such as ")


@_needs("zsh")
@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("3 calls @gl\t", "3 calls @Globex"),
        ("'call @Globex, 2 calls @ha\t", "2 calls @Harbor Lights"),
        ("'won 5k EUR #lu\t", "#Lumen"),
    ],
)
def test_zsh_itself_completes_a_line_that_is_then_logged(
    shell: Shell, installed: dict[str, str], typed: str, logged: str
) -> None:
    shell.ok("log", "call @Globex, call @Harbor_Lights, won 5k EUR #Lumen @Globex")
    answers = [
        ("ask> ", 'eval "$(aegoals completion zsh)"; print rea""dy\n'),
        ("ready", f"aegoals log {typed}\n"),
        (logged, "exit\n"),
    ]
    _code, shown = typed_into(["zsh", "-f", "-i"], answers, {**installed, "PS1": "ask> "})
    assert f"today: {logged}" in shown or f"{logged}\r" in shown
    assert "not found" not in shown


@pytest.mark.parametrize("shell_name", ["zsh", "fish"])
def test_the_prompt_of_the_how_to_shows_the_goals_as_they_are_printed(
    shell: Shell, installed: dict[str, str], shell_name: str
) -> None:
    if shutil.which(shell_name) is None:
        pytest.skip(f"{shell_name} is not on this machine")
    shell.add_goal()
    shell.ok("log", "won 22000")
    printed = _run(installed, "aegoals", "prompt", "--width", "24").strip()
    assert "%" in printed
    text = HOW_TO.read_text(encoding="utf-8")
    (lines,) = re.findall(rf"^```{shell_name}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    shows = {"zsh": 'print -rP "$RPROMPT"', "fish": "fish_right_prompt"}[shell_name]
    options = {"zsh": ["-f"], "fish": ["--no-config"]}[shell_name]
    assert _run(installed, shell_name, *options, "-c", f"{lines}\n{shows}").strip() == printed
