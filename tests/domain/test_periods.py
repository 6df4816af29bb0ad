"""Weeks, months, fiscal quarters and years, against the days one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.periods import Period, add_months, month_of, quarter_of, week_of, year_of

some_days = st.dates(date(1960, 1, 1), date(2140, 12, 31))
months = st.integers(1, 12)


@given(some_days, months)
def test_fiscal_quarters_tile_the_fiscal_year(day: date, first_month: int) -> None:
    year, quarter = year_of(day, first_month), quarter_of(day, first_month)
    assert day in quarter
    assert day in year
    assert quarter.start in year
    assert quarter.end in year
    assert (year.start.month, year.start.day) == (first_month, 1)
    assert year.end + timedelta(days=1) == date(year.start.year + 1, first_month, 1)
    starts = {quarter_of(one, first_month).start for one in (year.start, quarter.start, day, year.end)}
    assert all((one.month - first_month) % 3 == 0 and one.day == 1 for one in starts)
    assert quarter_of(quarter.end + timedelta(days=1), first_month).start == quarter.end + timedelta(days=1)


@given(some_days, st.integers(1, 7))
def test_a_week_has_seven_days_and_starts_on_the_chosen_one(day: date, first: int) -> None:
    week = week_of(day, first)
    assert day in week
    assert week.start.isoweekday() == first
    assert week.end - week.start == timedelta(days=6)


@given(some_days)
def test_a_month_holds_exactly_its_days(day: date) -> None:
    month = month_of(day)
    assert month.start.day == 1
    assert (month.start - timedelta(days=1)).month != day.month
    assert (month.end + timedelta(days=1)).month != day.month
    assert month.start.month == month.end.month == day.month


@given(some_days, st.integers(-100, 100))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, count: int) -> None:
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    if later.day != day.day:
        assert later.day < day.day
        assert (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("day", "first_month", "start", "end"),
    [
        (date(2026, 3, 2), 1, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 2), 4, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 2), 2, date(2026, 2, 1), date(2026, 4, 30)),
        (date(2026, 1, 31), 2, date(2025, 11, 1), date(2026, 1, 31)),
        (date(2024, 2, 29), 12, date(2023, 12, 1), date(2024, 2, 29)),
    ],
)
def test_quarters_of_known_fiscal_years(day: date, first_month: int, start: date, end: date) -> None:
    assert quarter_of(day, first_month) == Period(start, end)
