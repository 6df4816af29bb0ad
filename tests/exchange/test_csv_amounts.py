from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.errors import AmbiguousInput
from aegoals.exchange.csv_amounts import currency_code, currency_of, decimal_mark, read_money

AMOUNTS = st.decimals(-(10**12), 10**12, places=2)


def _number(text: str, mark: str | None = None, locale: str = "en_US") -> Decimal:
    return read_money(text, mark, locale).number


@given(AMOUNTS)
def test_every_way_of_writing_an_amount_gives_the_same(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    swedish = german.replace(".", "\N{NO-BREAK SPACE}")
    assert _number(f"{amount:.2f}", decimal_mark([f"{amount:.2f}"])) == amount
    assert _number(english, decimal_mark([english])) == amount
    assert _number(german, decimal_mark([german])) == amount
    assert _number(swedish, decimal_mark([swedish])) == amount


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1,234", "1,234.50"], "."),
        (["1.234", "99,5"], ","),
        (["1234", ""], None),
        (["1,234"], None),
        (["1.5", "1,5"], None),
        (["12.345.678"], ","),
    ],
)
def test_the_whole_column_tells_the_decimal_mark(cells: list[str], mark: str | None) -> None:
    assert decimal_mark(cells) == mark


def test_where_the_column_does_not_tell_the_locale_does_or_it_is_asked() -> None:
    assert _number("1,234") == 1234
    assert _number("1.234", locale="de_DE") == 1234
    with pytest.raises(AmbiguousInput):
        _number("1.234")


def test_an_amount_unlike_the_others_is_refused() -> None:
    with pytest.raises(ValueError, match="decimal mark"):
        _number("99,5", mark=".")


@pytest.mark.parametrize(
    ("text", "number", "sign"),
    [
        ("$1,234.50", "1234.50", "$"),
        ("EUR 99", "99", "EUR"),
        ("99 €", "99", "€"),
        ("-£50", "-50", "£"),
        ("A$ 7", "7", "A$"),
        ("\N{MINUS SIGN}5", "-5", ""),
    ],
)
def test_signs_and_codes_beside_an_amount_are_kept(text: str, number: str, sign: str) -> None:
    money = read_money(text, ".", "en_US")
    assert (money.number, money.sign) == (Decimal(number), sign)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n/a",
        "NaN",
        "Infinity",
        "1e9",
        "1_000",
        "0x10",
        "12,34,567.0",
        "1,23.4",
        "5%",
        "USD 5 EUR",
        "٣",
        "9" * 41,
        "1" + "0" * 16,
        "--5",
        "5-",
    ],
)
def test_what_is_no_certain_amount_is_refused(text: str) -> None:
    for mark in (".", None):
        with pytest.raises(ValueError, match=r"is not|is too|two"):
            _number(text, mark)


def test_a_bare_dollar_is_the_own_dollar() -> None:
    assert currency_of("$", "CAD") == "CAD"
    assert currency_of("$", "EUR") == "USD"
    assert currency_of("€", "USD") == "EUR"
    assert currency_of("SEK", "USD") == "SEK"
    assert currency_of("", "USD") is None


def test_a_currency_has_three_letters() -> None:
    assert currency_code(" eur ") == "EUR"
    for text in ("Euro", "E1R", "", "ÅÄÖ"):
        with pytest.raises(ValueError, match="three letters"):
            currency_code(text)
