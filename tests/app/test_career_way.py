"""The way to an aspiration, by keyboard only: skills, a development goal, a training, evidence and a new rating."""

from __future__ import annotations

from aegoals.services import Desk
from tests.app.driving import Driver, driving
from tests.builders import MONDAY


async def add_skill(ae: Driver, title: str, wanted: int = 4) -> None:
    """Fill in the form of a skill that is rated 1."""
    await ae.type(title)
    await ae.press("tab", "tab", *["right"] * (wanted - 4), "ctrl+s")


async def write_goal(ae: Driver) -> None:
    """Write a development goal: from the sentence through type, S, M, A, R, T and the split to the summary."""
    assert "S Specific" in ae.lines()[1]
    await ae.press("f7", "f7")
    await ae.type("40 hours of negotiation training by the end of the year")
    await ae.press("f8")
    assert "Career" in ae.pointed()
    await ae.press("enter")
    assert "S Specific" in ae.lines()[1]
    await ae.press("tab")
    await ae.replace("Course and practice of holding a price")
    await ae.press("f8")
    assert "M Measurable" in ae.lines()[1]
    await ae.press("tab", "tab", "tab")
    assert ae.typed() == "40"
    await ae.press("f8")
    assert "A Achievable" in ae.lines()[1]
    await ae.type("Two hours every Friday are kept free")
    await ae.press("f8")
    assert "R Relevant" in ae.lines()[1]
    await ae.type("Who leads must hold a price")
    await ae.press("enter")
    assert "“Lead a team”" in ae.text()  # the aspirations are offered
    await ae.press("down", "enter")
    await ae.press("f8")
    assert "T Time-bound" in ae.lines()[1]
    assert "2026-12-31" in ae.text()
    await ae.press("f8", "f8")
    assert "Nothing is missing: a SMART goal." in ae.text()
    assert "Save the goal" in ae.pointed()
    await ae.press("enter")
    assert "Saved: " in ae.said()


async def test_the_way_to_an_aspiration(desk: Desk) -> None:
    """Three skills, a development goal by wizard, a training as evidence, the skill rated anew: the bar moves."""
    async with driving(desk, (120, 40), keys=["c", "a"]) as ae:
        await ae.type("Lead a team")
        await ae.press("ctrl+s", "enter")
        assert "Aspiration: Lead a team" in ae.text()
        await ae.press("k")
        await add_skill(ae, "Negotiation")
        for title in ("Coaching", "Hiring"):
            await ae.press("k")
            if "Which skill?" in ae.text():  # none is left to pick but a new one
                await ae.press("end", "enter")
            await add_skill(ae, title)
        assert "0 %  3 skills" in ae.text()
        # a development goal by the wizard, from the career page through every step
        await ae.press("escape", "n")
        await write_goal(ae)
        (goal,) = desk.goals.all()
        assert (goal.kind.value, str(goal.target), goal.serves) == ("career", "40", "Lead a team")
        assert desk.drafts.all() == []
        assert "0 h / 40 h" in ae.text()
        await ae.point("Lead a team", "up")
        await ae.press("enter")
        assert goal.title in ae.text()
        # a training for the skill, its hours logged, its end asks for the level
        await ae.press("home", "down", "enter")
        assert "Skill: Negotiation" in ae.text()
        await ae.press("h")
        await ae.type("Negotiation course")
        await ae.press("tab")
        await ae.type("2")
        await ae.press("ctrl+s", "end")
        await ae.point("Negotiation course", "up")
        await ae.press("plus")
        await ae.replace("2")
        await ae.press("ctrl+s")
        assert "Level now: Negotiation" in ae.text()
        assert "is done. Saving attaches it as evidence" in ae.text()
        await ae.press("tab")
        await ae.type("held the price")
        await ae.press("ctrl+s")
        assert "now 2 with help" in ae.text()
        assert "training   Negotiation course" in ae.text()
        assert "– held the price" in ae.text()
        await ae.press("escape")
        assert "11 %  3 skills" in ae.text()  # a third of the way of one skill of three
        await ae.press("y")
        assert "first 1, now 2, wanted 4" in ae.text()
        assert "The bar is the mean" in ae.text()
        assert goal.title in ae.text()
        await ae.press("escape", "escape")
        assert "11 %" in ae.text()
        assert "2 h / 40 h" in ae.text()  # the hours of the training count for the goal
    assert [one.kind for one in desk.log.day(MONDAY)] == ["training"]
    (skill, *_others) = desk.career.skills.all()
    assert [(one.level, one.note) for one in skill.history] == [(1, ""), (2, "held the price")]
