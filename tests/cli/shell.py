"""The command line as tests drive it: in this process, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aegoals.cli.main import main

ROOT = Path(__file__).parents[2]
TODAY = "2026-03-02"  # a Monday
REVENUE = (
    *("--kind", "revenue", "--title", "Revenue in spring", "--unit", "USD", "--direction", "reach_up"),
    *("--target", "44000", "--start", "2026-03-02", "--due", "2026-04-30"),
)
"""Options of a goal of 44 working days: a thousand a day."""


@dataclass(frozen=True)
class Result:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


class Shell:
    """Runs command lines in this process, each on the same data file and day unless it says otherwise."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.data = data
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *words: str, stdin: str | bytes = "", today: str = TODAY) -> Result:
        """Run one command line."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        self._capsys.readouterr()
        code = main(["--data", str(self.data), "--today", today, *words])
        out, err = self._capsys.readouterr()
        return Result(code, out, err)

    def ok(self, *words: str, stdin: str | bytes = "", today: str = TODAY) -> str:
        """Run a command that must succeed, and return what it printed."""
        result = self(*words, stdin=stdin, today=today)
        assert result.code == 0, result
        return result.out

    def json(self, *words: str, stdin: str | bytes = "", today: str = TODAY) -> Any:
        """Run a command that must succeed with ``--json``, and return what it printed."""
        return json.loads(self.ok(*words, "--json", stdin=stdin, today=today))

    def add_goal(self, *options: str) -> str:
        """Set the revenue goal, with these options on top, and return its id."""
        return self.ok("goal", "add", *REVENUE, *options).split()[0]


def run_process(*words: str, data: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m aegoals`` as a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "aegoals", *words],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "AEGOALS_DATA": str(data), **environment},
        check=False,
        timeout=60,
    )
