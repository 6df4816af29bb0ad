"""Templates of goals: dates are counted from the day of use, and own ones are kept like everything else."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.goal import GoalKind
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from tests.builders import WallCalendar, a_draft


def test_there_is_a_template_for_every_type_of_goal_and_each_becomes_a_goal(desk: Desk) -> None:
    templates = desk.goal_templates.built_in()
    assert {one.answers.kind for one in templates} == set(GoalKind)
    for template in templates:
        draft = desk.goal_templates.draft(template, desk.drafts.new().id)
        baseline = "45" if template.answers.kind == "sales_cycle" else draft.baseline
        goal = desk.goals.plan(draft.with_(target=draft.target or "60000", baseline=baseline))
        assert goal.due > goal.start
        assert len(desk.splits.parts(goal)) > 1 or not template.answers.split


@pytest.mark.parametrize(
    ("start", "due", "runs", "again"),
    [
        ("2026-01-01", "2026-03-31", "quarter", ("2026-04-01", "2026-06-30")),
        ("2026-03-01", "2026-03-31", "month", ("2026-05-01", "2026-05-31")),
        ("2026-01-01", "2026-12-31", "year", ("2026-01-01", "2026-12-31")),
        ("2026-03-02", "2026-12-31", "rest of year", ("2026-05-20", "2026-12-31")),
        ("2026-03-02", "2026-03-31", "rest of month", ("2026-05-20", "2026-05-31")),
        ("2026-03-02", "2026-09-01", "6 months", ("2026-05-20", "2026-11-19")),
        ("2026-03-03", "2026-03-19", "17 days", ("2026-05-20", "2026-06-05")),
        ("2026-03-03", "", "", ("", "")),
        ("2026-03-03", "2026-03-01", "", ("", "")),
    ],
)
def test_an_own_template_runs_as_long_from_the_day_of_use(
    desk: Desk, leaf: WallCalendar, start: str, due: str, runs: str, again: tuple[str, str]
) -> None:
    template = desk.goal_templates.save(a_draft(start=start, due=due), "Each time")
    assert template.runs == runs
    leaf.day = date(2026, 5, 20)
    draft = desk.goal_templates.draft(desk.goal_templates.own()[0], "draft-9")
    assert (draft.start, draft.due) == again


def test_everything_but_the_dates_stays_and_milestones_move_along(desk: Desk, leaf: WallCalendar) -> None:
    draft = a_draft(
        why="It pays",
        actions="Call\nWrite",
        split="months",
        weights="1 2 3",
        sentence="Sell",
        milestones="2026-01-31 5k a first\n2026-02-28 second\nno milestone yet",
    )
    template = desk.goal_templates.save(draft, "Each quarter")
    leaf.day = date(2026, 8, 3)
    again = desk.goal_templates.draft(template, "draft-9")
    kept = {"id": "draft-9", "sentence": "", "start": "2026-07-01", "due": "2026-09-30"}
    assert again == draft.with_(**kept, milestones="2026-07-31 5k a first\n2026-08-28 second")


def test_a_template_of_the_same_name_is_replaced(desk: Desk) -> None:
    desk.goal_templates.save(a_draft(), "Each quarter")
    desk.goal_templates.save(a_draft(target="70k"), " each QUARTER ")
    (only,) = desk.goal_templates.own()
    assert only.answers.target == "70k"


@pytest.mark.parametrize(("answers", "name", "words"), [({"kind": ""}, "x", "needs a type"), ({}, "  ", "empty")])
def test_a_template_needs_a_type_and_a_name(desk: Desk, answers: dict[str, str], name: str, words: str) -> None:
    with pytest.raises(RefusedInput, match=words):
        desk.goal_templates.save(a_draft(**answers), name)
    assert desk.goal_templates.own() == []
