"""The examples of the convention, in five languages."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aegoals.domain.quicklog import LineRecord, read_line
from tests.domain.quicklog.lines import KNOWN

SHARED = Path(__file__).parents[4] / "shared" / "data" / "goals" / "quicklog_dev.jsonl"
EXAMPLES = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()] if SHARED.exists() else []


def agrees(want: dict[str, Any], got: LineRecord) -> bool:
    if got.kind != want["kind"] or (got.date.isoformat() if got.date else None) != want.get("date"):
        return False
    numbers = (got.quantity, got.amount, got.minutes)
    wanted = (want.get("quantity"), want.get("amount"), want.get("minutes"))
    return (
        all((a is None) == (b is None) and (a is None or float(a) == b) for a, b in zip(numbers, wanted, strict=True))
        and (got.currency, got.account, got.product)
        == tuple(want.get(key) for key in ("currency", "account", "product"))
        and set(got.tags) == set(want.get("tags", ()))
        and set(want.get("note", "").split()) <= set((got.note or "").split())
    )


@pytest.mark.skipif(not EXAMPLES, reason="the labelled lines are not on this machine")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_an_example_is_read_as_the_convention_says(example: dict[str, Any]) -> None:
    reading = read_line(example["text"], date.fromisoformat(example["today"]), KNOWN)
    assert bool(reading.doubts) is example["ambiguous"]
    assert len(reading.records) == len(example["expect"]), reading.records
    for want, got in zip(example["expect"], reading.records, strict=True):
        assert agrees(want, got), got
