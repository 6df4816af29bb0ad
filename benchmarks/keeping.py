"""Backup, restore, merge, doctor and change history on a file of ten years.

    python -m benchmarks.keeping [--records N]

Times are shown beside that of parsing the same file with orjson in the same run: the ratio matters.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import orjson

from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_history
from aegoals.services.keeping_doctor import Finding
from aegoals.store.protocol import Entry

TODAY = date(2026, 11, 20)
APART = 200  # actions on each machine since they parted
T = TypeVar("T")


def main() -> None:
    """Measure and print one line a verb."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=50_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder) / "aegoals.json", records)


def _measure(data: Path, records: int) -> None:
    desk = _open(data)
    fill_history(desk, TODAY, records)
    bare = _timed("orjson.loads of the file", lambda: orjson.loads(data.read_bytes()))[0]
    goal = desk.goals.all()[0]
    place = _shown("backup, verified", bare, desk.keeping.back_up)
    other = data.with_name("other.json")
    shutil.copy(data, other)
    _work(desk, "here")
    _work(_open(other), "there")
    _shown("change history of a goal", bare, lambda: _open(data).changes.of_goal(goal.id))
    _shown("merge, plan", bare, lambda: _open(data).merging.plan(other))
    _shown("merge", bare, lambda: _open(data).merging.merge(other))
    _shown("restore, plan", bare, lambda: _open(data).keeping.plan_restore(str(place)))
    _shown("restore", bare, lambda: _open(data).keeping.restore(str(place)))
    empty = data.with_name("empty.json")
    _work(_open(empty), "little", 1)
    _shown("restore of everything", bare, lambda: _open(empty).keeping.restore(str(place)))
    _shown("merge of everything", bare, lambda: _open(_little(data)).merging.merge(place))
    _shown("undo of it", bare, lambda: _undo(data.with_name("little.json")))
    _shown("doctor", bare, lambda: _examine(data))


def _open(path: Path) -> Desk:
    return open_desk(path, lambda: TODAY)


def _undo(path: Path) -> Entry:
    return _open(path).history.undo()


def _examine(path: Path) -> list[Finding]:
    return _open(path).doctor.examine()


def _little(data: Path) -> Path:
    path = data.with_name("little.json")
    _work(_open(path), "little", 1)
    return path


def _work(desk: Desk, where: str, actions: int = APART) -> None:
    for number in range(actions):
        desk.log.log(f"{number + 1} calls @{where}")


def _timed(name: str, work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"{name:28} {seconds * 1000:8.0f} ms", end="")
    return seconds, result


def _shown(name: str, bare: float, work: Callable[[], T]) -> T:
    print()
    seconds, result = _timed(name, work)
    print(f"  {seconds / bare:6.1f} ×", end="", flush=True)
    return result


if __name__ == "__main__":
    main()
    print()
