"""Dates in the AE's own order, and the locale of the machine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from string import ascii_letters

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from aegoals.errors import RefusedInput
from aegoals.locale.dates import (
    currency_of,
    guess_locale,
    is_known_locale,
    month_name,
    read_typed_day,
    short_month,
    show_day,
    show_days,
    show_weekday,
    weekday_names,
)

LOCALES = ("en_US", "sv_SE", "de_DE", "ja_JP", "zh_CN", "pt_BR")
MONDAY = date(2026, 3, 2)

Texts = Callable[[str], None]

some_days = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.fixture
def texts_in(monkeypatch: pytest.MonkeyPatch) -> Texts:
    """Return what says that the texts are in a language, whether or not they are translated."""
    return lambda language: monkeypatch.setattr("aegoals.locale.dates.language", lambda: language)


ORDERS = {
    "en_US": "{0.month}/{0.day}/{0.year}",
    "sv_SE": "{0.year}-{0.month:02}-{0.day:02}",
    "de_DE": "{0.day}.{0.month}.{0.year}",
    "ja_JP": "{0.year}/{0.month}/{0.day}",
    "zh_CN": "{0.year}年{0.month}月{0.day}日",
    "pt_BR": "{0.day:02}/{0.month:02}/{0.year}",
}


@given(some_days, st.sampled_from(LOCALES))
def test_a_day_in_the_order_of_the_locale_is_read_as_that_day(day: date, locale: str) -> None:
    assert read_typed_day(ORDERS[locale].format(day), locale) == day


@given(some_days, st.sampled_from(LOCALES))
def test_an_iso_day_is_read_everywhere(day: date, locale: str) -> None:
    assert read_typed_day(f" {day.isoformat()} ", locale) == day


@pytest.mark.parametrize(
    "typed",
    [
        "", "soon", "2026-02-30", "2026-13-01", "0003-01-01", "2151-01-01", "1949-12-31", "31.12.26", "12/31",
        "1772409600", "2026", "31/31/2026", "99.99.9999", "5", "2026-03-02-01",
    ],
)  # fmt: skip
@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_no_certain_day_is_refused_with_the_way_to_write_it(typed: str, locale: str) -> None:
    with pytest.raises(RefusedInput, match="YYYY-MM-DD") as refusal:
        read_typed_day(typed, locale)
    assert typed in refusal.value.message


@given(st.text(max_size=30), st.sampled_from(LOCALES))
def test_any_text_is_a_day_or_refused_in_words(text: str, locale: str) -> None:
    with suppress(RefusedInput):
        assert 1950 <= read_typed_day(text, locale).year <= 2150


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en_US", "Mar 2, 2026"),
        ("sv_SE", "2 mars 2026"),
        ("de_DE", "02.03.2026"),
        ("ja_JP", "2026/03/02"),
        ("zh_CN", "2026年3月2日"),
        ("pt_BR", "2 de mar. de 2026"),
    ],
)
def test_a_day_is_shown_in_the_order_of_the_locale(texts_in: Texts, locale: str, shown: str) -> None:
    texts_in(locale[:2])
    assert show_day(MONDAY, locale) == shown


@pytest.mark.parametrize(
    ("locale", "day", "weekday", "days"),
    [
        ("en_US", "Mar 2, 2026", "Monday, March 2", "Mar 2 – 6"),
        ("en_GB", "2 Mar 2026", "Monday 2 March", "2–6 Mar"),
        ("sv_SE", "2 Mar 2026", "Monday, 2 March", "2–6 Mar"),
        ("de_DE", "02.03.2026", "Monday, 2 March", "2–6 Mar"),
        ("ja_JP", "2026/03/02", "Monday, March 2", "Mar 2 – 6"),
        ("zh_CN", "Mar 2, 2026", "Monday, March 2", "Mar 2 – 6"),
        ("pt_BR", "2 Mar 2026", "Monday, 2 March", "2–6 Mar"),
        ("de", "02.03.2026", "Monday, March 2", "Mar 2 – 6"),
    ],
)
def test_names_in_a_date_follow_the_texts_and_their_order_the_locale(
    locale: str, day: str, weekday: str, days: str
) -> None:
    assert show_day(MONDAY, locale) == day
    assert show_weekday(MONDAY, locale) == weekday
    shown = show_days(MONDAY, date(2026, 3, 6), locale)
    assert shown.replace("\N{THIN SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == days


WRITABLE = sorted(one for one in locale_identifiers() if not one.startswith(("en_Dsrt", "en_Shaw")))


@given(some_days, st.sampled_from(WRITABLE))
def test_no_locale_writes_a_date_that_an_english_sentence_cannot_hold(day: date, locale: str) -> None:
    for shown in (show_day(day, locale), show_weekday(day, locale), show_days(day, day + timedelta(40), locale)):
        assert not {letter for letter in shown if letter.isalpha()} - set(ascii_letters)


def test_a_language_that_nobody_described_for_the_country_keeps_its_own_order(texts_in: Texts) -> None:
    texts_in("sv")
    assert show_weekday(MONDAY, "ja_JP") == "måndag 2 mars"


@pytest.mark.parametrize(
    ("locale", "shown", "short"),
    [
        ("en_US", "Monday, March 2", "Mon, Mar 2"),
        ("sv_SE", "måndag 2 mars", "mån 2 mars"),
        ("de_DE", "Montag, 2. März", "Mo., 2. März"),
        ("ja_JP", "3月2日月曜日", "3月2日(月)"),
        ("zh_CN", "3月2日星期一", "3月2日周一"),
        ("pt_BR", "segunda-feira, 2 de março", "seg., 2 de mar."),
    ],
)
def test_a_weekday_is_named_in_the_language_at_the_length_that_is_asked_for(
    texts_in: Texts, locale: str, shown: str, short: str
) -> None:
    texts_in(locale[:2])
    assert show_weekday(MONDAY, locale) == shown
    assert show_weekday(MONDAY, locale, "EEE d MMM") == short
    assert "2026" in show_weekday(MONDAY, locale, "EEE d MMM y")


def test_weekday_names_begin_with_monday(texts_in: Texts) -> None:
    assert weekday_names() == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    texts_in("ja")
    assert weekday_names()[0] == "月"


@pytest.mark.parametrize(
    ("language", "month", "short"), [("en", "March", "Mar"), ("de", "März", "Mär"), ("ja", "3月", "3月")]
)
def test_month_names_are_those_of_the_texts(texts_in: Texts, language: str, month: str, short: str) -> None:
    texts_in(language)
    assert (month_name(3), short_month(MONDAY)) == (month, short)


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv_SE"),
        ({"LANG": "C.UTF-8"}, "en_US"),
        ({}, "en_US"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_DE@euro"}, "de_DE"),
        ({"LC_ALL": "POSIX", "LANG": "pt_BR"}, "pt_BR"),
        ({"LANG": "not a locale", "LC_ALL": "zz_ZZ"}, "en_US"),
    ],
)
def test_the_locale_of_the_machine_is_the_first_guess(
    environment: dict[str, str], locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LC_ALL", "LC_MONETARY", "LC_NUMERIC", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert guess_locale() == locale


@pytest.mark.parametrize(
    ("locale", "currency"),
    [
        ("en_US", "USD"), ("sv_SE", "SEK"), ("de_DE", "EUR"), ("ja_JP", "JPY"), ("zh_CN", "CNY"),
        ("pt_BR", "BRL"), ("sv", "USD"), ("en_001", "USD"),
    ],
)  # fmt: skip
def test_the_currency_is_that_of_the_country(locale: str, currency: str) -> None:
    assert currency_of(locale) == currency


@pytest.mark.parametrize("locale", LOCALES)
def test_the_locales_of_the_house_are_known(locale: str) -> None:
    assert is_known_locale(locale)


@pytest.mark.parametrize("locale", ["", "klingon", "xx_XX", "../etc/passwd", "en_US\x00", "e" * 600, "日本語"])
def test_an_unknown_locale_is_no_error(locale: str) -> None:
    assert not is_known_locale(locale)
