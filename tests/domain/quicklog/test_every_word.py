"""Every word of the vocabulary says what its list says, whatever the other four languages make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import aegoals.domain.quicklog
from aegoals.domain.language.wordlists import LANGUAGES, read_tables, words_of
from tests.domain.quicklog.lines import codes, read

DATA = Path(aegoals.domain.quicklog.__file__).parent / "data"
DOUBTS = {
    "vague": ("vague_quantity", "{} demo"),
    "planned": ("planned", "{} demo @Acme"),
    "negation": ("negation", "{} demo @Acme"),
    "closed": ("won_or_lost", "{} @Acme 20k"),
    "unsaid": ("won_or_lost", "{} @Acme 20k"),
}


def words(language: str, table: str, name: str) -> list[str]:
    return list(words_of(read_tables(DATA, language)[table].get(name, "")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_word_is_of_its_kind(language: str) -> None:
    for kind in read_tables(DATA, language)["kinds"]:
        for word in words(language, "kinds", kind):
            reading = read(f"{word} 4 @Acme" if kind in {"csat", "nps"} else f"{word} @Acme")
            assert not reading.doubts, word
            assert [record.kind for record in reading.records] == ["csat" if kind == "nps" else kind], word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOUBTS)
def test_a_word_of_doubt_is_asked_about(language: str, name: str) -> None:
    code, line = DOUBTS[name]
    for word in words(language, "words", name):
        assert codes(line.format(word)) == [code], word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "amount"), [("each", 10_000), ("total", 5_000)])
def test_each_and_total_stand_on_one_side_of_the_amount(language: str, name: str, amount: int) -> None:
    for word in words(language, "words", name):
        readings = [read(f"2 proposal {word} 5k @Acme"), read(f"2 proposal 5k {word} @Acme")]
        clear = [reading.records[0].amount for reading in readings if not reading.doubts]
        assert amount in clear, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_separator_parts_records(language: str) -> None:
    for word in words(language, "words", "separator"):
        reading = read(f"2 demo {word} 3 demo")
        assert [record.quantity for record in reading.records] == [2, 3], word


@pytest.mark.parametrize("language", LANGUAGES)
def test_filler_leaves_no_note(language: str) -> None:
    for word in words(language, "words", "filler"):
        reading = read(f"demo {word} @Acme")
        assert not reading.doubts, word
        assert reading.records[0].note is None, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_for_a_day_is_a_date(language: str) -> None:
    for rule in read_tables(DATA, language)["dates"]:
        for word in words(language, "dates", rule):
            if "{" in word:
                continue
            reading = read(f"{word}: demo @Acme")
            expected = {"future": ["planned"], "period": ["date"]}.get(rule, [])
            assert [doubt.code for doubt in reading.doubts] == expected, word
            assert expected or reading.records[0].date is not None, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_duration_has_minutes(language: str) -> None:
    for rule in read_tables(DATA, language)["durations"]:
        for phrase in words(language, "durations", rule):
            reading = read(f"demo {phrase.replace('{n}', '2')} @Acme")
            assert not reading.doubts, phrase
            assert reading.records[0].minutes, phrase
