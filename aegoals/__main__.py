"""``python -m aegoals`` is the shell command ``aegoals``."""

from __future__ import annotations

from aegoals.cli import start

if __name__ == "__main__":
    start()
