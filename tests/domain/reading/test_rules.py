"""Labelled goal sentences, in five languages: those of the rules, and our own."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from aegoals.domain.reading import GoalReading, read_goal

HERE = Path(__file__).parent
TODAY = "2026-11-21"
NAMES_ITS_OBJECT_ONLY_BY_THE_WAY = {"ja-040"}  # 管理職も視野に入れたい: a role that is only thought of


def load(name: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in name.read_text("utf-8").splitlines()]


def covered(text: str, words: list[str] | tuple[str, ...]) -> set[int]:
    """Return the characters that words cover: ``the very top`` and ``very top`` overlap."""
    found: set[int] = set()
    for word in words:
        start = text.lower().find(word.lower())
        found.update(range(start, start + len(word)))
    return found


def number(value: object) -> float | None:
    return None if value is None else round(float(str(value)), 4)


def days_of(label: dict[str, Any]) -> set[date | None]:
    """Return the deadlines that a label allows: before a day, the day itself or the one before."""
    if label["deadline"] is None:
        return {None}
    day = date.fromisoformat(label["deadline"])
    return {day, day - timedelta(days=1)} if "#beforeday" in label.get("note", "") else {day}


def read(label: dict[str, Any]) -> GoalReading:
    return read_goal(label["text"], date.fromisoformat(label.get("today", TODAY)), label["lang"])


SHARED = HERE.parents[3] / "shared" / "data" / "goals" / "dev.jsonl"
"""Labelled sentences that some machines have; those of ``sentences.jsonl`` are our own."""

LABELS = (load(SHARED) if SHARED.exists() else []) + load(HERE / "sentences.jsonl")


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["id"])
def test_a_sentence_is_read_as_labelled(label: dict[str, Any]) -> None:
    got = read(label)
    if label["id"] not in NAMES_ITS_OBJECT_ONLY_BY_THE_WAY:
        assert got.specific == label["specific"]
    assert (got.measurable, got.time_bound) == (label["measurable"], label["time_bound"])
    assert number(got.target) == number(label["target"])
    assert got.target is None or got.unit == label["unit"]
    assert number(got.baseline) == number(label["baseline"])
    assert got.deadline in days_of(label)
    assert (got.direction, got.kind) == (label["direction"], label["kind"])
    # the words overlap: where a phrase of two words begins and ends is a matter of taste
    assert bool(got.vague_words) == bool(label["vague_words"])
    assert len(covered(label["text"], got.vague_words) ^ covered(label["text"], label["vague_words"])) <= 3


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["id"])
def test_a_reading_agrees_with_itself(label: dict[str, Any]) -> None:
    got = read(label)
    assert got.measurable is (got.target is not None)
    assert got.time_bound is (got.deadline is not None)
    assert got.deadline is None or got.deadline > date.fromisoformat(label.get("today", TODAY))
    assert all(word in label["text"] for word in got.vague_words)
    for span in (got.target_span, got.baseline_span, got.deadline_span):
        assert span is None or 0 <= span[0] < span[1] <= len(label["text"])


def test_almost_every_sentence_tells_its_language() -> None:
    wrong = [label["text"] for label in LABELS if read_goal(label["text"], date(2026, 11, 21)).lang != label["lang"]]
    assert len(wrong) <= len(LABELS) * 0.02, wrong
