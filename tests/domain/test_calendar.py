"""Working days against a loop that looks at every day."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.calendar import WorkCalendar, public_holidays
from aegoals.domain.stretches import DaysOff
from aegoals.errors import RefusedInput
from tests.builders import MONDAY, a_calendar
from tests.domain import oracle

SATURDAY, SUNDAY = date(2026, 3, 7), date(2026, 3, 8)

some_days = st.dates(date(2020, 1, 1), date(2029, 12, 31))
weeks = st.sets(st.integers(1, 7), min_size=1).map(sorted).map(tuple)
countries = st.sampled_from(
    [None, ("SE", None), ("DE", "BY"), ("DE", None), ("US", None), ("JP", None), ("CN", None), ("BR", "SP")]
)


@st.composite
def days_off(draw: st.DrawFn) -> DaysOff:
    start = draw(some_days)
    return DaysOff(start=start, end=start + timedelta(days=draw(st.integers(0, 60))))


@given(some_days, st.integers(-5, 800), weeks, st.lists(days_off(), max_size=5), countries)
def test_counting_agrees_with_looking_at_every_day(
    start: date,
    length: int,
    week: tuple[int, ...],
    off: list[DaysOff],
    place: tuple[str, str | None] | None,
) -> None:
    end = start + timedelta(days=length)
    calendar = WorkCalendar(work_days=week, days_off=tuple(off), country=place and place[0], region=place and place[1])
    free = {day for one in off for day in oracle.days_between(one.start, one.end)}
    if place:
        years = range(start.year, end.year + 1)
        free |= {*holidays.country_holidays(place[0], subdiv=place[1], years=years)}

    def is_working(day: date) -> bool:
        return day.isoweekday() in week and day not in free

    assert calendar.working_days(start, end) == oracle.working_days(is_working, start, end)
    assert calendar.is_working(end) == is_working(end)


@given(some_days, st.integers(0, 500), st.integers(0, 500), weeks)
def test_two_stretches_in_a_row_count_as_one(start: date, first: int, second: int, week: tuple[int, ...]) -> None:
    calendar = a_calendar(work_days=week, country="SE")
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=1 + second)
    parts = calendar.working_days(start, middle) + calendar.working_days(middle + timedelta(days=1), end)
    assert calendar.working_days(start, end) == parts


def test_a_week_has_five_working_days_and_a_weekend_none() -> None:
    calendar = a_calendar()
    assert calendar.working_days(MONDAY, SUNDAY) == 5
    assert calendar.working_days(SATURDAY, SUNDAY) == 0
    assert calendar.working_days(SUNDAY, MONDAY) == 0


def test_a_week_from_sunday_to_thursday_is_kept() -> None:
    calendar = a_calendar(work_days=(7, 1, 2, 3, 4))
    assert calendar.is_working(SUNDAY)
    assert not calendar.is_working(date(2026, 3, 6))
    assert calendar.work_days == (1, 2, 3, 4, 7)


def test_days_off_that_overlap_count_once() -> None:
    off = [
        {"start": MONDAY, "end": date(2026, 3, 4)},
        {"start": date(2026, 3, 3), "end": SUNDAY},
    ]
    assert a_calendar(days_off=off).working_days(MONDAY, date(2026, 3, 15)) == 5


def test_a_holiday_on_a_weekend_takes_no_working_day_twice() -> None:
    """New Year's Day 2028 is a Saturday: in the United States the Friday before is free instead."""
    calendar = a_calendar(country="US")
    assert calendar.working_days(date(2027, 12, 27), date(2028, 1, 2)) == 4


def test_a_free_day_says_why() -> None:
    calendar = a_calendar(country="SE", days_off=[{"start": MONDAY, "end": MONDAY, "label": "moving house"}])
    assert calendar.why_free(MONDAY) == "moving house"
    assert calendar.why_free(date(2026, 6, 6)) != ""
    assert calendar.why_free(date(2026, 3, 3)) == ""
    assert a_calendar(days_off=[{"start": MONDAY, "end": MONDAY}]).why_free(MONDAY) == "day off"


