"""Aspirations, skills and training."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.services import Desk
from tests.builders import MONDAY, WallCalendar
from tests.services.scenes import actual, plan

TUESDAY = date(2026, 3, 3)


def test_what_was_saved_is_on_its_shelf(desk: Desk) -> None:
    aspiration = desk.career.save_aspiration(title="Lead a team", horizon=2029, why="I like teaching")
    skill = desk.career.save_skill(title="Negotiation", level=2, wanted=4)
    assert desk.career.aspirations.all() == [aspiration]
    assert desk.career.skills.all() == [skill]


def test_a_level_is_dated_when_it_changes_and_only_then(desk: Desk, leaf: WallCalendar) -> None:
    skill = desk.career.save_skill(title="Negotiation", level=2)
    assert skill.rated_on == MONDAY
    leaf.day = TUESDAY
    assert desk.career.save_skill(skill.id, evidence="led the Globex talks").rated_on == MONDAY
    assert desk.career.save_skill(skill.id, level=2).rated_on == MONDAY
    assert desk.career.save_skill(skill.id, level=3).rated_on == TUESDAY


def test_trained_hours_count_for_the_training_the_log_and_the_goal(desk: Desk) -> None:
    goal = plan(desk, title="Hours of training", kind="career", unit="hours", target="40")
    training = desk.career.save_training(title="Course", hours_planned=Decimal(16), hours_done=Decimal(2))
    assert desk.career.train(training.id, Decimal("1.5")).hours_done == Decimal("3.5")
    assert desk.career.train(training.id, Decimal("0.75")).hours_done == Decimal("4.25")
    records = desk.log.day(MONDAY)
    assert [(one.kind, one.minutes, one.note) for one in records] == [
        ("training", 90, "Course"),
        ("training", 45, "Course"),
    ]
    assert actual(desk, goal) == Decimal("2.25")


def test_a_third_of_an_hour_is_twenty_minutes(desk: Desk) -> None:
    training = desk.career.save_training(title="Course", hours_planned=Decimal(16), hours_done=Decimal(0))
    desk.career.train(training.id, Decimal("0.333"))
    assert [one.minutes for one in desk.log.day(MONDAY)] == [20]


def test_undoing_a_training_takes_the_hours_and_the_record(desk: Desk) -> None:
    training = desk.career.save_training(title="Course", hours_planned=Decimal(16), hours_done=Decimal(0))
    desk.career.train(training.id, Decimal(1))
    desk.history.undo()
    assert desk.career.trainings.get(training.id).hours_done == 0
    assert desk.log.day(MONDAY) == []


def test_deleting_takes_one_and_leaves_its_neighbours(desk: Desk) -> None:
    first, second = desk.career.save_aspiration(title="One"), desk.career.save_aspiration(title="Two")
    desk.career.delete(first)
    assert desk.career.aspirations.all() == [second]
