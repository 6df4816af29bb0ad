"""From what the AE typed to a goal, and back to what can be typed again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import Goal
from aegoals.domain.goal_entry import (
    EntryRules,
    draft_from,
    draft_of,
    fields_of,
    goal_from,
    metric_of,
    read_milestone,
)
from aegoals.domain.metric import Window
from aegoals.errors import AmbiguousInput, RefusedInput
from tests.builders import MONDAY, a_draft, a_goal

ENGLISH = EntryRules()
SWEDISH = EntryRules(locale="sv_SE", currency="SEK")
GERMAN = EntryRules(locale="de_DE", currency="EUR")
JAPANESE = EntryRules(locale="ja_JP", currency="JPY")

rules = st.sampled_from([ENGLISH, SWEDISH, GERMAN, JAPANESE])
amounts = st.integers(0, 6).flatmap(lambda places: st.decimals(-(10**4), 10**9, places=places))


def entered(entry_rules: EntryRules = ENGLISH, **answers: str) -> Goal:
    return goal_from(a_draft(**answers), "goal-1", entry_rules, MONDAY)


def test_a_complete_draft_becomes_the_goal_it_describes() -> None:
    goal = entered(why="It pays the bonus", serves="Team: a million", evidence="54k last quarter")
    assert goal == a_goal(
        specific="Deals won with new customers",
        created_on=MONDAY,
        why="It pays the bonus",
        serves="Team: a million",
        evidence="54k last quarter",
    )


def test_missing_answers_are_named_all_at_once() -> None:
    draft = a_draft(unit="", target="  ", due="")
    with pytest.raises(RefusedInput, match=r"^Still missing: unit, target, due\.") as refusal:
        goal_from(draft, "goal-1", ENGLISH, MONDAY)
    assert "draft" in refusal.value.repair


@pytest.mark.parametrize(
    ("entry_rules", "typed", "target"),
    [
        (ENGLISH, "60,000", 60_000),
        (ENGLISH, "60k", 60_000),
        (SWEDISH, "60 000", 60_000),
        (SWEDISH, "60 tkr", 60_000),
        (GERMAN, "60.000", 60_000),
        (JAPANESE, "６万", 60_000),
    ],
)
def test_a_target_is_read_as_the_ae_writes_numbers(entry_rules: EntryRules, typed: str, target: int) -> None:
    assert entered(entry_rules, target=typed).target == target


def test_a_target_with_two_meanings_is_asked_about_under_its_name() -> None:
    with pytest.raises(AmbiguousInput, match=r"^target: “60.000” can be 60,000 or") as asked:
        entered(target="60.000")
    assert {Decimal(one) for one in asked.value.readings} == {60_000, 60}


@pytest.mark.parametrize(
    ("entry_rules", "typed"),
    [(ENGLISH, "3/31/2026"), (GERMAN, "31.3.2026"), (SWEDISH, "2026-03-31"), (JAPANESE, "2026/3/31")],
)
def test_a_date_is_read_as_the_ae_writes_dates(entry_rules: EntryRules, typed: str) -> None:
    assert entered(entry_rules, target="60k", due=typed).due == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"target": "lots"}, r"^target: “lots” is not a number"),
        ({"baseline": "none"}, r"^baseline: “none” is not a number"),
        ({"due": "soon"}, r"^due: “soon” is no day.*YYYY-MM-DD"),
        ({"start": "2026-02-30"}, r"^start: “2026-02-30” is no day"),
        ({"kind": "wish"}, "“wish” is not a goal kind"),
        ({"unit": "euros"}, "“euros” is not a unit"),
        ({"direction": "sideways"}, "“sideways” is not a direction"),
        ({"target": "0"}, "nothing to reach"),
        ({"due": "2025-12-31"}, "before the start"),
        ({"milestones": "soon"}, "“soon” has no date"),
        ({"milestones": "someday half of it"}, r"^milestone: “someday”"),
    ],
)
def test_a_wrong_answer_is_named_with_its_field(answers: dict[str, str], words: str) -> None:
    with pytest.raises(RefusedInput, match=words):
        goal_from(a_draft(**answers), "goal-1", ENGLISH, MONDAY)


def test_an_unanswered_baseline_is_nothing() -> None:
    assert entered(baseline="").baseline == 0


def test_currency_means_the_aes_own() -> None:
    assert entered(SWEDISH, unit="currency", target="60 000").metric.unit == "SEK"


def test_what_only_the_ae_can_report_listens_to_its_own_check_ins() -> None:
    goal = entered(kind="other", unit="count", target="12")
    assert goal.metric.selector.kinds == ("checkin",)
    assert goal.metric.selector.goal == "goal-1"


def test_actions_and_milestones_stand_one_a_line() -> None:
    goal = entered(
        actions="Call the ten largest\n\n  Ask for referrals  ",
        milestones="2026-01-31 20k in January\n2026-02-28: 40k\n2026-03-15 Contract signed",
    )
    assert [one.title for one in goal.actions] == ["Call the ten largest", "Ask for referrals"]
    assert [(one.due.day, one.value, one.title) for one in goal.milestones] == [
        (31, 20_000, "in January"),
        (28, 40_000, "40k"),
        (15, None, "Contract signed"),
    ]


@pytest.mark.parametrize(
    ("entry_rules", "rest", "value", "title"),
    [
        (ENGLISH, "3 products in use", 3, "products in use"),
        (ENGLISH, "1,500 seats", 1500, "seats"),
        (ENGLISH, "1.5M signed", 1_500_000, "signed"),
        (ENGLISH, "50 kits", 50, "kits"),
        (ENGLISH, "50k", 50_000, "50k"),
        (ENGLISH, "10% of the way", 10, "of the way"),
        (ENGLISH, "3 365 licences", 3, "365 licences"),
        (ENGLISH, "3rd product live", None, "3rd product live"),
        (ENGLISH, "2nd meeting with the CFO", None, "2nd meeting with the CFO"),
        (ENGLISH, "Contract 7 signed", None, "Contract 7 signed"),
        (SWEDISH, "1 500 kunder", 1500, "kunder"),
        (SWEDISH, "4,5 i snitt", Decimal("4.5"), "i snitt"),
        (GERMAN, "1.500 Kunden", 1500, "Kunden"),
        (JAPANESE, "5万円", 50_000, "円"),
        (JAPANESE, "3件", 3, "件"),
        (JAPANESE, "契約", None, "契約"),
    ],
)
def test_a_milestone_has_a_value_only_where_its_line_begins_with_one(
    entry_rules: EntryRules, rest: str, value: Decimal | int | None, title: str
) -> None:
    found = read_milestone(f"2026-02-28 {rest}", entry_rules)
    assert found == {"due": date(2026, 2, 28), "title": title} | ({} if value is None else {"value": value})


def test_a_milestone_with_a_value_of_two_meanings_is_asked_about() -> None:
    with pytest.raises(AmbiguousInput, match=r"^milestone: “1.500”"):
        read_milestone("2026-02-28 1.500 customers", ENGLISH)


TITLES = ["products in use", "signed", "契約", "[ACME] live"]
milestones = st.lists(
    st.builds(
        lambda day, value, title: {"due": day, "title": title} | ({"value": value} if value else {}),
        st.dates(date(2026, 1, 1), date(2026, 3, 31)),
        st.none() | st.decimals(0, 10**6, places=3),
        st.sampled_from(TITLES),
    ),
    max_size=3,
)


@given(amounts, amounts, milestones, rules)
def test_editing_a_goal_without_changing_a_word_changes_nothing(
    baseline: Decimal, target: Decimal, miles: list[dict[str, Any]], entry_rules: EntryRules
) -> None:
    """The draft of a goal reads back as the goal, whatever the AE's marks for decimals and thousands."""
    if baseline == target:
        target += 1
    direction = "reach_up" if target > baseline else "bring_down"
    answers = {"kind": "other", "unit": "score", "direction": direction}
    goal = goal_from(a_draft(target="1", **answers | {"direction": "reach_up"}), "goal-1", entry_rules, MONDAY)
    goal = goal.with_(
        baseline=baseline,
        target=target,
        direction=direction,
        milestones=miles,
        actions=[{"title": "Call"}, {"title": "Ask"}],
    )
    fields = fields_of(draft_of(goal, "draft-2"), goal.id, entry_rules)
    assert goal.with_(**fields) == goal


