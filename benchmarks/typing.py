"""What one key in the log line costs: reading the line, what it moves, and what it may become.

python -m benchmarks typing [RECORDS ...]      5,000 and 50,000 records unless told otherwise

Every line is typed key by key into the services that the program asks; the ratio is against a bare interpreter start.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from aegoals.errors import RefusedInput
from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_history

TODAY = date(2026, 11, 20)
GOALS = 30
LINES = (
    "3 calls, 2 emails @Globex, demo @Lumen 45 min",
    "won 12.5k EUR @Globex #Pro, 2 proposals 8k, csat 4",
    "gestern: 5 Anrufe @Hafen, gewonnen 3 T€",
    "電話3件、デモ @東洋電子 45分、受注 50万円",
)


def main() -> None:
    """Print the time of a key for each size of the log."""
    bare = _bare_start()
    print(f"bare interpreter start {bare:.1f} ms")
    for records in [int(word) for word in sys.argv[1:]] or [5_000, 50_000]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "data.json"
            fill_history(open_desk(path, lambda: TODAY), TODAY, records, GOALS, 7)
            _report(records, open_desk(path, lambda: TODAY), bare)


def _report(records: int, desk: Desk, bare: float) -> None:
    first = _milliseconds(partial(_key, desk, "3 c"))
    keys = [_milliseconds(partial(_key, desk, text)) for text in _typed()]
    at_most = quantiles(keys, n=20)[-1]
    print(
        f"{records:6} records  a key {median(keys):.2f} ms, p95 {at_most:.2f} ms, {at_most / bare:.2f} x bare start;"
        f" the first key after a change {first:.0f} ms"
    )


def _typed() -> Iterator[str]:
    for line in LINES:
        yield from (line[:end] for end in range(1, len(line) + 1))


def _key(desk: Desk, line: str) -> None:
    """Do what the program does for one key."""
    desk.log.offers(line)
    try:
        desk.goals.would_move(desk.log.understand(line))
    except RefusedInput:
        return


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _bare_start() -> float:
    command = [sys.executable, "-c", "pass"]
    return median(_milliseconds(partial(subprocess.run, command, check=True)) for _run in range(15))


if __name__ == "__main__":
    main()
