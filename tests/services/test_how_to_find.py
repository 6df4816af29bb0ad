"""The searches in the how-to find what stands beside them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from aegoals.services import Desk

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "find-and-correct.md"
TABLE = re.findall(r"^\| (`.+`.*) \| .+ \|$", HOW_TO.read_text(encoding="utf-8"), re.M)
QUERIES = [query for cell in TABLE for query in re.findall("`([^`]+)`", cell) if not query.endswith(":")]


def test_there_is_something_to_check() -> None:
    assert len(QUERIES) > 8


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_of_the_how_to_finds_its_record_and_no_other(desk: Desk, query: str) -> None:
    (call,) = desk.log.log("3 calls @Globex #Pro (two words on the price)", date(2026, 3, 1))
    desk.log.edit(call.id, source="fair", deal="D-7")
    desk.log.log("won 500 @Acme", date(2025, 12, 3))
    found = [desk.records.get(key).account for key in desk.records.find(query).keys]
    if query in {"to:2025", "kind:won,renewal"}:
        assert found == ["Acme"]
    elif query == "from:2025-01":
        assert found == ["Globex", "Acme"]
    else:
        assert found == ["Globex"]
