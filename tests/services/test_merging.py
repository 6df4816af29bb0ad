"""What two machines did apart comes together in goals and records that the program can read."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.goal import Goal, GoalState, Outcome
from aegoals.services import Desk
from aegoals.services.keeping_words import step_words
from tests.builders import WallCalendar, a_desk
from tests.services.scenes import plan


@pytest.fixture
def here(data_file: Path, leaf: WallCalendar) -> Desk:
    return a_desk(data_file, leaf)


@pytest.fixture
def goal(here: Desk) -> Goal:
    here.profile.change(welcomed=True)
    return plan(here)


@pytest.fixture
def there(goal: Goal, here: Desk, data_file: Path) -> Desk:
    """Part, and let the other machine's clock be a day ahead: its changes are the later ones."""
    other = data_file.with_name("aegoals-LAPTOP.json")
    shutil.copy(data_file, other)
    return a_desk(other, WallCalendar(date(2026, 3, 3)))


def _file(desk: Desk) -> Path:
    return desk.files()[0].path


def _merged(here: Desk, there: Desk, goal: Goal) -> Goal:
    """Merge both ways; both machines must come to the same goal."""
    kept = _file(here).with_name("kept.json")
    shutil.copy(_file(here), kept)
    copy = _file(there).with_name("copy.json")
    shutil.copy(_file(there), copy)
    here.merging.merge(copy)
    there.merging.merge(kept)
    assert here.goals.get(goal.id) == there.goals.get(goal.id)
    return here.goals.get(goal.id)


def test_adjustments_of_both_machines_stay_visible(here: Desk, there: Desk, goal: Goal) -> None:
    here.goals.adjust(goal.id, "territory cut", target=Decimal(50_000))
    there.goals.adjust(goal.id, "more time", due=date(2026, 4, 30))
    merged = _merged(here, there, goal)
    assert (merged.target, merged.due) == (Decimal(50_000), date(2026, 4, 30))
    assert [one.reason for one in merged.revisions] == ["territory cut", "more time"]


def test_a_goal_is_closed_or_paused_and_never_half_of_each(here: Desk, there: Desk, goal: Goal) -> None:
    here.goals.close(goal.id, Outcome.DROPPED)
    there.goals.pause(goal.id)
    merged = _merged(here, there, goal)
    assert (merged.state, merged.closing) == (GoalState.PAUSED, None)


def test_dates_that_do_not_go_together_come_from_one_machine(here: Desk, there: Desk, goal: Goal) -> None:
    here.goals.adjust(goal.id, "later", start=date(2026, 3, 20))
    there.goals.adjust(goal.id, "sooner", due=date(2026, 3, 10))
    merged = _merged(here, there, goal)
    assert (merged.start, merged.due) == (goal.start, date(2026, 3, 10))


def test_records_of_both_machines_feed_the_goal(here: Desk, there: Desk, goal: Goal) -> None:
    here.log.log("deal won 1k USD")
    there.log.log("deal won 2k USD")
    _merged(here, there, goal)
    assert here.goals.standing(goal, date(2026, 3, 3)).actual == 3_000
    assert there.goals.standing(goal, date(2026, 3, 3)).actual == 3_000


def test_settings_come_together(here: Desk, there: Desk, goal: Goal) -> None:
    here.profile.change(name="Ada")
    there.profile.change(currency="SEK")
    _merged(here, there, goal)
    assert (here.profile.get().name, here.profile.get().currency) == ("Ada", "SEK")


def test_the_plan_names_what_gives_way(here: Desk, there: Desk, goal: Goal, leaf: WallCalendar) -> None:
    there.goals.adjust(goal.id, "there", target=Decimal(70_000))
    leaf.day += timedelta(days=5)
    here.goals.adjust(goal.id, "here", target=Decimal(50_000))
    (conflict,) = here.merging.plan(_file(there)).conflicts
    assert (conflict.field, conflict.kept, conflict.gave_way) == ("target", "50000", "70000")


