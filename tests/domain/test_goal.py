"""What a goal can be, and what is refused when it is made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aegoals.domain.goal import Direction, Goal
from aegoals.errors import RefusedInput
from tests.builders import MONDAY, a_goal


@pytest.mark.parametrize("direction", ["reach_up", "bring_down"])
def test_a_target_that_is_the_baseline_leaves_nothing_to_reach(direction: str) -> None:
    with pytest.raises(RefusedInput, match=r"target 5.* is the baseline.*nothing to reach"):
        a_goal(direction=direction, baseline=5, target="5.00")


@pytest.mark.parametrize(("direction", "baseline", "target"), [("reach_up", 45, 30), ("bring_down", 30, 45)])
def test_a_target_on_the_wrong_side_is_refused_with_both_numbers(direction: str, baseline: int, target: int) -> None:
    with pytest.raises(RefusedInput, match=rf"target {target} is on the wrong side of the baseline {baseline}"):
        a_goal(direction=direction, baseline=baseline, target=target)


@pytest.mark.parametrize("direction", ["keep_at_least", "keep_at_most"])
def test_a_limit_may_be_where_the_value_is(direction: str) -> None:
    assert a_goal(direction=direction, baseline=90, target=90).direction.keeps


def test_a_due_date_before_the_start_is_refused_with_both_days() -> None:
    with pytest.raises(RefusedInput, match="2026-02-01 is before the start 2026-03-02"):
        a_goal(start=MONDAY, due=date(2026, 2, 1))


def test_a_goal_of_one_day_is_a_goal() -> None:
    assert a_goal(start=MONDAY, due=MONDAY).due == MONDAY


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("target", 60_000.5), ("target", "NaN"), ("baseline", True), ("start", 1772409600),
        ("due", "31.03.2026"), ("direction", "sideways"), ("kind", "wish"), ("title", ""),
        ("state", "asleep"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named(field: str, value: Any) -> None:
    with pytest.raises(RefusedInput, match=rf"^{field}: “"):
        a_goal(**{field: value})


@pytest.mark.parametrize(
    ("direction", "keeps", "wants_less"),
    [
        ("reach_up", False, False),
        ("bring_down", False, True),
        ("keep_at_least", True, False),
        ("keep_at_most", True, True),
    ],
)
def test_directions_know_whether_they_keep_and_whether_less_is_better(
    direction: str, keeps: bool, wants_less: bool
) -> None:
    assert (Direction(direction).keeps, Direction(direction).wants_less) == (keeps, wants_less)


FULL: dict[str, Any] = {
    "season": [
        {"start": "2026-01-01", "due": "2026-02-28", "weight": "0.4"},
        {"start": "2026-03-01", "due": "2026-03-31", "weight": "0.6"},
    ],
    "milestones": [
        {"title": "half", "due": "2026-02-15", "value": "30000"},
        {"title": "contract signed", "due": "2026-03-01", "done_on": "2026-02-27"},
    ],
    "actions": [{"title": "Call the ten largest", "done": True}],
    "state": "closed",
    "archived": True,
    "created_on": "2025-12-30",
    "closing": {
        "day": "2026-03-31",
        "outcome": "missed",
        "actual": "52000.5",
        "reason": "two deals slipped",
        "by_itself": False,
    },
    "revisions": [
        {
            "day": "2026-02-01",
            "reason": "territory was cut",
            "changes": [{"field": "target", "before": "70000", "after": "60000"}],
        }
    ],
    "from_a_newer_version": {"nested": [1, None]},
}


def test_a_goal_with_everything_comes_back_from_the_file() -> None:
    goal = a_goal(**FULL)
    document = goal.document()
    assert {name: document[name] for name in FULL} == FULL
    assert document["target"] == "60000"
    assert Goal.build(document) == goal


def test_a_changed_copy_is_checked_like_a_new_goal() -> None:
    goal = a_goal(**FULL)
    assert goal.with_(target=Decimal(70_000)).document() == goal.document() | {"target": "70000"}
    with pytest.raises(RefusedInput, match="wrong side"):
        goal.with_(target=Decimal(-1))


@pytest.mark.parametrize(("state", "is_open"), [("active", True), ("paused", True), ("closed", False)])
def test_a_goal_is_open_until_it_is_closed(state: str, is_open: bool) -> None:
    assert a_goal(state=state).is_open is is_open
