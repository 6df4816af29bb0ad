"""What a field takes and what it refuses, in words that name the value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.fields import Model, read_day, read_decimal
from aegoals.errors import RefusedInput
from tests.builders import a_goal, a_record

numbers = st.decimals(-(10**14), 10**14, places=6)


@given(numbers)
def test_a_decimal_comes_back_from_its_text_exactly(number: Decimal) -> None:
    assert read_decimal(str(read_decimal(number))) == number


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_what_is_taken_can_be_read_again_and_the_rest_is_refused(number: Decimal) -> None:
    """A number that is stored must never be one that cannot be read back."""
    try:
        kept = read_decimal(number)
    except ValueError:
        assert not number.is_finite() or number.adjusted() >= 15
    else:
        assert read_decimal(str(kept)) == kept
        assert abs(kept - number) <= Decimal("0.0000005")


@pytest.mark.parametrize("kept", [Decimal("1E+3"), Decimal("1.00E+3"), Decimal(500) / Decimal("0.5")])
def test_a_calculated_thousand_is_written_in_figures(kept: Decimal) -> None:
    """500 / 0.5 is 1.00E+3 in decimal arithmetic; the file holds 1000."""
    record = a_record(quantity=kept)
    assert record.document()["quantity"] == "1000"
    assert a_record(**record.document()) == record


@pytest.mark.parametrize(
    "value",
    [
        "NaN", "nan", "sNaN", "inf", "-Infinity", "1e999", "1E5", "1_000", "1,000", "１２", "٣", "", " 1",
        "0x10", "1.", ".5", "--1", "1" * 16, "9" * 41, "0" * 41, "1" * 5000, Decimal("NaN"), Decimal("Infinity"),
        Decimal("1E+15"), Decimal("0E+999999"), 10**15, True, False, 1.5, float("nan"), None, [1], b"1",
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"is (not a|too large)"):
        read_decimal(value)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("1234.50", "1234.50"),
        (7, "7"),
        ("-3", "-3"),
        ("+3", "3"),
        ("0.0000004", "0"),
        ("0.0000006", "0.000001"),
        ("999999999999999.123456", "999999999999999.123456"),
    ],
)
def test_plain_numbers_are_taken(value: object, kept: str) -> None:
    assert read_decimal(value) == Decimal(kept)


@pytest.mark.parametrize(
    "value",
    [
        "0003-01-01", "1949-12-31", "2151-01-01", "2026-02-30", "2026-3-2", "20260302", "2026-03-02T00:00",
        "02.03.2026", "", "tomorrow", 0, 1772409600, 1772409600.0, "1772409600", True, None,
        datetime(2026, 3, 2, tzinfo=UTC), "２０２６-03-02",
    ],
)  # fmt: skip
def test_what_is_no_day_of_these_times_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"^is (outside|no|not)"):
        read_day(value)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_a_day_comes_back_from_its_text(day: date) -> None:
    assert read_day(day.isoformat()) == day
    assert read_day(day) == day


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"quantity": "-3"}, r"^quantity: “-3” is negative\."),
    ({"quantity": 2.5}, r"^quantity: “2.5” is not a number"),
    ({"quantity": True}, r"^quantity: “True” is not a number"),
    ({"quantity": "NaN"}, r"^quantity: “NaN” is not a number"),
    ({"quantity": float("inf")}, r"^quantity: “inf” is not a number"),
    ({"amount": "1e999"}, r"^amount: “1e999” is not a number.*1234\.50"),
    ({"amount": "1_000"}, r"^amount: “1_000” is not a number.*1234\.50"),
    ({"date": 1772409600}, r"^date: “1772409600” is not a date.*YYYY-MM-DD"),
    ({"date": "0003-01-01"}, r"^date: “0003-01-01” is outside the years 1950 to 2150"),
    ({"date": "2026-02-30"}, r"^date: “2026-02-30” is no day of the calendar"),
    ({"kind": "Deal won!"}, r"^kind: “Deal won!” is not a kind; use small letters"),
    ({"currency": "euro"}, r"^currency: “euro” is not a currency.*EUR"),
    ({"account": "  "}, r"^account: “” is empty"),
    ({"account": "x" * 501}, r"^account: “x+” is longer than 500 characters"),
    ({"note": "x" * 20_001}, r"^note: “x+” is longer than 20000 characters"),
    ({"minutes": 1441}, r"^minutes: “1441” is not between 0 and 1440 minutes"),
    ({"minutes": -1}, r"^minutes: “-1” is not between 0 and 1440 minutes"),
    ({"minutes": True}, r"^minutes: “True” should be a valid integer"),
    ({"amount": 5, "currency": None}, r"^The amount has no currency\."),
    ({"kind": None}, r"^kind: “None” should be a valid string"),
]


@pytest.mark.parametrize(("fields", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_a_refused_value_is_named_in_one_plain_sentence(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(RefusedInput, match=words) as refusal:
        a_record(**fields)
    assert len(str(refusal.value)) < 250
    assert "\n" not in str(refusal.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(RefusedInput, match=r"^title is missing\."):
        a_goal().build({"id": "x"} | {k: v for k, v in a_goal().document().items() if k not in {"id", "title"}})


def test_hostile_text_is_replaced_wherever_it_enters() -> None:
    hostile = "Glo\x1b]0;x\x07bex\u202e\ud800"
    record = a_record(account=hostile, product=hostile, source=hostile, note=hostile, tags=[hostile], deal=hostile)
    for text in (record.account, record.product, record.source, record.note, record.deal, *record.tags):
        assert text == "Glo�]0;x�bex��"
    assert a_goal(title=hostile).title == "Glo�]0;x�bex��"


def test_a_refusal_shows_hostile_text_tamed() -> None:
    with pytest.raises(RefusedInput) as refusal:
        a_record(kind="call\x1b[2J")
    assert "\x1b" not in str(refusal.value)


class Newer(Model):
    """A model as a newer version might have written it."""

    name: str = ""


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.none() | st.integers() | st.text() | st.booleans()))
def test_fields_of_a_newer_version_survive(fields: dict[str, Any]) -> None:
    fields.pop("name", None)
    document = {"name": "x"} | {f"x_{key}": value for key, value in fields.items()}
    kept = Newer.build(document)
    assert kept.document() == document
    assert kept.with_(name="y").document() == document | {"name": "y"}


def test_a_model_cannot_be_changed_in_place() -> None:
    record = a_record()
    with pytest.raises(ValueError, match="frozen"):
        record.quantity = Decimal(2)  # type: ignore[misc]
