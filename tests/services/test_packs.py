"""The evidence pack: what happened, as Markdown; masked it names nobody."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aegoals.domain.discretion import without_names
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from tests.builders import WallCalendar
from tests.builders import a_desk as a_builders_desk
from tests.services.memory_store import MemoryStore
from tests.services.scenes import plan

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
NAMES = st.text("abcdeéßXYZ山田 -_*", min_size=2, max_size=14).filter(lambda text: len(text.strip()) > 1)


def a_full_desk(desk: Desk, account: str = "Globex", deal: str = "G-1", person: str = "Ada") -> Desk:
    """Put a win, a goal, a feedback, a skill, a training and a contest on the desk."""
    contest = desk.contests.set("1 call today")
    record = desk.log.log("1 call")[0]
    desk.log.edit(record.id, account=account, deal=deal, kind="deal_won", amount=5_000, currency="USD", quantity=1)
    plan(desk, title=f"Revenue at {account}", specific=f"Sell more to {account}", account=account)
    desk.feedback.save(text=f"{person} of {account} liked the {deal} demo", person=person, account=account)
    desk.career.save_skill(title="Negotiation", level=3, evidence=f"Won {deal} at {account}")
    desk.career.save_training(title="Course", hours_planned=8, hours_done=8, finished_on=date(2026, 3, 2))
    desk.feedback.save(text=f"Best quarter, says {person}", tone="recognition", side="manager")
    talk = desk.career.talks.save(person=person, said=f"Keep {account}")
    desk.career.talks.agree(talk.id, title=f"Visit {account}", who=person, due=date(2026, 4, 1))
    desk.career.role.expect(title=f"Answer {person}", person=person)
    assert contest.target == 1
    return desk


def test_it_holds_wins_goals_feedback_skills_and_training(desk: Desk) -> None:
    text = a_full_desk(desk).packs.markdown(*MARCH)
    for part in ("## Wins", "1 deal won, $5,000", "Globex", "## Goals", "$5,000 of $60,000", "liked the G\\-1 demo"):
        assert part in text
    assert "Negotiation: level 3 of 5 wanted" in text
    assert "Course: 8 of 8 hours" in text


def test_recognition_has_its_own_place(desk: Desk) -> None:
    text = a_full_desk(desk).packs.markdown(*MARCH)
    recognition = text[text.index("## Recognition") : text.index("## Feedback")]
    assert "Best quarter, says Ada" in recognition
    assert "liked the" not in recognition


def test_a_skill_shows_what_was_gained_in_these_days_and_what_shows_it(desk: Desk) -> None:
    skill = desk.career.save_skill(title="Discovery", level=1)
    desk.career.rate(skill.id, 1, day=date(2026, 1, 5))
    desk.career.rate(skill.id, 3, "asked for the budget first", day=date(2026, 2, 2))
    february = (date(2026, 2, 1), date(2026, 2, 28))
    assert "Discovery: level 1 → 3 of 5 wanted. asked for the budget first" in desk.packs.markdown(*february)
    assert "Discovery" not in desk.packs.markdown(date(2025, 1, 1), date(2025, 12, 31))


def test_a_training_that_is_still_going_on_stands_there_with_its_hours(desk: Desk) -> None:
    course = desk.career.save_training(title="Course", hours_planned=8, hours_done=0)
    desk.career.save_training(title="Another", hours_planned=8, hours_done=0)
    desk.career.train(course.id, Decimal(3))
    text = desk.packs.markdown(*MARCH)
    assert "Course: 3 of 8 hours" in text
    assert "Another" not in text
    assert "Course" not in desk.packs.markdown(date(2025, 1, 1), date(2025, 12, 31))


def test_a_training_tells_its_certificate_and_what_changed_since(desk: Desk) -> None:
    ended = date(2026, 3, 2)
    words = {"certificate": "Silver", "changed": "I ask before I offer"}
    desk.career.save_training(title="Course", hours_planned=8, hours_done=8, finished_on=ended, **words)
    text = desk.packs.markdown(*MARCH)
    assert "Course: 8 of 8 hours, Mar 2, 2026, Silver. What changed since: I ask before I offer" in text


def test_what_was_agreed_says_with_whom_and_what_became_of_it(desk: Desk) -> None:
    talk = desk.career.talks.save(person="Dana", day=date(2026, 2, 2))
    for title in ("Shadow two calls", "Read one book"):
        talk = desk.career.talks.agree(talk.id, title=title, due=date(2026, 3, 20))
    desk.career.talks.tick(talk.id, talk.agreed[0])
    kept = "- Feb 2, 2026, Dana: Shadow two calls, until Mar 20, 2026, done Mar 2, 2026"
    assert kept in desk.packs.markdown(*MARCH)
    assert "Read one book" not in desk.packs.markdown(*MARCH)  # neither agreed nor done in March
    february = desk.packs.markdown(date(2026, 2, 1), date(2026, 2, 28))
    assert "Dana: Read one book, until Mar 20, 2026, open" in february
    assert "Dana" not in desk.packs.markdown(*MARCH, masked=True)


def test_a_contest_about_an_account_is_masked_when_nothing_else_names_it() -> None:
    wall = WallCalendar()
    desk = a_builders_desk(MemoryStore(), wall)
    desk.contests.set("1 call @Lumen today")
    (record,) = desk.log.log("1 call @Lumen")
    wall.day += timedelta(days=1)
    desk.contests.settle()
    desk.log.delete([record.id])
    assert "Lumen" in desk.packs.markdown(*MARCH)
    assert "Lumen" not in desk.packs.markdown(*MARCH, masked=True)


def test_other_days_hold_nothing(desk: Desk) -> None:
    text = a_full_desk(desk).packs.markdown(date(2025, 1, 1), date(2025, 12, 31))
    assert text.count("Nothing in these days.") == 8


@given(NAMES, NAMES, NAMES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_masked_it_names_no_account_no_deal_and_no_person(account: str, deal: str, person: str) -> None:
    desk = a_full_desk(a_builders_desk(MemoryStore(), WallCalendar()), account, deal, person)
    text = desk.packs.markdown(*MARCH, masked=True)
    plain = " ".join(text.casefold().replace("\\", "").split())
    names = {one for document in desk.log.between(*MARCH) for one in (document.account, document.deal) if one}
    names |= {one.person for one in desk.feedback.all() if one.person}
    names |= {one.person for one in desk.career.talks.all()}
    for name in names:
        assert " ".join(name.casefold().split()) not in plain
    assert without_names(text, names) == text


def test_it_is_written_once_and_never_over_a_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pack.md"
    desk.packs.write(path, *MARCH)
    assert path.read_text(encoding="utf-8").startswith("# Evidence")
    with pytest.raises(RefusedInput, match="exists already"):
        desk.packs.write(path, *MARCH)
    with pytest.raises(RefusedInput, match="cannot be written"):
        desk.packs.write(tmp_path / "no" / "such.md", *MARCH)
    with pytest.raises(RefusedInput, match="is before"):
        desk.packs.markdown(MARCH[1], MARCH[0])
