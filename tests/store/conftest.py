"""What the tests of the store share: a path, a clock that stands still, and stores on the path."""

from __future__ import annotations

from pathlib import Path

import pytest

from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    return tmp_path / "goals.json"


@pytest.fixture
def store(data_file: Path, clock: StillClock) -> TinyStore:
    return TinyStore(data_file, clock=clock)
