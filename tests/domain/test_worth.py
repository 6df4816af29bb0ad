"""Days that are worth less than a whole one: part time and a ramp-up, in the calendar and in every sentence."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import Goal
from aegoals.domain.profile import Profile, StatusLimits
from aegoals.domain.progress import Status
from aegoals.domain.stretches import PartTime, RampUp
from aegoals.domain.today import ask_of
from aegoals.domain.why import Matter, explain
from aegoals.domain.worth_words import a_day, day_remark, left_in_month, needed_title
from aegoals.errors import RefusedInput
from tests.builders import CALLS, MONDAY, a_calendar, a_goal, a_standing
from tests.domain import oracle

FRIDAY = date(2026, 3, 13)
THREE_FIFTHS = {"start": MONDAY, "end": date(2026, 3, 5), "share": "0.6"}
PART_TIME = a_calendar(part_time=[THREE_FIFTHS])
RAMP_UP = a_calendar(ramp_ups=[{"start": MONDAY, "every": "week", "shares": ["0", "0.5"]}])


def a_fortnight(target: int = 100) -> Goal:
    return a_goal(target=target, metric=CALLS, start=MONDAY, due=FRIDAY)


def test_a_file_from_before_opens_with_whole_days() -> None:
    profile = Profile.build({"calendar": {"work_days": [1, 2, 3, 4, 5], "country": "SE"}})
    assert profile.calendar.part_time == ()
    assert profile.calendar.ramp_ups == ()
    assert profile.calendar.worth(MONDAY, FRIDAY) == 10


def test_weekdays_of_part_time_stand_for_the_usual_week() -> None:
    calendar = a_calendar(part_time=[{"start": MONDAY, "end": FRIDAY, "work_days": [1, 2, 6]}])
    assert [day.day for day in oracle.days_between(MONDAY, FRIDAY) if calendar.is_working(day)] == [2, 3, 7, 9, 10]
    assert calendar.worth(MONDAY, FRIDAY) == 5
    assert calendar.why_free(date(2026, 3, 4)) == "part time"


def test_part_time_that_changes_nothing_is_refused() -> None:
    with pytest.raises(RefusedInput, match="Part time names weekdays"):
        PartTime.build({"start": MONDAY, "end": FRIDAY})


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.lists(st.integers(0, 100), min_size=1, max_size=12))
def test_each_month_of_a_ramp_up_has_its_share_and_then_all_is_expected(start: date, percents: list[int]) -> None:
    ramp = RampUp.build({"start": start, "shares": [str(Decimal(one) / 100) for one in percents]})
    found = [ramp.share_on(day) for day in oracle.days_between(start, ramp.end)]
    in_order = [share for place, share in enumerate(found) if not place or share != found[place - 1]]
    wanted = [Decimal(one) / 100 for place, one in enumerate(percents) if not place or one != percents[place - 1]]
    assert in_order == wanted
    assert ramp.share_on(start - timedelta(days=1)) == ramp.share_on(ramp.end + timedelta(days=1)) == 1
    assert 28 * len(percents) <= len(found) <= 31 * len(percents)


def test_today_asks_for_its_share_of_what_is_left() -> None:
    """Ten days, four of them at 60 %: 8.4 whole ones."""
    one = a_standing(a_fortnight(84), 0, MONDAY, PART_TIME)
    assert one.days.worth.remaining == Decimal("8.4")
    assert one.required_per_working_day == 10
    assert ask_of(one, PART_TIME, MONDAY).needed == 6
    assert ask_of(one, PART_TIME, FRIDAY).needed == 84


def test_a_ramp_up_expects_nothing_at_first_and_is_never_behind_then() -> None:
    goal = a_fortnight(50)
    first, last = a_standing(goal, 0, date(2026, 3, 6), RAMP_UP), a_standing(goal, 0, FRIDAY, RAMP_UP)
    assert (first.expected, first.status) == (Decimal(0), Status.ON_TRACK)
    assert first.pace is first.projection is None
    assert ask_of(first, RAMP_UP, date(2026, 3, 6)).needed == 0
    assert (last.expected, last.status) == (Decimal(50), Status.AT_RISK)
    assert last.required_per_working_day == 100  # of a whole day, and this one is half of one


def test_a_goal_of_days_that_expect_nothing_counts_each_day_alike() -> None:
    goal = a_goal(target=10, metric=CALLS, start=MONDAY, due=date(2026, 3, 6))
    one = a_standing(goal, 2, date(2026, 3, 3), RAMP_UP)
    assert (one.expected, one.days.worth.total, one.projection) == (Decimal(4), Decimal(5), Decimal(5))
    assert ask_of(one, RAMP_UP, date(2026, 3, 3)).needed == 2


def test_behind_by_one_whole_day_is_two_days_of_part_time() -> None:
    goal = a_fortnight(84)
    assert a_standing(goal, 8, date(2026, 3, 4), PART_TIME).safe_days == -2
    assert a_standing(goal, 18, date(2026, 3, 4), PART_TIME).safe_days == 0
    assert a_standing(goal, 24, date(2026, 3, 4), PART_TIME).safe_days == 1


def test_why_names_the_days_that_are_worth_less() -> None:
    now = a_standing(a_fortnight(84), 0, date(2026, 3, 3), PART_TIME)
    matter = Matter(now, PART_TIME, StatusLimits(), date(2026, 3, 3), "en_US", ask_of(now, PART_TIME, MONDAY))
    told = {figure: explain(matter, figure) for figure in ("expected", "required", "safe_days", "needed_today")}
    elapsed, total = told["expected"].parts[2:]
    assert (elapsed.value, elapsed.name) == (
        "1.2",
        "working days elapsed, Mar 2, 2026 to Mar 3, 2026, today included: 2, 2 of them at 60 %",
    )
    assert (total.value, total.name.partition(": ")[2]) == ("8.4", "10, 4 of them at 60 %")
    left = told["required"].parts[2]
    assert (left.value, left.name.partition(": ")[2]) == ("7.8", "9, 3 of them at 60 %")
    assert told["required"].title == "Needed a whole day"
    assert "whole days" in told["safe_days"].rules[2]
    assert told["needed_today"].formula == "(T − A) / R × w"


def test_whole_days_are_spoken_of_as_before() -> None:
    now = a_standing(a_fortnight(), 0, MONDAY)
    assert needed_title(now.days) == "Needed a working day"
    assert a_day(now.days) == "{value} a day"
    assert left_in_month(a_calendar(), MONDAY, "en_US") == "22 working days left this month"
    assert day_remark(a_calendar(), MONDAY, "en_US") == ""


def test_a_day_says_what_it_counts() -> None:
    assert left_in_month(PART_TIME, MONDAY, "en_US") == "22 working days left this month, worth 20.4"
    assert day_remark(PART_TIME, MONDAY, "en_US") == "at 60 %"
    assert day_remark(PART_TIME, date(2026, 3, 7), "en_US") == "no working day"