def test_what_gave_way_stands_in_the_history_of_the_goal(
    here: Desk, there: Desk, goal: Goal, leaf: WallCalendar
) -> None:
    there.goals.adjust(goal.id, "there", target=Decimal(70_000))
    leaf.day += timedelta(days=5)
    here.goals.adjust(goal.id, "here", target=Decimal(50_000))
    here.merging.merge(_file(there))
    last = here.changes.of_goal(goal.id)[-1]
    assert last.gave_way == (("target", "70000"),)
    assert step_words(last, leaf.day, "en_US") == (
        "changed on March 3, from aegoals-LAPTOP.json; of that file gave way: target $70,000: there"
    )


def test_a_conflict_copy_is_found_and_put_away(here: Desk, there: Desk) -> None:
    there.log.log("3 calls")
    assert [copy.path for copy in here.merging.copies()] == [_file(there)]
    done = here.merging.merge(_file(there))
    assert done.put_away is not None
    assert here.merging.copies() == []


def test_a_damaged_document_is_taken_as_it_is(here: Desk, there: Desk) -> None:
    with there._context.transaction("hand", "by hand") as transaction:
        transaction.put("records", "bad", {"id": "bad", "kind": 5})
    here.merging.merge(_file(there))
    assert [key for _table, key, _reason in here.damaged()] == ["bad"]


# --- quotas that came again on both machines


def _quota(desk: Desk) -> Goal:
    fields = {"title": "Calls", "kind": "activity", "unit": "count", "target": "40", "repeats": "month"}
    return plan(desk, **fields, start="2026-03-01", due="2026-03-31")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 40), max_size=5), st.lists(st.integers(1, 40), max_size=5))
def test_a_quota_that_rolled_over_on_both_machines_has_each_period_once(mine: list[int], yours: list[int]) -> None:
    """However often, and on whatever days, each machine was opened while they were apart."""
    with tempfile.TemporaryDirectory() as folder:
        file, other = Path(folder) / "aegoals.json", Path(folder) / "laptop.json"
        walls = [WallCalendar(), WallCalendar()]
        here = a_desk(file, walls[0])
        quota = _quota(here)
        shutil.copy(file, other)
        there = a_desk(other, walls[1])
        for desk, wall, waits in ((here, walls[0], mine), (there, walls[1], yours)):
            for days in waits:
                wall.day += timedelta(days=days)
                desk.log.log("3 calls")
                desk.upkeep.run()
        walls[0].day = walls[1].day = max(wall.day for wall in walls)
        _merged(here, there, quota)
        here.upkeep.run()
        there.upkeep.run()
        starts = [goal.start for goal in here.goals.all()]
        assert len(starts) == len(set(starts))
        assert sum(goal.is_open for goal in here.goals.all()) == 1
        assert {goal.id for goal in here.goals.all()} == {goal.id for goal in there.goals.all()}


def test_what_was_changed_in_the_new_period_on_each_machine_comes_together(
    here: Desk, leaf: WallCalendar, data_file: Path
) -> None:
    quota = _quota(here)
    other = data_file.with_name("aegoals-LAPTOP.json")
    shutil.copy(data_file, other)
    there = a_desk(other, WallCalendar(date(2026, 4, 2)))
    leaf.day = date(2026, 4, 1)
    (mine,), (yours,) = here.upkeep.run().begun, there.upkeep.run().begun
    assert mine.id == yours.id
    here.goals.adjust(mine.id, "a new phone", target=Decimal(50))
    there.goals.close(quota.id, Outcome.ACHIEVED, "Mornings work")
    _merged(here, there, quota)
    closed = here.goals.get(quota.id).closing
    assert here.goals.get(mine.id).target == 50
    assert closed is not None
    assert closed.reason == "Mornings work"
    assert here.goals.to_tell() == []
