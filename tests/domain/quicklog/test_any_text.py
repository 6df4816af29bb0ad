"""Whatever is typed, the reader answers, soon."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.quicklog import Known, read_line
from tests.domain.quicklog.lines import KNOWN, read

_FIGURES = "3 14k 1.234 -5 0 2.5 1e9 9999999999999999999 45m 1h30 2h ¥5 $ € kr tkr Mio. nan ∞ 3-4 5+ x3 3*1200"
_ENGLISH = "calls call demo won lost csat nps closed deal each total about a few no will Contoso"
_NAMES = "Acme @Acme @Globex @ # #cloud #x 's ' \""
_SIGNS = "( ) - – , ; + & : / . ~ \n \t"
_DATES = "tomorrow yesterday mon: 11/12 31.2. 2026-02-30 0000-00-00 前天"
_OTHERS = "電話 件 商談 と 3件 万円 十 一 未 电话 个 几个 满意度 没 Anruf Termin zwölf samtal två"
WORDS = st.sampled_from(" ".join([_FIGURES, _ENGLISH, _NAMES, _SIGNS, _DATES, _OTHERS]).split(" "))


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_is_read(text: str) -> None:
    read(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from([None, True, False]))
def test_any_mixture_of_words_is_read(text: str, day_first: bool | None) -> None:
    reading = read(text, day_first=day_first)
    for record in (
        *reading.records,
        *(one for doubt in reading.doubts for way in doubt.readings for one in way.records),
    ):
        assert record.kind
        assert record.quantity is None or Decimal(0) <= record.quantity < Decimal(10) ** 6
        assert record.amount is None or (record.amount.is_finite() and record.amount > 0)
        assert record.minutes is None or 0 <= record.minutes <= 24 * 60
        assert record.date is None or date(1990, 1, 1) <= record.date <= date(2100, 12, 31)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=10).map(" ".join))
def test_every_doubt_can_be_answered(text: str) -> None:
    picks: list[int] = []
    while (reading := read(text, picks=picks)).doubts:
        picks.append(0)
        if not reading.doubts[0].readings:
            return
        assert len(picks) < 50


@settings(deadline=None)
@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=30))
def test_any_names_can_be_known(names: list[str], text: str) -> None:
    read_line(f"3 calls {text} {' '.join(names)}", date(2026, 11, 21), Known(tuple(names), tuple(names)))


class CountedLater:
    """Names that are worked out when they are asked for, and that say whether they were."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    @property
    def accounts(self) -> tuple[str, ...]:
        self.asked.add("accounts")
        return KNOWN.accounts

    @property
    def products(self) -> tuple[str, ...]:
        self.asked.add("products")
        return KNOWN.products


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_names_that_are_worked_out_late_are_read_as_those_that_are_known(text: str) -> None:
    assert read_line(text, date(2026, 11, 21), CountedLater()) == read(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("3 calls", set()),
        ("3 calls @Globex", set()),
        ("yesterday: 2 demos 45m, 14k won", set()),
        ("won 14k #platform", {"products"}),
        ("3 calls Contoso", {"products"}),
    ],
)
def test_a_line_asks_for_products_only_where_one_may_stand(text: str, asked: set[str]) -> None:
    known = CountedLater()
    read_line(text, date(2026, 11, 21), known)
    assert known.asked - {"accounts"} == asked


@pytest.mark.parametrize(
    "text",
    ["a" * 5000, "(" * 5000, "@" * 5000, "#" * 5000, "一" * 5000, "万" * 5000, "9" * 5000, "1.2" * 1700, "tjugo" * 1000,
     "3 calls, " * 600, "5 calls and " * 450, "twenty " * 700, "- " * 2500, "Contoso x " * 500, "won 5 " * 900,
     "11/12 demo, " * 400],
)  # fmt: skip
def test_a_long_line_is_read_soon(text: str) -> None:
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 3


def test_a_reading_does_not_depend_on_the_lines_before() -> None:
    first = read("won 14k Initech #platform")
    read("電話3件、商談2件 @東洋電子")
    assert read("won 14k Initech #platform") == first


def test_names_of_other_readers_are_not_remembered() -> None:
    assert read_line("3 calls @acme", date(2026, 11, 21)).records[0].account == "acme"
    assert read_line("3 calls @acme", date(2026, 11, 21), KNOWN).records[0].account == "Acme"
