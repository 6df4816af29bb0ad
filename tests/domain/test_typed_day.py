"""Days and periods typed into a field."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.typed_day import read_day, read_period
from aegoals.errors import RefusedInput
from tests.builders import MONDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-27", date(2026, 2, 27)),
        ("2/27/2026", date(2026, 2, 27)),
        ("yesterday", date(2026, 3, 1)),
        ("last friday", date(2026, 2, 27)),
        ("igår", date(2026, 3, 1)),
        ("gestern", date(2026, 3, 1)),
        ("昨日", date(2026, 3, 1)),
        ("18.11.", date(2025, 11, 18)),
        (" nov 18 ", date(2025, 11, 18)),
    ],
)
def test_a_day_is_read_in_figures_and_in_words(text: str, day: date) -> None:
    assert read_day(text, MONDAY, "en_US") == day


@pytest.mark.parametrize("text", ["", "yesterday-ish", "3 calls", "11/12", "tomorrow", "2026-02-30", "x" * 500])
def test_what_names_no_one_day_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_day(text, MONDAY, "en_US")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024/2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("yesterday", date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_a_period_is_a_day_a_month_or_a_year(text: str, start: date, end: date) -> None:
    period = read_period(text, MONDAY, "en_US")
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["2025-13", "0001", "9999-01", "soon"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_period(text, MONDAY, "en_US")
