"""P1: what was acknowledged is there after kill -9, and the file can be read."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from aegoals.store.tiny_store import TinyStore
from tests.store.processes import start
from tests.store.tally import Tally

WORKERS = {
    "append": """
def work(action, number):
    action.put("records", f"new {number}", {"quantity": str(number)})
""",
    "edit the first table": """
def work(action, number):
    action.put("profile", "me", {"name": "A. E.", "edits": number})
""",
    "delete": """
def work(action, number):
    action.remove("records", f"old {number}")
""",
}

PROGRAM = """
import sys
from aegoals.store import TinyStore
{worker}
store = TinyStore(sys.argv[1])
for number in range(int(sys.argv[2]), 10**9):
    with store.transaction("log", str(number)) as action:
        work(action, number)
    print(number, flush=True)
"""


def filled(data_file: Path, size: int) -> TinyStore:
    store = TinyStore(data_file)
    with store.transaction("import", "old records") as action:
        action.put("profile", "me", {"name": "A. E.", "edits": -1})
        for number in range(size):
            action.put("records", f"old {number}", {"quantity": "3", "note": "asked for the offer again " * 4})
    return store


def killed_worker(data_file: Path, kind: str, first: int, chance: random.Random) -> int:
    """Let a worker save, kill it at some moment, and return the last number that it acknowledged."""
    program = PROGRAM.format(worker=WORKERS[kind])
    worker = start(program, data_file, first)
    assert worker.stdout
    heard = [worker.stdout.readline() for _ in range(chance.randint(1, 12))]
    try:
        worker.wait(timeout=chance.uniform(0, 0.012))  # land anywhere in the save that follows
    except subprocess.TimeoutExpired:
        worker.kill()
    return int([*heard, *worker.communicate()[0].split()][-1])


def surviving(data_file: Path, kind: str) -> int:
    """Return the last number whose work is in the file."""
    json.loads(data_file.read_bytes())
    store = TinyStore(data_file)
    if kind == "append":
        numbers = [int(key.removeprefix("new ")) for key in store.table("records") if key.startswith("new ")]
        assert numbers == list(range(len(numbers)))
        return len(numbers) - 1
    if kind == "delete":
        numbers = [int(key.removeprefix("old ")) for key in store.table("records")]
        return min(numbers) - 1
    edits: int = store.table("profile")["me"]["edits"]
    return edits


def survive_kills(data_file: Path, kind: str, kills: int, size: int) -> Tally:
    """Kill a worker again and again; every save that it acknowledged is there each time."""
    chance = random.Random(f"{kind} {kills}")  # noqa: S311 - moments, no secrets
    filled(data_file, size)
    first = 0
    for _ in range(kills):
        acknowledged = killed_worker(data_file, kind, first, chance)
        survived = surviving(data_file, kind)
        assert acknowledged <= survived <= acknowledged + 1, "only the save under way may be in doubt"
        first = survived + 1
    with TinyStore(data_file).transaction("log", "after all kills") as action:
        action.put("records", "last", {})
    assert not list(data_file.parent.glob(".*.tmp"))
    return Tally(kills, first + 1)


@pytest.mark.parametrize("kind", WORKERS)
def test_two_kills_lose_nothing(data_file: Path, kind: str) -> None:
    survive_kills(data_file, kind, kills=2, size=500)


@pytest.mark.long
@pytest.mark.parametrize("kind", WORKERS)
def test_a_hundred_kills_lose_nothing(data_file: Path, kind: str) -> None:
    survive_kills(data_file, kind, kills=int(os.environ.get("AEGOALS_KILLS", "100")), size=5000)
