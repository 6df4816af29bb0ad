"""Lines that must be asked about, and what the answers give."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from aegoals.domain.quicklog import read_line
from tests.domain.quicklog.lines import TODAY, codes, read, short

DOUBTS = {
    code: table["lines"]
    for code, table in tomllib.loads((Path(__file__).parent / "doubts.toml").read_text("utf-8")).items()
}


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in DOUBTS.items() for line in lines])
def test_a_line_in_doubt_is_asked_about(code: str, line: str) -> None:
    assert codes(line) == [code]


@pytest.mark.parametrize("line", [line for lines in DOUBTS.values() for line in lines])
def test_a_doubt_names_words_of_the_line_and_its_readings_differ(line: str) -> None:
    for doubt in read(line).doubts:
        assert all(word in line for word in doubt.words.split())
        assert doubt.words in doubt.message
        records = [reading.records for reading in doubt.readings]
        assert all(records)
        assert len(set(records)) == len(records)
        assert all(reading.label for reading in doubt.readings)


@pytest.mark.parametrize("line", DOUBTS["negation"])
def test_a_negation_leaves_nothing_to_store(line: str) -> None:
    reading = read(line)
    assert not reading.records
    assert not reading.doubts[0].readings


def test_what_is_certain_is_kept() -> None:
    assert [short(record) for record in read("a few calls @Acme, 2 demos").records] == [
        {"kind": "call", "account": "Acme"}, {"kind": "demo", "quantity": 2}]  # fmt: skip
    assert [short(record) for record in read("4 quotes 60k @Soylent").records] == [
        {"kind": "proposal", "quantity": 4, "account": "Soylent"}]  # fmt: skip
    assert not read("closed Globex 20k").records


def test_the_readings_of_a_shared_amount_are_the_sum_and_each() -> None:
    (doubt,) = read("4 quotes 60k @Soylent").doubts
    assert [reading.records[0].amount for reading in doubt.readings] == [60000, 240000]


def test_two_accounts_can_be_one_record_each() -> None:
    (doubt,) = read("3 calls @Acme @Globex").doubts
    accounts = [[record.account for record in reading.records] for reading in doubt.readings]
    assert accounts == [["Acme", "Globex"], ["Acme"], ["Globex"]]


def test_a_name_that_was_nearly_typed_is_offered_first() -> None:
    (doubt,) = read("3 calls Globx").doubts
    assert [reading.records[0].account for reading in doubt.readings] == ["Globex", "Globx", None]


def test_day_first_settles_a_date() -> None:
    assert read("11/12: 3 demos", day_first=True).records[0].date == date(2025, 12, 11)
    assert read("11/12: 3 demos", day_first=False).records[0].date == date(2026, 11, 12)
    assert [one.records[0].date for one in read("11/12: 3 demos").doubts[0].readings] == [
        date(2025, 12, 11), date(2026, 11, 12)]  # fmt: skip


def test_a_week_offers_its_working_days() -> None:
    days = [reading.records[0].date for reading in read("last week: 12 calls").doubts[0].readings]
    assert days == [date(2026, 11, day) for day in range(9, 14)]
    assert all(day is not None and day < TODAY for day in days)


def test_answers_are_taken_in_order() -> None:
    line = "11/12: closed Globex ~20k"
    assert codes(line) == ["won_or_lost", "vague_quantity", "date"] or len(codes(line)) == 3
    answered = read(line, picks=(0, 0, 0))
    assert not answered.doubts
    assert len(answered.records) == 1
    assert len(read(line, picks=(0,)).doubts) == 2


def test_a_kind_that_is_missing_is_probably_the_one_before() -> None:
    (doubt,) = read("won Acme 14k, Globex 6k").doubts
    assert doubt.readings[0].records[-1].kind == "deal_won"


def test_an_amount_of_several_that_nobody_counted_has_one_reading() -> None:
    shared = next(doubt for doubt in read("several quotes 60k @Acme").doubts if doubt.code == "shared")
    assert [reading.records[0].amount for reading in shared.readings] == [60000]


@pytest.mark.parametrize(
    ("locale", "readings"),
    [
        ("en_US", ["deal won 12.5 @Acme", "deal won 12,500 @Acme"]),
        ("de_DE", ["deal won 12,5 @Acme", "deal won 12.500 @Acme"]),
        ("sv_SE", ["deal won 12,5 @Acme", "deal won 12\N{NO-BREAK SPACE}500 @Acme"]),
    ],
)
def test_both_readings_of_a_figure_stand_as_the_ae_writes_numbers(locale: str, readings: list[str]) -> None:
    (doubt,) = read_line("won 12.500 @Acme", TODAY, locale=locale).doubts
    assert [one.label for one in doubt.readings] == readings
