"""A word narrows every page of a career; what was made there is changed by keyboard and taken back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.services import Desk
from tests.app.driving import Driver, a_desk, driving
from tests.app.filling import log, plan
from tests.builders import MONDAY


@pytest.fixture
def career(desk: Desk) -> Desk:
    """Return a desk on which everything of a career stands twice: once about coaching, once about pricing."""
    kept = desk.career
    for word in ("Coaching", "Pricing"):
        plan(desk, f"{word} hours", kind="career", unit="hours", target="40", serves="Lead a team")
        skill = kept.save_skill(title=f"{word} skill", level=1)
        kept.save_training(title=f"{word} course", hours_planned=8, hours_done=0, skill=skill.id)
        desk.contests.set("8 calls today" if word == "Coaching" else "3 demos today")
        desk.rewards.save(promise=f"{word} prize", occasion="streak", days=10)
        kept.role.expect(title=f"{word} expected")
        kept.role.ask(f"{word} unclear")
        desk.feedback.save(text=f"{word} praised")
    known = {one.title: one.id for one in kept.skills.all()}
    path = kept.save_aspiration(title="Lead a team", why="I like it")
    for title, key in known.items():
        kept.paths.add_skill(path.id, key)
        kept.paths.save_experience(path.id, title.replace("skill", "bid"))
    kept.rate(known["Coaching skill"], 2, "coached Ada")
    kept.rate(known["Coaching skill"], 3, "held a price")
    talk = kept.talks.save(person="Dana", questions="Is coaching paid?\nWho decides?", said="Pricing later")
    for word in ("Coaching", "Pricing"):
        kept.talks.agree(talk.id, title=f"{word} agreed")
    return desk


async def find(ae: Driver, word: str) -> list[str]:
    """Look for a word and return the lines that hold a sign of one of the two subjects."""
    await ae.press("slash")
    await ae.type(word)
    return [line for line in ae.lines()[2:] if "oach" in line or "ric" in line]


FIRST_SKILL = ["f5", "home", "down", "enter"]
PLACES = {
    "career": (["f5"], "coach", ["Coaching skill", "Coaching course", "Dana", "Coaching hours"]),
    "rewards": (["f5", "w"], "coach", ["Coaching prize", "Coaching hours"]),
    "role": (["f5", "o"], "coach", ["Coaching expected", "Coaching unclear"]),
    "skill": (FIRST_SKILL, "coached", ["coached Ada"]),
    "aspiration": (["f5", "home", "enter"], "coach", ["Coaching skill", "Coaching bid", "Coaching hours"]),
    "timeline": (["f5", "v"], "coach", ["Coaching skill"]),
    "feedback": (["f5", "f"], "coach", ["Coaching praised"]),
}


@pytest.mark.parametrize("name", PLACES)
async def test_a_word_narrows_the_page_and_escape_shows_all(career: Desk, name: str) -> None:
    keys, word, wanted = PLACES[name]
    async with driving(career, (100, 40), keys) as ae:
        before = ae.text()
        lines = await find(ae, word)
        assert [one for one in wanted if one not in ae.text()] == []
        assert not any("Pricing" in line or "price" in line for line in lines)
        assert "None yet" not in ae.text()
        await ae.press("enter", "slash")
        await ae.replace("zzzz")
        assert "holds that word. Escape shows all." in ae.text()
        await ae.press("escape")
        assert ae.text().splitlines()[2:-1] == before.splitlines()[2:-1]
        assert ae.app.screen.focused is ae.rows()


async def test_a_talk_shows_the_paragraphs_that_hold_a_word(career: Desk) -> None:
    (talk,) = career.career.talks.all()
    async with driving(career, (100, 40), ["f5"]) as ae:
        ae.rows().go_to(f"talk:{talk.id}")
        await ae.press("enter")
        lines = await find(ae, "coach")
        assert [line.strip().split("  ")[0] for line in lines] == ["· Coaching agreed", "Is coaching paid?"]
        await ae.press("enter", "space", "escape", "escape")
        assert "1 of 2 agreed open" in ae.text()


async def test_letters_belong_to_the_search_line_and_a_click_on_back_closes_it_first(career: Desk) -> None:
    async with driving(career, (100, 40), ["f5", "w", "slash"]) as ae:
        await ae.press("n", "o", "p", "e")
        assert ae.typed() == "nope"
        assert "⏎ To the list  esc Show all" in ae.footer()
        await ae.pilot.click("KeyFooter", offset=(ae.footer().index("To the list"), 0))
        await ae.settle()
        assert ae.app.screen.focused is ae.rows()
        await ae.press("slash")
        await ae.pilot.click("KeyFooter", offset=(ae.footer().index("Show all"), 0))
        await ae.settle()
        assert "Coaching prize" in ae.text()
        await ae.press("escape")
        assert "Aspirations" in ae.text()


# --- changing


async def test_a_contest_is_changed_and_taken_back(path: Path) -> None:
    desk = a_desk(path)
    desk.contests.set("8 calls this week")
    log(desk, "2 calls")
    async with driving(desk, (100, 30), ["f5", "w", "home"]) as ae:
        assert "e Edit" in ae.footer()
        await ae.press("enter")
        assert ae.typed() == "8 calls this week"
        await ae.replace("something nice today")
        await ae.press("enter")
        assert "Contest against yourself" in ae.text()  # refused, and what was typed stays
        await ae.replace("10 calls this week")
        await ae.press("enter")
        assert "2 / 10" in ae.pointed()
        await ae.press("u")
        assert "2 / 8" in ae.pointed()
        await ae.press("delete")
        assert "Press u to bring it back" in ae.said()
        assert "None yet. Press o" in ae.text()
        await ae.press("u")
    later = a_desk(path, MONDAY + timedelta(days=14))
    async with driving(later, (100, 30), ["f5", "w", "home", "e"]) as ae:
        await ae.replace("1 call today")
        await ae.press("enter")
        assert "is over; its result stays." in ae.text()


async def test_a_rating_is_changed_with_its_day_and_taken_back(desk: Desk) -> None:
    skill = desk.career.save_skill(title="Negotiation", level=1)
    desk.career.rate(skill.id, 3, "held the price")
    async with driving(desk, (100, 30), ["f5", "enter", "down"]) as ae:
        assert "held the price" in ae.pointed()
        await ae.press("e")
        assert "Rating: Negotiation" in ae.text()
        await ae.press("left", "tab")
        await ae.replace("held half of it")
        await ae.press("ctrl+s")
        assert "now 2 with help" in ae.text()
        assert "held half of it" in ae.pointed()
        await ae.press("enter", "tab", "tab")
        await ae.replace("2031-01-01")
        await ae.press("ctrl+s")
        assert "is still to come" in ae.text()
        await ae.press("escape", "u")
        assert "now 3 alone" in ae.text()


async def test_an_earned_reward_keeps_what_earned_it(desk: Desk) -> None:
    goal = plan(desk, target="5,000")
    desk.rewards.save(promise="A day at the lake", occasion="goal", goal=goal.id)
    log(desk, "won 6000 @Globex")
    async with driving(desk, (100, 30), ["f5", "w", "home", "enter", "tab"]) as ae:
        await ae.press("right", "ctrl+s")
        assert "is earned; what earned it stays." in ae.text()
        await ae.press("escape", "e")
        await ae.replace("Two days at the lake")
        await ae.press("ctrl+s")
        assert "★ Two days at the lake" in ae.text()
    assert desk.rewards.all()[0].earned_on == MONDAY


async def test_a_reward_whose_goal_is_gone_can_still_be_put_in_other_words(desk: Desk) -> None:
    goal = plan(desk)
    desk.rewards.save(promise="A day at the lake", occasion="goal", goal=goal.id)
    desk.goals.delete(goal.id)
    async with driving(desk, (100, 30), ["f5", "w", "home", "enter"]) as ae:
        assert "what is gone meanwhile" in ae.text()
        await ae.replace("A day off")
        await ae.press("ctrl+s")
        assert "☆ A day off" in ae.text()
    assert desk.rewards.all()[0].goal == goal.id


async def test_feedback_about_a_goal_is_evidence_that_opens_its_form(desk: Desk) -> None:
    goal = plan(desk)
    skill = desk.career.save_skill(title="Discovery", level=1)
    async with driving(desk, (100, 40), ["f5", "f", "n"]) as ae:
        await ae.type("She asks well")
        await ae.press(*["tab"] * 8, "right", "tab", "right", "ctrl+s")
        (one,) = desk.feedback.all()
        assert (one.skill, one.goal) == (skill.id, goal.id)
        await ae.press("escape", "home", "enter", "v", "enter")
        assert "feedback   She asks well" in ae.text()
        await ae.press("down", "enter")
        assert ae.typed() == "She asks well"


async def test_the_timeline_names_what_will_stand_there_and_comes_back_from_what_it_opens(desk: Desk) -> None:
    async with driving(desk, keys=["f5", "v"]) as ae:
        assert "Nothing yet" in ae.text()
        assert "Back" in ae.footer()
        desk.career.save_training(
            title="Course", hours_planned=Decimal(8), hours_done=Decimal(8), finished_on=date(2025, 11, 3)
        )
        desk.career.save_skill(title="Negotiation", level=1)
        await ae.press("enter")
        assert "Skill: Negotiation" in ae.text()
        await ae.press("escape")
        assert "Timeline" in ae.text()
        await ae.press("escape")
        assert "Aspirations" in ae.text()


KINDS: dict[str, tuple[list[str], str, str]] = {
    "aspiration": ([], "", "Lead a team"),
    "skill": ([], "", "Coaching skill"),
    "training": ([], "", "Coaching course"),
    "talk": ([], "", "Dana"),
    "agreed": ([], "Dana", "Coaching agreed"),
    "experience": ([], "Lead a team", "Coaching bid"),
    "expected": (["o"], "", "Coaching expected"),
    "unclear": (["o"], "", "Coaching unclear"),
    "feedback": (["f"], "", "Coaching praised"),
    "reward": (["w"], "", "Coaching prize"),
    "contest": (["w"], "", "8 calls today"),
}


@pytest.mark.parametrize("name", KINDS)
async def test_every_kind_is_edited_and_deleted_and_both_are_taken_back(career: Desk, name: str) -> None:
    keys, belongs_to, words = KINDS[name]
    async with driving(career, (100, 50), ["f5", *keys]) as ae:
        if belongs_to:
            await ae.press("home")
            await ae.point(belongs_to)
            await ae.press("enter")
        await ae.press("home")
        await ae.point(words)
        before = await page(ae)
        await ae.press("e")
        assert ae.typed() == words
        await ae.replace("9 calls today")  # a contest reads it, all others take it as it is
        await ae.press("ctrl+s")
        assert "9 calls today" in ae.pointed()
        await ae.press("u")
        assert await page(ae) == before
        await ae.press("home")
        await ae.point(words)
        await ae.press("delete")
        assert "Press u to bring it back." in ae.said()
        assert words not in ae.pointed()
        await ae.press("u")
        await ae.press("home")
        await ae.point(words)
        assert await page(ae) == before
        await ae.press("f1")
        assert "Delete it; undo brings it back." in "\n".join([ae.text(), await rest_of_help(ae)])


async def page(ae: Driver) -> list[str]:
    """Return the lines of the page without what was said over it."""
    ae.app.clear_notifications()
    await ae.settle()
    return ae.lines()[1:-1]


async def rest_of_help(ae: Driver) -> str:
    """Return what the help says further down."""
    seen = []
    for _page in range(4):
        await ae.press("pagedown")
        seen.append(ae.text())
    return "\n".join(seen)
