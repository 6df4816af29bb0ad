"""The change history of one goal or record."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.errors import NotFound, RefusedInput
from aegoals.services import Desk
from aegoals.services.keeping_changes import FieldStep
from aegoals.services.keeping_words import step_words
from aegoals.store.tiny_store import TinyStore
from tests.builders import MONDAY, WallCalendar, a_desk
from tests.services.scenes import plan


def _words(desk: Desk, goal: str, today: date = MONDAY) -> list[str]:
    return [step_words(step, today, "en_US") for step in desk.changes.of_goal(goal)]


def test_an_adjustment_is_told_with_its_reason(desk: Desk, leaf: WallCalendar) -> None:
    goal = plan(desk)
    leaf.day += timedelta(days=1)
    desk.goals.adjust(goal.id, "territory grew", target=Decimal(66_000), due=date(2026, 4, 30))
    assert _words(desk, goal.id) == [
        "added on March 2",
        "target $60,000 → $66,000, due date Mar 31, 2026 → Apr 30, 2026 on March 3: territory grew",
    ]


def test_the_life_of_a_goal_is_told(desk: Desk) -> None:
    goal = plan(desk, milestones="2026-03-10 signed")
    desk.goals.pause(goal.id)
    desk.goals.resume(goal.id)
    desk.goals.tick(goal.id, goal.milestones[0])
    desk.goals.close(goal.id, reason="reorganised")
    desk.goals.delete(goal.id)
    assert _words(desk, goal.id) == [
        "added on March 2",
        "state active → paused on March 2",
        "state paused → active on March 2",
        "milestones changed on March 2",
        "state active → closed on March 2: reorganised",
        "deleted on March 2",
    ]


def test_what_was_taken_back_is_marked(desk: Desk) -> None:
    goal = plan(desk)
    desk.goals.adjust(goal.id, "a slip", target=Decimal(6_000))
    desk.history.undo()
    assert _words(desk, goal.id)[-1] == "target $60,000 → $6,000 on March 2: a slip (taken back)"


def test_a_step_of_another_year_names_the_year(desk: Desk) -> None:
    goal = plan(desk)
    assert _words(desk, goal.id, date(2027, 1, 5)) == ["added on March 2, 2026"]


def test_revisions_speak_where_the_history_has_forgotten(data_file: Path, leaf: WallCalendar) -> None:
    desk = a_desk(TinyStore(data_file, clock=leaf.now, history_limit=2), leaf)
    goal = plan(desk)
    for target in (61_000, 62_000, 63_000, 64_000):
        desk.goals.adjust(goal.id, f"reason {target}", target=Decimal(target))
    assert _words(desk, goal.id) == [
        f"target ${before:,} → ${before + 1000:,} on March 2: reason {before + 1000}"
        for before in (60_000, 61_000, 62_000, 63_000)
    ]


def test_a_record_is_told_by_its_fields(desk: Desk) -> None:
    (record,) = desk.log.log("deal won 5k USD @Globex")
    desk.log.edit(record.id, amount=Decimal(6_000), note="signed")
    _added, edited = desk.changes.of_record(record.id)
    assert set(edited.fields) == {FieldStep("amount", "5000", "6000"), FieldStep("note", None, "signed")}
    assert step_words(edited, MONDAY, "en_US") == "amount $5,000 → $6,000, note – → signed on March 2"


def test_a_goal_is_found_by_title_or_the_end_of_its_id_also_when_it_is_gone(desk: Desk) -> None:
    goal = plan(desk)
    assert _words(desk, goal.title) == _words(desk, goal.id) == _words(desk, goal.id[-8:])
    desk.goals.delete(goal.id)
    assert _words(desk, goal.id[-8:])[-1] == "deleted on March 2"


def test_an_unknown_id_and_one_that_names_several_are_refused(desk: Desk) -> None:
    records = desk.log.log("1 call, 1 demo")
    with pytest.raises(NotFound):
        desk.changes.of_record("nothing-like-it")
    with pytest.raises(NotFound):
        desk.changes.of_goal(records[0].id)
    with pytest.raises(RefusedInput, match="several"):
        desk.changes.of_record(records[0].id[:8])


def test_other_documents_have_a_history_too(desk: Desk) -> None:
    skill = desk.career.save_skill(title="Negotiation")
    desk.career.save_skill(skill.id, level=2)
    assert [step.state for step in desk.changes.of("skills", skill.id)] == ["added", "changed"]


def test_a_step_tells_in_the_locale_of_the_ae(desk: Desk) -> None:
    goal = plan(desk)
    desk.goals.adjust(goal.id, "mer", target=Decimal(66_000))
    told = step_words(desk.changes.of_goal(goal.id)[-1], MONDAY, "sv_SE").replace("\u00a0", " ")
    assert "66 000" in told
    assert "on 2 March" in told
