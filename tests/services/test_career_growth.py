"""Ratings, evidence, paths, talks and the role, as the AE's verbs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from aegoals.domain.career import ProofKind
from aegoals.domain.profile import Role
from aegoals.errors import NotFound, RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY, WallCalendar
from tests.services.scenes import plan

TUESDAY = date(2026, 3, 3)


def test_ratings_are_kept_and_the_first_counts_for_the_bar(desk: Desk, leaf: WallCalendar) -> None:
    skill = desk.career.save_skill(title="Negotiation", level=1, wanted=4)
    aspiration = desk.career.save_aspiration(title="Lead a team")
    desk.career.paths.add_skill(aspiration.id, skill.id)
    assert desk.career.paths.get(aspiration.id).share == 0
    leaf.day = TUESDAY
    rated = desk.career.rate(skill.id, 3, "led the Globex talks")
    assert [(one.day, one.level, one.note) for one in rated.history] == [
        (MONDAY, 1, ""),
        (TUESDAY, 3, "led the Globex talks"),
    ]
    assert desk.career.paths.get(aspiration.id).share == Decimal(2) / 3
    assert desk.career.forget_rating(skill.id, 1).level == 1
    desk.history.undo()
    assert desk.career.skills.get(skill.id) == rated


def test_evidence_outlives_its_source_with_a_plain_note(desk: Desk) -> None:
    (deal,) = desk.log.log("won 5000 @Globex")
    skill = desk.career.save_skill(title="Negotiation", level=1)
    desk.career.attach(skill.id, ProofKind.DEAL, deal.id)
    ((_proof, source),) = desk.career.evidence.shown(desk.career.skills.get(skill.id))
    assert "@Globex" in source.words
    with pytest.raises(RefusedInput, match="attached already"):
        desk.career.attach(skill.id, ProofKind.DEAL, deal.id)
    desk.log.delete([deal.id])
    ((proof, source),) = desk.career.evidence.shown(desk.career.skills.get(skill.id))
    assert source.is_gone
    assert source.words == "a won deal that was deleted since"
    assert "Globex" not in str(desk.career.skills.get(skill.id).document())
    assert desk.career.detach(skill.id, proof).proofs == ()


def test_deals_trainings_and_notes_are_offered_the_latest_first(desk: Desk) -> None:
    desk.log.log("won 5000 @Globex", MONDAY - timedelta(days=900))
    desk.log.log("2 calls (asked about the frame contract)", MONDAY - timedelta(days=3))
    desk.log.log("2 calls (asked long ago)", MONDAY - timedelta(days=900))
    desk.log.log("3 calls")
    training = desk.career.save_training(title="Course", hours_planned=Decimal(8), hours_done=Decimal(8))
    skill = desk.career.save_skill(title="Negotiation", level=1)
    offered = desk.career.evidence.offered(skill)
    assert [one.kind for one in offered] == [ProofKind.TRAINING, ProofKind.NOTE, ProofKind.DEAL]
    desk.career.rate(skill.id, 2, proof=(ProofKind.TRAINING, training.id))
    assert len(desk.career.evidence.offered(desk.career.skills.get(skill.id))) == 2
    assert desk.career.evidence.find(skill, offered[2].ref[-6:]) == offered[2]
    with pytest.raises(NotFound):
        desk.career.evidence.find(skill, "nowhere")


def test_goals_follow_the_new_name_of_the_aspiration_that_they_serve(desk: Desk) -> None:
    aspiration = desk.career.save_aspiration(title="Lead a team")
    mine = plan(desk, title="Hours", kind="career", unit="hours", target="40", serves="Lead a team")
    other = plan(desk, title="Revenue", serves="Lead a team")
    renamed = desk.career.save_aspiration(aspiration.id, title="Lead two teams")
    assert [one.id for one in desk.career.paths.goals_for(renamed)] == [mine.id]
    assert desk.goals.get(other.id).serves == "Lead a team"
    desk.history.undo()
    assert desk.goals.get(mine.id).serves == "Lead a team"


def test_a_development_goal_begins_with_what_it_is_for(desk: Desk) -> None:
    aspiration = desk.career.save_aspiration(title="Lead a team", why="I like teaching")
    skill = desk.career.save_skill(title="Negotiation", level=1, wanted=4)
    desk.career.paths.add_skill(aspiration.id, skill.id)
    draft = desk.career.paths.draft_for(aspiration)
    assert (draft.kind, draft.serves, draft.why) == ("career", "Lead a team", "I like teaching")
    draft = desk.career.paths.draft_for_skill(skill)
    assert (draft.kind, draft.serves, draft.specific) == ("career", "Lead a team", "Negotiation: from level 1 to 4")


def test_experiences_are_named_ticked_and_dropped(desk: Desk) -> None:
    key = desk.career.save_aspiration(title="Lead a team").id
    (one,) = desk.career.paths.save_experience(key, "Lead a bid").experiences
    (renamed,) = desk.career.paths.save_experience(key, "Lead two bids", one).experiences
    (done,) = desk.career.paths.tick(key, renamed).experiences
    assert (done.title, done.done_on) == ("Lead two bids", MONDAY)
    with pytest.raises(NotFound):
        desk.career.paths.tick(key, renamed)
    assert desk.career.paths.get(key).share == 1
    assert desk.career.paths.drop_experience(key, done).experiences == ()
    assert desk.career.paths.reach(key).reached_on == MONDAY
    assert desk.career.paths.reach(key).reached_on is None


def test_what_was_agreed_is_due_on_its_day_and_ticked(desk: Desk, leaf: WallCalendar) -> None:
    talk = desk.career.talks.save(person="Dana", questions="Who renews?")
    talk = desk.career.talks.agree(talk.id, title="Shadow two calls", due=TUESDAY)
    talk = desk.career.talks.agree(talk.id, title="Book the course", who="Dana")
    assert desk.career.talks.due() == []
    leaf.day = TUESDAY
    (promise,) = desk.career.talks.due()
    assert desk.career.talks.promise(promise.key) == promise
    desk.career.talks.tick(talk.id, promise.agreed)
    assert desk.career.talks.due() == []
    assert [one.agreed.title for one in desk.career.talks.open()] == ["Book the course"]
    changed = desk.career.talks.agree(talk.id, talk.agreed[1], due=MONDAY)
    desk.career.talks.drop(talk.id, changed.agreed[0])
    with pytest.raises(NotFound):
        desk.career.talks.promise(f"{talk.id}.7")
    with pytest.raises(NotFound):
        desk.career.talks.tick(talk.id, promise.agreed)


def test_the_role_is_dated_by_its_first_words_and_confirmed_a_year_later(desk: Desk, leaf: WallCalendar) -> None:
    role = desk.career.role
    assert not role.is_written
    assert not role.is_to_confirm
    card = role.save(Role.ACCOUNTS, marketing="leads", sdrs="first calls")
    assert desk.profile.get().role is Role.ACCOUNTS
    assert card.confirmed_on == MONDAY
    (one,) = role.ask("Who renews?").unclear
    assert role.clear(one).questions == ()
    role.drop_unclear(role.get().unclear[0])
    (expected,) = role.expect(title="Ten customers", agreed_on=MONDAY, person="Dana").expected
    role.expect(expected, title="Twelve customers")
    assert role.get().expected[0].title == "Twelve customers"
    leaf.day = date(2027, 3, 2)
    assert role.is_to_confirm
    role.confirm()
    assert not role.is_to_confirm
    role.drop_expectation(role.get().expected[0])
    with pytest.raises(NotFound):
        role.drop_expectation(expected)


def test_the_timeline_knows_every_table(desk: Desk) -> None:
    desk.career.save_skill(title="Negotiation", level=1)
    desk.career.talks.save(person="Dana")
    assert {one.title for one in desk.career.story.all()} == {"Negotiation", "Dana"}
