"""Log records: what comes out of the file goes back into it, and money keeps its currency."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.record import LogRecord
from aegoals.domain.text import clean_line, clean_note
from tests.builders import a_record

names = st.text(st.characters(codec="utf-8"), max_size=40).map(clean_line).filter(bool)
notes = st.text(st.characters(codec="utf-8"), max_size=40).map(clean_note).filter(bool)
amounts = st.decimals(-(10**9), 10**9, places=2).map(str)
counts = st.decimals(0, 10**6, places=1).map(str)
codes = st.sampled_from(["EUR", "USD", "SEK", "JPY"])

documents = st.fixed_dictionaries(
    {
        "id": st.uuids().map(str),
        "date": st.dates(date(1950, 1, 1), date(2150, 12, 31)).map(str),
        "kind": st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True),
        "quantity": counts,
        "currency": codes,
    },
    optional={
        "amount": amounts,
        "rate": counts,
        "rate_currency": codes,
        "account": names,
        "product": names,
        "deal": names,
        "minutes": st.integers(0, 1440),
        "source": names,
        "tags": st.lists(names, max_size=3),
        "note": notes,
        "goal": st.uuids().map(str),
        "imported_id": names,
        "logged_at": st.just("2026-03-02T12:00:00+01:00"),
        "from_a_newer_version": st.dictionaries(names, st.none() | st.integers() | names, max_size=3),
    },
)


@given(documents)
def test_a_record_comes_out_of_the_file_and_goes_back_as_it_was(document: dict[str, Any]) -> None:
    read = json.loads(json.dumps(document))
    record = LogRecord.build(read)
    # An empty list of tags may be left out or written; everything else is kept to the letter.
    assert {"tags": ()} | record.document() | {"tags": list(record.tags)} == {"tags": []} | document
    assert LogRecord.build(record.document()) == record


@given(documents)
def test_money_and_counts_are_decimals_all_the_way(document: dict[str, Any]) -> None:
    record = LogRecord.build(document)
    for value in (record.quantity, record.amount, record.rate):
        assert value is None or type(value) is Decimal
    assert all(not isinstance(value, float) for value in record.document().values())


@given(documents, names)
def test_editing_one_field_leaves_the_others(document: dict[str, Any], account: str) -> None:
    record = LogRecord.build(document)
    edited = record.with_(account=account)
    assert edited.account == account
    assert edited.document() | {"account": None} == record.document() | {"account": None}


def test_a_field_can_be_emptied() -> None:
    record = a_record(account="Globex", note="met the new CFO")
    assert "note" not in record.with_(note=None).document()


def test_money_is_worth_what_the_kept_rate_says() -> None:
    deal = a_record(kind="deal_won", amount="1000.10", currency="EUR", rate="1.1", rate_currency="USD")
    assert deal.amount_in("EUR") == Decimal("1000.10")
    assert deal.amount_in("USD") == Decimal("1100.110")
    assert deal.amount_in("SEK") is None


def test_without_a_rate_money_of_another_currency_is_not_guessed() -> None:
    assert a_record(amount=5, currency="EUR").amount_in("USD") is None
    assert a_record().amount_in("USD") is None


@pytest.mark.parametrize("code", ["eur", " EUR ", "Eur"])
def test_a_currency_is_kept_in_capitals(code: str) -> None:
    assert a_record(amount=5, currency=code).currency == "EUR"
