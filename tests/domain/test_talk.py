"""Talks, the role, and the timeline."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.career import Aspiration, Experience, Skill, Training
from aegoals.domain.career_story import MomentKind, story
from aegoals.domain.role import Expectation, RoleCard, Unclear, is_to_confirm
from aegoals.domain.talk import Agreed, Talk, due_promises, promises
from tests.builders import MONDAY, a_goal

DAY = timedelta(days=1)
agreed = st.builds(
    Agreed,
    title=st.just("Write it down"),
    due=st.none() | st.dates(date(2026, 2, 1), date(2026, 4, 1)),
    done_on=st.none() | st.just(MONDAY),
)


def a_talk(*items: Agreed, key: str = "t") -> Talk:
    return Talk(id=key, day=MONDAY, person="Dana", agreed=items)


@settings(max_examples=50, deadline=None)
@given(st.lists(agreed, max_size=6))
def test_due_is_what_is_open_and_whose_day_has_come(items: list[Agreed]) -> None:
    talk = a_talk(*items)
    due = due_promises([talk], MONDAY)
    assert {one.key for one in due} == {
        one.key for one in promises([talk]) if not one.agreed.done_on and one.agreed.due and one.agreed.due <= MONDAY
    }
    assert [one.agreed.due for one in due] == sorted(one.agreed.due or MONDAY for one in due)


def test_what_was_agreed_stays_due_until_it_is_done() -> None:
    talk = a_talk(Agreed(title="Shadow two calls", due=MONDAY))
    assert due_promises([talk], MONDAY - DAY) == []
    assert [one.agreed.title for one in due_promises([talk], MONDAY + 9 * DAY)] == ["Shadow two calls"]


def test_the_role_is_asked_about_a_year_after_it_was_confirmed() -> None:
    card = RoleCard(confirmed_on=date(2024, 2, 29))
    assert not is_to_confirm(card, date(2025, 2, 27))
    assert is_to_confirm(card, date(2025, 2, 28))
    assert not is_to_confirm(RoleCard(), MONDAY)


def test_only_what_is_still_unclear_is_a_question() -> None:
    card = RoleCard(unclear=(Unclear(title="Who renews?"), Unclear(title="Whose leads?", cleared_on=MONDAY)))
    assert card.questions == ("Who renews?",)


def test_the_timeline_tells_everything_the_latest_first() -> None:
    skill = Skill(id="s", title="Negotiation", level=1, rated_on=MONDAY).rated(3, MONDAY + 30 * DAY)
    aspiration = Aspiration(
        id="a",
        title="Lead a team",
        reached_on=MONDAY + 50 * DAY,
        experiences=(Experience(title="Lead a bid", done_on=MONDAY + 20 * DAY), Experience(title="Open")),
    )
    training = Training.build(
        {"id": "c", "title": "Course", "hours_planned": 8, "hours_done": 8, "finished_on": MONDAY + 25 * DAY}
    )
    closing = {"day": MONDAY + 40 * DAY, "outcome": "achieved"}
    goals = [
        a_goal(id="g", title="Forty hours", kind="career", state="closed", closing=closing),
        a_goal(id="h", title="Revenue", state="closed", closing=closing),
    ]
    talk = a_talk(Agreed(title="Shadow", done_on=MONDAY + 10 * DAY), Agreed(title="Open"))
    card = RoleCard(expected=(Expectation(title="Ten customers", agreed_on=MONDAY - DAY), Expectation(title="x")))
    told = story([aspiration], [skill], [training], [talk], goals, card)
    assert [(one.kind, one.title) for one in told] == [
        (MomentKind.REACHED, "Lead a team"),
        (MomentKind.CLOSED, "Forty hours"),
        (MomentKind.RATED, "Negotiation"),
        (MomentKind.TRAINED, "Course"),
        (MomentKind.EXPERIENCED, "Lead a bid"),
        (MomentKind.KEPT, "Shadow"),
        (MomentKind.RATED, "Negotiation"),
        (MomentKind.TALKED, "Dana"),
        (MomentKind.EXPECTED, "Ten customers"),
    ]
    assert [one.levels for one in told if one.levels] == [(1, 3), (None, 1)]
