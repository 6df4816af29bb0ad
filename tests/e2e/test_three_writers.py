"""Two shells and the open program log at the same time: nothing is lost, and the program shows it at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from aegoals.services import open_desk
from tests.e2e.terminal import PATIENCE, ROOT, Terminal, running

SEEN_WITHIN = 2.0  # seconds; held to it where the machine has nothing else to do
END = "\x1b[F"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs POSIX")

# Logs lines one after the other, each as a command line of its own, in one process: starting 300 would test the
# interpreter.
SHELL = """
import sys
from aegoals.cli.main import main

data, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    code = main(["--data", data, "log", f"{number % 90 + 1} calls @{name} (n{number})"])
    if code:
        sys.exit(code)
"""


def _shell(data: Path, name: str, lines: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SHELL, str(data), name, str(lines)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "LC_ALL": "en_US.UTF-8"}, stdout=subprocess.DEVNULL)


def _type_lines(terminal: Terminal, lines: int) -> None:
    """Log lines in the program, one after the other, each seen to be stored."""
    for number in range(lines):
        count = number % 90 + 1
        terminal.press(f"{count} demos @Harbor (n{number})", "enter")
        terminal.see(f"logged: {count} demo")


def _log_together(home: Path, lines: int, seen_within: float) -> None:
    data = home / "data" / "aegoals" / "aegoals.json"
    with running("log", "1 call @Globex", home=home) as first:
        first.process.wait(timeout=60)
    with running(home=home) as terminal:
        terminal.see("Logged today")
        terminal.press("l")
        shells = [_shell(data, name, lines) for name in ("Lumen", "Globex")]
        _type_lines(terminal, lines)
        assert [shell.wait(timeout=600) for shell in shells] == [0, 0]
        terminal.press("escape")
        _sees(terminal, data, seen_within)
        assert terminal.leave() == 0
    desk = open_desk(data)
    found = Counter((record.kind, record.account, record.note) for record in desk.log.day(desk.today()))
    wanted: Counter[tuple[str, str | None, str | None]] = Counter([("call", "Globex", None), ("email", "Zebra", None)])
    for note in (f"n{number}" for number in range(lines)):
        wanted.update([("call", "Lumen", note), ("call", "Globex", note), ("demo", "Harbor", note)])
    assert found == wanted
    assert all(len(action.changes) == 1 for action in desk.history.entries())


def _sees(terminal: Terminal, data: Path, within: float) -> None:
    """One more line of a shell is in the open program's list within these seconds; it stands at the end."""
    command = [sys.executable, "-m", "aegoals", "--data", str(data), "log", "77 mails @Zebra"]
    assert subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False, timeout=60).returncode == 0
    saved = time.monotonic()
    while "@Zebra" not in terminal.text():
        assert time.monotonic() - saved < within, terminal.text()
        terminal.press(END)


def test_two_shells_and_the_program_log_together(tmp_path: Path) -> None:
    _log_together(tmp_path, 12, PATIENCE)


@pytest.mark.long
def test_two_shells_and_the_program_log_three_hundred_lines_each(tmp_path: Path) -> None:
    _log_together(tmp_path, 300, SEEN_WITHIN)
