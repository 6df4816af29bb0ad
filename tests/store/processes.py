"""Other processes that use the store: the shell beside the program, and those that are killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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


HOLDER = """
import sys
from aegoals.store import TinyStore
with TinyStore(sys.argv[1]).transaction("log", "long") as action:
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(data_file: Path) -> Iterator[int]:
    """Let another process hold the lock of a data file during the block; its process id is given."""
    holder = start(HOLDER, data_file, stdin=subprocess.PIPE)
    assert holder.stdout
    holder.stdout.readline()
    try:
        yield holder.pid
    finally:
        holder.communicate()