def test_a_draft_of_a_goal_remembers_which_goal_and_account() -> None:
    goal = entered(account="Globex")
    draft = draft_of(goal, "draft-2")
    assert (draft.id, draft.goal, draft.account) == ("draft-2", "goal-1", "Globex")
    assert goal.metric.selector.account == "Globex"


def test_answers_of_a_program_become_a_draft() -> None:
    answers = {
        "kind": "revenue",
        "title": "Revenue",
        "unit": "EUR",
        "direction": "reach_up",
        "baseline": 0,
        "target": 1234.567,
        "start": "2026-01-01",
        "due": "2026-03-31",
        "why": None,
        "actions": ["Call", "Ask"],
        "milestones": [
            {"title": "half", "value": 617.25, "due": "2026-02-15"},
            {"title": "signed", "due": "2026-03-01", "value": None},
            "2026-03-20 1000 nearly",
        ],
    }
    for entry_rules in (ENGLISH, GERMAN, SWEDISH):
        goal = goal_from(draft_from(answers, "draft-1"), "goal-1", entry_rules, MONDAY)
        assert goal.target == Decimal("1234.567")
        assert [one.title for one in goal.actions] == ["Call", "Ask"]
        assert [(one.title, one.value) for one in goal.milestones] == [
            ("half", Decimal("617.25")),
            ("signed", None),
            ("nearly", 1000),
        ]


@pytest.mark.parametrize("number", [1.125, Decimal("1.125"), 1.5, 3, 1e6])
def test_a_number_of_a_program_is_never_read_with_somebodys_marks(number: float | Decimal) -> None:
    for entry_rules in (ENGLISH, GERMAN, SWEDISH):
        draft = draft_from(a_draft().document() | {"target": number}, "draft-1")
        assert goal_from(draft, "goal-1", entry_rules, MONDAY).target == Decimal(str(number))


def test_an_unknown_answer_is_named() -> None:
    with pytest.raises(RefusedInput, match=r"“tarGet” is not a field of a goal\..*baseline"):
        draft_from({"tarGet": 5}, "draft-1")


def test_monthly_revenue_with_a_baseline_is_the_level_of_the_latest_month() -> None:
    monthly = a_draft(title="Monthly revenue", baseline="50000")
    assert metric_of(monthly, ENGLISH).window is Window.MONTH
    assert metric_of(monthly.with_(baseline="0"), ENGLISH).window is Window.GOAL
    assert metric_of(monthly.with_(title="Revenue"), ENGLISH).window is Window.GOAL
