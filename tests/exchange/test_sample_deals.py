from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from aegoals.exchange.csv_dates import DateFormat
from aegoals.exchange.deals_csv import read_deals
from aegoals.exchange.sample_deals import HEADER, LONGEST_CYCLE, write_sample
from aegoals.exchange.sample_names import ACCOUNTS, OWNERS, PRODUCTS


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "deals.csv"
    write_sample(path, seed=3, year=2024)
    return path


def test_the_same_seed_gives_the_same_file_and_another_seed_another(sample: Path, tmp_path: Path) -> None:
    write_sample(tmp_path / "again.csv", seed=3, year=2024)
    write_sample(tmp_path / "other.csv", seed=4, year=2024)
    assert (tmp_path / "again.csv").read_bytes() == sample.read_bytes()
    assert (tmp_path / "other.csv").read_bytes() != sample.read_bytes()


def test_every_row_can_be_imported_without_a_question(sample: Path) -> None:
    table = read_deals(sample)
    assert table.problems == ()
    assert table.date_format is DateFormat.MDY
    assert {name for name, _rows in table.owners} == set(OWNERS)
    assert list(table.columns.values()) == list(HEADER)


def test_the_rhythm_is_that_of_a_sales_year(sample: Path) -> None:
    deals = read_deals(sample).deals
    stages = Counter(deal.stage for deal in deals)
    assert 0.55 <= stages["won"] / (stages["won"] + stages["lost"]) <= 0.65
    assert stages["open"] / len(deals) < 0.35
    cycles = [(deal.closed - deal.created).days for deal in deals if deal.closed and deal.created]
    assert min(cycles) >= 1
    assert max(cycles) <= LONGEST_CYCLE
    assert {deal.closed.year for deal in deals if deal.closed} == {2023, 2024}


def test_amounts_stay_near_the_list_price(sample: Path) -> None:
    prices = dict(PRODUCTS)
    for deal in read_deals(sample).deals:
        if deal.stage == "won":
            assert deal.value is not None
            assert 0.7 < float(deal.value) / prices[deal.product] < 1.3


def test_difficult_names_are_among_the_accounts(sample: Path) -> None:
    with sample.open(encoding="utf-8", newline="") as file:
        accounts = {row["account"] for row in csv.DictReader(file)}
    assert set(ACCOUNTS) <= accounts
