"""Reads the commands of the tutorial and of how-tos, runs them for real and writes what they print under them.

python -m tests.e2e.tutorial        write the outputs into the pages
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-quarter.md"
SHELL_HOW_TO = ROOT / "docs" / "how-to" / "shell-prompt-tmux-and-cron.md"
GROW_HOW_TO = ROOT / "docs" / "how-to" / "grow.md"
PAGES = (TUTORIAL, SHELL_HOW_TO, GROW_HOW_TO)
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_IDS = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})\b"
    r"|(?m:^[0-9a-f]{6}(?=  ))|(?<=\()[0-9a-f]{6}(?=\))"
)
LONGEST = 12  # lines of output that the tutorial shows


def with_outputs(text: str, folder: Path) -> str:
    """Return a page with what each command prints in this folder."""
    return BLOCK.sub(lambda block: "```console\n" + _run_block(block[1], folder) + "```", text)


def _run_block(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_run(command[2:], folder)}" for command in commands)


def _run(command: str, folder: Path) -> str:
    if command.startswith("export "):
        return ""
    words = shlex.split(command)
    assert words[0] == "aegoals", command
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "AEGOALS_DATA": "tutorial.json", "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    lines = [line.rstrip() for line in _without_ids(done.stdout).splitlines()]
    cut = [*lines[:LONGEST], "…"] if len(lines) > LONGEST else lines
    return "".join(f"{line}\n" for line in cut)


def _without_ids(text: str) -> str:
    """Replace ids, which differ from run to run, by ones of the same width."""
    return _IDS.sub(lambda found: "01ab2c3d-…-7e8f9a" if found[1] else "7e8f9a", text)


def main() -> None:
    """Write the outputs into the pages."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(with_outputs(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
