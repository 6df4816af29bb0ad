"""A year weighted by season: the line is steep where the AE says that the sales are."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import SeasonPart
from aegoals.domain.progress import Status
from aegoals.domain.stretches import DaysOff
from aegoals.errors import RefusedInput
from tests.builders import MONDAY, a_calendar, a_goal, a_standing
from tests.domain import oracle


@st.composite
def seasons(draw: st.DrawFn) -> list[SeasonPart]:
    """Sub-periods without gaps whose hundredths add up to one."""
    lengths = draw(st.lists(st.integers(1, 120), min_size=1, max_size=6))
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=len(lengths) - 1, max_size=len(lengths) - 1)))
    weights = [later - earlier for earlier, later in zip([0, *cuts], [*cuts, 100], strict=True)]
    start, parts = draw(st.dates(date(2025, 1, 1), date(2026, 12, 31))), []
    for length, weight in zip(lengths, weights, strict=True):
        due = start + timedelta(days=length - 1)
        parts.append(SeasonPart(start=start, due=due, weight=Decimal(weight) / 100))
        start = due + timedelta(days=1)
    return parts


@given(seasons(), st.integers(-10, 400), st.integers(0, 40), st.integers(0, 30))
def test_seasonal_line_is_that_of_a_walk_through_the_days(
    season: list[SeasonPart], day: int, off_from: int, off_days: int
) -> None:
    start, due = season[0].start, season[-1].due
    off = DaysOff(start=start + timedelta(days=off_from), end=start + timedelta(days=off_from + off_days))
    free = set(oracle.days_between(off.start, off.end))
    goal = a_goal(baseline=100, target=1100, start=start, due=due, season=season)
    today = start + timedelta(days=day)
    found = a_standing(goal, 300, today, WorkCalendar(days_off=(off,)))
    weights = [(part.start, part.due, Fraction(part.weight)) for part in season]
    share = oracle.expected_share_seasonal(
        lambda one: Fraction(one.isoweekday() < 6 and one not in free), weights, today
    )
    assert found.expected == pytest.approx(Decimal(100) + Decimal(1000 * share.numerator) / share.denominator)
    assert found.expected_progress == pytest.approx(Decimal(share.numerator) / share.denominator)
    if share:
        pace = Fraction(1, 5) / share
        assert found.pace == pytest.approx(Decimal(pace.numerator) / pace.denominator)
    if today > due:
        assert found.expected == 1100


def quarters(*weights: str) -> list[dict[str, object]]:
    bounds = [(1, 1, 3, 31), (4, 1, 6, 30), (7, 1, 9, 30), (10, 1, 12, 31)]
    return [
        {"start": date(2026, one, day), "due": date(2026, other, last), "weight": weight}
        for (one, day, other, last), weight in zip(bounds, weights, strict=True)
    ]


def test_half_of_the_year_in_the_last_quarter_leaves_half_of_the_target_in_september() -> None:
    year = a_goal(target=1_000_000, due=date(2026, 12, 31), season=quarters("0.15", "0.15", "0.2", "0.5"))
    september = a_standing(year, 500_000, date(2026, 9, 30))
    assert september.expected == 500_000
    assert september.status is Status.ON_TRACK
    even = a_standing(a_goal(target=1_000_000, due=date(2026, 12, 31)), 500_000, date(2026, 9, 30))
    assert even.status is Status.AT_RISK


def test_a_quarter_without_weight_asks_for_nothing() -> None:
    year = a_goal(target=1_000_000, due=date(2026, 12, 31), season=quarters("0", "0.3", "0.3", "0.4"))
    assert a_standing(year, 0, MONDAY).expected == 0
    assert a_standing(year, 0, MONDAY).pace is None
    assert a_standing(year, 0, MONDAY).status is Status.ON_TRACK


def test_a_quarter_without_weight_asks_nothing_of_what_must_stay_above_either() -> None:
    year = a_goal(
        target=1_000_000,
        due=date(2026, 12, 31),
        direction="keep_at_least",
        season=quarters("0", "0.3", "0.3", "0.4"),
    )
    assert a_standing(year, 5_000, MONDAY).status is Status.WITHIN_LIMIT


def test_a_sub_period_of_days_off_counts_when_it_is_over() -> None:
    calendar = a_calendar(days_off=[{"start": "2026-07-01", "end": "2026-09-30"}])
    year = a_goal(target=100, due=date(2026, 12, 31), season=quarters("0.25", "0.25", "0.25", "0.25"))
    assert a_standing(year, 0, date(2026, 8, 15), calendar).expected == 50
    assert a_standing(year, 0, date(2026, 10, 1), calendar).expected > 75


def test_weights_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(RefusedInput, match="add up to 1"):
        a_goal(due=date(2026, 12, 31), season=quarters("0.25", "0.25", "0.25", "0.3"))
