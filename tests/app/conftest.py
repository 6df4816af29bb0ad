"""A desk over a fresh file, and one over a copy of the demonstration year; texts in English whatever the machine."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aegoals.locale.texts import use_language
from aegoals.services import Desk, open_desk
from aegoals.services.demo import fill_demo
from tests.app.driving import a_desk

DEMO_DAY = date(2026, 3, 18)


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))  # the log of faults
    use_language("en")


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw at once: no test has to wait for the next frame of a terminal."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.001)
    monkeypatch.setattr("screens.page.PAINT_FIRST", 0.001)
    monkeypatch.setattr("screens.app.PAINT_FIRST", 0.001)
    monkeypatch.setattr("screens.wizard_layout.SOON", 0.001)


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """Let go of what the program froze: thousands of programs run in one process here."""
    yield
    gc.unfreeze()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the data file of this test lies."""
    return tmp_path / "aegoals.json"


@pytest.fixture
def desk(path: Path) -> Desk:
    """Return an empty desk, past the welcome, on a Monday."""
    return a_desk(path)


@pytest.fixture(scope="session")
def _demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.json"
    fill_demo(open_desk(path, lambda: DEMO_DAY), DEMO_DAY)
    return path


@pytest.fixture
def demo(path: Path, _demo_file: Path) -> Desk:
    """Return the made-up AE's desk with one realistic year."""
    shutil.copy(_demo_file, path)
    return open_desk(path, lambda: DEMO_DAY)
