"""What the tests of the services share: a desk over a store in memory and over a real file."""

from __future__ import annotations

from pathlib import Path

import pytest

from aegoals.services import Desk
from aegoals.store.protocol import Store
from aegoals.store.tiny_store import TinyStore
from tests.builders import WallCalendar, a_desk
from tests.services.memory_store import MemoryStore


@pytest.fixture(autouse=True)
def american_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a first run speak English and dollars, whatever the machine of the tests speaks."""
    for variable in ("LC_ALL", "LC_MONETARY", "LC_NUMERIC"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def leaf() -> WallCalendar:
    """Hang a calendar on the wall that shows Monday, 2 March 2026."""
    return WallCalendar()


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    return tmp_path / "aegoals.json"


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, data_file: Path, leaf: WallCalendar) -> Store:
    return MemoryStore() if request.param == "memory" else TinyStore(data_file, clock=leaf.now)


@pytest.fixture
def desk(store: Store, leaf: WallCalendar) -> Desk:
    return a_desk(store, leaf)
