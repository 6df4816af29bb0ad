"""Feedback: kept, found again, counted, turned into a goal, passed on."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.feedback import Tone
from aegoals.errors import NotFound, RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY


def test_feedback_is_kept_found_changed_and_deleted(desk: Desk) -> None:
    one = desk.feedback.save(text="The demo was too long", tone="wish", person="Ada", account="Globex")
    desk.feedback.save(text="Great onboarding", side="manager", tone="recognition", day=date(2026, 2, 1))
    assert [each.day for each in desk.feedback.all()] == [MONDAY, date(2026, 2, 1)]
    assert desk.feedback.all("globex") == [one]
    assert [each.tone for each in desk.feedback.all(tones=[Tone.RECOGNITION])] == [Tone.RECOGNITION]
    changed = desk.feedback.save(one.id, response="Cut it to 20 minutes")
    assert desk.feedback.all("20 minutes") == [changed]
    desk.feedback.delete(changed)
    assert desk.feedback.all("globex") == []
    desk.history.undo()
    assert desk.feedback.all("globex") == [changed]


def test_reasons_of_lost_deals_and_complaints_are_counted_together(desk: Desk) -> None:
    desk.log.log("lost @Globex #price")
    desk.log.log("2026-02-10: lost @Harbor #Price #timing")
    desk.feedback.save(text="Too dear", tone="complaint", reasons=("price",))
    desk.feedback.save(text="We ought to be cheaper", way="given", side="marketing", tone="wish", reasons=("price",))
    price, timing = desk.feedback.patterns()
    assert (price.count, price.from_deals, price.latest) == (3, 2, MONDAY)
    assert price.by_month == ((date(2026, 2, 1), 1), (date(2026, 3, 1), 2))
    assert (timing.reason, timing.count) == ("timing", 1)
    assert price.lately(MONDAY, 3) == [(date(2026, 1, 1), 0), (date(2026, 2, 1), 1), (date(2026, 3, 1), 2)]
    assert [one.reason for one in desk.feedback.patterns(date(2026, 3, 1))] == ["price"]


def test_what_was_told_of_a_pattern_is_kept_and_counts_as_passed_on(desk: Desk) -> None:
    desk.log.log("lost @Globex #price")
    with pytest.raises(RefusedInput, match="Nobody"):
        desk.feedback.tell("price", " ", "Too dear")
    desk.feedback.tell("price", "Product", "Too dear for small accounts")
    (price,) = desk.feedback.patterns()
    assert (price.count, price.passed_on) == (1, MONDAY)
    desk.history.undo()
    assert desk.feedback.pattern("price").passed_on is None


def test_a_feedback_becomes_a_draft_of_a_goal(desk: Desk) -> None:
    one = desk.feedback.save(text="Answer faster", tone="wish", side="customer", person="Ada", account="Globex")
    draft = desk.feedback.goal_from(one)
    assert desk.drafts.get(draft.id) == draft
    assert (draft.kind, draft.specific, draft.account) == ("satisfaction", "Answer faster", "Globex")
    assert "Ada" in draft.why


def test_it_is_passed_on_and_the_mark_can_be_taken_back(desk: Desk) -> None:
    one = desk.feedback.save(text="Leads without a phone number", way="given", side="sdr")
    assert desk.feedback.pass_on(one, "Marketing").passed_on == MONDAY
    assert desk.feedback.pass_on(one, "").passed_on is None


def test_an_unknown_id_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="nothing"):
        desk.feedback.get("nothing")
