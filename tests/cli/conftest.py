"""A shell on an empty data file, in a locale that does not depend on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from aegoals.locale.texts import use_language
from tests.cli.shell import Shell


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for variable in ("AEGOALS_DATA", "_AEGOALS_COMPLETE", "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)
    use_language("en")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(tmp_path / "aegoals.json", capsys, monkeypatch)
