#!/usr/bin/env python3
"""Sets up everything and runs it; needs nothing but Python 3.11 or newer.

    python3 .ci/dev.py demo            open the program on demo data
    python3 .ci/dev.py test [ARGS]     run all tests (ARGS go to pytest)
    python3 .ci/dev.py check           lint, types and import contracts
    python3 .ci/dev.py long            the long loops that prove the store's promises
    python3 .ci/dev.py bench [NAME]    the benchmarks

The set-up lives in .venv beside the project and is made anew when its requirements change.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = (ROOT / "pyproject.toml", ROOT / ".ci" / "lock.txt")
PACKAGES = ("aegoals", "screens", "widgets")
OLDEST = (3, 11)


def set_up() -> None:
    """Make the environment, unless it is there and up to date."""
    stamp = VENV / "requirements.sha256"
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in REQUIREMENTS)).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    print("Setting up .venv (once) ...", flush=True)
    venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", str(REQUIREMENTS[1]), "-e", f"{ROOT}[dev]"], check=True, cwd=ROOT)
    compile_packages()
    stamp.write_text(wanted)


def compile_packages() -> None:
    """Compile the sources, so that the first start is as fast as the second."""
    folders = [str(ROOT / name) for name in PACKAGES]
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", *folders], check=True)


def run(*words: str) -> int:
    """Run a module in the environment and return its exit code."""
    return subprocess.run([str(PYTHON), "-m", *words], cwd=ROOT, check=False).returncode


def check() -> int:
    """Run every check that is no test."""
    checks = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    return max(run(*words) for words in checks)


def main(words: list[str]) -> int:
    """Do what the words say and return the exit code."""
    if sys.version_info < OLDEST:
        print(f"aegoals needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    command, rest = (words or ["help"])[0], words[1:]
    jobs = {
        "demo": lambda: run("aegoals", "demo", *rest),
        "test": lambda: run("pytest", "-n", "auto", *rest),
        "check": check,
        "long": lambda: run("pytest", "-m", "long", *rest),
        "bench": lambda: run("benchmarks", *rest),
    }
    if command not in jobs:
        print(__doc__)
        return 0 if command in {"help", "-h", "--help"} else 2
    set_up()
    return jobs[command]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
