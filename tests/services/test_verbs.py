"""Every verb is one action, undone and done again to the letter; refused, it changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.career import Aspiration, ProofKind, Skill, Training
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal, Outcome
from aegoals.domain.goal_entry import draft_of
from aegoals.domain.profile import Role
from aegoals.domain.record import LogRecord
from aegoals.domain.stretches import PartTime, RampUp
from aegoals.errors import AegoalsError, RefusedInput
from aegoals.services import Desk
from aegoals.store.protocol import Store
from tests.builders import MONDAY, WallCalendar, a_draft
from tests.services.scenes import everything, plan, plan_check_ins


@dataclass(frozen=True)
class Scene:
    """A desk in use: goals in every state, a draft, a log, a career."""

    desk: Desk
    revenue: Goal
    paused: Goal
    closed: Goal
    stories: Goal
    draft: GoalDraft
    call: LogRecord
    deal: LogRecord
    aspiration: Aspiration
    skill: Skill
    training: Training


@pytest.fixture
def scene(desk: Desk) -> Scene:
    desk.profile.change(currency="USD", rates={"EUR": Decimal("1.1")})
    desk.profile.add_days_off(date(2026, 3, 9), date(2026, 3, 10), "skiing")
    desk.goal_templates.save(a_draft(id="draft-3"), "Every month")
    revenue = plan(desk, milestones="2026-03-20 30000 half\n2026-03-25 signed", actions="Call")
    paused = desk.goals.pause(plan(desk, title="Paused").id)
    closed = desk.goals.close(plan(desk, title="Closed").id)
    stories = plan_check_ins(desk)
    desk.log.check_in(stories, Decimal(3))
    call, deal = desk.log.log("3 calls, deal won 5000 USD @Globex")
    return Scene(
        desk=desk,
        revenue=revenue,
        paused=paused,
        closed=closed,
        stories=stories,
        draft=desk.drafts.save(a_draft(id="draft-2", title="Next quarter")),
        call=call,
        deal=deal,
        aspiration=desk.career.save_aspiration(title="Lead a team"),
        skill=desk.career.save_skill(title="Negotiation", level=2),
        training=desk.career.save_training(title="Course", hours_planned=Decimal(16), hours_done=Decimal(0)),
    )


Act = Callable[[Scene], object]

VERBS: dict[str, tuple[str, Act]] = {
    "plan": ("plan", lambda s: s.desk.goals.plan(s.draft)),
    "adjust": (
        "adjust",
        lambda s: s.desk.goals.adjust(s.revenue.id, "territory cut", target=Decimal(50_000)),
    ),
    "rewrite": (
        "adjust",
        lambda s: s.desk.goals.rewrite(draft_of(s.revenue, s.draft.id).with_(target="50k"), "territory cut"),
    ),
    "pause": ("pause", lambda s: s.desk.goals.pause(s.revenue.id)),
    "resume": ("resume", lambda s: s.desk.goals.resume(s.paused.id)),
    "close": ("close", lambda s: s.desk.goals.close(s.revenue.id, Outcome.DROPPED, "product discontinued")),
    "reopen": ("reopen", lambda s: s.desk.goals.reopen(s.closed.id)),
    "archive": ("archive", lambda s: s.desk.goals.archive(s.closed.id)),
    "tick": ("tick", lambda s: s.desk.goals.tick(s.revenue.id, s.revenue.milestones[1])),
    "delete goal": ("delete", lambda s: s.desk.goals.delete(s.stories.id)),
    "check in": ("check_in", lambda s: s.desk.log.check_in(s.stories, Decimal(4))),
    "log": ("log", lambda s: s.desk.log.log("2 demos @Initech, 5 emails")),
    "edit": ("edit", lambda s: s.desk.log.edit(s.call.id, quantity=Decimal(4), note="one more")),
    "delete records": ("delete", lambda s: s.desk.log.delete([s.call.id, s.deal.id])),
    "rewrite a record": ("edit", lambda s: s.desk.records.rewrite(s.call.id, "4 calls @Initech")),
    "move records": ("edit", lambda s: s.desk.records.move([s.call.id, s.deal.id], date(2026, 2, 27))),
    "copy records": ("copy", lambda s: s.desk.records.copy([s.call.id, s.deal.id])),
    "tag records": ("edit", lambda s: s.desk.records.tag([s.call.id, s.deal.id], ["warm"])),
    "save draft": ("draft", lambda s: s.desk.drafts.save(s.draft.with_(why="It pays"))),
    "delete draft": ("delete", lambda s: s.desk.drafts.delete(s.draft)),
    "save template": ("template", lambda s: s.desk.goal_templates.save(s.draft, "Each quarter")),
    "save template again": (
        "template",
        lambda s: s.desk.goal_templates.save(s.draft.with_(why="x"), "every MONTH"),
    ),
    "delete template": ("delete", lambda s: s.desk.goal_templates.delete(s.desk.goal_templates.own()[0])),
    "add aspiration": ("career", lambda s: s.desk.career.save_aspiration(title="Own business", horizon=2035)),
    "change aspiration": ("career", lambda s: s.desk.career.save_aspiration(s.aspiration.id, why="I teach")),
    "change skill": ("career", lambda s: s.desk.career.save_skill(s.skill.id, level=3)),
    "change training": ("career", lambda s: s.desk.career.save_training(s.training.id, note="online")),
    "rate a skill": ("rate", lambda s: s.desk.career.rate(s.skill.id, 4, "led a bid")),
    "attach evidence": ("evidence", lambda s: s.desk.career.attach(s.skill.id, ProofKind.DEAL, s.deal.id)),
    "put a skill on a path": ("career", lambda s: s.desk.career.paths.add_skill(s.aspiration.id, s.skill.id)),
    "add an experience": ("career", lambda s: s.desk.career.paths.save_experience(s.aspiration.id, "Lead a bid")),
    "reach an aspiration": ("career", lambda s: s.desk.career.paths.reach(s.aspiration.id)),
    "write a talk": ("talk", lambda s: s.desk.career.talks.save(person="Dana", said="Well done")),
    "write the role": ("role", lambda s: s.desk.career.role.save(Role.ACCOUNTS, sdrs="first calls")),
    "expect": ("role", lambda s: s.desk.career.role.expect(title="Ten new customers")),
    "ask what is unclear": ("role", lambda s: s.desk.career.role.ask("Who does renewals?")),
    "train": ("train", lambda s: s.desk.career.train(s.training.id, Decimal("1.5"))),
    "delete aspiration": ("delete", lambda s: s.desk.career.delete(s.aspiration)),
    "delete skill": ("delete", lambda s: s.desk.career.delete(s.skill)),
    "delete training": ("delete", lambda s: s.desk.career.delete(s.training)),
    "change profile": ("profile", lambda s: s.desk.profile.change(currency="SEK", locale="sv_SE")),
    "change calendar": ("profile", lambda s: s.desk.profile.change_calendar(work_days=(1, 2, 3, 4))),
    "add days off": ("profile", lambda s: s.desk.profile.add_days_off(date(2026, 7, 1), date(2026, 7, 31))),
    "remove days off": (
        "profile",
        lambda s: s.desk.profile.drop_stretch(s.desk.profile.calendar.days_off[0]),
    ),
    "enter part time": (
        "profile",
        lambda s: s.desk.profile.keep_stretch(PartTime.build({"start": MONDAY, "end": MONDAY, "share": "0.6"})),
    ),
    "enter a ramp-up": (
        "profile",
        lambda s: s.desk.profile.keep_stretch(RampUp.build({"start": MONDAY, "shares": ("0.25", "0.5")})),
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_is_one_action_that_is_undone_and_done_again(name: str, scene: Scene, store: Store) -> None:
    verb, act = VERBS[name]
    before, actions = everything(store), len(scene.desk.history.entries())
    act(scene)
    after = everything(store)
    assert after != before
    entries = scene.desk.history.entries()
    assert len(entries) == actions + 1
    assert entries[-1].verb == verb
    assert entries[-1].title

    assert scene.desk.history.undo().verb == verb
    assert everything(store) == before
    assert scene.desk.history.redo().verb == verb
    assert everything(store) == after


REFUSED: dict[str, Act] = {
    "plan without a target": lambda s: s.desk.goals.plan(s.draft.with_(target="")),
    "plan on days off only": lambda s: s.desk.goals.plan(s.draft.with_(start="2026-03-09", due="2026-03-10")),
    "adjust without a reason": lambda s: s.desk.goals.adjust(s.revenue.id, " ", target=Decimal(1)),
    "adjust with a reason of a novel's length": lambda s: s.desk.goals.adjust(
        s.revenue.id, "x" * 501, target=Decimal(1)
    ),
    "adjust to what it is": lambda s: s.desk.goals.adjust(s.revenue.id, "why not", target=Decimal(60_000)),
    "adjust to the wrong side": lambda s: s.desk.goals.adjust(s.revenue.id, "why not", target=Decimal(-1)),
    "adjust a float": lambda s: s.desk.goals.adjust(s.revenue.id, "why not", target=1.5),
    "adjust what cannot be": lambda s: s.desk.goals.adjust(s.revenue.id, "why not", state="closed"),
    "adjust a closed goal": lambda s: s.desk.goals.adjust(s.closed.id, "why not", target=Decimal(1)),
    "adjust to no working day": lambda s: s.desk.goals.adjust(
        s.revenue.id, "x", start=date(2026, 3, 9), due=date(2026, 3, 10)
    ),
    "rewrite to nonsense": lambda s: s.desk.goals.rewrite(
        draft_of(s.revenue, s.draft.id).with_(target="lots"), "why not"
    ),
    "rewrite what is not there": lambda s: s.desk.goals.rewrite(s.draft, "why not"),
    "pause a paused goal": lambda s: s.desk.goals.pause(s.paused.id),
    "pause a closed goal": lambda s: s.desk.goals.pause(s.closed.id),
    "resume an active goal": lambda s: s.desk.goals.resume(s.revenue.id),
    "resume a closed goal": lambda s: s.desk.goals.resume(s.closed.id),
    "close a closed goal": lambda s: s.desk.goals.close(s.closed.id),
    "close with a reason of a novel's length": lambda s: s.desk.goals.close(s.revenue.id, reason="x" * 501),
    "reopen an open goal": lambda s: s.desk.goals.reopen(s.revenue.id),
    "tick a milestone of another goal": lambda s: s.desk.goals.tick(s.paused.id, s.revenue.milestones[0]),
    "delete what is not there": lambda s: s.desk.goals.delete("no such goal"),
    "check in a goal that moves by itself": lambda s: s.desk.log.check_in(s.revenue, Decimal(4)),
    "check in less than nothing": lambda s: s.desk.log.check_in(s.stories, Decimal(-4)),
    "check in in ten years": lambda s: s.desk.log.check_in(s.stories, Decimal(4), date(2036, 1, 1)),
    "log nothing": lambda s: s.desk.log.log("   "),
    "log two readings": lambda s: s.desk.log.log("3 calls, deal won 1.234"),
    "edit to nonsense": lambda s: s.desk.log.edit(s.call.id, quantity=Decimal(-1)),
    "edit into the far future": lambda s: s.desk.log.edit(s.call.id, date=date(2036, 1, 1)),
    "edit what is not there": lambda s: s.desk.log.edit("no such record", quantity=Decimal(1)),
    "delete records one of which is not there": lambda s: s.desk.log.delete([s.call.id, "no such record"]),
    "move into the far future": lambda s: s.desk.records.move([s.call.id], date(2036, 1, 1)),
    "move records one of which is not there": lambda s: s.desk.records.move([s.call.id, "no such"], MONDAY),
    "copy into the far future": lambda s: s.desk.records.copy([s.call.id], date(2036, 1, 1)),
    "tag with nothing at all": lambda s: s.desk.records.tag([s.call.id], [""]),
    "rewrite a record as two": lambda s: s.desk.records.rewrite(s.call.id, "3 calls, 2 demos"),
    "a skill above the scale": lambda s: s.desk.career.save_skill(s.skill.id, level=6),
    "an aspiration without a title": lambda s: s.desk.career.save_aspiration(title=" "),
    "change what is not there": lambda s: s.desk.career.save_training("no such training", note="x"),
    "rate a day to come": lambda s: s.desk.career.rate(s.skill.id, 3, day=date(2036, 1, 1)),
    "forget the only rating": lambda s: s.desk.career.forget_rating(s.skill.id, 0),
    "a talk with nobody": lambda s: s.desk.career.talks.save(person=" "),
    "expect nothing": lambda s: s.desk.career.role.expect(title=""),
    "an experience without a name": lambda s: s.desk.career.paths.save_experience(s.aspiration.id, " "),
    "a path with a skill that is not there": lambda s: s.desk.career.paths.add_skill(s.aspiration.id, "none"),
    "train no time at all": lambda s: s.desk.career.train(s.training.id, Decimal(0)),
    "train a second": lambda s: s.desk.career.train(s.training.id, Decimal("0.0001")),
    "train longer than a day": lambda s: s.desk.career.train(s.training.id, Decimal(25)),
    "an unknown locale": lambda s: s.desk.profile.change(locale="klingon"),
    "an unknown country": lambda s: s.desk.profile.change_calendar(country="XX"),
    "a week without days": lambda s: s.desk.profile.change_calendar(work_days=()),
    "days off backwards": lambda s: s.desk.profile.add_days_off(date(2026, 7, 2), date(2026, 7, 1)),
    "days off with a long name": lambda s: s.desk.profile.add_days_off(MONDAY, MONDAY, "x" * 501),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_everything_as_it_was(name: str, scene: Scene, store: Store) -> None:
    before, actions = everything(store), scene.desk.history.entries()
    with pytest.raises(RefusedInput) as refusal:
        REFUSED[name](scene)
    assert everything(store) == before
    assert scene.desk.history.entries() == actions
    assert refusal.value.message
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 300


def test_all_verbs_are_undone_one_after_the_other_down_to_an_empty_desk(desk: Desk, store: Store) -> None:
    states = [everything(store)]
    goal = plan(desk, milestones="2026-03-20 30000 half")
    states.append(everything(store))
    desk.log.log("deal won 5000 USD")
    states.append(everything(store))
    desk.goals.tick(goal.id, goal.milestones[0])
    states.append(everything(store))
    desk.goals.close(goal.id)
    for state in reversed(states):
        desk.history.undo()
        assert everything(store) == state
    with pytest.raises(AegoalsError, match="nothing"):
        desk.history.undo()


def test_undo_is_offered_also_tomorrow(desk: Desk, store: Store, leaf: WallCalendar) -> None:
    desk.log.log("3 calls")
    leaf.day = date(2026, 3, 3)
    desk.history.undo()
    assert everything(store) == {}


def test_an_action_is_named_in_the_words_of_the_ae_without_what_drives_a_terminal(desk: Desk) -> None:
    desk.log.log("3 calls \x1b[2J@Globex " + "very " * 200)
    title = desk.history.entries()[-1].title
    assert title.startswith("3 calls")
    assert "\x1b" not in title
    assert len(title) <= 200


def test_listeners_are_told_what_changed(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    leave = desk.subscribe(told.append)
    goal = plan(desk)
    desk.log.log("3 calls")
    assert "goals" in told[0]
    assert "records" in told[1]
    leave()
    desk.goals.delete(goal.id)
    assert len(told) == 2
