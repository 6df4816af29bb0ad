"""Two desks on one file: the program and the shell at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.goal import GoalState
from aegoals.domain.goal_entry import draft_of
from aegoals.errors import NotFound
from aegoals.services import Desk
from tests.builders import MONDAY, WallCalendar, a_desk
from tests.services.scenes import actual, plan, plan_check_ins


@pytest.fixture
def program(data_file: Path, leaf: WallCalendar) -> Desk:
    return a_desk(data_file, leaf)


@pytest.fixture
def shell(data_file: Path, leaf: WallCalendar) -> Desk:
    return a_desk(data_file, leaf)


def test_what_the_shell_logs_is_in_the_program_after_a_refresh(program: Desk, shell: Desk) -> None:
    goal = plan(program)
    assert actual(program, goal) == 0
    told: list[frozenset[str]] = []
    program.subscribe(told.append)
    shell.log.log("deal won 5k USD @Globex")
    assert program.refresh()
    assert actual(program, goal) == 5_000
    assert any("records" in tables for tables in told)
    assert program.log.known().accounts == ("Globex",)
    assert not program.refresh()


def test_both_log_without_a_refresh_and_nothing_is_lost(program: Desk, shell: Desk) -> None:
    goal = plan(program)
    for desk in (program, shell, program, shell):
        actual(desk, goal)
        desk.log.log("deal won 1k USD")
    assert actual(shell, goal) == 4_000
    program.refresh()
    assert actual(program, goal) == 4_000
    assert len(program.log.day(MONDAY)) == 4


def test_a_stale_page_changes_one_thing_and_keeps_the_others_change(program: Desk, shell: Desk) -> None:
    goal = plan(program, milestones="2026-03-10 signed")
    shell.goals.adjust(goal.id, "territory cut", target=Decimal(50_000))
    program.goals.pause(goal.id)
    shell.goals.archive(goal.id)
    program.goals.tick(goal.id, goal.milestones[0])
    kept = program.goals.get(goal.id)
    assert kept.target == 50_000
    assert [one.reason for one in kept.revisions] == ["territory cut"]
    assert kept.state is GoalState.PAUSED
    assert kept.archived
    assert kept.milestones[0].done_on == MONDAY


def test_a_goal_is_closed_with_what_the_shell_logged_meanwhile(program: Desk, shell: Desk) -> None:
    goal = plan(program)
    program.log.log("deal won 1k USD")
    assert actual(program, goal) == 1_000
    shell.log.log("deal won 2k USD")
    closed = program.goals.close(goal.id)
    assert closed.closing is not None
    assert closed.closing.actual == 3_000


def test_edits_of_different_fields_of_one_record_both_stay(program: Desk, shell: Desk) -> None:
    (call,) = program.log.log("3 calls @Globex")
    shell.log.edit(call.id, note="met the new CFO")
    edited = program.log.edit(call.id, quantity=Decimal(4))
    assert (edited.quantity, edited.note) == (Decimal(4), "met the new CFO")


def test_hours_trained_at_both_desks_add_up(program: Desk, shell: Desk) -> None:
    training = program.career.save_training(title="Course", hours_planned=Decimal(8), hours_done=Decimal(0))
    shell.career.train(training.id, Decimal(1))
    assert program.career.train(training.id, Decimal(2)).hours_done == 3
    shell.career.save_training(training.id, note="online")
    assert program.career.save_training(training.id, skill="x").note == "online"


def test_settings_of_both_desks_stay(program: Desk, shell: Desk) -> None:
    program.profile.change(currency="SEK")
    shell.profile.add_days_off(MONDAY, MONDAY)
    program.profile.add_days_off(date(2026, 7, 1), date(2026, 7, 31))
    shell.profile.change(name="Ada")
    program.profile.change_calendar(work_days=(1, 2, 3, 4))
    profile = program.profile.get()
    assert (profile.currency, profile.name, profile.calendar.work_days) == ("SEK", "Ada", (1, 2, 3, 4))
    assert len(profile.calendar.days_off) == 2


def test_a_goal_that_the_shell_deleted_is_not_brought_back_by_a_stale_page(program: Desk, shell: Desk) -> None:
    goal = plan(program)
    draft = draft_of(goal, "draft-9").with_(target="50k")
    shell.goals.delete(goal.id)
    with pytest.raises(NotFound):
        program.goals.pause(goal.id)
    with pytest.raises(NotFound):
        program.goals.rewrite(draft, "territory cut")
    with pytest.raises(NotFound):
        program.goals.adjust(goal.id, "territory cut", target=Decimal(1))
    program.refresh()
    assert program.goals.all() == []


def test_check_ins_of_the_shell_go_with_the_goal(program: Desk, shell: Desk) -> None:
    goal = plan_check_ins(program)
    program.log.check_in(goal, Decimal(1))
    shell.log.check_in(goal, Decimal(2))
    program.goals.delete(goal.id)
    shell.refresh()
    assert shell.log.day(MONDAY) == []


def test_what_one_desk_did_is_undone_at_the_other(program: Desk, shell: Desk) -> None:
    goal = plan(program)
    shell.goals.pause(goal.id)
    program.refresh()
    assert program.history.undo().verb == "pause"
    shell.refresh()
    assert shell.goals.get(goal.id).state is GoalState.ACTIVE
    assert shell.history.redo().verb == "pause"


def test_everything_is_there_after_a_restart(program: Desk, data_file: Path, leaf: WallCalendar) -> None:
    goal = plan(program, milestones="2026-03-10 signed")
    program.log.log("deal won 5k USD @Globex, 3 calls")
    program.goals.adjust(goal.id, "territory cut", target=Decimal(50_000))
    again = a_desk(data_file, leaf)
    assert again.goals.all() == program.goals.all()
    assert again.log.day(MONDAY) == program.log.day(MONDAY)
    assert again.goals.standings() == program.goals.standings()
    assert [entry.verb for entry in again.history.entries()] == ["plan", "log", "adjust"]
