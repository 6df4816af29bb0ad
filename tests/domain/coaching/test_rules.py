"""Each rule finds what it should, offers what mends it, and is silent once that is taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.coach import CODES, Background, Running, findings
from aegoals.domain.periods import add_months
from aegoals.domain.profile import Role
from aegoals.domain.record import LogRecord
from aegoals.domain.stretches import DaysOff
from aegoals.domain.waiver import Waiver
from tests.builders import CALLS, a_calendar, a_draft, a_goal
from tests.domain.coaching.histories import ENGLISH, applied, background, found, record, won

TODAY = date(2026, 10, 5)
LOG = [
    *(won(date(2026, month, 5), amount) for month, amount in ((1, 40_000), (4, 42_000), (7, 44_900))),
    record(date(2026, 7, 5), "deal_lost", 3),
    record(date(2026, 7, 5), "opportunity", 6),
    record(date(2026, 7, 5), "call", 120),
    record(date(2026, 9, 14), "call", 20),
]
"""Three quarters: 40,000, 42,000 and 44,900 on average 42,300; half of the deals won, 140 calls for 6 opportunities."""


def coached(known: Background | None = None, /, **answers: str) -> dict[str, Any]:
    return found(known or background(LOG), TODAY, **answers)


def texts(finding: Any) -> list[str]:
    return [repair.text for repair in finding.repairs]


def a_call_goal(title: str, target: int, **fields: Any) -> Running:
    days = {"start": date(2026, 10, 1), "due": date(2026, 12, 31)}
    goal = a_goal(id=title, title=title, kind="activity", metric=CALLS, target=Decimal(target), **days | fields)
    return Running(goal, Decimal(0))


# --- S and M


def test_more_is_answered_with_the_last_quarters_and_a_tenth() -> None:
    finding = coached(specific="Sell more", target="")["vague"]
    assert finding.words == ("more",)
    assert texts(finding) == ["your last 3 quarters averaged $42,300: +10 % is $46,500"]
    repaired = applied(finding, a_draft(specific="Sell more", target=""))
    assert (repaired.target, repaired.unit, repaired.direction) == ("46500", "USD", "reach_up")


def test_one_past_quarter_is_no_average() -> None:
    known = background([won(date(2026, 7, 5), 42_300)])
    assert texts(coached(known, target="")["no_number"]) == ["your last quarter was $42,300: +10 % is $46,500"]


def test_without_history_a_missing_number_is_asked_for_in_words() -> None:
    assert not any(repair.is_ready for repair in coached(Background(), target="")["no_number"].repairs)


def test_before_a_unit_is_given_the_usual_one_of_the_kind_counts() -> None:
    assert coached(target="", unit="")["no_number"].repairs[0].changes["unit"] == "USD"


def test_the_baseline_of_a_share_comes_from_the_history() -> None:
    finding = coached(kind="conversion", unit="%", target="60", baseline="")["no_baseline"]
    assert texts(finding) == ["your last quarter averaged 50 %: start from 50 %"] or "50 %" in texts(finding)[0]
    assert finding.repairs[0].changes == {"baseline": "50", "unit": "%"}


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({"kind": "other", "unit": "%", "target": "90"}, ["report it by hand: a check-in each Friday"]),
        (
            {"kind": "other", "unit": "count", "target": "20", "title": "Demos", "specific": "20 demos"},
            ["count what is logged: an activity goal", "report it by hand: a check-in each Friday"],
        ),
        (
            {"kind": "conversion", "unit": "hours", "target": "20", "baseline": "10"},
            [
                "measure it in %: the log reports that",
                "measure it in count: the log reports that",
                "report it by hand: a check-in each Friday",
            ],
        ),
    ],
)
def test_a_number_that_nothing_reports_is_offered_what_does(answers: dict[str, str], offered: list[str]) -> None:
    finding = coached(None, **answers)["not_logged"]
    assert texts(finding) == offered
    by_hand = applied(finding, a_draft(**answers), -1)
    assert "not_logged" not in {one.code for one in findings(by_hand, ENGLISH, TODAY)}
    assert by_hand.waived == (Waiver(code="not_logged", reason="Reported by hand: a check-in", day=TODAY),)


def test_a_yes_or_no_is_reported_by_hand_anyway() -> None:
    assert "not_logged" not in coached(kind="milestone", unit="count", target="1", title="Pass the exam")


# --- A


def test_what_every_past_quarter_reached_is_easy() -> None:
    finding = coached(target="30000")["too_easy"]
    assert finding.message == "$30,000 is easy: 3 of your last 3 quarters reached it; the average is $42,300."
    assert texts(finding) == [
        "your last 3 quarters averaged $42,300: +10 % is $46,500",
        "a tenth beyond the best, $44,900: $49,400",
    ]


QUARTERS = [add_months(date(2026, 7, 5), -3 * place) for place in range(8)]
amounts = st.lists(st.integers(1, 10**6), min_size=1, max_size=8)


@given(amounts=amounts, target=st.integers(1, 10**6), less=st.booleans(), unit=st.sampled_from(["USD", "count"]))
@settings(max_examples=100)
def test_what_is_offered_for_an_easy_target_is_neither_easy_nor_out_of_reach(
    amounts: list[int], target: int, unit: str, *, less: bool
) -> None:
    log = [record(day, "deal_won", one, amount=Decimal(one)) for day, one in zip(QUARTERS, amounts, strict=False)]
    answers = {"unit": unit, "direction": "bring_down" if less else "reach_up", "target": str(target)}
    known = background(log)
    for repair in getattr(coached(known, **answers).get("too_easy"), "repairs", ()):
        after = coached(known, **answers | {"target": repair.changes["target"]})
        assert not {"too_easy", "out_of_reach"} & set(after), repair.text


def test_what_is_far_beyond_the_best_quarter_is_out_of_reach() -> None:
    finding = coached(target="100000")["out_of_reach"]
    assert "the best was $44,900, the average $42,300" in finding.message
    assert texts(finding)[1] == "as good as the best: $44,900"


@pytest.mark.parametrize("target", ["42000.01", "46500", "49390"])
def test_a_stretch_is_neither(target: str) -> None:
    assert not {"too_easy", "out_of_reach"} & set(coached(target=target))


def test_fewer_days_can_be_out_of_reach_too() -> None:
    log = [record(date(2026, 7, 1), "opportunity", deal="D"), won(date(2026, 8, 15), 1, deal="D")]
    answers = {"kind": "sales_cycle", "unit": "days", "direction": "bring_down", "baseline": "45"}
    assert "out_of_reach" in coached(background(log), target="20", **answers)
    assert "too_easy" in coached(background(log), target="45", **answers)
    finding = coached(background(log), target="20", **answers)["out_of_reach"]
    assert finding.repairs[0].text == "your last quarter was 45 days: −10 % is 40.5 days"
    assert "(small sample: 1)" in finding.message


def test_a_level_to_keep_a_little_above_the_best_is_not_out_of_reach() -> None:
    log = [record(date(2026, 7, 1), "deal_won", 50), record(date(2026, 7, 1), "deal_lost", 50)]
    answers = {"kind": "conversion", "unit": "%", "direction": "keep_at_least"}
    assert "out_of_reach" not in coached(background(log), target="54", **answers)
    assert "out_of_reach" in coached(background(log), target="56", **answers)
    assert "too_easy" not in coached(background(log), target="20", **answers)


def test_own_numbers_are_the_evidence() -> None:
    finding = coached(evidence="")["no_evidence"]
    assert finding.repairs[0].changes == {"evidence": "Your last 3 quarters averaged $42,300, the best $44,900"}


def test_with_no_history_the_coach_says_so_and_asks_for_words() -> None:
    finding = coached(Background(), evidence="")["no_evidence"]
    assert "no past period" in finding.message
    assert finding.repairs[0].field == "evidence"


def test_more_work_than_lately_is_named_with_its_numbers() -> None:
    finding = coached(target="80000", start="2026-10-05", due="2026-12-31")["more_than_usual"]
    calls = 80_000 / 42_300 * 2 * 140 / 6 / 64
    assert finding.message.startswith("At your own rates it takes 1.9 deals, and ")
    assert f"{calls:.1f} calls (lately 1)" in finding.message
    assert "(small sample: 6)" in finding.message


def test_a_planned_week_answers_it() -> None:
    answers = {"target": "80000", "start": "2026-10-05", "due": "2026-10-30"}
    finding = coached(None, **answers)["more_than_usual"]
    planned = applied(finding, a_draft(**answers))
    assert planned.actions.endswith("calls a week")
    assert "more_than_usual" not in coached(None, **answers, actions=planned.actions)
    lower = applied(finding, a_draft(**answers), 1)
    assert "more_than_usual" not in coached(None, **answers | {"target": lower.target})


def test_all_activity_goals_share_one_week() -> None:
    known = background(LOG, goals=(a_call_goal("Calls", 6_000), a_call_goal("Long ago", 9_000, due=date(2026, 10, 2))))
    answers = {"kind": "activity", "unit": "count", "title": "Demos", "specific": "demos", "start": "2026-10-05"}
    finding = coached(known, target="500", **answers)["too_many_hours"]
    assert finding.message.startswith(
        "All activity goals together ask for 117.2 h a week of 40 h: “Demos” 39.1 h, “Calls"
    )
    alone = coached(background(LOG), target="500", **answers)
    assert "too_many_hours" not in alone
    fits = coached(background(LOG, hours_a_day=Decimal(2)), target="500", **answers)["too_many_hours"]
    assert texts(fits)[0] == "what fits into the week: 128"


def test_a_log_in_another_currency_alone_is_no_history_and_says_so() -> None:
    known = background([won(date(2026, 7, 5), 9_000, currency="EUR")])
    answers = coached(known, evidence="", target="60000")
    assert "no past period" in answers["no_evidence"].message
    assert "1 record in EUR" in answers["left_out"].message
    assert "out_of_reach" not in answers


def test_money_that_could_not_be_counted_is_a_finding() -> None:
    finding = coached(background([*LOG, won(date(2026, 8, 1), 5, currency="EUR")]))["left_out"]
    assert "1 record in EUR" in finding.message


# --- R


def test_the_goals_that_are_served_already_are_offered() -> None:
    known = background(goals=(a_call_goal("Calls", 5, serves="A million for the region"),))
    finding = coached(known, why="", serves="")["serves_nothing"]
    assert finding.repairs[0].changes == {"serves": "A million for the region"}


@pytest.mark.parametrize(
    ("role", "kind", "is_outside"),
    [
        (Role.NEW_BUSINESS, "retention", True),
        (Role.NEW_BUSINESS, "revenue", False),
        (Role.ACCOUNTS, "new_business", True),
        (Role.ACCOUNTS, "key_account", False),
        (Role.BOTH, "new_business", False),
        (Role.BOTH, "retention", False),
    ],
)
def test_a_kind_outside_the_role_is_named(role: Role, kind: str, *, is_outside: bool) -> None:
    assert ("outside_the_role" in coached(background(role=role), kind=kind)) is is_outside


def test_a_third_goal_on_the_same_number_is_one_too_many() -> None:
    answers = {"kind": "activity", "unit": "count", "title": "Calls", "specific": "calls", "target": "50"}
    two = (a_call_goal("Calls in autumn", 100), a_call_goal("Calls in the north", 20))
    assert "many_alike" not in coached(background(goals=two[:1]), **answers)
    finding = coached(background(goals=two), **answers)["many_alike"]
    assert "“Calls in autumn”, “Calls in the north”" in finding.message
    part = applied(finding, a_draft(**answers))
    assert "many_alike" not in coached(background(goals=two), **answers, serves=part.serves)
    parts = (two[0], a_call_goal("Calls in the north", 20, serves="Calls in autumn"))
    assert "many_alike" not in coached(background(goals=parts), **answers)
    earlier = (two[0], a_call_goal("Calls in spring", 20, start=date(2026, 3, 1), due=date(2026, 5, 1)))
    assert "many_alike" not in coached(background(goals=earlier), **answers)


# --- T

CALENDAR = a_calendar(country="SE", days_off=(DaysOff(start=date(2026, 11, 16), end=date(2026, 11, 20), label="Away"),))


@pytest.mark.parametrize(
    ("due", "said", "offered"),
    [
        ("2026-10-10", "Saturday", "2026-10-09"),
        ("2026-11-18", "Away", "2026-11-13"),
        ("2026-12-25", "Christmas Day", "2026-12-24"),
    ],
)
def test_a_day_off_is_moved_to_the_working_day_before(due: str, said: str, offered: str) -> None:
    finding = coached(background(calendar=CALENDAR), due=due)["day_off"]
    assert said in finding.message
    assert finding.repairs[0].changes == {"due": offered}


def test_the_ends_of_periods_are_offered_as_their_last_working_days() -> None:
    known = background(calendar=CALENDAR)
    offered = [repair.changes["due"] for repair in found(known, date(2026, 5, 4), due="")["no_date"].repairs]
    assert offered == ["2026-05-29", "2026-06-30", "2026-12-31"]


def test_a_long_way_gets_a_milestone_a_quarter() -> None:
    answers = {"start": "2026-10-01", "due": "2027-12-31", "target": "60000"}
    finding = coached(Background(), **answers)["long_without_milestones"]
    planned = applied(finding, a_draft(**answers))
    lines = planned.milestones.splitlines()
    assert [line.split()[0] for line in lines] == ["2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30"]
    assert "long_without_milestones" not in coached(Background(), **answers, milestones=planned.milestones)
    assert "long_without_milestones" not in coached(Background(), **answers | {"due": "2027-10-01"})


# --- all of them

EMPTY = dict.fromkeys(("title", "specific", "target", "unit", "due", "start", "kind", "evidence", "why"), "")


def test_what_is_waved_off_is_silent() -> None:
    draft = a_draft(**EMPTY)
    codes = {one.code for one in findings(draft, ENGLISH, TODAY)}
    waived = draft.with_(waived=tuple(Waiver(code=code, reason="so be it", day=TODAY) for code in codes))
    assert findings(waived, ENGLISH, TODAY) == []


goals = st.builds(
    lambda title, kind, unit, target, due: a_draft(
        title=title, specific=title, kind=kind, unit=unit, target=target, due=due, start="2026-10-01"
    ),
    title=st.sampled_from(["Sell more", "Calls", "Raise revenue to 60000 and win 5 customers", "Win rate", ""]),
    kind=st.sampled_from(["", "revenue", "activity", "conversion", "other", "sales_cycle", "retention"]),
    unit=st.sampled_from(["", "USD", "count", "%", "days", "hours"]),
    target=st.sampled_from(["", "1", "50", "100", "60,000", "1000000", "lots"]),
    due=st.sampled_from(["", "2026-12-31", "2026-10-10", "2020-01-01", "2028-12-29", "soon"]),
)
logs = st.sampled_from([[], LOG])


@given(draft=goals, log=logs)
@settings(max_examples=150)
def test_every_finding_says_why_and_how_and_every_ready_repair_fits_the_draft(draft: Any, log: list[LogRecord]) -> None:
    known = background(log)
    for finding in findings(draft, ENGLISH, TODAY, known):
        assert finding.code in CODES
        assert finding.letter in "SMART"
        assert finding.message
        assert finding.why
        assert finding.repairs
        for repair in finding.repairs:
            assert repair.text
            if repair.is_ready:
                after = findings(repair.apply(draft), ENGLISH, TODAY, known)
                assert finding not in after
