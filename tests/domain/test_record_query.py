"""A search in the log: what it asks for, and which records pass."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.record_query import RecordQuery, read_query
from aegoals.errors import RefusedInput
from tests.builders import MONDAY, a_record


def query(text: str, *kinds: str) -> RecordQuery:
    return read_query(text, MONDAY, "en_US", kinds)


def passes(text: str, **fields: Any) -> bool:
    """Tell whether a record passes; kinds and days are looked up elsewhere."""
    test = query(text).test()
    return test is None or test(a_record(**fields).document())


def test_filters_and_words_are_told_apart() -> None:
    asked = query('kind:call @Globex from:2025-01 to:2025-02 price "two words"')
    assert asked.kinds == {"call"}
    assert (asked.start, asked.end) == (date(2025, 1, 1), date(2025, 2, 28))
    assert asked.names == {"account": ("globex",)}
    assert [word for word, _kinds in asked.words] == ["price", "two words"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("kind:call", {"call"}),
        ("kind:calls,demo", {"call", "demo"}),
        ("kind:call kind:demo", {"call", "demo"}),
        ("kind:won", {"deal_won"}),
        ("kind:deal", {"deal_won", "deal_lost"}),
        ("kind:möte", {"meeting"}),
        ("kind:電話", {"call"}),
        ("kind:site_visit", {"site_visit"}),
        ("kind:Site", {"site_visit"}),
        ("kind:", set()),
    ],
)
def test_kinds_are_named_as_people_name_them(text: str, kinds: set[str]) -> None:
    assert query(text, "site_visit").kinds == kinds


@pytest.mark.parametrize("text", ["kind:zzz", "foo:bar", "from:2025-13", "to:whenever"])
def test_a_filter_that_means_nothing_is_refused_with_what_there_is(text: str) -> None:
    with pytest.raises(RefusedInput) as refusal:
        query(text)
    assert refusal.value.repair


@pytest.mark.parametrize(
    ("text", "fields", "answer"),
    [
        ("", {}, True),
        ("@glob", {"account": "Globex"}, True),
        ("@glob @acme", {"account": "Acme"}, True),
        ("@glob", {"account": "Acme"}, False),
        ("@glob", {}, False),
        ('@"harbor lights"', {"account": "Harbor Lights"}, True),
        ("@harbor_lights", {"account": "Harbor Lights"}, True),
        ("account:ＧＬＯＢＥＸ", {"account": "Globex"}, True),
        ("#pro", {"product": "Pro X"}, True),
        ("#warm", {"tags": ["north", "Warm"]}, True),
        ("tag:pro", {"product": "Pro X"}, False),
        ("product:pro", {"product": "Pro X"}, True),
        ("source:fair", {"source": "Trade fair"}, True),
        ("deal:D-7", {"deal": "d-7"}, True),
        ("price", {"note": "about the PRICE list"}, True),
        ("price list", {"note": "list of prices"}, True),
        ("price harvest", {"note": "list of prices"}, False),
        ("won", {"kind": "deal_won"}, True),
        ("calls", {"kind": "call"}, True),
        ("warm", {"tags": ["warm"]}, True),
        ("商談", {"note": "商談の後"}, True),
        ("from: @", {"note": "x"}, True),
    ],
)
def test_names_labels_and_words_are_found_whatever_their_case_and_width(
    text: str, fields: dict[str, Any], answer: bool
) -> None:
    assert passes(text, **fields) is answer


@given(st.text(max_size=40))
def test_any_text_is_a_search_or_is_refused_in_plain_words(text: str) -> None:
    try:
        test = query(text).test()
    except RefusedInput:
        return
    assert test is None or test(a_record().document()) in {True, False}
