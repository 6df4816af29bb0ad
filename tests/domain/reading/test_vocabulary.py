"""The vocabulary files of goals: every language has the same lists."""

from __future__ import annotations

from pathlib import Path

import pytest

import aegoals.domain.reading
from aegoals.domain.language.wordlists import LANGUAGES, read_tables
from aegoals.domain.reading.stretches import IN_A_YEAR, YEARS, stretch
from tests.domain.reading.test_deadlines import TODAY

DATA = Path(aegoals.domain.reading.__file__).parent / "data"
TABLES = {"periods", "time", "spans", "recurring", "roles", "units", "multiples", "tone", "topics", "hints",
"personal", "measures",
          "nature", "names", "stops"}  # fmt: skip
TONES = {"increase", "decrease", "more", "fewer", "faster", "maintain", "reach", "focus", "quantity", "soon", "praise"}
NEED_VALUES = {
    "month",
    "weekday",
    "week_number",
    "year",
    "fiscal_year",
    "year_month",
    "day_of_month",
    "season",
    "weekday_of_week",
}
NEED_VALUES |= {f"weekday_{n}_of_month" for n in (1, 2, 3, 4, "last")} | {
    f"month_weekday_{n}" for n in (1, 2, 3, 4, "last")
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_table(language: str) -> None:
    tables = read_tables(DATA, language)
    assert set(tables) == TABLES
    assert set(tables["tone"]) >= TONES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_period_can_be_resolved(language: str) -> None:
    for rule in set(read_tables(DATA, language)["periods"]) - NEED_VALUES:
        assert stretch(rule, (), TODAY) is not None, rule


def test_a_year_stands_beside_what_lies_in_it() -> None:
    assert not IN_A_YEAR & YEARS
