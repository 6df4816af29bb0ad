"""What the Log costs with ten years behind it: searching all years, another day, a month's grid.

    python -m benchmarks.diary [--records N]

Each figure is processor time, the best of several runs, and its ratio to one look at every document in the same run.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from aegoals.domain.heat import HeatBy, heat_map
from aegoals.domain.periods import month_of
from aegoals.domain.totals import totals_by_kind
from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_history
from aegoals.store.tiny_store import TinyStore

TODAY = date(2026, 11, 20)
RUNS = 7
QUERIES = (
    "kind:call",
    "@Irongate",
    "#Harbor from:2020 to:2024",
    "harbor",
    "nothing holds this",
    "kind:won,renewal from:2025",
    "from:2016",
)


def main() -> None:
    """Measure and print one line a question."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=50_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "aegoals.json"
        fill_history(open_desk(path, lambda: TODAY), TODAY, options.records, 30, 7)
        desk = open_desk(path, lambda: TODAY)
        desk.log.day(TODAY)
        gc.collect()
        gc.freeze()  # as the program does once it has settled
        documents = TinyStore(path).table("records")
        look = _best(lambda: sum(document["kind"] == "call" for document in documents.values()))
        print(f"one look at {options.records} documents {look * 1000:21.1f} ms")
        for query in QUERIES:
            found = len(desk.records.find(query).keys)
            _print(f"search {query!r}: {found}", _best(partial(desk.records.find, query)), look)
        _print("the records of another day and its week, gaps", _best(_other_days(desk)), look)
        _print("the records of another month as a heat map", _best(_other_months(desk)), look)


def _best(work: Callable[[], object]) -> float:
    """Return the least processor time of several runs, in seconds."""
    times = []
    for _run in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _other_days(desk: Desk) -> Callable[[], object]:
    days = iter(TODAY - timedelta(days=7 * number) for number in range(400))

    def work() -> object:
        day = next(days)
        desk.records.gaps()
        return desk.log.day(day), totals_by_kind(desk.log.between(day - timedelta(days=6), day))

    return work


def _other_months(desk: Desk) -> Callable[[], object]:
    days = iter(TODAY - timedelta(days=31 * number) for number in range(100))

    def work() -> object:
        month = month_of(next(days))
        return heat_map(desk.log.between(month.start, month.end), HeatBy.COUNT, "EUR").of_days()

    return work


def _print(what: str, seconds: float, look: float) -> None:
    print(f"{what:48} {seconds * 1000:6.1f} ms {seconds / look:6.1f} x one look")


if __name__ == "__main__":
    main()
