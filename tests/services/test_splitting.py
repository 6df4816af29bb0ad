"""A goal in parts: what stood at the end of each, last year's own shape, and what new dates do to a season."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.goal_entry import draft_of
from aegoals.services import Desk
from tests.builders import WallCalendar, a_draft
from tests.services.scenes import plan

YEAR = {"start": "2026-01-01", "due": "2026-12-31", "split": "quarters"}


def test_each_part_tells_what_stood_at_its_end_and_today(desk: Desk) -> None:
    goal = plan(desk, split="months")
    desk.log.log("won 9000 USD", date(2026, 1, 31))
    desk.log.log("won 5000 USD", date(2026, 2, 1))
    desk.log.log("won 1000 USD", date(2026, 3, 2))
    found = desk.splits.standings(goal)
    assert [value for _part, value in found] == [9_000, 14_000, 15_000]
    assert sum(part.amount for part, _value in found) == 60_000


def test_parts_that_have_not_begun_have_no_value(desk: Desk) -> None:
    goal = plan(desk, **YEAR)
    assert [value for _part, value in desk.splits.standings(goal)] == [0, None, None, None]


def test_the_calendar_of_the_ae_decides_the_parts(desk: Desk) -> None:
    goal = plan(desk, split="months")
    before = [part.amount for part in desk.splits.parts(goal)]
    desk.profile.add_days_off(date(2026, 3, 9), date(2026, 3, 22))
    after = [part.amount for part in desk.splits.parts(goal)]
    assert sum(before) == sum(after) == 60_000
    assert after[2] < before[2]


def test_last_years_own_shape(desk: Desk, leaf: WallCalendar) -> None:
    leaf.day = date(2025, 12, 31)
    for day, amount in [
        (date(2025, 1, 1), 10),
        (date(2025, 3, 31), 20),
        (date(2025, 7, 1), 40),
        (date(2025, 12, 31), 30),
    ]:
        desk.log.log(f"won {amount} USD", day)
    desk.log.log("3 calls", date(2025, 5, 5))
    leaf.day = date(2026, 1, 1)
    assert desk.splits.last_year(a_draft(**YEAR)) == [30, 0, 40, 30]
    goal = plan(desk, **YEAR, weights="30 0 40 30")
    assert [part.weight for part in goal.season] == [Decimal("0.3"), 0, Decimal("0.4"), Decimal("0.3")]


def test_a_leap_year_loses_no_day_of_the_year_before(desk: Desk, leaf: WallCalendar) -> None:
    leaf.day = date(2027, 12, 31)
    for day in (date(2027, 2, 28), date(2027, 3, 1)):
        desk.log.log("won 100 USD", day)
    leaf.day = date(2028, 1, 1)
    days = {"start": "2028-01-01", "due": "2028-03-31", "split": "months"}
    assert desk.splits.last_year(a_draft(**days)) == [0, 100, 100]


@pytest.mark.parametrize(
    "answers",
    [
        {**YEAR},  # nothing logged
        {**YEAR, "split": ""},
        {**YEAR, "due": "some day"},
        {**YEAR, "kind": "satisfaction", "unit": "score"},
    ],
)
def test_without_a_sum_or_a_log_there_is_no_shape(desk: Desk, answers: dict[str, str]) -> None:
    assert desk.splits.last_year(a_draft(**answers)) == []


def test_new_dates_take_the_season_along(desk: Desk) -> None:
    goal = plan(desk, **YEAR, weights="1 1 1 1")
    changed = desk.goals.adjust(goal.id, "half of the year", due=date(2026, 6, 30))
    assert [part.due for part in changed.season] == [date(2026, 3, 31), date(2026, 6, 30)]
    assert sum(part.weight for part in changed.season) == 1
    assert [one.field for one in changed.revisions[0].changes] == ["due", "season"]


def test_editing_keeps_the_split_and_shows_a_new_one_in_the_revision(desk: Desk) -> None:
    goal = plan(desk, **YEAR, weights="20 20 25 35")
    draft = draft_of(goal, "draft-9")
    assert (draft.split, draft.weights) == ("quarters", "4 4 5 7")
    changed = desk.goals.rewrite(draft.with_(split="months", weights=""), "months are what counts")
    assert (changed.split, changed.season) == ("months", ())
    shown = [(one.field, one.before, one.after) for one in changed.revisions[0].changes]
    assert shown == [("split", "quarters", "months"), ("season", "4 4 5 7", "")]
