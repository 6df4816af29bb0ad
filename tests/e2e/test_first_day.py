"""The first day with the real program in a pseudo-terminal, by keyboard only."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import ROOT, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs POSIX")

LINES = [
    "3 calls",
    "2 calls @Globex",
    "demo @Globex",
    "won 5000 @Globex #Pro",
    "5 emails",
    "meeting @Initech 45 min",
    "proposal 8000 @Initech",
    "won 2500 @Initech",
    "4 calls (left messages)",
    "training 90 min",
]


def test_first_run_goal_ten_lines_a_mistake_quit_and_come_back(tmp_path: Path) -> None:
    day = ("--today", "2026-03-02")
    with running(*day, home=tmp_path) as terminal:
        terminal.see("Welcome to aegoals")
        terminal.press("escape")
        terminal.miss("Welcome to aegoals")
        terminal.see("No goal yet. Press n")
        terminal.press("n")
        terminal.see("What do you want to reach?")
        terminal.press("enter")
        terminal.see("What kind of goal is it?")
        terminal.press("enter")
        terminal.see("Name of the goal")
        terminal.press("Revenue in March", "enter", "Deals won", "enter", "enter")
        terminal.see("Which number will show it?")
        terminal.press("f8")
        terminal.see("Why can it be done?")
        terminal.press("f7")
        terminal.see("Which number will show it?")
        terminal.press("tab", "tab", "tab", "60k", "enter")
        terminal.see("Why can it be done?")
        terminal.press("54k last month", "f8")
        terminal.see("Why is it worth the effort?")
        terminal.press("my part of the million", "f8")
        terminal.see("From when to when?")
        terminal.press("down", "1")
        terminal.see("by March 31, 2026")
        terminal.press("f8")
        terminal.see("which steps lie on the way?")
        terminal.press("f8")
        terminal.see("Is this your goal?")
        terminal.see("$60,000 by March 31, 2026")
        terminal.press("enter")
        terminal.see("$0 / $2,728")

        terminal.press("l")
        for line in LINES:
            terminal.press(line, "enter")
            terminal.see("✓ logged")
        terminal.see("$7,500 / $2,728")
        terminal.press("won 9999 @Wrong", "enter")
        terminal.see("$17,499 / $2,728")
        terminal.press("escape")
        terminal.see("l Log")
        terminal.press("u")
        terminal.see("$7,500 / $2,728")
        assert terminal.leave() == 0

    with running(*day, home=tmp_path) as terminal:
        terminal.see("$7,500 / $2,728")
        terminal.press("f3")
        terminal.see("$7,500 / $60,000")
        terminal.press("f4")
        terminal.see("5 e-mails")
        assert terminal.leave() == 0

    command = [sys.executable, "-m", "aegoals", *day, "status", "--json"]
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PATH": ""}
    done = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=True)
    assert [goal["actual"] for goal in json.loads(done.stdout)] == [7500]
