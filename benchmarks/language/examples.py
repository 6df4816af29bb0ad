"""Labelled examples for the benchmarks of the readers."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "goals"
"""Where the labelled examples lie when no folder is given: beside the checkout."""


def load(name: str) -> list[dict[str, Any]]:
    """Return the examples of a file in the folder that the command line names; end with a sentence without one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    path = folder / name
    if not path.is_file():
        print(f"No labelled examples: {path} does not exist. Give their folder as argument.")
        raise SystemExit(0)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def share(marks: Iterable[bool]) -> str:
    """Return the share of true marks in percent, a dash for none."""
    found = list(marks)
    return f"{100 * sum(found) / len(found):5.1f}" if found else "    –"


def microseconds(read: Callable[[dict[str, Any]], object], examples: list[dict[str, Any]], rounds: int = 10) -> float:
    """Return the time for one example once all vocabulary is loaded."""
    for example in examples:
        read(example)
    started = time.perf_counter()
    for _ in range(rounds):
        for example in examples:
            read(example)
    return (time.perf_counter() - started) / rounds / len(examples) * 1e6


def close(one: object, other: object) -> bool:
    """Say whether two numbers are the same, or both are missing."""
    if one is None or other is None:
        return one is None and other is None
    return abs(float(str(other)) - float(str(one))) <= 1e-6 * max(1.0, abs(float(str(one))))
