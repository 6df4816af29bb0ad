"""Key figures on a file of ten years: reading the log in pieces, then every table at once.

    python -m benchmarks.kpis [--records N]

Processor time is shown: other programs of the machine do not count.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from aegoals.domain.kpi.periods import By
from aegoals.services import open_desk
from aegoals.services.demo import fill_history

TODAY = date(2026, 11, 20)


def main() -> None:
    """Measure and print one line a step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--records", type=int, default=50_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "aegoals.json"
        fill_history(open_desk(data, lambda: TODAY), TODAY, records)
        _measure(data)


def _measure(data: Path) -> None:
    desk = open_desk(data, lambda: TODAY)
    desk.goals.standings()
    pieces = list(_pieces(desk.kpis.warm().__next__))
    print(f"log read in {len(pieces)} pieces: {sum(pieces):.0f} ms, the longest {max(pieces):.0f} ms")
    for by in By:
        print(f"every table by {by}: {_timed(lambda by=by: desk.kpis.look(by)):.0f} ms")  # type: ignore[misc]
    standings = desk.goals.standings()
    chances = [_timed(lambda one=one: desk.insight.forecast(one)) for one in standings]  # type: ignore[misc]
    print(f"chance of {len(standings)} goals: {sum(chances):.0f} ms, the longest {max(chances):.0f} ms")
    news = [_timed(lambda one=one: desk.insight.news(one)) for one in standings]  # type: ignore[misc]
    print(f"what moved of them: {sum(news):.0f} ms, the longest {max(news):.0f} ms")
    courses = [_timed(lambda one=one: desk.insight.course(one)) for one in standings]  # type: ignore[misc]
    print(f"the course of one: {max(courses):.0f} ms at most")


def _pieces(piece: Callable[[], None]) -> list[float]:
    found: list[float] = []
    while True:
        start = time.process_time()
        try:
            piece()
        except StopIteration:
            return found
        found.append((time.process_time() - start) * 1000)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
