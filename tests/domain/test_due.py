"""What is due today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from aegoals.domain.due import DueKind, due_today
from aegoals.domain.prompt import prompt_words
from aegoals.domain.today import Ask, asks
from tests.builders import CALLS, MONDAY, a_calendar, a_goal, a_standing

MILESTONE = {"title": "Halfway", "due": MONDAY, "value": 30_000}


def due(value: int | None = 0, today: date = MONDAY, **fields: Any) -> list[tuple[DueKind, str]]:
    one = a_standing(a_goal(**fields), value, today)
    return [(found.kind, found.title) for found in due_today([one], asks([one], a_calendar(), today), today)]


def test_a_milestone_is_due_on_its_day_and_until_it_is_done() -> None:
    wanted = [(DueKind.MILESTONE, "Halfway")]
    assert due(29_999, milestones=[MILESTONE])[:1] == wanted
    assert due(29_999, MONDAY + timedelta(days=9), milestones=[MILESTONE])[:1] == wanted
    assert not due(45_000, milestones=[MILESTONE])
    assert not due(45_000, MONDAY - timedelta(days=1), milestones=[MILESTONE])


def test_open_actions_are_due_with_their_goal() -> None:
    actions = [{"title": "Call the list"}, {"title": "Write to Harbor", "done": True}]
    found = due(60_001, actions=actions, due=MONDAY, target=70_000)
    assert found[:2] == [(DueKind.GOAL, a_goal().title), (DueKind.ACTION, "Call the list")]


def test_a_goal_behind_its_line_says_what_today_needs() -> None:
    assert (DueKind.BEHIND, a_goal().title) in due(10_000)
    assert due(45_000) == []
    assert due(10_000, MONDAY - timedelta(days=1)) == []  # nothing is asked for on a Sunday


def test_a_prompt_is_never_wider_than_asked_for() -> None:
    goals = [a_goal(id=name, title=name, metric=CALLS, target=220) for name in ("Calls", "電話の目標", "Ärger", "—")]
    standings = [a_standing(goal, 7, MONDAY) for goal in goals]
    asked: list[Ask] = asks(standings, a_calendar(), MONDAY)
    for width in range(60):
        words = prompt_words(standings, asked, width)
        assert sum(2 if letter > "\u3000" else 1 for letter in words) <= width
    assert prompt_words(standings, asked, 60).startswith("calls 0/")
