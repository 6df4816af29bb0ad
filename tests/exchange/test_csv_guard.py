from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.exchange.csv_guard import guard, unguard

TEXTS = st.text() | st.text(alphabet="'=+-@\t\rx", max_size=6)


@given(TEXTS)
def test_a_guarded_text_comes_back_as_it_was(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TEXTS)
def test_no_guarded_text_begins_like_a_formula(text: str) -> None:
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'=SUM(A1)", "=SUM(A1)"),
        ("'@home", "@home"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("O'Dwyer", "O'Dwyer"),
    ],
)
def test_only_a_quote_mark_that_guards_is_taken_away(cell: str, text: str) -> None:
    assert unguard(cell) == text
