"""What the data file survived: kills, power cuts, failing calls, several writers, a full disk, wounded files.

    python -m benchmarks faults [--runs N]

The loops are those that prove the promises in tests/store; N is how often each is driven (100 unless said
otherwise; wounded files twenty times as many; every failing call is met whatever N is). A row says how often the
fault was made, what was lost, and what was seen. The command ends with 1 if anything was lost.
"""

from __future__ import annotations

import argparse
import errno
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore
from tests.store import test_failing_calls, test_kills, test_locked, test_model, test_power_cuts, test_processes
from tests.store.fuzzing import survive_wounds
from tests.store.locked import keys, lock, locked_store, log
from tests.store.settling import NONE, RULES, SMALL
from tests.store.still_clock import StillClock
from tests.store.tally import NOTHING, Tally

RUNS = 100
WOUNDS = 20  # wounded files for each run
STEPS = 25  # actions of one random history
RECORDS = 2000
FAULTS = ((errno.ENOSPC, False), (errno.EIO, False), (errno.ENOSPC, True))

Loop = Callable[[Path, int], Tally | None]
"""Makes a fault so often in a folder of its own; None where this machine cannot make it."""


class Row(NamedTuple):
    """One line of the table; no tally where the fault could not be made, words where something was lost."""

    fault: str
    tally: Tally | None
    lost: str = ""
    seconds: float = 0


def kills(settling: Settling) -> Loop:
    """Return the loop of kill -9 in the middle of appending, editing and deleting."""

    def loop(folder: Path, runs: int) -> Tally:
        tallies = [
            test_kills.survive_kills(_file(folder, str(place)), kind, runs, RECORDS + 20 * runs, settling)
            for place, kind in enumerate(test_kills.WORKERS)
        ]
        return sum(tallies, NOTHING)

    return loop


def locked_kills(folder: Path, runs: int) -> Tally:
    """Kill -9 while a locked file is saved."""
    return test_locked.survive_kills(_file(folder), runs)


def power_cuts(folder: Path, runs: int) -> Tally | None:
    """Shut a mounted ext4 down without its journal, under a file with settled records."""
    if not test_power_cuts.CAN_MOUNT:
        return None
    tallies = []
    for place, kind in enumerate(test_kills.WORKERS):
        disk = test_power_cuts.Disk(_folder(folder, str(place)))
        if not disk.mount():
            return None
        try:
            tallies.append(test_power_cuts.survive_cuts(disk, kind, runs, SMALL))
        finally:
            disk.unmount()
    return sum(tallies, NOTHING)


def failing_calls(folder: Path, _runs: int) -> Tally:
    """Let each system call of a save fail in turn, the first save of a file too."""
    tallies = []
    for place, (code, short) in enumerate(FAULTS):
        clock = StillClock()
        first = _folder(folder, f"first {place}")
        tallies += [
            *(
                test_failing_calls.survive_failing_calls(_file(folder, f"{place} {name}"), clock, code, short, settling)
                for name, settling in RULES.items()
            ),
            test_failing_calls.survive_failing_first_calls(first, code, short),
        ]
    return sum(tallies, NOTHING)


def failing_locked_calls(folder: Path, _runs: int) -> Tally:
    """Let each system call fail while a locked file is saved."""
    tallies = []
    for short in (False, True):
        data_file, clock = _file(folder, str(short)), StillClock()
        log(TinyStore(data_file, clock=clock), "a")
        lock(data_file)
        store = locked_store(data_file, clock)
        tallies.append(test_locked.survive_failing_calls(store, data_file, clock, short))
    return sum(tallies, NOTHING)


