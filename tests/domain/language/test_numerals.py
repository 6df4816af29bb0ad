"""Numbers in figures, words and characters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aegoals.domain.language.atoms import split_atoms
from aegoals.domain.language.folding import fold
from aegoals.domain.language.numerals import read_figures
from aegoals.domain.language.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("12", ["12"]), ("4.2", ["4.2"]), ("4,25", ["4.25"]), ("1.234", ["1.234", "1234"]),
        ("1,234", ["1.234", "1234"]),
        ("0.750", ["0.750"]), ("1.234,50", ["1234.50"]), ("1,234.50", ["1234.50"]), ("1,234,567", ["1234567"]),
        ("12'500", ["12500"]), ("120 000", ["120000"]), ("1 234,50", ["1234.50"]), ("1.234.567,8", ["1234567.8"]),
    ],
)  # fmt: skip
def test_marks_part_thousands_or_decimals(written: str, values: list[str]) -> None:
    assert read_figures(written) == tuple(Decimal(value) for value in values)


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "twelve", 12), ("en", "twenty-five", 25), ("en", "two hundred and fifty", 250), ("en", "a dozen", 12),
        ("en", "three thousand two hundred", 3200), ("en", "half a million", 500_000),
        ("sv", "tjugofem", 25), ("sv", "tvåhundrafemtio", 250), ("sv", "hundra", 100), ("sv", "två tusen", 2000),
        ("de", "zweiundzwanzig", 22), ("de", "dreihundertfünfundvierzig", 345), ("de", "tausendzweihundert", 1200),
        ("de", "ein Dutzend", 12), ("de", "anderthalb", Decimal("1.5")),
        ("ja", "二十三", 23), ("ja", "三百五十", 350), ("ja", "1億2000万", 120_000_000), ("ja", "3千", 3000),
        ("ja", "二〇二七", 2027),
        ("zh", "两百", 200), ("zh", "一百五十万", 1_500_000), ("zh", "十", 10), ("zh", "２５", 25),
    ],
)  # fmt: skip
def test_a_number_in_words_has_its_value(language: str, written: str, value: int | Decimal) -> None:
    atoms = split_atoms(fold(written))
    found = vocabulary(language).numeral(atoms, 0)
    assert found is not None
    assert found[0].values == (value,)
    assert found[1] == len(atoms)


def test_two_numbers_in_a_row_stay_two() -> None:
    atoms = split_atoms("two three")
    found = vocabulary("en").numeral(atoms, 0)
    assert found is not None
    assert found[1] == 1
