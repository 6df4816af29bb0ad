"""The table of faults survived: ``python -m benchmarks faults`` makes them, and a loss shows in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import faults
from tests.store.test_model import written_in_place


def test_every_fault_is_made_and_nothing_is_lost(tmp_path: Path) -> None:
    rows = list(faults.survey(tmp_path, runs=1))
    assert len(rows) == len(faults.ROWS)
    for row in rows:
        assert not row.lost
        if row.tally:
            assert row.tally.runs > 0
            assert row.tally.kept + row.tally.refused > 0
        assert row.fault in faults.line(row)
    assert sum(row.tally is not None for row in rows) >= 9, "only what needs a mount may be left out"


def test_a_store_that_loses_something_shows_in_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "ROWS", [row for row in faults.ROWS if row[1] is faults.failing_calls])
    written_in_place(monkeypatch)
    (row,) = faults.survey(tmp_path, runs=1)
    assert row.lost
    assert "YES" in faults.line(row)


def test_a_fault_that_cannot_be_made_here_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "ROWS", [("power cut", lambda _folder, _runs: None, faults.SEEN)])
    (row,) = faults.survey(tmp_path, runs=1)
    assert "not made here" in faults.line(row)
