"""The career's own pages: a path with its skills, evidence, ratings, talks, the role and the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.career import ProofKind
from aegoals.domain.profile import Role
from aegoals.services import Desk, open_desk
from tests.app.driving import a_desk, driving
from tests.app.filling import log, plan
from tests.builders import MONDAY


async def test_what_was_agreed_in_a_talk_stands_on_today_when_it_is_due(path: Path) -> None:
    desk = a_desk(path)
    plan(desk)
    desk.career.role.ask("Who answers for renewals?")
    async with driving(desk, (80, 40), keys=["c", "m"]) as ae:
        await ae.type("Dana")
        assert "Who answers for renewals?" in ae.text()
        await ae.press("ctrl+s")
        await ae.press("home")
        await ae.point("Dana", "down")
        await ae.press("enter")
        for title, who, due in (("Shadow two calls", "", "2026-03-03"), ("Pay the course", "Dana", "2026-03-05")):
            await ae.press("a")
            await ae.type(title)
            await ae.press("enter")
            await ae.type(who or " ")
            await ae.press("enter")
            await ae.type(due)
            await ae.press("enter")
        assert "until Mar 3, 2026" in ae.text()
        assert "(Dana)" in ae.text()
        await ae.press("f2")
        assert "Shadow two calls" not in ae.text()
    tuesday = open_desk(path, lambda: date(2026, 3, 3))
    async with driving(tuesday, (80, 40)) as ae:
        assert "Shadow two calls  with Dana" in ae.text()
        assert "Pay the course" not in ae.text()
    thursday = open_desk(path, lambda: date(2026, 3, 5))
    async with driving(thursday, (80, 40)) as ae:
        assert "Pay the course  (Dana)" in ae.text()
        await ae.point("Shadow", "down")
        assert "space Done" in ae.footer()
        await ae.press("space")
        assert "Shadow two calls" not in ae.text()
        assert "Pay the course" in ae.text()
        await ae.press("u")
        assert "Shadow two calls" in ae.text()
        await ae.point("Pay", "down")
        await ae.press("enter")
        assert "Talk: Dana" in ae.text()
        await ae.press("down", "down", "enter", "escape")
        assert "Pay the course" not in ae.text()


async def test_evidence_is_picked_and_says_when_its_source_is_gone(desk: Desk) -> None:
    (deal,) = log(desk, "won 5000 @Globex")
    log(desk, "2 calls (asked about the frame contract)")
    desk.career.save_skill(title="Negotiation", level=1)
    async with driving(desk, (100, 30), keys=["c", "enter", "v"]) as ae:
        assert "@Globex" in ae.text()
        assert "frame contract" in ae.text()
        await ae.type("globex")
        assert "frame contract" not in ae.text()
        await ae.press("enter")
        assert "won deal   1 deal won €5,000 @Globex" in ae.text()
        await ae.press("v", "x", "y", "z", "enter")
        assert "Nothing holds that word." in ae.text()
        await ae.press("escape")
        desk.log.delete([deal.id])
        await ae.press("p", "escape")
        assert "a won deal that was deleted since" in ae.text()
        await ae.press("down", "enter", "delete")
        assert "None yet. Press v to attach some." in ae.text()
        await ae.press("u")
        assert "deleted since" in ae.text()


async def test_ratings_are_added_for_any_day_and_deleted_down_to_the_last(desk: Desk) -> None:
    desk.career.save_skill(title="Negotiation", level=2)
    async with driving(desk, (100, 30), keys=["c", "enter", "enter"]) as ae:
        await ae.press("left", "tab", "tab")
        await ae.replace("2026-01-05")
        await ae.press("ctrl+s")
        assert "Jan 5, 2026   █░░░░ 1 first tries" in ae.text()
        assert "now 2 with help" in ae.text()
        await ae.press("p", "tab", "tab")
        await ae.replace("2031-01-05")
        await ae.press("ctrl+s")
        assert "is still to come" in ae.text()
        await ae.press("escape", "end")
        await ae.point("Jan 5", "up")
        await ae.press("delete")
        assert "Jan 5" not in ae.text()
        await ae.press("delete")
        assert "The only rating of a skill stays." in ae.said()


async def test_a_path_is_edited_and_reached(desk: Desk) -> None:
    skill = desk.career.save_skill(title="Negotiation", level=1)
    desk.career.save_aspiration(title="Lead a team", why="I like to see others win")
    async with driving(desk, (80, 30), keys=["c", "enter", "k"]) as ae:
        assert "Which skill?" in ae.text()
        await ae.press("enter")
        assert "1 of 5 wanted" in ae.text()
        await ae.press("x")
        await ae.type("Lead a bid")
        await ae.press("enter", "end", "space")
        assert "✓ Lead a bid" in ae.pointed()
        assert "50 %" in ae.text()
        await ae.press("e")
        await ae.replace("Lead two bids")
        await ae.press("enter", "enter")
        assert "· Lead two bids" in ae.pointed()
        await ae.press("delete")
        assert "Press x to add one." in ae.text()
        await ae.press("delete")
        assert "the skill itself stays" in ae.said()
        assert "Press k to add one." in ae.text()
        await ae.press("u", "u", "w")
        assert "reached Mar 2, 2026" in ae.text()
        await ae.press("home", "e", "ctrl+s", "delete")
        assert "None yet. Press a to add one." in ae.text()  # back on the career page
    assert desk.career.skills.all() == [skill]


async def test_the_role_is_written_down_and_asked_about_a_year_later(path: Path) -> None:
    desk = a_desk(path)
    async with driving(desk, keys=["c"]) as ae:
        assert "o writes down what is expected" in ae.text()
        await ae.press("o", "e", "left", "tab")
        await ae.type("Events")
        await ae.press("ctrl+s")
        assert "existing accounts" in ae.text()
        await ae.press("a")
        await ae.type("Ten customers kept")
        await ae.press("enter")
        await ae.type("Dana")
        await ae.press("ctrl+s", "x")
        await ae.type("Who renews?")
        await ae.press("enter")
        assert "Ten customers kept" in ae.text()
        assert "? Who renews?" in ae.text()
        await ae.press("end", "space")
        assert "✓ Who renews?" in ae.text()
        await ae.press("space", "m")
        assert "Who renews?" in ae.text()
        await ae.press("escape", "enter")
        await ae.replace("Who renews small ones?")
        await ae.press("enter", "delete", "u", "up", "e", "escape", "delete", "u", "escape")
        assert "1 unclear · 1 expected · existing accounts" in ae.text()
        await ae.press("f2")
        assert "Is your role still" not in ae.text()
    assert desk.profile.get().role is Role.ACCOUNTS
    later = open_desk(path, lambda: MONDAY + timedelta(days=365))
    async with driving(later, (100, 30), keys=["end"]) as ae:
        assert "Is your role still “existing accounts”, as on Mar 2, 2026?" in ae.pointed()
        await ae.press("enter")
        assert "What it covers" in ae.text()
        await ae.press("escape", "space")
        assert "Is your role still" not in ae.text()
        await ae.press("u", "c", "o", "i")
        assert "Confirmed for a year." in ae.said()


async def test_find_shows_what_holds_a_word_of_every_section(desk: Desk) -> None:
    desk.career.save_aspiration(title="Lead a team", why="coaching")
    desk.career.save_skill(title="Coaching", level=1)
    desk.career.save_skill(title="Negotiation", level=1)
    desk.career.talks.save(person="Dana", said="Begin with coaching")
    async with driving(desk, keys=["c", "slash"]) as ae:
        await ae.type("coach")
        assert "Negotiation" not in ae.text()
        assert "None yet" not in ae.text()
        assert all(word in ae.text() for word in ("Lead a team", "Coaching", "Dana"))
        await ae.press("enter", "down")
        assert "Coaching" in ae.pointed()
        await ae.press("escape")
        assert "Negotiation" in ae.text()


async def test_the_timeline_tells_what_happened_and_leads_there(desk: Desk) -> None:
    async with driving(desk, keys=["c", "v"]) as ae:
        assert "Nothing yet" in ae.text()
        await ae.press("escape")
        skill = desk.career.save_skill(title="Negotiation", level=1)
        desk.career.rate(skill.id, 3)
        desk.career.save_training(
            title="Course", hours_planned=Decimal(8), hours_done=Decimal(8), finished_on=date(2025, 11, 3)
        )
        desk.career.talks.save(person="Dana")
        await ae.press("v")
        text = ae.text()
        assert "1 → 3 alone" in text
        assert text.index("2026") < text.index("2025") < text.index("Course")
        await ae.press("enter")
        assert "Skill: Negotiation" in ae.text()


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_a_thing_that_another_program_deleted_leaves_its_page(path: Path, key: str) -> None:
    desk = a_desk(path)
    skill = desk.career.save_skill(title="Negotiation", level=1)
    async with driving(desk, keys=["c", "enter"]) as ae:
        other = open_desk(path, lambda: MONDAY)
        other.career.delete(other.career.skills.get(skill.id))
        ae.app.look_for_news()
        await ae.settle()
        assert "Press k to add one." in ae.text()


async def test_a_training_that_is_evidence_already_is_not_attached_twice(desk: Desk) -> None:
    skill = desk.career.save_skill(title="Negotiation", level=1)
    training = desk.career.save_training(
        title="Course", hours_planned=Decimal(8), hours_done=Decimal(2), skill=skill.id
    )
    desk.career.attach(skill.id, ProofKind.TRAINING, training.id)
    async with driving(desk, keys=["c", "end", "e", "tab", "tab"]) as ae:
        await ae.replace("8")
        await ae.press("ctrl+s")
        assert "Level now: Negotiation" in ae.text()
        await ae.press("ctrl+s")
    assert len(desk.career.skills.get(skill.id).proofs) == 1
    assert desk.career.skills.get(skill.id).level == 2
