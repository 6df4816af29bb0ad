"""A goal on a line: every figure against a walk through the days, and the edges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aegoals.domain import progress as formulas
from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Goal
from aegoals.domain.measure import Measurement
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, Status, standing
from aegoals.domain.stretches import DaysOff, PartTime, RampUp
from tests.builders import CALLS, MONDAY, a_calendar, a_goal, a_record, a_standing
from tests.domain import oracle

FRIDAY, SATURDAY, SUNDAY = date(2026, 3, 6), date(2026, 3, 7), date(2026, 3, 8)

amounts = st.decimals(-(10**6), 10**6, places=2)
weeks = st.sets(st.integers(1, 7), min_size=1).map(sorted).map(tuple)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@dataclass(frozen=True)
class Line:
    """One goal with the day it is looked at, and the same facts for the oracle."""

    goal: Goal
    calendar: WorkCalendar
    off: frozenset[date]
    parts: tuple[tuple[date, date, Fraction, tuple[int, ...]], ...]  # of time, none in another's days
    steps: tuple[tuple[date, date, Fraction], ...]  # of a ramp-up
    today: date
    actual: Decimal

    def is_working(self, day: date) -> bool:
        week = self.calendar.work_days
        for first, last, _share, weekdays in self.parts:
            if first <= day <= last and weekdays:
                week = weekdays
        return day.isoweekday() in week and day not in self.off

    def weigh(self, day: date) -> Fraction:
        """Return the day's share of a whole one; where nothing is expected of any day of the goal, each is whole."""
        worth = Fraction(self.is_working(day))
        for first, last, share, _weekdays in self.parts:
            worth *= share if first <= day <= last else 1
        ramped = worth
        for first, last, share in self.steps:
            ramped *= share if first <= day <= last else 1
        return ramped if self.expects_something else worth

    @cached_property
    def expects_something(self) -> bool:
        nothing = [first for first, _last, share in self.steps if not share]
        days = [day for day in oracle.days_between(self.goal.start, self.goal.due) if self.is_working(day)]
        ends = [last for _first, last, share in self.steps if not share]
        return not days or not nothing or any(day < min(nothing) or day > max(ends) for day in days)

    @property
    def baseline(self) -> Fraction:
        return Fraction(self.goal.baseline)

    @property
    def span(self) -> Fraction:
        return Fraction(self.goal.target) - self.baseline

    @property
    def total(self) -> int:
        return oracle.working_days(self.is_working, self.goal.start, self.goal.due)

    @property
    def elapsed(self) -> int:
        return oracle.working_days(self.is_working, self.goal.start, min(self.today, self.goal.due))

    @cached_property
    def total_worth(self) -> Fraction:
        return oracle.worth(self.weigh, self.goal.start, self.goal.due)

    @cached_property
    def elapsed_worth(self) -> Fraction:
        return oracle.worth(self.weigh, self.goal.start, min(self.today, self.goal.due))

    @cached_property
    def expected(self) -> Fraction:
        return oracle.expected_even(
            self.weigh,
            self.goal.start,
            self.goal.due,
            self.today,
            self.baseline,
            Fraction(self.goal.target),
        )

    def stands(self) -> Standing:
        return a_standing(self.goal, self.actual, self.today, self.calendar)


