"""Two goals in one sentence, in five languages; one goal is left alone."""

from __future__ import annotations

import pytest

from aegoals.domain.coaching.sentences import object_is_named, two_goals
from aegoals.domain.coaching.specific import SAYS_NOTHING
from aegoals.domain.goal_guide import GOAL_TYPES
from tests.builders import a_draft
from tests.domain.coaching.histories import applied, found

TWO = [
    ("Raise revenue to 60,000 and win 5 new customers", "Raise revenue to 60,000", "win 5 new customers"),
    ("Call 20 prospects a week and book 5 meetings", "Call 20 prospects a week", "book 5 meetings"),
    ("Increase revenue by 10 %; raise CSAT to 4.5", "Increase revenue by 10 %", "raise CSAT to 4.5"),
    ("Öka intäkterna till 600 000 och vinna 5 nya kunder", "Öka intäkterna till 600 000", "vinna 5 nya kunder"),
    ("Den Umsatz auf 60.000 steigern und 5 neue Kunden gewinnen", "Den Umsatz auf 60.000 steigern",
     "5 neue Kunden gewinnen"),
    ("売上を6万ドルに伸ばし、新規顧客を5社獲得する", "売上を6万ドルに伸ばし", "新規顧客を5社獲得する"),
    ("把销售额提高到60000元，并赢得5个新客户", "把销售额提高到60000元", "并赢得5个新客户"),
]  # fmt: skip
ONE = [
    "Raise revenue from 50,000 to 60,000 by the end of the quarter",
    "Win 10 new customers in Sweden and Norway by June",
    "Deals won with new and existing customers",
    "20 demos and proposals a month",
    "Keep at least 90 % of the customers in the north and the south",
    "Vinna 10 nya kunder i Sverige och Norge",
    "10 neue Kunden in Schweden und Norwegen gewinnen",
    "スウェーデン、ノルウェーで新規顧客を10社獲得する",
    "在瑞典和挪威赢得10个新客户",
    "",
]


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_two_goals_are_told_apart(text: str, one: str, other: str) -> None:
    halves = two_goals(text)
    assert halves is not None
    assert [half.text for half in halves] == [one, other]


@pytest.mark.parametrize("text", ONE)
def test_one_goal_is_left_alone(text: str) -> None:
    assert two_goals(text) is None


def test_a_repair_keeps_one_of_them_with_its_number() -> None:
    text = "Raise revenue to 60,000 and win 5 new customers"
    finding = found(specific=text)["two_goals"]
    assert [repair.text for repair in finding.repairs] == [
        "keep only: “Raise revenue to 60,000”",
        "keep only: “win 5 new customers”",
    ]
    kept = applied(finding, a_draft(specific=text), 1)
    assert (kept.specific, kept.kind, kept.target, kept.unit) == ("win 5 new customers", "new_business", "5", "count")
    assert "two_goals" not in found(**{name: getattr(kept, name) for name in ("title", "specific", "kind", "target")})


@pytest.mark.parametrize("text", [text for one in GOAL_TYPES for text in (*one.titles, *one.specifics, *one.evidence)])
def test_the_wizards_own_examples_are_one_goal(text: str) -> None:
    assert two_goals(text) is None


@pytest.mark.parametrize("text", [text for one in GOAL_TYPES if one.kind in SAYS_NOTHING for text in one.titles])
def test_the_wizards_own_titles_name_an_object(text: str) -> None:
    assert object_is_named(text)
