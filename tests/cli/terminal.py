"""A process on a terminal of its own, typed into as an AE would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.shell import ROOT

# Takes the terminal on standard input for its own, so that /dev/tty is that terminal, and becomes aegoals.
_BECOME = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def at_terminal(*words: str, data: Path, answers: list[tuple[str, str]], **environment: str) -> tuple[int, str]:
    """Run ``aegoals`` at a terminal, answer what it asks, and return its exit code and all that showed.

    An answer is typed when the terminal shows the words before it.
    """
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _BECOME, "-m", "aegoals", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "AEGOALS_DATA": str(data), "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    shown, waiting = "", list(answers)
    seen = 0
    try:
        while piece := os.read(ours, 4096):
            shown += piece.decode(errors="replace")
            if waiting and (place := shown.find(waiting[0][0], seen)) >= 0:
                seen = place + len(waiting[0][0])
                os.write(ours, waiting.pop(0)[1].encode())
    except OSError:  # the terminal is gone with its last process
        pass
    finally:
        os.close(ours)
    return process.wait(timeout=60), shown
