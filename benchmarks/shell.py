"""One-line commands as whole processes, against ``python -c pass`` of the same interpreter.

    python -m benchmarks shell [--runs N]

The runs are interleaved, the code is compiled beforehand, and the figure is the ratio of the medians. The files
hold running goals, so that ``aegoals log`` works out what it moves. ``prompt`` is measured where nothing changed
since it was asked last, and on a file that changed meanwhile.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from aegoals.services import open_desk
from aegoals.services.demo import fill_history
from aegoals.store.prompt_cache import forget

ROOT = Path(__file__).resolve().parent.parent
SIZES = (5_000, 50_000)


class Job(NamedTuple):
    """One process to time: its words, what is done before it untimed, and the ratio to stay under (0: none)."""

    name: str
    words: list[str]
    limit: float = 0
    before: Callable[[], object] = lambda: None


def main() -> None:
    """Measure and print one line a job."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    subprocess.run([sys.executable, "-m", "compileall", "-q", "aegoals"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        _report(_medians(_jobs(Path(folder)), runs))


def _jobs(folder: Path) -> list[Job]:
    jobs = [Job("python -c pass", ["-c", "pass"])]
    for records, limit in zip(SIZES, (18, 25), strict=True):
        data, untouched = folder / f"{records}.json", folder / f"{records}-read.json"
        today = date.today()  # noqa: DTZ011 - the processes look at the same clock
        fill_history(open_desk(data, date.today), today, records)
        shutil.copy(data, untouched)
        jobs.append(Job(f'log "3 calls", {records:,}', _words(data, "log", "3 calls"), limit))
        jobs.append(Job(f"prompt, {records:,}", _words(untouched, "prompt"), 12))
        changed = folder / f"{records}-changed.json"
        shutil.copy(data, changed)
        jobs.append(Job(f"prompt anew, {records:,}", _words(changed, "prompt"), 0, partial(forget, changed)))
        jobs.append(Job(f"today, {records:,}", _words(untouched, "today")))
    return jobs


def _words(data: Path, *words: str) -> list[str]:
    return ["-m", "aegoals", "--data", str(data), *words]


def _medians(jobs: list[Job], runs: int) -> dict[str, tuple[float, float]]:
    """Run the jobs in turn, once unmeasured, and return the median seconds and the limit of each."""
    taken: dict[str, list[float]] = {job.name: [] for job in jobs}
    for number in range(runs + 1):
        for job in jobs:
            job.before()
            seconds = _timed(job.words)
            if number:
                taken[job.name].append(seconds)
    return {job.name: (statistics.median(taken[job.name]), job.limit) for job in jobs}


def _timed(words: list[str]) -> float:
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _report(medians: dict[str, tuple[float, float]]) -> None:
    bare = next(iter(medians.values()))[0]
    for name, (seconds, limit) in medians.items():
        ratio = seconds / bare
        goal = f"≤ {limit:2g}  {'ok' if ratio <= limit else 'TOO MUCH'}" if limit else ""
        print(f"{name:24} {seconds * 1000:7.1f} ms {ratio:6.1f} × pass  {goal}")


if __name__ == "__main__":
    main()