def test_next_working_day_steps_over_weekend_and_days_off() -> None:
    calendar = a_calendar(days_off=[{"start": date(2026, 3, 9), "end": date(2026, 3, 10)}])
    assert calendar.next_working_day(SATURDAY) == date(2026, 3, 11)
    assert calendar.next_working_day(MONDAY) == MONDAY


def test_two_years_without_a_working_day_are_named() -> None:
    off = [
        {"start": date(2026, 1, 1), "end": date(2027, 12, 31)},
        {"start": date(2028, 1, 1), "end": date(2029, 12, 31)},
    ]
    with pytest.raises(RefusedInput, match=r"2026-03-02.*Settings"):
        a_calendar(days_off=off).next_working_day(MONDAY)


@pytest.mark.parametrize("work_days", [(), (0,), (8,), (1, 9)])
def test_a_week_that_is_none_is_refused(work_days: tuple[int, ...]) -> None:
    with pytest.raises(RefusedInput, match=r"1 .*Monday.* to 7 .*Sunday"):
        a_calendar(work_days=work_days)


@pytest.mark.parametrize("work_days", [(True,), (1.0,), ("1",)])
def test_weekdays_from_a_file_are_whole_numbers(work_days: tuple[object, ...]) -> None:
    with pytest.raises(RefusedInput, match="work_days"):
        a_calendar(work_days=work_days)


@pytest.mark.parametrize("country", ["XX", "utils", "HolidayBase", "../etc"])
def test_an_unknown_country_is_refused_in_plain_words(country: str) -> None:
    with pytest.raises(RefusedInput, match=r"(no known public holidays|not a country).*SE"):
        a_calendar(country=country).is_working(MONDAY)


def test_an_unknown_region_is_refused_in_plain_words() -> None:
    with pytest.raises(RefusedInput, match="SE-NOWHERE"):
        a_calendar(country="SE", region="NOWHERE").is_working(MONDAY)


def test_days_off_longer_than_the_calendar_looks_are_refused_and_not_cut_short() -> None:
    with pytest.raises(RefusedInput, match="two years"):
        DaysOff.build({"start": MONDAY, "end": date(2030, 1, 1)})


def test_days_off_that_end_before_they_start_are_refused() -> None:
    with pytest.raises(RefusedInput, match="2026-03-01"):
        DaysOff.build({"start": MONDAY, "end": date(2026, 3, 1)})


def test_a_calendar_that_was_asked_is_kept_as_it_was() -> None:
    """What it remembers to answer faster is no part of the AE's data."""
    calendar = a_calendar(country="SE", days_off=[{"start": MONDAY, "end": MONDAY}])
    fresh = a_calendar(country="SE", days_off=[{"start": MONDAY, "end": MONDAY}])
    calendar.working_days(MONDAY, SUNDAY)
    assert calendar.document() == fresh.document()
    assert calendar == fresh
    changed = calendar.with_(days_off=())
    assert changed.is_working(MONDAY)


def test_a_country_may_be_written_in_small_letters() -> None:
    assert a_calendar(country=" se ").country == "SE"
    assert not a_calendar(country="se").is_working(date(2026, 5, 1))


@pytest.mark.parametrize("machine", ["sv_SE.UTF-8", "ja_JP.UTF-8", "C.UTF-8"])
def test_a_public_holiday_is_named_in_the_language_of_the_texts(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    monkeypatch.setenv("LANGUAGE", machine)
    monkeypatch.setenv("LC_ALL", machine)
    year = 2000 + len(machine)  # one that nobody asked for before
    assert public_holidays("SE", None, year)[date(year, 12, 25)] == "Christmas Day"
    assert public_holidays("BE", None, year)[date(year, 12, 25)] in {"Christmas Day", "Kerstmis", "Weihnachten"}
