"""Own kinds and templates on the desk: added, changed, deleted, taken back; the log and the goals follow."""

from __future__ import annotations

import pytest

from aegoals.domain.goal import Goal
from aegoals.domain.own_kinds import OwnKind
from aegoals.errors import NotFound, RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY, a_draft

VISIT = OwnKind(kind="plant_tour", counts_for="meeting", aliases=("on-site",))


def a_goal_of(desk: Desk, title: str) -> Goal:
    draft = a_draft(
        id=desk.drafts.new().id, kind="activity", title=title, specific=title, unit="count", target="20",
        start="2026-03-01",
    )  # fmt: skip
    return desk.goals.plan(draft)


def actual(desk: Desk, goal: Goal) -> int:
    return int(desk.goals.standing(desk.goals.get(goal.id)).actual or 0)


def test_the_log_reads_an_own_kind_from_the_moment_it_is_there(desk: Desk) -> None:
    with pytest.raises(RefusedInput):
        desk.log.understand("2 plant tours")
    desk.kinds.add(VISIT)
    assert [(one.kind, int(one.quantity)) for one in desk.log.log("2 plant tours, on-site @Globex")] == [
        ("plant_tour", 2),
        ("plant_tour", 1),
    ]
    assert [one.shown for one in desk.log.offers("3 pl")][:1] == ["plant tour"]


def test_goals_count_it_by_its_name_and_for_the_kind_it_stands_for(desk: Desk) -> None:
    meetings = a_goal_of(desk, "Meetings in March")
    desk.kinds.add(VISIT)
    visits = a_goal_of(desk, "Plant tours in March")
    records = desk.log.understand("2 plant tours, 1 meeting")
    assert [(move.standing.goal.title, int(move.after or 0)) for move in desk.goals.would_move(records)] == [
        ("Meetings in March", 3),
        ("Plant tours in March", 2),
    ]
    desk.log.add(records, "2 plant tours, 1 meeting")
    assert (actual(desk, meetings), actual(desk, visits)) == (3, 2)
    assert [goal.title for goal in desk.kinds.goals_fed("plant_tour")] == ["Meetings in March", "Plant tours in March"]
    assert desk.goals.get(meetings.id).metric.selector.kinds == ("meeting",)  # what is kept stays as it was said


def test_a_new_name_is_followed_by_records_and_goals_and_taken_back_as_one_action(desk: Desk) -> None:
    desk.kinds.add(VISIT)
    goal = a_goal_of(desk, "Plant tours in March")
    desk.log.log("2 plant tours")
    desk.kinds.change("plant_tour", VISIT.with_(kind="factory_tour"))
    assert [one.kind for one in desk.log.day(MONDAY)] == ["factory_tour"]
    assert actual(desk, goal) == 2
    desk.history.undo()
    assert [one.kind for one in desk.log.day(MONDAY)] == ["plant_tour"]
    assert [one.kind for one in desk.kinds.all()] == ["plant_tour"]
    assert actual(desk, goal) == 2


def test_a_deleted_kind_leaves_its_records_and_the_goal_that_names_it(desk: Desk) -> None:
    desk.kinds.add(VISIT)
    goal, meetings = a_goal_of(desk, "Plant tours in March"), a_goal_of(desk, "Meetings in March")
    desk.log.log("2 plant tours")
    desk.kinds.delete("plant_tour")
    assert [one.kind for one in desk.log.day(MONDAY)] == ["plant_tour"]
    assert (actual(desk, goal), actual(desk, meetings)) == (2, 0)
    with pytest.raises(RefusedInput):
        desk.log.understand("2 plant tours")
    assert desk.history.undo().title == "Kind: plant tour"
    assert (actual(desk, goal), actual(desk, meetings)) == (2, 2)


def test_a_line_without_a_kind_offers_it_too(desk: Desk) -> None:
    desk.kinds.add(VISIT)
    desk.kinds.add(OwnKind(kind="call", aliases=("dings",)))
    (doubt,) = desk.log.read("5").doubts
    kinds = [reading.records[0].kind for reading in doubt.readings]
    assert kinds == ["call", "email", "meeting", "demo", "plant_tour", "other"]
    assert "5 × plant tour" in [reading.label for reading in doubt.readings]
    assert [one.kind for one in desk.log.log("5", picks=[4])] == ["plant_tour"]


def test_two_kinds_share_no_name_and_no_word(desk: Desk) -> None:
    desk.kinds.add(VISIT)
    with pytest.raises(RefusedInput, match="There is a kind “plant tour” already"):
        desk.kinds.add(OwnKind(kind="plant_tour"))
    with pytest.raises(RefusedInput, match=r"“on-site” is a word of the kind “plant tour”"):
        desk.kinds.add(OwnKind(kind="workshop", aliases=("on-site",)))
    with pytest.raises(NotFound):
        desk.kinds.change("workshop", OwnKind(kind="workshop"))
    assert desk.kinds.all() == (VISIT,)


def test_templates_have_the_number_keys_in_order(desk: Desk) -> None:
    desk.templates.save(None, "10 calls", "Morning")
    desk.templates.save(None, "demo @…")
    assert desk.templates.get(1).title == "Morning"
    desk.templates.save(1, "12 calls", "Morning")
    assert [one.line for one in desk.templates.all()] == ["12 calls", "demo @…"]
    desk.templates.delete(1)
    assert [one.line for one in desk.templates.all()] == ["demo @…"]
    assert desk.history.undo().title == "Template: Morning"
    assert len(desk.templates.all()) == 2
    with pytest.raises(NotFound, match="key 3 has no template"):
        desk.templates.get(3)


def test_there_are_no_more_templates_than_keys(desk: Desk) -> None:
    for count in range(9):
        desk.templates.save(None, f"{count + 1} calls")
    with pytest.raises(RefusedInput, match="9 templates already"):
        desk.templates.save(None, "10 calls")