def in_decimals(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / share.denominator


@st.composite
def part_times(draw: st.DrawFn, start: date) -> tuple[tuple[date, date, Fraction, tuple[int, ...]], ...]:
    """Up to two stretches of part time, one after the other."""
    found, first = [], start + timedelta(days=draw(st.integers(-20, 200)))
    for _place in range(draw(st.integers(0, 2))):
        last = first + timedelta(days=draw(st.integers(0, 120)))
        week = draw(st.sets(st.integers(1, 7)).map(sorted).map(tuple))
        share = Fraction(draw(st.integers(1, 100 if week else 99)), 100)
        found.append((first, last, share, week))
        first = last + timedelta(days=draw(st.integers(1, 60)))
    return tuple(found)


@st.composite
def ramp_steps(draw: st.DrawFn, start: date) -> tuple[tuple[date, date, Fraction], ...]:
    """Draw the steps of a ramp-up by weeks, rising from 0 % or more; or none."""
    first = start + timedelta(days=draw(st.integers(-60, 200)))
    shares = sorted(draw(st.lists(st.integers(0, 100), max_size=6)))
    weeks = [first + timedelta(weeks=place) for place in range(len(shares))]
    return tuple(
        (week, week + timedelta(days=6), Fraction(share, 100)) for week, share in zip(weeks, shares, strict=True)
    )


def ramp_up(steps: tuple[tuple[date, date, Fraction], ...]) -> tuple[RampUp, ...]:
    if not steps:
        return ()
    shares = tuple(in_decimals(share) for _first, _last, share in steps)
    return (RampUp.build({"start": steps[0][0], "every": "week", "shares": shares}),)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Goals up and down, some weeks to two years long, seen before, during and after their days.

    Their calendars have days off, part time and a ramp-up, or none of them.
    """
    start = draw(days)
    due = start + timedelta(days=draw(st.integers(0, 700)))
    baseline, target, actual = draw(amounts), draw(amounts), draw(amounts)
    assume(target != baseline)
    ranges = draw(st.lists(st.tuples(st.integers(-20, 700), st.integers(0, 25)), max_size=4))
    offs = [(start + timedelta(days=first), start + timedelta(days=first + more)) for first, more in ranges]
    parts, steps = draw(part_times(start)), draw(ramp_steps(start))
    calendar = WorkCalendar(
        work_days=draw(weeks),
        days_off=tuple(DaysOff(start=first, end=last) for first, last in offs),
        part_time=tuple(
            PartTime.build({"start": first, "end": last, "share": in_decimals(share), "work_days": week})
            for first, last, share, week in parts
        ),
        ramp_ups=ramp_up(steps),
    )
    goal = a_goal(
        baseline=baseline,
        target=target,
        start=start,
        due=due,
        direction="reach_up" if target > baseline else "bring_down",
    )
    today = start + timedelta(days=draw(st.integers(-30, (due - start).days + 30)))
    off = frozenset(day for first, last in offs for day in oracle.days_between(first, last))
    return Line(goal, calendar, off, parts, steps, today, actual)


def close(found: Decimal, wanted: Fraction) -> bool:
    return abs(Fraction(found) - wanted) <= Fraction(1, 10**12) * max(Fraction(1), abs(wanted))


@given(lines())
def test_progress_is_the_share_of_the_way_from_baseline_to_target(line: Line) -> None:
    found = line.stands().progress
    assert found is not None
    assert close(found, (Fraction(line.actual) - line.baseline) / line.span)


@given(lines())
def test_expected_value_is_that_of_a_walk_through_the_days(line: Line) -> None:
    assume(line.total)
    assert close(line.stands().expected, line.expected)


@given(lines())
def test_pace_compares_progress_with_expected_progress(line: Line) -> None:
    assume(line.total)
    found = line.stands().pace
    if not line.elapsed_worth:
        assert found is None
    else:
        wanted = (Fraction(line.actual) - line.baseline) / (line.expected - line.baseline)
        assert found is not None
        assert close(found, wanted)


@given(lines())
def test_required_per_working_day_brings_the_goal_to_its_target_on_the_last_day(line: Line) -> None:
    """Each day that is left brings its share of the required rate."""
    found = line.stands()
    day, value = line.today, Fraction(line.actual)
    left = oracle.worth(line.weigh, max(day, line.goal.start), line.goal.due)
    is_reached = found.progress is not None and found.progress >= 1
    if is_reached:
        assert found.required_per_working_day == 0
    elif not left:
        assert found.required_per_working_day is None
    else:
        assert found.required_per_working_day is not None
        reached = value + Fraction(found.required_per_working_day) * left
        assert close(line.goal.target, reached)


@given(lines())
def test_safe_days_are_the_days_of_doing_nothing_until_the_line_has_caught_up(line: Line) -> None:
    found = line.stands().safe_days
    if not line.total:
        assert found is None
    else:
        ahead = (Fraction(line.actual) - line.expected) / (line.span / line.total_worth)
        days = line.goal.start, line.goal.due, line.today
        assume(not line.calendar.is_weighted or abs(ahead * 10**8) > 1)  # no share of a day is that near to a whole one
        assert found == oracle.safe_days(ahead, line.is_working, line.weigh, *days)


@given(lines())
def test_projection_goes_on_at_the_rate_of_the_elapsed_days(line: Line) -> None:
    found = line.stands().projection
    if not line.elapsed_worth:
        assert found is None
    else:
        rate = (Fraction(line.actual) - line.baseline) / line.elapsed_worth
        assert found is not None
        assert close(found, line.baseline + rate * line.total_worth)


@given(lines())
def test_elapsed_and_remaining_days_meet_at_today(line: Line) -> None:
    found = line.stands().days
    is_open_today = line.goal.start <= line.today <= line.goal.due and line.is_working(line.today)
    assert (found.total, found.elapsed) == (line.total, line.elapsed)
    assert found.remaining == line.total - line.elapsed + is_open_today
    worth = found.worth
    assert (Fraction(worth.total), Fraction(worth.elapsed)) == (line.total_worth, line.elapsed_worth)
    today = line.weigh(line.today) if is_open_today else 0
    assert Fraction(worth.remaining) == line.total_worth - line.elapsed_worth + today


@given(lines())
def test_status_follows_from_the_days_and_the_pace(line: Line) -> None:
    found = line.stands().status
    is_reached = (Fraction(line.actual) - line.baseline) / line.span >= 1
    waits = line.today <= line.goal.due and not line.elapsed
    if line.today < line.goal.start or (waits and line.actual == line.goal.baseline):
        wanted = "not_started"
    elif is_reached:
        wanted = "reached"
    elif line.today > line.goal.due:
        wanted = "missed"
    elif line.elapsed <= 1 or not line.elapsed_worth:
        wanted = "on_track"
    else:
        pace = (Fraction(line.actual) - line.baseline) / (line.expected - line.baseline)
        wanted = oracle.status_by_pace(pace)
    assert found == wanted


@given(lines())
def test_turning_a_goal_upside_down_changes_signs_and_nothing_else(line: Line) -> None:
    flipped = a_goal(
        baseline=-line.goal.baseline,
        target=-line.goal.target,
        start=line.goal.start,
        due=line.goal.due,
        direction="bring_down" if line.goal.direction == "reach_up" else "reach_up",
    )
    one, other = line.stands(), a_standing(flipped, -line.actual, line.today, line.calendar)
    assert one.progress == other.progress
    assert one.pace == other.pace
    assert one.safe_days == other.safe_days
    assert one.status is other.status
    assert one.expected == -other.expected
    assert one.projection is None or other.projection == -one.projection


@given(lines(), st.data())
def test_weekends_and_days_off_are_never_behind(line: Line, data: st.DataObject) -> None:
    """What was on the line the evening before a day off is still on it when the day off ends."""
    days = [line.goal.start + timedelta(days=offset) for offset in range((line.goal.due - line.goal.start).days + 1)]
    working = [day for day in days if line.is_working(day)]
    free = [day for day in days if working and day > working[0] and not line.is_working(day)]
    assume(free)
    today = data.draw(st.sampled_from(free))
    before = max(day for day in working if day < today)
    now = a_standing(line.goal, line.actual, today, line.calendar)
    then = a_standing(line.goal, line.actual, before, line.calendar)
    assert now.expected == then.expected
    assert now.status is then.status
    assert now.safe_days == then.safe_days


@pytest.mark.parametrize(
    ("actual", "status"),
    [("5940", "on_track"), ("5939.99", "behind"), ("4860", "behind"), ("4859.99", "at_risk")],
)
def test_the_limits_of_status_belong_to_the_better_side(actual: str, status: str) -> None:
    """On the tenth of thirty working days a third should stand: pace 0.99 and 0.81 are the limits."""
    goal = a_goal(target=18_000, start=MONDAY, due=date(2026, 4, 10))
    assert a_standing(goal, Decimal(actual), date(2026, 3, 13)).status == status


def test_status_limits_are_settings() -> None:
    goal = a_goal(target=10, metric=CALLS, start=MONDAY, due=date(2026, 3, 13))
    limits = StatusLimits(on_track=Decimal("0.5"), behind=Decimal("0.2"))
    measured = Measurement(Decimal(3), 3)
    assert standing(goal, measured, a_calendar(), FRIDAY, limits).status is Status.ON_TRACK
    assert standing(goal, measured, a_calendar(), FRIDAY, StatusLimits()).status is Status.AT_RISK


def test_a_value_exactly_on_the_line_leaves_no_day_of_debt() -> None:
    """Two thirds cannot be written in decimals; the AE is still on the line and not a day behind."""
    goal = a_goal(target=9, metric=CALLS, start=MONDAY, due=date(2026, 3, 9))
    found = a_standing(goal, 6, date(2026, 3, 5))
    assert found.safe_days == 0
    assert found.pace == 1


def test_a_day_and_a_half_ahead_is_one_safe_day() -> None:
    goal = a_goal(target=9, metric=CALLS, start=MONDAY, due=date(2026, 3, 9))
    assert a_standing(goal, Decimal("7.5"), date(2026, 3, 5)).safe_days == 1


def test_on_its_first_day_a_goal_without_a_record_is_on_track() -> None:
    goal = a_goal(target=12, metric=CALLS, start=MONDAY, due=FRIDAY)
    assert a_standing(goal, 0, MONDAY).status is Status.ON_TRACK
    assert a_standing(goal, 0, MONDAY + timedelta(days=1)).status is Status.AT_RISK


def test_a_goal_that_starts_on_a_weekend_has_not_started_before_monday() -> None:
    goal = a_goal(target=12, metric=CALLS, start=SATURDAY, due=date(2026, 3, 20))
    for day in (SATURDAY, SUNDAY):
        found = a_standing(goal, 0, day)
        assert found.status is Status.NOT_STARTED
        assert found.pace is None
        assert found.projection is None
    assert a_standing(goal, 0, date(2026, 3, 9)).status is Status.ON_TRACK


def test_what_comes_on_the_weekend_of_its_start_has_started_it() -> None:
    goal = a_goal(target=12, metric=CALLS, start=SATURDAY, due=date(2026, 3, 20))
    found = a_standing(goal, 3, SUNDAY)
    assert (found.status, found.pace) == (Status.ON_TRACK, None)
    assert a_standing(goal, 12, SUNDAY).status is Status.REACHED
    assert a_standing(goal, 0, date(2026, 3, 6)).status is Status.NOT_STARTED


def test_a_goal_that_ended_is_reached_or_missed() -> None:
    goal = a_goal(target=12, metric=CALLS, start=MONDAY, due=FRIDAY)
    assert a_standing(goal, 12, SATURDAY).status is Status.REACHED
    late = a_standing(goal, 11, SATURDAY)
    assert late.status is Status.MISSED
    assert late.gap == 1
    assert late.required_per_working_day is None


def test_more_than_the_target_is_more_than_all_and_asks_for_nothing() -> None:
    found = a_standing(a_goal(target=100), 150, MONDAY)
    assert found.progress == Decimal("1.5")
    assert found.required_per_working_day == 0
    assert found.status is Status.REACHED


def test_today_remains_until_something_that_feeds_the_goal_is_logged_today() -> None:
    goal = a_goal(target=50, metric=CALLS, start=MONDAY, due=FRIDAY)
    idle = standing(goal, Measurement(Decimal(0), 0), a_calendar(), MONDAY, StatusLimits())
    call = a_record(quantity=10)
    fed = standing(goal, Measurement(Decimal(10), 1, (call,)), a_calendar(), MONDAY, StatusLimits())
    assert idle.days.remaining == 5
    assert fed.days.remaining == 4
    assert fed.required_per_working_day == 10


def test_a_paused_goal_says_so_whatever_its_pace() -> None:
    goal = a_goal(state="paused")
    assert a_standing(goal, 0, date(2026, 3, 30)).status is Status.PAUSED


def test_a_closed_goal_stays_as_it_was_on_the_day_it_was_closed() -> None:
    """Neither later edits of the log nor later days move it."""
    closing = {"day": "2026-02-27", "outcome": "missed", "actual": "30000"}
    goal = a_goal(state="closed", closing=closing)
    then = a_standing(goal, 30_000, date(2026, 2, 27))
    later = a_standing(goal, 47_000, date(2026, 3, 30))
    assert later.status is Status.CLOSED
    assert later.actual == 30_000
    assert (later.progress, later.pace, later.expected, later.projection) == (
        then.progress,
        then.pace,
        then.expected,
        then.projection,
    )
    assert later.measurement.value == 47_000  # the later edit shows as an adjustment


def test_nothing_measured_stands_at_the_baseline() -> None:
    goal = a_goal(kind="satisfaction", metric={"unit": "score", "aggregation": "mean"}, baseline=4, target="4.5")
    found = a_standing(goal, None, MONDAY)
    assert found.actual == 4
    assert found.progress == 0
    assert found.measurement.value is None


def test_a_goal_whose_days_are_all_free_by_now_divides_by_nothing() -> None:
    """Days off that were entered later can swallow a short goal."""
    calendar = a_calendar(days_off=[{"start": MONDAY, "end": FRIDAY}])
    goal = a_goal(target=12, metric=CALLS, start=MONDAY, due=FRIDAY)
    found = a_standing(goal, 0, MONDAY, calendar)
    assert found.status is Status.NOT_STARTED
    assert found.pace is None or found.pace == 0
    assert found.safe_days is None
    assert a_standing(goal, 0, SATURDAY, calendar).status is Status.MISSED


@given(amounts, amounts, st.integers(0, 300), st.integers(1, 300))
def test_even_line_starts_at_the_baseline_and_ends_at_the_target(
    baseline: Decimal, target: Decimal, elapsed: int, total: int
) -> None:
    assert formulas.expected_even(baseline, target, 0, total) == baseline
    assert formulas.expected_even(baseline, target, total, total) == target
    wanted = Fraction(baseline) + (Fraction(target) - Fraction(baseline)) * elapsed / total
    assert close(formulas.expected_even(baseline, target, elapsed, total), wanted)


def test_a_mean_of_a_third_on_a_third_of_the_line_is_not_a_day_behind() -> None:
    """33.33… is cut off after 28 digits; the AE is still on the line."""
    goal = a_goal(target=100, metric=CALLS, start=MONDAY, due=date(2026, 3, 9))
    assert a_standing(goal, Decimal(100) / 3, date(2026, 3, 3)).safe_days == 0
