"""The vocabulary files: what a native speaker may correct, and what the grammar relies on."""

from __future__ import annotations

from pathlib import Path

import pytest

import aegoals.domain.language
import aegoals.domain.quicklog
from aegoals.domain.language.wordlists import LANGUAGES, read_tables, words_of
from tests.domain.quicklog.lines import read

SHARED = Path(aegoals.domain.language.__file__).parent / "data"
DATA = Path(aegoals.domain.quicklog.__file__).parent / "data"
KINDS = {
    "call", "email", "meeting", "demo", "proposal", "opportunity", "deal_won", "deal_lost", "lead", "training", "csat",
    "renewal", "churn",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_kind(language: str) -> None:
    assert set(read_tables(DATA, language)["kinds"]) >= KINDS


def test_every_name_of_a_weekday_is_a_date() -> None:
    for language in LANGUAGES:
        for number, listing in read_tables(SHARED, language)["weekdays"].items():
            for name in words_of(listing):
                day = read(f"{name}: 3 demo").records[0].date
                assert day is not None, name
                assert day.isoweekday() == int(number), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_for_two_kinds(language: str) -> None:
    words = [word for listing in read_tables(DATA, language)["kinds"].values() for word in words_of(listing)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_a_plain_string_of_words(language: str) -> None:
    for table in read_tables(DATA, language).values():
        for listing in table.values():
            assert isinstance(listing, str)
            assert all(word.strip() == word for word in words_of(listing))
