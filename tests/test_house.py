"""The house: rooms import one another in one direction only, and nothing happens at import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_import_contracts_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken." in done.stdout


def test_importing_every_room_touches_no_file(tmp_path: Path) -> None:
    script = """
import pkgutil, importlib, aegoals, screens, widgets
for package in (aegoals, screens, widgets):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*")) == []


def test_only_the_clock_asks_for_the_date() -> None:
    asking = ("date.today(", "datetime.now(", "datetime.today(", "time.time(")
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for room in ("aegoals", "screens", "widgets")
        for path in sorted((ROOT / room).rglob("*.py"))
        if path != ROOT / "aegoals" / "clock.py"
        for word in asking
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