def full_disk(folder: Path, runs: int) -> Tally | None:
    """Fill a tiny disk with saves, make room, go on."""
    if not test_failing_calls.CAN_MOUNT:
        return None
    rounds = max(runs // 10, 1)
    disks = (_folder(folder, str(number)) for number in range(rounds))
    tallies = [test_failing_calls.survive_a_full_disk(disk, 64 + number) for number, disk in enumerate(disks)]
    made = [tally for tally in tallies if tally]
    return sum(made, NOTHING) if made else None


def writers(count: int) -> Loop:
    """Return the loop of so many processes that save at the same time."""
    return lambda folder, runs: test_processes.write_at_once(_file(folder), count, 2 * runs + 10, SMALL)


def histories(_folder_of_ours: Path, runs: int) -> Tally:
    """Random histories through two handles with faults, beside a plain dictionary."""
    for machine in test_model.MACHINES:
        test_model.run_machine(runs, STEPS, machine)
    return Tally(2 * runs, 2 * runs * STEPS)


def wounded_files(folder: Path, runs: int) -> Tally:
    """Open files that chance has wounded."""
    data_file = _file(folder)
    for number in range(12):
        log(TinyStore(data_file, settling=SMALL), f"r{number}", "asked for the offer; naïve, 株式会社")
    return survive_wounds(data_file, runs * WOUNDS, seed=runs)


def wounded_locked_files(folder: Path, runs: int) -> Tally:
    """Open locked files that chance has wounded."""
    data_file = _file(folder)
    log(TinyStore(data_file), "a")
    lock(data_file)
    return survive_wounds(data_file, runs * WOUNDS, keys(), seed=runs)


SEEN = "{kept:,} saves confirmed and found, {refused:,} refused"
ROWS: tuple[tuple[str, Loop, str], ...] = (
    ("kill -9: append, edit, delete", kills(NONE), SEEN),
    ("kill -9, old records settled", kills(SMALL), SEEN),
    ("kill -9, locked file", locked_kills, SEEN),
    ("power cut (ext4): append, edit, delete", power_cuts, SEEN),
    ("a failing system call", failing_calls, SEEN),
    ("a failing system call, locked file", failing_locked_calls, SEEN),
    ("full disk (tmpfs)", full_disk, SEEN),
    ("two processes at once", writers(2), SEEN),
    ("eight processes at once", writers(8), SEEN),
    ("random histories, two handles, faults", histories, "{kept:,} steps equal to a plain dictionary"),
    ("wounded file", wounded_files, "{refused:,} refused and untouched, {kept:,} read whole"),
    ("wounded locked file", wounded_locked_files, "{refused:,} refused and untouched, {kept:,} read whole"),
)


def survey(folder: Path, runs: int) -> Iterator[Row]:
    """Make every fault and yield the table row by row."""
    for place, (fault, loop, _seen) in enumerate(ROWS):
        start = time.perf_counter()
        try:
            tally, lost = loop(_folder(folder, f"row {place}"), runs), ""
        except AssertionError as error:
            tally, lost = None, f"{error}".strip().partition("\n")[0] or "an expectation that was not met"
        yield Row(fault, tally, lost, time.perf_counter() - start)


def line(row: Row) -> str:
    """Return one row as text."""
    if row.lost:
        return f"{row.fault:40} {'':>6} {'YES':>5}  {row.lost}"
    if row.tally is None:
        return f"{row.fault:40} {'–':>6} {'–':>5}  needs root and a loop device: not made here"
    seen = next(seen for fault, _loop, seen in ROWS if fault == row.fault)
    words = seen.format(kept=row.tally.kept, refused=row.tally.refused)
    return f"{row.fault:40} {row.tally.runs:6,} {0:5}  {words}  ({row.seconds:.0f} s)"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each fault is made")
    runs = max(parser.parse_args().runs, 1)
    print(f"{'fault':40} {'runs':>6} {'lost':>5}  seen", flush=True)
    logging.getLogger("aegoals.store").propagate = False  # it warns of every backup that a fault prevented
    logging.getLogger("aegoals.store").addHandler(logging.NullHandler())
    any_lost = False
    with tempfile.TemporaryDirectory() as name:
        for row in survey(Path(name), runs):
            print(line(row), flush=True)
            any_lost |= bool(row.lost)
    sys.exit(1 if any_lost else 0)


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder


def _file(folder: Path, name: str = "data") -> Path:
    return _folder(folder, name) / "goals.json"


if __name__ == "__main__":
    main()
