"""Other processes that use the store: the shell beside the program, and those that are killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(
    program: str, *arguments: object, stdin: int | None = None, stderr: int | None = None
) -> subprocess.Popen[str]:
    """Start a Python program given as text; its standard output can be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        cwd=ROOT,
    )


def output_of(program: str, *arguments: object) -> str:
    """Run a Python program given as text to its end, which must be a good one."""
    process = start(program, *arguments)
    output = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    return output
