"""Completion scripts, and what they ask the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aegoals.cli.main import main
from tests.cli.shell import ROOT, Shell


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


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not on this machine")
def test_bash_itself_completes_an_account(shell: Shell, tmp_path: Path) -> None:
    shell.ok("log", "call @Globex, call @さくら物産")
    program = tmp_path / "aegoals"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m aegoals "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    ask = "COMP_WORDS=(aegoals log 3 calls @ {0}); COMP_CWORD=5; COMPREPLY=(); _aegoals_completion aegoals @{0} @"
    asked = "\n".join(f'{ask.format(typed)}; echo "${{COMPREPLY[*]}}"' for typed in ("Gl", "さ"))
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "AEGOALS_DATA": str(shell.data),
        "LC_ALL": "C.UTF-8",
    }
    script = f'eval "$(aegoals completion bash)"\n{asked}\n'
    done = subprocess.run(
        ["bash", "-c", script], env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert (done.stdout.split(), done.stderr) == (["@Globex", "@さくら物産"], "")
