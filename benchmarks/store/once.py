"""One measurement in a process of its own: ``python -m benchmarks.store.once open-ours FILE``."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB

from aegoals.store.tiny_store import TinyStore
from benchmarks.store.generate import OLD_RECORDS


def open_ours(path: Path) -> object:
    """Open and read as aegoals does."""
    store = TinyStore(path, settling=OLD_RECORDS)
    return store, list(store.table("records").values())


def open_stock(path: Path) -> object:
    """Open with stock TinyDB and read for the first time."""
    db = TinyDB(path, encoding="utf-8")
    return db, len(db.table("records"))


def open_bare(path: Path) -> object:
    """Read and parse, and nothing else."""
    with path.open("rb") as file:
        return orjson.loads(file.read())


JOBS: dict[str, Callable[[Path], Any]] = {"ours": open_ours, "stock": open_stock, "bare": open_bare}


def resident_bytes() -> int:
    """Return the memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def main() -> None:
    """Print milliseconds and the bytes that stay in memory."""
    job, path = JOBS[sys.argv[1]], Path(sys.argv[2])
    orjson.loads(orjson.dumps({"warm": 1}))
    gc.collect()
    before, start = resident_bytes(), time.perf_counter()
    kept = job(path)
    elapsed = time.perf_counter() - start
    print(elapsed * 1000, resident_bytes() - before)
    del kept


if __name__ == "__main__":
    main()
