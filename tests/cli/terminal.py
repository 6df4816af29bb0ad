"""A process on a terminal of its own, typed into as an AE would."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.cli.shell import ROOT

PATIENCE = 60.0  # seconds without a sign of life that are a failure

# Takes the terminal on standard input for its own, so that /dev/tty is that terminal, and becomes another program.
_BECOME = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


def at_terminal(*words: str, data: Path, answers: list[tuple[str, str]], **environment: str) -> tuple[int, str]:
    """Run ``aegoals`` at a terminal, answer what it asks, and return its exit code and all that showed.

    An answer is typed when the terminal shows the words before it.
    """
    command = [sys.executable, "-m", "aegoals", *words]
    return typed_into(command, answers, {"AEGOALS_DATA": str(data), **environment})


def typed_into(command: list[str], answers: list[tuple[str, str]], environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a program at a terminal as :func:`at_terminal` does aegoals."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _BECOME, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    shown, waiting = "", list(answers)
    seen = 0
    try:
        while select.select([ours], [], [], PATIENCE)[0] and (piece := os.read(ours, 4096)):
            shown += piece.decode(errors="replace")
            if waiting and (place := shown.find(waiting[0][0], seen)) >= 0:
                seen = place + len(waiting[0][0])
                os.write(ours, waiting.pop(0)[1].encode())
    except OSError:  # the terminal is gone with its last process
        pass
    finally:
        os.close(ours)
        if waiting:
            process.kill()
    return process.wait(timeout=60), shown
