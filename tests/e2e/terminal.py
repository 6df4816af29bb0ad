"""The real program in a pseudo-terminal: keys go in, the screen is read back."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds until a screen that does not come is a failure; slow machines pass
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "tab": "\t",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
}


class Terminal:
    """A terminal of 80 by 24 with the program in it."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, size: tuple[int, int]) -> None:
        self.process = process
        self.raw = b""
        self._master = master
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    def text(self) -> str:
        """Return what the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def see(self, words: str) -> None:
        """Wait until the screen shows these words."""
        self._wait(lambda: words in self.text(), f"{words!r} never came")

    def miss(self, words: str) -> None:
        """Wait until the screen shows these words no more."""
        self._wait(lambda: words not in self.text(), f"{words!r} never went")

    def _wait(self, is_so: Callable[[], bool], trouble: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, f"{trouble}:\n{self.text()}"
            self._read(0.2)

    def press(self, *keys: str) -> None:
        """Press keys by name; other texts are typed as they stand."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            self._read(0.05)

    def leave(self) -> int:
        """Quit the program and return its exit code."""
        self.press("ctrl+q")
        return self.ended()

    def ended(self) -> int:
        """Wait until the program has ended and return its exit code."""
        self._wait(lambda: self.process.poll() is not None, "the program does not end")
        assert self.process.returncode is not None
        return self.process.returncode

    def vanish(self) -> None:
        """Close the terminal, as a lost connection does; nobody is told."""
        os.dup2(os.open(os.devnull, os.O_RDONLY), self._master)

    def _read(self, patience: float) -> None:
        while select.select([self._master], [], [], patience)[0]:
            try:
                data = os.read(self._master, 65_536)
            except OSError:  # the program closed its end
                return
            if not data:
                return
            self.raw += data
            self._stream.feed(data)


@contextmanager
def running(*words: str, home: Path, size: tuple[int, int] = (80, 24), program: Path = ROOT) -> Iterator[Terminal]:
    """Run the aegoals of this folder with these words in a terminal of its own, at home in another folder."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    ours = ("AEGOALS", "TEXTUAL", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = kept | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "TERM": "xterm-256color"}
    environment |= {"LC_ALL": "en_US.UTF-8", "COLUMNS": str(size[0]), "LINES": str(size[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "aegoals", *words],
        cwd=program,
        env=environment
        | {"PYTHONPATH": str(program), "LC_ALL": "en_US.UTF-8", "COLUMNS": str(size[0]), "LINES": str(size[1])},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(process, master, size)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(master)
