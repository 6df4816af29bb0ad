"""A record written as a line reads back as the record."""

from __future__ import annotations

from typing import Any

import pytest

from aegoals.domain.quicklog.writing import line_of
from tests.builders import a_record


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"quantity": 3, "account": "Globex"}, "3 calls @Globex"),
        ({"kind": "deal_won", "amount": "1200.50"}, "1 won 1200.5 USD"),
        ({"account": "Harbor Lights", "product": "Pro X", "tags": ["warm"]}, '1 call @"Harbor Lights" #Pro_X #warm'),
        ({"kind": "meeting", "minutes": 45, "note": "about prices"}, "1 meeting 45 min (about prices)"),
        ({"kind": "other", "note": "coffee", "account": "Acme"}, "coffee @Acme"),
    ],
)
def test_a_line_says_what_the_record_says(fields: dict[str, Any], line: str) -> None:
    assert line_of(a_record(**fields)) == line
