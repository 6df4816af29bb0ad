"""Working days without a record: found, put together, never counted on free days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.gaps import LOOK_BACK, Gap, gaps
from tests.builders import MONDAY, a_calendar

LONG_AGO = date(2025, 1, 1)


def day(number: int) -> date:
    return date(2026, 3, number)


def weekdays(*missing: int) -> set[date]:
    """Return every day of the fortnight before 16 March but these."""
    return {day(number) for number in range(2, 16)} - {day(number) for number in missing}


def test_an_empty_working_day_is_a_gap_and_today_is_not() -> None:
    assert gaps(a_calendar(), weekdays(10), LONG_AGO, day(16)) == [Gap(day(10), day(10), 1)]


def test_neighbours_are_one_gap_over_the_weekend_the_latest_gap_first() -> None:
    found = gaps(a_calendar(), weekdays(3, 6, 7, 8, 9), LONG_AGO, day(16))
    assert found == [Gap(day(6), day(9), 2), Gap(day(3), day(3), 1)]


def test_days_off_and_weekends_are_no_gaps() -> None:
    calendar = a_calendar(days_off=[{"start": day(4), "end": day(5)}])
    assert gaps(calendar, weekdays(4, 5, 7, 8), LONG_AGO, day(16)) == []


def test_a_weekend_on_which_somebody_worked_parts_two_gaps() -> None:
    assert [one.working_days for one in gaps(a_calendar(), weekdays(6, 9), LONG_AGO, day(16))] == [1, 1]


def test_nothing_is_missing_before_the_first_record_of_all() -> None:
    assert gaps(a_calendar(), {day(12)}, day(12), day(16)) == [Gap(day(13), day(13), 1)]
    assert gaps(a_calendar(), set(), None, day(16)) == []


@given(st.sets(st.integers(0, 20)), st.integers(0, 20), st.integers(0, 20))
def test_gaps_hold_exactly_the_empty_working_days(logged: set[int], first: int, today: int) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(21)]
    calendar = a_calendar(days_off=[{"start": days[9], "end": days[10]}])
    found = gaps(calendar, {days[number] for number in logged}, days[first], days[today])
    held = [one for one in days if any(gap.start <= one <= gap.end for gap in found) and calendar.is_working(one)]
    since = max(days[first], days[today] - timedelta(days=LOOK_BACK))
    empty = [one for number, one in enumerate(days) if number not in logged and since <= one < days[today]]
    assert held == [one for one in empty if calendar.is_working(one)]
    assert sum(gap.working_days for gap in found) == len(held)
    assert found == sorted(found, key=lambda gap: gap.start, reverse=True)
