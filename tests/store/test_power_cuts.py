"""P2: what was acknowledged is there after a power cut: a real ext4 that is shut down without a last word."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aegoals.store.long_table import Settling
from aegoals.store.tiny_store import TinyStore
from tests.store.processes import start
from tests.store.settling import NONE, RULES, SMALL, fill, has_settled
from tests.store.tally import Tally
from tests.store.test_kills import WORKERS, program, surviving

EXT4_IOC_SHUTDOWN = 0x8004587D
WITHOUT_FLUSHING_THE_JOURNAL = 2

# Here the worker does: it must not acknowledge a save whose last call already met the cut.
NOBODY_OUTLIVES_A_POWER_CUT = """
import os
from aegoals.store import durable_file
durable_file.warn = lambda message: os._exit(1)
"""

CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mkfs.ext4") is not None

pytestmark = pytest.mark.skipif(not CAN_MOUNT, reason="only root may mount a disk of its own")


def run(*command: str | Path) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode


class Disk:
    """A small ext4 in a file, mounted as a loop device."""

    def __init__(self, folder: Path) -> None:
        self.image, self.mounted = folder / "disk.img", folder / "disk"
        self.mounted.mkdir()
        with self.image.open("wb") as image:
            image.truncate(96 * 2**20)
        run("mkfs.ext4", "-q", self.image)

    def mount(self) -> bool:
        return run("mount", "-o", "loop", self.image, self.mounted) == 0

    def cut_the_power(self) -> None:
        handle = os.open(self.mounted, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, EXT4_IOC_SHUTDOWN, struct.pack("I", WITHOUT_FLUSHING_THE_JOURNAL))
        finally:
            os.close(handle)

    def unmount(self) -> None:
        run("umount", self.mounted)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path)
    if not disk.mount():
        pytest.skip("this machine has no loop device for us")
    yield disk
    disk.unmount()


def cut_off_worker(
    disk: Disk, data_file: Path, kind: str, first: int, chance: random.Random, settling: Settling
) -> int:
    """Let a worker save, cut the power at some moment, and return the last number it acknowledged."""
    worker = start(NOBODY_OUTLIVES_A_POWER_CUT + program(kind, settling), data_file, first, stderr=subprocess.DEVNULL)
    assert worker.stdout
    heard = [worker.stdout.readline() for _ in range(chance.randint(1, 12))]
    try:
        worker.wait(timeout=chance.uniform(0, 0.012))
    except subprocess.TimeoutExpired:
        disk.cut_the_power()
    acknowledged = [*heard, *worker.communicate()[0].split()][-1]  # it dies of its first refused save
    disk.unmount()
    assert disk.mount()
    return int(acknowledged)


def survive_cuts(disk: Disk, kind: str, cuts: int, settling: Settling) -> Tally:
    """Cut the power again and again; every save that was acknowledged is there each time."""
    chance = random.Random(f"{kind} {cuts}")  # noqa: S311 - moments, no secrets
    data_file = disk.mounted / "goals.json"
    fill(TinyStore(data_file, settling=settling), 2000 + 20 * cuts)
    first = 0
    for _ in range(cuts):
        acknowledged = cut_off_worker(disk, data_file, kind, first, chance, settling)
        survived = surviving(data_file, kind)
        assert acknowledged <= survived <= acknowledged + 1
        assert has_settled(data_file) == bool(settling.table)
        first = survived + 1
    return Tally(cuts, first)


@pytest.mark.parametrize(("kind", "settling"), [("edit the first table", NONE), ("append", SMALL)])
def test_two_power_cuts_lose_nothing(disk: Disk, kind: str, settling: Settling) -> None:
    survive_cuts(disk, kind, 2, settling)


@pytest.mark.long
@pytest.mark.parametrize("settling", RULES.values(), ids=RULES)
@pytest.mark.parametrize("kind", WORKERS)
def test_a_hundred_power_cuts_lose_nothing(disk: Disk, kind: str, settling: Settling) -> None:
    survive_cuts(disk, kind, int(os.environ.get("AEGOALS_CUTS", "100")), settling)
