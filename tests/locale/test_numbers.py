"""Numbers and money in six locales: what is shown can be read, what is unclear is asked."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.numbers import (
    plain_number,
    read_number,
    show_exactly,
    show_money,
    show_number,
    show_share,
    show_value,
)

LOCALES = ("en_US", "sv_SE", "de_DE", "ja_JP", "zh_CN", "pt_BR")
DECIMAL_COMMA = ("sv_SE", "de_DE", "pt_BR")

locales = st.sampled_from(LOCALES)
cents = st.decimals(-(10**12), 10**12, places=2)
numbers = st.decimals(-(10**12), 10**12, places=6)


def answers(typed: str, locale: str) -> list[Decimal]:
    """Return the one reading of a figure, or both that the AE is asked about."""
    try:
        return [read_number(typed, locale)]
    except AmbiguousInput as asked:
        return [read_number(one, locale) for one in asked.readings]


@given(cents, locales)
def test_what_is_shown_is_read_as_the_same_number(number: Decimal, locale: str) -> None:
    assert read_number(show_number(number, locale), locale) == number


@given(cents, locales, st.sampled_from(["count", "score"]))
def test_a_shown_value_is_read_as_the_same_number(number: Decimal, locale: str, unit: str) -> None:
    assert read_number(show_value(number, unit, locale), locale) == number


@given(st.decimals(-1000, 1000, places=1), locales)
def test_a_shown_percentage_is_read_as_the_same_number(number: Decimal, locale: str) -> None:
    assert read_number(show_value(number, "%", locale), locale) == number


@given(numbers, locales)
def test_plain_figures_are_read_the_same_everywhere(number: Decimal, locale: str) -> None:
    assert read_number(plain_number(number), locale) == number


@given(numbers, st.integers(0, 6), locales)
def test_typed_figures_are_read_right_or_asked_but_never_wrong(number: Decimal, places: int, locale: str) -> None:
    """A number written with the marks of the locale; three places behind a mark may be asked about."""
    rounded = round(number, places)
    mark = "," if locale in DECIMAL_COMMA else "."
    typed = f"{rounded:f}".replace(".", mark)
    assert rounded in answers(typed, locale)
    assert places == 3 or len(answers(typed, locale)) == 1


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234", "1234"), ("1.234,50", "1234.50"), ("1,234.50", "1234.50"),
        ("1 234,50", "1234.50"), ("1\u00a0234,5", "1234.5"), ("1\u202f234.5", "1234.5"),
        ("1'234.50", "1234.50"), ("1’234’567", "1234567"), ("1.234.567", "1234567"),
        ("1,234,567", "1234567"), ("1 234 567", "1234567"), ("12,34", "12.34"),
        ("12.34", "12.34"), ("0,125", "0.125"), ("0.125", "0.125"),
        ("1234,567", "1234.567"), (".5", "0.5"), ("50k", "50000"),
        ("50 K", "50000"), ("1.5M", "1500000"), ("1,5 M", "1500000"),
        ("2 mio", "2000000"), ("1,2 Mio.", "1200000"), ("30 tkr", "30000"),
        ("2 MKR", "2000000"), ("1.2bn", "1200000000"), ("5万", "50000"),
        ("1.5億", "150000000"), ("2亿", "200000000"), ("3千", "3000"),
        ("300万", "3000000"), ("2百万", "2000000"), ("3千万", "30000000"),
        ("５０", "50"), ("１，２３４．５", "1234.5"), ("５０ｋ", "50000"),
        ("-5", "-5"), ("\N{MINUS SIGN}5,5", "-5.5"), ("+7", "7"),
        ("62.5 %", "62.5"), ("62,5%", "62.5"), ("９０％", "90"),
        ("  42  ", "42"), ("1.2345", "1.2345"),
    ],
)  # fmt: skip
def test_figures_that_mean_one_thing_everywhere(typed: str, number: str, locale: str) -> None:
    assert read_number(typed, locale) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "locale", "number"),
    [
        ("1,234", "en_US", 1234),
        ("1,234", "ja_JP", 1234),
        ("1,234", "zh_CN", 1234),
        ("1.234", "de_DE", 1234),
        ("1.234", "pt_BR", 1234),
        ("12.345k", "de_DE", 12_345_000),
    ],
)
def test_the_thousands_mark_of_the_locale_is_not_asked_about(typed: str, locale: str, number: int) -> None:
    assert read_number(typed, locale) == number


@pytest.mark.parametrize(
    ("typed", "locale", "readings"),
    [
        ("1.234", "en_US", {"1234", "1.234"}),
        ("1.234", "sv_SE", {"1234", "1.234"}),
        ("1,234", "sv_SE", {"1234", "1.234"}),
        ("1,234", "de_DE", {"1234", "1.234"}),
        ("12,500", "pt_BR", {"12500", "12.5"}),
        ("-1,234", "de_DE", {"-1234", "-1.234"}),
        ("1.500k", "en_US", {"1500000", "1500"}),
        ("1.234 %", "en_US", {"1234", "1.234"}),
        ("１．２３４", "ja_JP", {"1234", "1.234"}),
    ],
)
def test_a_figure_with_two_meanings_is_asked_about_with_both(typed: str, locale: str, readings: set[str]) -> None:
    with pytest.raises(AmbiguousInput) as asked:
        read_number(typed, locale)
    assert {Decimal(one) for one in asked.value.readings} == {Decimal(one) for one in readings}
    assert typed in asked.value.message
    for one in asked.value.readings:
        assert show_exactly(Decimal(one), locale) in asked.value.message
        assert one in asked.value.repair


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from([".", ","]), locales)
def test_an_answer_that_was_offered_is_not_asked_about_again(whole: int, rest: int, mark: str, locale: str) -> None:
    offered = answers(f"{whole}{mark}{rest:03}", locale)
    wanted = {Decimal(whole * 1000 + rest), whole + Decimal(rest) / 1000}
    assert set(offered) <= wanted
    assert offered == [read_number(plain_number(one), locale) for one in offered]


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "abc", "NaN", "inf", "1e5", "1e999", "1..2", "1.2.3", "1,23,456", "1.234,567,8", "12,34.5",
        "2026 100", "1234 567", "1 23", "5 deals", "5x", "--5", "5-", "$5", "٣", "½", "0x10", "1_0", "9" * 41,
        "9" * 100_000, "1.2.3,4",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_and_named(typed: str) -> None:
    with pytest.raises(RefusedInput) as refusal:
        read_number(typed, "en_US")
    assert not isinstance(refusal.value, AmbiguousInput)
    assert typed[:40] in refusal.value.message
    assert refusal.value.repair
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=20), locales)
def test_any_text_is_a_number_or_refused_in_words(text: str, locale: str) -> None:
    with suppress(RefusedInput):
        assert read_number(text, locale).is_finite()


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en_US", "$60,000"),
        ("sv_SE", "60\u00a0000\u00a0US$"),
        ("de_DE", "60.000\u00a0$"),
        ("ja_JP", "$60,000"),
        ("zh_CN", "US$60,000"),
        ("pt_BR", "US$\u00a060.000"),
    ],
)
def test_whole_money_has_no_empty_cents(locale: str, shown: str) -> None:
    assert show_money(Decimal("60000.00"), "USD", locale) == shown


def test_money_with_cents_shows_them() -> None:
    assert show_money(Decimal("1234.5"), "EUR", "de_DE") == "1.234,50\u00a0€"
    assert show_money(Decimal("-1234.5"), "USD", "en_US") == "-$1,234.50"
    assert show_money(Decimal(1234), "JPY", "ja_JP") == "￥1,234"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Decimal("62.5"), "%", "62.5 %"),
        (Decimal(12), "count", "12"),
        (Decimal("4.25"), "score", "4.25"),
        (Decimal("30.04"), "days", "30 days"),
        (Decimal("7.5"), "hours", "7.5 h"),
        (Decimal("42300.004"), "USD", "$42,300"),
        (None, "USD", "–"),
        (None, "%", "–"),
    ],
)
def test_a_value_is_shown_with_its_unit(value: Decimal | None, unit: str, shown: str) -> None:
    assert show_value(value, unit) == shown


def test_a_share_is_a_whole_percentage() -> None:
    assert show_share(Decimal("0.624")) == "62 %"
    assert show_share(Decimal("1.5"), "de_DE") == "150 %"
    assert show_share(None) == "–"
