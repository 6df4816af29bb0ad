"""The coach at the desk: history from the log, the other goals, what is waved off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.goal_entry import draft_of
from aegoals.errors import RefusedInput
from aegoals.services import Desk
from tests.builders import MONDAY, WallCalendar, a_draft
from tests.services.scenes import plan

LAST_YEAR = [date(2025, month, 10) for month in (1, 4, 7, 10)]


@pytest.fixture
def seasoned(desk: Desk) -> Desk:
    """Return a desk whose log holds four quarters of deals: 10,000, 20,000, 30,000 and 40,000."""
    for place, day in enumerate(LAST_YEAR, 1):
        desk.log.log(f"won {place}0000 USD @Globex", day=day)
        desk.log.log("lost deal @Lumen, opportunity, 10 calls", day=day)
    return desk


def codes(desk: Desk, **answers: str) -> set[str]:
    return {one.code for one in desk.coaching.findings(a_draft(**answers))}


def test_the_log_is_the_history(seasoned: Desk) -> None:
    outlook = seasoned.coaching.outlook(a_draft(target="35000"))
    assert outlook.past is not None
    assert [int(one.value) for one in outlook.past.values] == [40_000, 30_000, 20_000, 10_000]
    assert outlook.place is not None
    assert outlook.place.reached == 1
    assert outlook.place.percentile == 75
    assert outlook.proposed == 27_500


def test_a_log_of_deals_alone_counts_each_once(desk: Desk) -> None:
    desk.log.log("won 10000 USD @Globex", day=LAST_YEAR[-1])
    past = desk.coaching.outlook(a_draft()).past
    assert past is not None
    assert past.average == 10_000


def test_one_background_answers_for_a_whole_run(seasoned: Desk) -> None:
    known = seasoned.coaching.background()
    seasoned.log.log("won 900000 USD @Globex", day=LAST_YEAR[0])
    draft = a_draft(target="35000")
    assert seasoned.coaching.outlook(draft, known).proposed == 27_500
    assert seasoned.coaching.outlook(draft).proposed == 275_000


def test_the_outlook_is_told_in_sentences_with_their_samples(seasoned: Desk) -> None:
    lines = seasoned.coaching.outlook_lines(a_draft(target="35000"))
    assert lines == [
        "Your last 4 quarters averaged $25,000, the best $40,000.",
        "$35,000 is beyond 75 % of your last 4 quarters; 1 of 4 reached it.",
        "Stretch rule: your last 4 quarters averaged $25,000: +10 % is $27,500.",
        "$35,000 to go is 1.2 deals of $30,000 on average (of 3 won).",
        "1.2 deals are 2.3 opportunities at a win rate of 50 % (of 6 closed) (small sample: 6).",
        "They take 23 calls, 1.1 a working day (30 for 3 opportunities); lately 0.",
        "The way back stops here for want of proposals, meetings and demos in your log.",
    ]


def test_an_empty_log_says_so(desk: Desk) -> None:
    assert desk.coaching.outlook_lines(a_draft()) == ["Your log has no past period to judge this by."]


def test_a_goal_is_not_compared_with_itself(desk: Desk) -> None:
    goals = [plan(desk, title=f"Revenue {number}") for number in (1, 2)]
    assert "many_alike" in codes(desk)
    assert "many_alike" not in {one.code for one in desk.coaching.open_findings(goals[0])}


def test_a_saved_goal_keeps_its_findings_until_they_are_mended(desk: Desk) -> None:
    goal = plan(desk)
    assert [one.code for one in desk.coaching.open_findings(goal)] == ["no_evidence", "serves_nothing"]
    mended = desk.goals.adjust(goal.id, "found out", evidence="54k last quarter", why="The bonus")
    assert desk.coaching.open_findings(mended) == []


def test_a_finding_is_waved_off_with_a_reason_and_raised_again(desk: Desk) -> None:
    goal = desk.goals.wave_off(plan(desk).id, "no_evidence", "First year in the region")
    assert [one.code for one in desk.coaching.open_findings(goal)] == ["serves_nothing"]
    waiver = desk.goals.get(goal.id).waived[0]
    assert (waiver.code, waiver.reason, waiver.day) == ("no_evidence", "First year in the region", MONDAY)
    again = desk.goals.raise_again(goal.id, "no_evidence")
    assert again.waived == ()
    assert len(desk.coaching.open_findings(again)) == 2


def test_waving_off_twice_keeps_the_latest_reason(desk: Desk) -> None:
    goal = plan(desk)
    for reason in ("first", "second"):
        goal = desk.goals.wave_off(goal.id, "no_evidence", reason)
    assert [one.reason for one in goal.waived] == ["second"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_waved_off_without_a_reason(desk: Desk, reason: str) -> None:
    goal = plan(desk)
    with pytest.raises(RefusedInput, match="reason"):
        desk.goals.wave_off(goal.id, "no_evidence", reason)
    with pytest.raises(RefusedInput, match="not waved off"):
        desk.goals.raise_again(goal.id, "no_evidence")


def test_what_was_waved_off_in_a_draft_stays_so_in_its_goal_and_through_a_rewrite(desk: Desk) -> None:
    draft = a_draft(kind="other", unit="%", target="90", title="Forecast", specific="Forecast within 90 %")
    finding = next(one for one in desk.coaching.findings(draft) if one.code == "not_logged")
    goal = desk.goals.plan(finding.repairs[-1].apply(draft))
    assert "not_logged" not in {one.code for one in desk.coaching.open_findings(goal)}
    rewritten = desk.goals.rewrite(draft_of(goal, "d").with_(target="95"), "sharper")
    assert rewritten.waived == goal.waived


def test_a_rewrite_may_wave_off_and_change_nothing_else(desk: Desk) -> None:
    goal = plan(desk, kind="other", unit="%", target="90", title="Forecast", specific="Forecast within 90 %")
    draft = draft_of(goal, "d")
    finding = next(one for one in desk.coaching.findings(draft) if one.code == "not_logged")
    changed = desk.goals.rewrite(finding.repairs[-1].apply(draft), "by hand")
    assert [one.code for one in changed.waived] == ["not_logged"]
    assert changed.revisions == ()
    with pytest.raises(RefusedInput, match="Nothing would change"):
        desk.goals.rewrite(draft_of(changed, "d"), "by hand")


def test_a_goal_that_ended_lacks_nothing(desk: Desk, leaf: WallCalendar) -> None:
    goal = plan(desk)
    leaf.day = date(2026, 4, 2)
    assert "past" not in {one.code for one in desk.coaching.open_findings(goal)}
    assert desk.coaching.open_findings(desk.goals.close(goal.id)) == []


def test_what_a_goal_has_already_needs_no_deals(seasoned: Desk) -> None:
    before = seasoned.coaching.outlook(a_draft(target="60000")).funnel
    seasoned.log.log("won 30000 USD @Harbor", day=date(2026, 1, 5))
    after = seasoned.coaching.outlook(a_draft(target="60000")).funnel
    assert before is not None
    assert after is not None
    assert before.gap == Decimal(60_000)
    assert after.gap == Decimal(30_000)
