"""First paint, cursor keys and dialogs of the real program, seen from outside through a pseudo-terminal.

    python -m benchmarks.screens [--probe FILE] [--runs N]

Ratios are against Textual's smallest app in the same, interleaved run. The probe is a separate program that
measures any terminal program; without it there is nothing to measure with, and this says so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from aegoals.services import open_desk
from aegoals.services.demo import fill_demo, fill_history

ROOT = Path(__file__).resolve().parent.parent
PROBE = ROOT.parent / "shared" / "tools" / "tui_probe.py"
TODAY = date(2026, 11, 20)
SMALLEST_APP = """
from textual.app import App
from textual.widgets import Label

class Hello(App):
    def compose(self):
        yield Label("Hello")

Hello().run()
"""
FRAME, FILLED = "F6 Settings", "Logged today"


def main() -> None:
    """Measure and print one line a target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--probe", type=Path, default=PROBE)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    if not options.probe.exists():
        print(f"skipped: there is no probe at {options.probe}")
        return
    with tempfile.TemporaryDirectory() as folder:
        suite = Path(folder) / "suite.json"
        suite.write_text(json.dumps(_suite(Path(folder), options.runs)), encoding="utf-8")
        command = [sys.executable, str(options.probe), "--suite", str(suite)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    _report(json.loads(done.stdout[done.stdout.index("{") :]))


def _suite(folder: Path, runs: int) -> dict[str, Any]:
    subprocess.run([sys.executable, "-m", "compileall", "-q", "aegoals", "screens", "widgets"], cwd=ROOT, check=True)
    hello = folder / "hello.py"
    hello.write_text(SMALLEST_APP, encoding="utf-8")
    files = {"1 year": _year(folder), "5,000": _history(folder, 5_000), "50,000": _history(folder, 50_000)}
    targets = [{"name": "smallest app", "cmd": [sys.executable, str(hello)], "ready": "Hello", "floor": True}]
    for name, path in files.items():
        targets.append(_target(f"first frame, {name}", path, FRAME))
        targets.append(_target(f"Today filled, {name}", path, FILLED))
    log = ["sleep:0.5", "~f4::The week"]
    targets.append(_target("another day", files["50,000"], FILLED, [*log, "left*20"]))
    targets.append(_target("another week", files["50,000"], FILLED, [*log, "~v::less to more", "up*20"]))
    month = [*log, "~v::less to more", "~v::month "]
    targets.append(_target("another day in the month", files["50,000"], FILLED, [*month, "left*15"]))
    targets.append(_target("another month", files["50,000"], FILLED, [*month, "pageup*20"]))
    targets.append(_target("search", files["50,000"], FILLED, [*log, "~/::all years", "~text:@irongat", "e::records"]))
    five = files["5,000"]
    targets.append(
        _target("cursor, 30 bars", files["50,000"], FILLED, ["sleep:0.5", "~f3::running", "down*30", "up*15"])
    )
    targets.append(_target("help dialog", five, FILLED, _dialog("f1", "Everywhere")))
    targets.append(_target("form of one field", five, FILLED, ["~f4::The week", *_dialog("j", "YYYY-MM-DD")]))
    targets.append(_target("form of twelve", five, FILLED, _dialog("e", "Currency")))
    return {"defaults": {"runs": runs, "cwd": str(ROOT), "quit": ["ctrl+q"]}, "targets": targets}


def _dialog(key: str, words: str) -> list[str]:
    """Open a dialog three times; the first, unmeasured time imports it."""
    opened, closed = f"{key}::{words}", f"~escape::!{words}"
    return ["sleep:0.5", f"~{opened}", closed, opened, closed, opened, closed]


def _target(name: str, path: Path, ready: str, keys: list[str] | None = None) -> dict[str, Any]:
    command = [sys.executable, "-m", "aegoals", "--data", str(path), "--today", TODAY.isoformat()]
    return {"name": name, "cmd": command, "ready": ready, "keys": keys or []}


def _year(folder: Path) -> Path:
    path = folder / "year.json"
    fill_demo(open_desk(path, lambda: TODAY), TODAY)
    return path


def _history(folder: Path, records: int) -> Path:
    path = folder / f"{records}.json"
    fill_history(open_desk(path, lambda: TODAY), TODAY, records, 30, 7)
    return path


def _report(answer: dict[str, Any]) -> None:
    for target in answer["targets"]:
        paint = target["first_paint_ms"]["median"]
        ratio = (target.get("vs_floor") or {}).get("first_paint", 1)
        print(
            f"{target['name']:22} {ratio:5} x smallest app {paint:6.0f} ms  {target['peak_rss_mb']['median']:6.1f} MB"
        )
        if target.get("key_latency_ms"):
            change, settled = target["key_latency_ms"], target["key_settle_ms"]
            print(
                f"{'':22} change {change['median']:.1f} ms, p95 {change['p95']:.1f};"
                f" settled {settled['median']:.1f} ms, p95 {settled['p95']:.1f}"
            )


if __name__ == "__main__":
    main()
