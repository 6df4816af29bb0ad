"""Whatever is typed, the goal reader answers, soon."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.language.wordlists import LANGUAGES
from aegoals.domain.reading import read_goal

TODAY = date(2026, 11, 21)
_WORDS = (
    "grow revenue by 15% to 60,000 from $ € 万円 4割 within next six months before Q1 2027 FY27 31.2. 99/99"
    " week 99999 2027年 上期 末までに 从 提高到 三成 未来 vor Ende bis KW till senast för sedan double half a million"
    " 1/27 ' / nan 0"
)
words = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=16).map(" ".join)
languages = st.sampled_from([None, *LANGUAGES])


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=80), languages)
def test_any_text_is_read(text: str, lang: str | None) -> None:
    read_goal(text, TODAY, lang)


@settings(max_examples=400, deadline=None)
@given(words, languages, st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_any_mixture_of_words_is_read(text: str, lang: str | None, today: date) -> None:
    reading = read_goal(text, today, lang)
    assert reading.deadline is None or reading.deadline > today
    assert reading.target is None or reading.target.is_finite()


@pytest.mark.parametrize(
    "text",
    ["a" * 5000, "(" * 5000, "一" * 5000, "万" * 5000, "9" * 5000, "1.2" * 1700, "tjugo" * 1000, "3 calls, " * 600,
     "from 5 to 6 " * 400, "Q1 " * 1500, "2027年" * 1000, "end of " * 700, "within 99999999999999999999 years"],
)  # fmt: skip
@pytest.mark.parametrize("lang", [None, "ja"])
def test_a_long_text_is_read_soon(text: str, lang: str | None) -> None:
    started = time.process_time()
    read_goal(text, TODAY, lang)
    assert time.process_time() - started < 3


def test_an_empty_text_says_nothing() -> None:
    reading = read_goal("", TODAY)
    assert (reading.specific, reading.measurable, reading.time_bound, reading.direction) == (False, False, False, None)
    assert reading.kind == "other"
