"""Streaks: working days only; days off, holidays and a day that is not over never break one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.streak import DayState, days_of, streak
from tests.builders import MONDAY, a_calendar

FRIDAY = MONDAY + timedelta(days=4)
DAYS = [FRIDAY - timedelta(days=back) for back in range(40)]
logs = st.sets(st.sampled_from(DAYS))


def test_working_days_in_a_row_are_counted_across_the_weekend() -> None:
    logged = {FRIDAY - timedelta(days=back) for back in (0, 1, 2, 3, 4, 7, 8)}
    found = streak(logged, a_calendar(), FRIDAY)
    assert (found.length, found.since) == (7, FRIDAY - timedelta(days=8))


def test_a_working_day_without_a_record_ends_the_row() -> None:
    assert streak({FRIDAY, FRIDAY - timedelta(days=2)}, a_calendar(), FRIDAY).length == 1
    assert streak(set(), a_calendar(), FRIDAY).length == 0


def test_a_public_holiday_ends_nothing() -> None:
    easter_tuesday = date(2026, 4, 7)
    logged = {easter_tuesday, date(2026, 4, 2)}  # Good Friday to Easter Monday lie between
    assert streak(logged, a_calendar(country="SE"), easter_tuesday).length == 2
    assert streak(logged, a_calendar(), easter_tuesday).length == 1


@settings(max_examples=60)
@given(logged=logs, off=st.tuples(st.sampled_from(DAYS), st.integers(0, 12)))
def test_more_days_off_never_shorten_a_streak_but_by_the_days_themselves(
    logged: set[date], off: tuple[date, int]
) -> None:
    start, length = off
    days = {start + timedelta(days=offset) for offset in range(length + 1)}
    resting = a_calendar(days_off=[{"start": start, "end": max(days)}])
    before = streak(logged, a_calendar(), FRIDAY).length
    taken = len({day for day in days & logged if day.isoweekday() <= 5})
    assert streak(logged, resting, FRIDAY).length >= before - taken


@settings(max_examples=60)
@given(logged=logs)
def test_a_day_off_in_place_of_a_missing_day_joins_the_rows(logged: set[date]) -> None:
    missing = {day for day in DAYS if day.isoweekday() <= 5 and day not in logged}
    resting = a_calendar(days_off=[{"start": day, "end": day} for day in sorted(missing)])
    assert streak(logged, resting, FRIDAY).length == len({day for day in logged if day.isoweekday() <= 5})


@settings(max_examples=60)
@given(logged=logs)
def test_today_with_nothing_logged_breaks_nothing_and_logging_adds_one(logged: set[date]) -> None:
    thursday = FRIDAY - timedelta(days=1)
    until_yesterday = logged - {FRIDAY} | {thursday}
    waiting = streak(until_yesterday, a_calendar(), FRIDAY).length
    assert waiting == streak(until_yesterday, a_calendar(), thursday).length
    assert streak(until_yesterday | {FRIDAY}, a_calendar(), FRIDAY).length == waiting + 1


@settings(max_examples=60)
@given(logged=logs)
def test_the_days_shown_explain_the_number(logged: set[date]) -> None:
    days = days_of(logged, a_calendar(), FRIDAY)
    ended = next((place for place, one in enumerate(days) if one.state is DayState.MISSING), len(days))
    counted = [one for one in days[:ended] if one.state is DayState.LOGGED]
    found = streak(logged, a_calendar(), FRIDAY)
    assert len(counted) == found.length
    assert found.since == (counted[-1].day if counted else None)


def test_a_year_off_ends_no_streak_and_a_calendar_without_work_is_no_endless_search() -> None:
    logged = {FRIDAY, FRIDAY - timedelta(days=367)}
    off = a_calendar(days_off=[{"start": FRIDAY - timedelta(days=366), "end": FRIDAY - timedelta(days=1)}])
    assert streak(logged, off, FRIDAY).length == 2


def test_more_than_two_years_are_not_counted() -> None:
    every_day = {FRIDAY - timedelta(days=back) for back in range(2000)}
    assert streak(every_day, a_calendar(), FRIDAY).length == 500
