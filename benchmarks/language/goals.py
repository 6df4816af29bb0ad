"""Accuracy and speed of the goal reader on labelled sentences, by language and field.

python -m benchmarks goals [FOLDER]      FOLDER holds dev.jsonl
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from aegoals.domain.reading import GoalReading, read_goal
from benchmarks.language.examples import close, load, microseconds

FLAGS = ("specific", "measurable", "time_bound")
VALUES = ("target", "baseline", "deadline", "direction", "kind")
Pair = tuple[dict[str, Any], GoalReading]


def f1(right: int, wrong: int, missed: int) -> float:
    """Return the F1 of these counts in percent."""
    return 100.0 if right + wrong + missed == 0 else 100 * 2 * right / (2 * right + wrong + missed)


def flag(pairs: Sequence[Pair], name: str) -> float:
    """Return the F1 of a yes-or-no field."""
    wanted = [(label[name], getattr(got, name)) for label, got in pairs]
    return f1(sum(a and b for a, b in wanted), sum(b and not a for a, b in wanted), sum(a and not b for a, b in wanted))


def agrees(label: dict[str, Any], got: GoalReading, name: str) -> bool:
    """Say whether a field agrees with its label; a target counts with its unit."""
    if name == "target":
        return close(label["target"], got.target) and (got.target is None or label["unit"] == got.unit)
    if name == "baseline":
        return close(label["baseline"], got.baseline)
    if name != "deadline":
        return bool(label[name] == getattr(got, name))
    if label["deadline"] is None or got.deadline is None:
        return label["deadline"] is got.deadline
    early = timedelta(days=1) if "#beforeday" in label.get("note", "") else timedelta(0)
    return timedelta(0) <= date.fromisoformat(label["deadline"]) - got.deadline <= early


def covered(text: str, words: Sequence[str]) -> set[int]:
    """Return the characters of a text that words cover."""
    low = text.lower()
    cells: set[int] = set()
    for word in words:
        start = low.find(word.lower()) if word else -1
        while start >= 0:
            cells.update(range(start, start + len(word)))
            start = low.find(word.lower(), start + 1)
    return cells


def vague(pairs: Sequence[Pair]) -> float:
    """Return the F1 over the characters of vague words."""
    right = wrong = missed = 0
    for label, got in pairs:
        want, found = covered(label["text"], label["vague_words"]), covered(label["text"], got.vague_words)
        right, wrong, missed = right + len(want & found), wrong + len(found - want), missed + len(want - found)
    return f1(right, wrong, missed)


def row(pairs: Sequence[Pair]) -> list[float]:
    """Return all figures of some sentences: flags, values, vague words."""
    shares = [100 * sum(agrees(label, got, name) for label, got in pairs) / len(pairs) for name in VALUES]
    return [*(flag(pairs, name) for name in FLAGS), *shares, vague(pairs)]


def main() -> None:
    """Print a table by language and field, and the time for one sentence."""
    examples = load("dev.jsonl")

    def read(label: dict[str, Any]) -> GoalReading:
        return read_goal(label["text"], date.fromisoformat(label["today"]), label["lang"])

    pairs = [(label, read(label)) for label in examples]
    print("      " + " ".join(f"{name[:10]:>10}" for name in (*FLAGS, *VALUES, "vague")) + "   (F1 or percent)")
    for language in ("all", *dict.fromkeys(label["lang"] for label in examples)):
        figures = row([pair for pair in pairs if language in {"all", pair[0]["lang"]}])
        print(f"{language:>5} " + " ".join(f"{figure:10.1f}" for figure in figures))
    told = sum(read_goal(label["text"], date.fromisoformat(label["today"])).lang == label["lang"] for label in examples)
    print(f"language told right: {told} of {len(examples)}")
    print(f"{microseconds(read, examples):.0f} µs a sentence")


if __name__ == "__main__":
    main()
