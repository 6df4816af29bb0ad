"""The course of a goal: its line agrees with its standing, old lines stay, the fan ends where the forecast says."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.course import course_of, fan, line_on, old_lines, spaced
from aegoals.domain.forecast import Forecast
from tests.builders import CALLS, a_calendar, a_goal, a_standing

START, DUE = date(2026, 1, 1), date(2026, 3, 31)
DAYS = st.integers(-10, 100).map(lambda offset: START + timedelta(days=offset))
SEASON = (
    {"start": date(2026, 1, 1), "due": date(2026, 1, 31), "weight": Decimal("0.2")},
    {"start": date(2026, 2, 1), "due": date(2026, 2, 28), "weight": Decimal("0.2")},
    {"start": date(2026, 3, 1), "due": date(2026, 3, 31), "weight": Decimal("0.6")},
)
SHAPES: list[dict[str, Any]] = [
    {},
    {"season": SEASON},
    {"baseline": Decimal(90), "target": Decimal(30), "direction": "bring_down"},
    {"direction": "keep_at_least", "metric": CALLS, "target": Decimal(50)},
    {"direction": "keep_at_most", "metric": CALLS, "target": Decimal(50)},
    {"direction": "keep_at_most", "metric": CALLS, "target": Decimal(50), "season": SEASON},
]


@given(st.sampled_from(SHAPES), DAYS)
def test_the_line_of_a_day_is_what_should_stand_on_it(shape: dict[str, Any], day: date) -> None:
    goal, calendar = a_goal(**shape), a_calendar(days_off=({"start": "2026-02-09", "end": "2026-02-13"},))
    assert line_on(goal, calendar, day) == a_standing(goal, 1, day, calendar).expected


def revised(*changes: tuple[str, str, str]) -> dict[str, Any]:
    told = tuple({"field": field, "before": before, "after": after} for field, before, after in changes)
    return {"day": date(2026, 2, 2), "reason": "The market", "changes": told}


def test_every_change_of_the_line_leaves_the_old_one() -> None:
    first = revised(("target", "90000", "70000"), ("title", "Old", "New"))
    second = revised(("target", "70000", "60000"), ("due", "2026-04-30", "2026-03-31"))
    goal = a_goal(revisions=(first, revised(("why", "a", "b")), second))
    later, earlier = old_lines(goal)
    assert (later.goal.target, later.goal.due) == (Decimal(70_000), date(2026, 4, 30))
    assert (earlier.goal.target, earlier.goal.due) == (Decimal(90_000), date(2026, 4, 30))
    assert line_on(earlier.goal, a_calendar(), earlier.goal.due) == 90_000


def test_before_another_metric_there_is_no_line_to_compare() -> None:
    goal = a_goal(
        revisions=(revised(("target", "1", "2")), revised(("metric", "count", "USD"), ("target", "9", "60000")))
    )
    assert old_lines(goal) == []


def test_a_damaged_revision_ends_the_old_lines_and_nothing_else() -> None:
    assert old_lines(a_goal(revisions=(revised(("target", "lots", "60000")),))) == []


NUMBERS = st.decimals(-1000, 1000, places=2)


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted), NUMBERS, st.integers(0, 89))
def test_the_fan_opens_from_today_and_ends_where_the_forecast_says(
    said: list[Decimal], actual: Decimal, passed: int
) -> None:
    low, median, high = said
    today = START + timedelta(days=passed)
    points = list(fan(Forecast(low, median, high, Decimal("0.5"), 30, 60), actual, a_calendar(), today, DUE))
    assert points[-1].day == DUE
    assert abs(points[-1].low - low) < Decimal("0.001")
    assert abs(points[-1].high - high) < Decimal("0.001")
    widths = [one.high - one.low for one in points]
    assert all(one.low <= one.median <= one.high for one in points)
    assert widths == sorted(widths)
    if a_calendar().working_days(today + timedelta(days=1), DUE):
        assert (points[0].low, points[0].high) == (actual, actual)


@given(DAYS)
def test_a_course_has_actual_values_up_to_today_and_the_line_to_the_end(today: date) -> None:
    now = a_standing(a_goal(), 500, today)
    said = Forecast(Decimal(1), Decimal(2), Decimal(3), Decimal("0.5"), 30, 60)
    course = course_of(now, a_calendar(), today, said, lambda days: [(day, Decimal(500)) for day in days])
    assert all(START <= day <= min(today, DUE) for day, _value in course.actual)
    assert dict(course.line)[DUE] == 60_000
    assert bool(course.fan) == (START <= today <= DUE)
    if START <= today <= DUE:
        assert dict(course.line)[today] == now.expected


@given(st.integers(0, 400), st.integers(2, 90))
def test_spaced_days_hold_both_ends(length: int, most: int) -> None:
    days = spaced(START, START + timedelta(days=length), most)
    assert (days[0], days[-1]) == (START, START + timedelta(days=length))
    assert len(days) == len(set(days)) <= max(most, 2)
