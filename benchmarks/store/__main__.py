"""Print the table of ratios; the pairs are measured in turn, so that noise meets both."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson
from tinydb import TinyDB

from aegoals.store.table import KeyedDB
from aegoals.store.tiny_store import TinyStore
from benchmarks.store.generate import OLD_RECORDS, records, write_ours, write_stock

ROUNDS = 15

Timed = dict[str, float]


def in_turn(jobs: dict[str, Callable[[], object]]) -> Timed:
    """Run the jobs in turn and return the median milliseconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def bare_write(tables: object, path: Path) -> None:
    """Serialise, write, flush and replace: the least that a durable save can be."""
    temporary = path.with_suffix(".bare")
    with temporary.open("wb") as file:
        file.write(orjson.dumps(tables))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def writes(folder: Path) -> Timed:
    """Measure one record more, durable: ours, through TinyDB's API, stock, and the bare work."""
    ours, stock, bare = folder / "ours.json", folder / "stock.json", folder / "bare.json"
    fresh = iter(records(ROUNDS * 3 + 3))
    store, db, plain = TinyStore(ours, settling=OLD_RECORDS), KeyedDB(ours), TinyDB(stock, encoding="utf-8")
    tables = orjson.loads(ours.read_bytes())

    def log() -> None:
        document = next(fresh)
        with store.transaction("log", "3 calls @Globex") as action:
            action.put("records", document["id"], document)

    log()
    with db:
        api = in_turn({"refresh": lambda: len(db.table("records")), "api": lambda: db.table("x").insert({"n": 1})})
    log()
    gc.collect()
    gc.freeze()  # what is loaded here would not be in one process together
    timed = in_turn(
        {
            "bare": lambda: bare_write(tables, bare),
            "ours": log,
            "stock": lambda: plain.table("records").insert(next(fresh)),
        }
    )
    plain.close()
    return {**timed, "api": api["api"]}


def opens(folder: Path) -> tuple[Timed, Timed]:
    """Measure opening and first reading, each in a fresh process: milliseconds and MiB that stay."""
    files = {"ours": "ours.json", "stock": "stock.json", "bare": "ours.json"}
    times: dict[str, list[float]] = {name: [] for name in files}
    sizes: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(ROUNDS):
        for name, file in files.items():
            command = [sys.executable, "-m", "benchmarks.store.once", name, str(folder / file)]
            taken, size = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
            times[name].append(float(taken))
            sizes[name].append(int(size) / 2**20)
    medians = [{name: statistics.median(values) for name, values in kind.items()} for kind in (times, sizes)]
    return medians[0], medians[1]


def show(what: str, ours: float, other: float, limit: float, unit: str = "ms") -> None:
    """Print one line of the table; a limit of 0 is none."""
    goal = f"≤ {limit:5.3f}  {'ok' if ours <= other * limit else 'TOO MUCH'}" if limit else ""
    print(f"{what:45} {ours:8.1f} {unit} {other:8.1f} {unit}  {ours / other:6.3f}  {goal}")


def main() -> None:
    """Measure files of one year and of ten."""
    print(f"{'':45} {'ours':>11} {'other':>11}  {'ratio':>6}  {'goal':>7}")
    for count in (5_000, 50_000):
        with tempfile.TemporaryDirectory(dir=os.environ.get("AEGOALS_BENCH_DIR")) as name:
            folder = Path(name)
            write_ours(folder / "ours.json", count)
            write_stock(folder / "stock.json", count)
            size = (folder / "ours.json").stat().st_size / 2**20
            print(f"{count:,} records, {size:.1f} MiB")
            opened, kept = opens(folder)
            wrote = writes(folder)
        # The ratios are goals for ten years; a year has the one goal of eight milliseconds.
        tenth = count == 50_000
        show("  durable log write : stock TinyDB's insert", wrote["ours"], wrote["stock"], tenth and 1 / 8)
        show("  durable log write : bare dumps to replace", wrote["ours"], wrote["bare"], tenth and 2.0)
        show("  insert through TinyDB's API : stock", wrote["api"], wrote["stock"], tenth and 1 / 8)
        show("  open : stock TinyDB open and first read", opened["ours"], opened["stock"], tenth and 0.8)
        show("  open : bare read and orjson.loads", opened["ours"], opened["bare"], tenth and 1.3)
        show("  memory kept : orjson.loads alone", kept["ours"], kept["bare"], tenth and 1.6, "MiB")
        if not tenth:
            show("  durable log write : 8 ms", wrote["ours"], 8.0, 1.0)


if __name__ == "__main__":
    main()
