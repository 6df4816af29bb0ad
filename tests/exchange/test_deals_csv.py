from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.exchange.csv_dates import DateFormat
from aegoals.exchange.deals_csv import Deal, DealTable, ReadingRules, read_deals

HEADER = "id,owner,product,account,stage,created,closed,value\n"


def _read(folder: Path, text: str, **rules: str) -> DealTable:
    path = folder / "deals.csv"
    path.write_text(text, encoding="utf-8")
    return read_deals(path, ReadingRules(**rules))  # type: ignore[arg-type]  # the tests give no format here


def _problem(folder: Path, row: str) -> str:
    table = _read(folder, f"{HEADER}{row}\nA9,Ada,,,open,2025-01-13,,\n")
    assert [deal.deal_id for deal in table.deals] == ["A9"]
    assert [one.line for one in table.problems] == [2]
    return table.problems[0].reason


def test_a_won_deal_is_read_with_everything_it_has(tmp_path: Path) -> None:
    table = _read(tmp_path, HEADER + 'A1,Ada,Lumen S,Quillon Labs,Won,1/13/2025,2/14/2025,"1,150.50"\n')
    assert table.deals == (
        Deal(
            row=2,
            deal_id="A1",
            owner="Ada",
            product="Lumen S",
            account="Quillon Labs",
            stage="won",
            created=date(2025, 1, 13),
            closed=date(2025, 2, 14),
            value=Decimal("1150.50"),
            currency="USD",
        ),
    )
    assert table.date_format is DateFormat.MDY
    assert table.columns["value"] == "value"


def test_an_open_deal_needs_neither_dates_nor_product_nor_account(tmp_path: Path) -> None:
    deal = _read(tmp_path, HEADER + "A1,Ada,,,Prospecting,,,\n").deals[0]
    assert (deal.stage, deal.created, deal.closed, deal.value, deal.account) == ("open", None, None, None, "")


def test_an_unknown_stage_counts_as_open_and_is_said(tmp_path: Path) -> None:
    table = _read(tmp_path, HEADER + "A1,Ada,,,Parked,,,\nA2,Ada,,,Parked,,,\n")
    assert {deal.stage for deal in table.deals} == {"open"}
    assert "“Parked” is not a known stage: 2 deals were taken as open." in table.notes


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Ada,,,open,,,", "id is empty"),
        ("A1,Ada,,,won,2025-01-13,,5", "no close date"),
        ("A1,Ada,,,won,2025-02-13,2025-01-13,5", "before it was created"),
        ("A1,Ada,,,won,2025-01-13,2025-02-30,5", "no day of the calendar"),
        ("A1,Ada,,,won,2025-01-13,soon,5", "“soon” is not a date"),
        ("A1,Ada,,,won,2025-01-13,2025-02-13,much", "“much” is not a number"),
        ("A1,Ada,,,won,2025-01-13,2025-02-13,NaN", "“NaN” is not a number"),
        ("A1,Ada,,,won,2025-01-13,2025-02-13,1.234", "value: “1.234” can be"),
        (f"A1,Ada,,{'x' * 501},open,,,", "account is longer than 500 characters"),
        ("A1,Ada,,Acme, Inc.,won,2025-01-13,2025-02-13,5", "9 cells"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path, row: str, reason: str) -> None:
    assert reason in _problem(tmp_path, row)


def test_a_deal_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    table = _read(tmp_path, HEADER + "A1,Ada,,,open,,,\nA1,Ada,,,open,,,\n")
    assert len(table.deals) == 1
    assert table.problems[0].reason == "deal A1 stands in line 2 already"
    assert table.problems[0].owner == "Ada"


def test_owners_are_counted_whatever_their_case(tmp_path: Path) -> None:
    table = _read(tmp_path, HEADER + "1,Bo,,,open,,,\n2,ADA,,,open,,,\n3,Ada ,,,open,,,\n4,,,,open,,,\n")
    assert table.owners == (("ADA", 2), ("Bo", 1))
    assert "1 row names no owner." in table.notes


def test_columns_that_would_have_mattered_are_named(tmp_path: Path) -> None:
    table = _read(tmp_path, "id,stage,closed\n1,won,2025-01-13\n")
    assert table.owners == ()
    assert [note.split(" (")[0] for note in table.notes] == [
        "No column was found for owner",
        "No column was found for created",
        "No column was found for value",
    ]


def test_hostile_text_is_made_safe_and_stays_literal(tmp_path: Path) -> None:
    hostile = "[/]\x1b]0;pwned\x07[@click=app.quit]x\u202e"
    table = _read(tmp_path, f"{HEADER}'=1+1,Ada,'@home,{hostile},open,,,\n")
    deal = table.deals[0]
    assert deal.deal_id == "=1+1"
    assert deal.product == "@home"
    assert deal.account == "[/]\ufffd]0;pwned\ufffd[@click=app.quit]x\ufffd"


def test_the_currency_asked_for_goes_before_the_files_and_that_before_the_own(tmp_path: Path) -> None:
    text = "id,stage,closed,value,currency\n1,won,2025-01-13,5,sek\n2,won,2025-01-13,£5,\n3,won,2025-01-13,5,\n"
    assert [deal.currency for deal in _read(tmp_path, text, home_currency="EUR").deals] == [
        "SEK",
        "GBP",
        "EUR",
    ]
    assert {deal.currency for deal in _read(tmp_path, text, currency="CHF").deals} == {"CHF"}


def test_a_currency_in_the_columns_name_counts(tmp_path: Path) -> None:
    table = _read(tmp_path, "id,stage,closed,Value (CAD)\n1,won,2025-01-13,$5\n")
    assert table.deals[0].currency == "CAD"


def test_an_unknown_currency_is_a_problem_of_its_row(tmp_path: Path) -> None:
    table = _read(tmp_path, "id,stage,closed,value,currency\n1,won,2025-01-13,5,US Dollar\n")
    assert table.deals == ()
    assert "US DOLLAR" in table.problems[0].reason.upper()


def test_a_file_without_currency_says_which_one_counts(tmp_path: Path) -> None:
    table = _read(tmp_path, HEADER + "1,Ada,,,won,,2025-01-13,5\n", home_currency="EUR")
    assert "The file names no currency for its amounts: they count as EUR." in table.notes


def test_dates_of_two_readings_are_asked_about_unless_the_format_is_given(tmp_path: Path) -> None:
    text = HEADER + "1,Ada,,,won,1/2/2025,3/4/2025,5\n"
    with pytest.raises(AmbiguousInput):
        _read(tmp_path, text)
    deal = read_deals(tmp_path / "deals.csv", ReadingRules(date_format=DateFormat.DMY)).deals[0]
    assert deal.closed == date(2025, 4, 3)


def test_a_table_without_stages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="no column for stage"):
        _read(tmp_path, "id,closed,value\n")
