"""P1: what was acknowledged is there after kill -9, and the file can be read."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path

import pytest

from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore
from tests.store.processes import start
from tests.store.settling import RULES, fill, has_settled
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
    "edit an old record": """
def work(action, number):
    action.put("records", "old 7", {"quantity": "7", "edits": number})
""",
    "delete": """
def work(action, number):
    action.remove("records", f"old {number}")
""",
}

PROGRAM = """
import sys
from aegoals.store import TinyStore
from aegoals.store.long_table import Settling
{worker}
store = TinyStore(sys.argv[1], settling={settling})
for number in range(int(sys.argv[2]), 10**9):
    with store.transaction("log", str(number)) as action:
        work(action, number)
    print(number, flush=True)
"""


def program(kind: str, settling: Settling) -> str:
    """Return the program of a worker."""
    return PROGRAM.format(worker=WORKERS[kind], settling=settling)


def killed_worker(data_file: Path, kind: str, first: int, chance: random.Random, settling: Settling) -> int:
    """Let a worker save, kill it at some moment, and return the last number that it acknowledged."""
    worker = start(program(kind, settling), data_file, first)
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
    document = store.table("records")["old 7"] if kind == "edit an old record" else store.table("profile")["me"]
    edits: int = document.get("edits", -1)
    return edits


def survive_kills(data_file: Path, kind: str, kills: int, size: int, settling: Settling) -> Tally:
    """Kill a worker again and again; every save that it acknowledged is there each time."""
    chance = random.Random(f"{kind} {kills}")  # noqa: S311 - moments, no secrets
    fill(TinyStore(data_file, settling=settling), size)
    first = 0
    for _ in range(kills):
        acknowledged = killed_worker(data_file, kind, first, chance, settling)
        survived = surviving(data_file, kind)
        assert acknowledged <= survived <= acknowledged + 1, "only the save under way may be in doubt"
        assert has_settled(data_file) == bool(settling.table)
        first = survived + 1
    with TinyStore(data_file).transaction("log", "after all kills") as action:
        action.put("records", "last", {})
    assert not list(data_file.parent.glob(".*.tmp"))
    return Tally(kills, first + 1)


@pytest.mark.parametrize("settling", RULES.values(), ids=RULES)
@pytest.mark.parametrize("kind", WORKERS)
def test_two_kills_lose_nothing(data_file: Path, kind: str, settling: Settling) -> None:
    survive_kills(data_file, kind, 2, 500, settling)


@pytest.mark.long
@pytest.mark.parametrize("settling", RULES.values(), ids=RULES)
@pytest.mark.parametrize("kind", WORKERS)
def test_a_hundred_kills_lose_nothing(data_file: Path, kind: str, settling: Settling) -> None:
    survive_kills(data_file, kind, int(os.environ.get("AEGOALS_KILLS", "100")), 5000, settling)
