"""The page on what the file survives names tests that exist, and a proof for every promise and threat."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "explanation" / "what-the-file-survives.md"
PROOF = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PROMISES = [f"P{number}" for number in range(1, 13)]


@cache
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def rows(heading: str) -> list[str]:
    """Return the rows of the table under a heading."""
    part = page().split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("| ")][2:]


def test_every_promise_is_listed_once_with_a_proof() -> None:
    listed = {row.split("|")[1].strip(): PROOF.findall(row) for row in rows("Promises")}
    assert list(listed) == PROMISES
    assert all(listed.values())


def test_every_threat_has_a_proof() -> None:
    assert len(rows("Threats")) >= 11
    assert all(PROOF.findall(row) for row in rows("Threats"))


@pytest.mark.parametrize(("path", "name"), sorted(set(PROOF.findall(PAGE.read_text(encoding="utf-8")))))
def test_a_proof_that_is_named_is_there(path: str, name: str) -> None:
    assert re.search(rf"^(?:async )?def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_is_named_as_a_proof_in_another_way() -> None:
    assert len(PROOF.findall(page())) == page().count("::")


def test_the_benchmarks_that_are_named_are_there() -> None:
    named = re.findall(r"python -m benchmarks (\w+)", page())
    assert {"faults", "store", "tinydb"} <= set(named) <= BENCHMARKS.keys()
