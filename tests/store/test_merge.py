"""Two files that were one become one again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.store.merge import merge
from tests.store.two_machines import Machine, result_of

KEYS, NAMES = ("a", "b", "c"), ("x", "y")
ACTIONS = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(KEYS), st.sampled_from(NAMES), st.integers(0, 3) | st.none()),
    st.tuples(st.just("list"), st.sampled_from(KEYS), st.just("tags"), st.integers(0, 3)),
    st.tuples(st.just("new"), st.just(""), st.sampled_from(NAMES), st.integers(0, 3)),
    st.tuples(st.just("remove"), st.sampled_from(KEYS), st.just(""), st.none()),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(""), st.just(""), st.none()),
)
COURSES = st.lists(ACTIONS, max_size=12)


def play(machine: Machine, name: str, course: list[Any]) -> None:
    for number, (act, key, field, value) in enumerate(course):
        if act == "put":
            machine.put(key, **{field: value})
        elif act == "list":
            known = machine.tables.get("records", {}).get(key, {}).get("tags", [])
            machine.put(key, tags=[*known, value])
        elif act == "new":
            machine.put(f"{name}{number}", **{field: value})
        elif act == "remove":
            machine.remove(key)
        else:
            getattr(machine, act)()


def merged_both_ways(one: Machine, other: Machine) -> dict[str, Any]:
    here = result_of(one.tables, merge(one.tables, other.tables))
    there = result_of(other.tables, merge(other.tables, one.tables))
    assert here == there
    return here.get("records", {})


@settings(max_examples=200, deadline=None)
@given(
    start=COURSES,
    ours=COURSES,
    theirs=COURSES,
    limits=st.tuples(st.sampled_from([1, 2, 4, 1000]), st.sampled_from([1, 2, 4, 1000])),
    ahead=st.integers(-20, 20),
)
def test_both_orders_agree_and_no_record_is_lost_that_was_not_deleted(
    start: list[Any], ours: list[Any], theirs: list[Any], limits: tuple[int, int], ahead: int
) -> None:
    first = Machine(limit=limits[0])
    play(first, "start", start)
    second = first.part(ahead, limits[1])
    play(first, "ours", ours)
    play(second, "theirs", theirs)
    result = merged_both_ways(first, second)
    held = first.tables.get("records", {}).keys() | second.tables.get("records", {}).keys()
    deleted = {key for _table, key in first.deleted | second.deleted}
    assert result.keys() <= held
    assert held - result.keys() <= deleted


@settings(max_examples=100, deadline=None)
@given(start=COURSES, ours=COURSES, theirs=COURSES, ahead=st.integers(-20, 20))
def test_what_only_one_machine_changed_is_as_that_machine_left_it(
    start: list[Any], ours: list[Any], theirs: list[Any], ahead: int
) -> None:
    """With every action in the history, whatever the clocks of the two machines say."""
    # Taken back on one machine and done again on the other: the undo counts, which is a rule of its own.
    start, ours, theirs = ([one for one in course if one[0] != "redo"] for course in (start, ours, theirs))
    first = Machine()
    play(first, "start", start)
    second = first.part(ahead)
    first.touched.clear()
    play(first, "ours", ours)
    play(second, "theirs", theirs)
    result = merged_both_ways(first, second)
    for key, document in result.items():
        for name in {*NAMES, "tags"}:
            sides = [one for one in (first, second) if (key, name) in one.touched]
            if len(sides) == 1:
                kept = sides[0].tables["records"].get(key)
                assert kept is None or document.get(name) == kept.get(name)


@settings(max_examples=100, deadline=None)
@given(start=COURSES, ours=COURSES, theirs=COURSES)
def test_merging_the_same_file_again_changes_nothing(start: list[Any], ours: list[Any], theirs: list[Any]) -> None:
    first = Machine()
    play(first, "start", start)
    second = first.part()
    play(first, "ours", ours)
    play(second, "theirs", theirs)
    changes = [one.change for one in merge(first.tables, second.tables)]
    first.minutes = max(first.minutes, second.minutes)
    if news := [change for change in changes if change.before != change.after]:
        first.act(news)
    again = merge(first.tables, second.tables)
    assert [one.change for one in again if one.change.before != one.change.after] == []


@pytest.fixture
def here() -> Machine:
    machine = Machine()
    machine.put("a", x=1, y=1)
    return machine


def test_different_fields_of_one_document_come_together(here: Machine) -> None:
    there = here.part()
    here.put("a", x=2)
    there.put("a", y=2)
    assert merged_both_ways(here, there) == {"a": {"x": 2, "y": 2}}


def test_the_later_change_of_one_field_counts_and_the_other_is_set_aside(here: Machine) -> None:
    there = here.part(minutes=5)
    here.put("a", x=2)
    there.put("a", x=3)
    assert merged_both_ways(here, there) == {"a": {"x": 3, "y": 1}}
    assert [one.aside for one in merge(here.tables, there.tables)] == [{}]
    assert [one.aside for one in merge(there.tables, here.tables)] == [{"x": 2}]


def test_what_was_changed_on_one_machine_only_counts_whatever_its_clock_says(here: Machine) -> None:
    there = here.part(minutes=-10_000)
    there.put("a", x=2)
    assert merged_both_ways(here, there) == {"a": {"x": 2, "y": 1}}


def test_a_deletion_counts_against_what_was_not_touched_since(here: Machine) -> None:
    there = here.part()
    there.remove("a")
    here.put("b", x=1)
    assert merged_both_ways(here, there) == {"b": {"x": 1}}


@pytest.mark.parametrize(("minutes", "left"), [(5, {}), (-5, {"a": {"x": 2, "y": 1}})])
def test_deleted_here_and_edited_there_the_later_counts(here: Machine, minutes: int, left: object) -> None:
    there = here.part(minutes)
    here.put("a", x=2)
    there.remove("a")
    assert merged_both_ways(here, there) == left


def test_an_edit_that_gives_way_to_a_deletion_is_set_aside(here: Machine) -> None:
    there = here.part(minutes=-5)
    there.put("a", x=2)
    here.remove("a")
    assert [one.aside for one in merge(here.tables, there.tables)] == [{"x": 2, "y": 1}]


def test_what_was_taken_back_on_one_machine_is_taken_back(here: Machine) -> None:
    here.put("a", x=2)
    here.put("b", x=1)
    there = here.part(minutes=30)
    here.undo()
    here.undo()
    assert merged_both_ways(here, there) == {"a": {"x": 1, "y": 1}}


def test_what_was_taken_back_stays_so_after_the_next_action(here: Machine) -> None:
    here.put("b", x=1)
    there = here.part(minutes=30)
    here.undo()
    here.put("c", x=1)
    there.put("d", x=1)
    assert merged_both_ways(here, there) == {"a": {"x": 1, "y": 1}, "c": {"x": 1}, "d": {"x": 1}}
    here.undo()
    assert merged_both_ways(here, there) == {"a": {"x": 1, "y": 1}, "d": {"x": 1}}


def test_a_document_that_was_brought_back_stays(here: Machine) -> None:
    here.remove("a")
    there = here.part()
    here.undo()
    there.put("b", x=1)
    assert merged_both_ways(here, there) == {"a": {"x": 1, "y": 1}, "b": {"x": 1}}


def test_a_busy_machine_that_forgot_its_changes_is_not_set_back_by_an_idle_one(here: Machine) -> None:
    there = here.part()
    here.limit = 3
    here.put("a", x=2)
    for number in range(9):
        here.put("b", x=number)
    there.put("c", x=1)
    assert there.tables["history"].keys().isdisjoint(here.tables["history"])
    assert merged_both_ways(here, there)["b"] == {"x": 8}
    assert set(merged_both_ways(here, there)) == {"a", "b", "c"}


def test_a_deletion_that_the_history_forgot_is_respected_while_the_parting_is_known(here: Machine) -> None:
    here.put("b", x=1)
    there = here.part()
    there.remove("a")
    there.limit = 1
    there.tables["history"] = dict(list(there.tables["history"].items())[1:2])  # all but the parting
    here.put("c", x=1)
    assert merged_both_ways(here, there) == {"b": {"x": 1}, "c": {"x": 1}}


def test_lists_that_grew_on_both_machines_hold_both(here: Machine) -> None:
    here.put("a", tags=["old"])
    there = here.part(minutes=5)
    here.put("a", tags=["old", "here", "same"])
    there.put("a", tags=["old", "there", "same"])
    assert merged_both_ways(here, there)["a"]["tags"] == ["old", "here", "same", "there"]


def test_fields_that_belong_together_come_from_one_machine(here: Machine) -> None:
    there = here.part(minutes=5)
    here.put("a", x=2, y=2)
    there.put("a", y=3)
    bonds = {"records": (frozenset({"x", "y"}),)}
    for one, other in ((here, there), (there, here)):
        result = result_of(one.tables, merge(one.tables, other.tables, bonds))
        assert result["records"]["a"] == {"x": 1, "y": 3}


def test_parts_that_do_not_go_together_leave_the_later_document_whole(here: Machine) -> None:
    there = here.part(minutes=5)
    here.put("a", x=5)
    there.put("a", y=4)

    def fits(_table: str, document: dict[str, Any]) -> bool:
        return bool(document["x"] + document["y"] < 9)

    for one, other in ((here, there), (there, here)):
        result = result_of(one.tables, merge(one.tables, other.tables, fits=fits))
        assert result["records"]["a"] == {"x": 1, "y": 4}


def test_files_without_a_common_start_are_put_together(here: Machine) -> None:
    other = Machine(minutes=100)
    other.put("a", x=9)
    other.put("z", x=1)
    assert merged_both_ways(here, other) == {"a": {"x": 9, "y": 1}, "z": {"x": 1}}


def test_what_was_taken_back_stays_so_after_another_undo(here: Machine) -> None:
    here.put("b", x=1)
    there = here.part(minutes=30)
    for key in ("c", "d", "e"):
        here.undo()
        here.put(key, x=1)
    there.put("f", x=1)
    assert set(merged_both_ways(here, there)) == {"a", "e", "f"}


def test_a_told_change_counts_against_a_history_that_covers_its_time_and_is_silent(here: Machine) -> None:
    there = here.part(minutes=10)
    here.limit = 3
    for number in range(4):
        here.put("b", x=number)
    there.put("a", x=9)
    here.minutes += 30
    here.put("b", x=9)
    assert there.tables["history"].keys().isdisjoint(here.tables["history"])
    assert merged_both_ways(here, there)["a"] == {"x": 9, "y": 1}


def test_where_nothing_is_told_the_file_that_was_worked_in_last_counts(here: Machine) -> None:
    there = here.part(minutes=5)
    here.tables["records"]["a"] = {"x": 5, "y": 1}  # by hand, without an entry
    there.tables["records"]["a"] = {"x": 3, "y": 1}
    here.put("b", x=1)
    there.put("c", x=1)
    assert merged_both_ways(here, there)["a"] == {"x": 3, "y": 1}


def test_a_told_deletion_counts_against_a_silent_history(here: Machine) -> None:
    there = here.part(minutes=50, limit=1)
    here.remove("a")
    there.put("c", x=1)
    assert merged_both_ways(here, there) == {"c": {"x": 1}}


def test_where_nothing_tells_the_files_apart_both_orders_agree_all_the_same(here: Machine) -> None:
    there = here.part()
    here.tables["records"]["a"] = {"x": 5, "y": 1}  # by hand, without an entry
    there.tables["records"]["a"] = {"x": 3, "y": 1}
    assert merged_both_ways(here, there)["a"] == {"x": 5, "y": 1}
