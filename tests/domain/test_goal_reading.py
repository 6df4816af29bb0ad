"""From a sentence that was read to a draft and its findings."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules, goal_from
from aegoals.domain.goal_reading import draft_of_reading, reading_findings, with_level
from aegoals.domain.reading import read_goal
from tests.builders import MONDAY

RULES = EntryRules(currency="EUR")


def a_read_draft(text: str, today: date = MONDAY) -> GoalDraft:
    return draft_of_reading(text, read_goal(text, today), "draft-1", today)


def codes(text: str) -> list[str]:
    reading = read_goal(text, MONDAY)
    found = reading_findings(draft_of_reading(text, reading, "", MONDAY), reading, RULES, MONDAY)
    return [one.code for one in found if one.letter not in "AR"]


def changed(text: str, **answers: str) -> GoalDraft:
    reading = read_goal(text, MONDAY)
    return with_level(draft_of_reading(text, reading, "draft-1", MONDAY).with_(**answers), reading, RULES)


def test_a_sentence_fills_the_draft() -> None:
    draft = a_read_draft("Cut the average sales cycle from 58 days to 41 by 30 June 2026.")
    assert (draft.kind, draft.unit, draft.direction) == ("sales_cycle", "days", "bring_down")
    assert (draft.baseline, draft.target) == ("58", "41")
    assert (draft.start, draft.due) == (MONDAY.isoformat(), "2026-06-30")
    assert draft.title == "Cut the average sales cycle"
    assert goal_from(draft, "goal-1", RULES, MONDAY).target == 41


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Win 10 new customers", "reach_up"),
        ("Increase win rate to 30 %", "reach_up"),
        ("Cut the sales cycle to 40 days", "bring_down"),
        ("Keep retention at 90 % or more", "keep_at_least"),
        ("Keep churn below 5 %", "keep_at_most"),
        ("Keep churn at 5 % or less", "keep_at_most"),
        ("Höchstens 3 Kunden verlieren", "keep_at_most"),
        ("Ha högst 4 öppna ärenden", "keep_at_most"),
        ("解約を5件以下に抑える", "keep_at_most"),
        ("2026年内流失客户不超过3家", "keep_at_most"),
        ("Get along with everyone", ""),
    ],
)
def test_the_direction_follows_from_the_wording(text: str, direction: str) -> None:
    assert a_read_draft(text).direction == direction


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Win 10 new customers by 30 June 2026.", "Win 10 new customers"),
        ("By June 2026, win 10 new customers", "Win 10 new customers"),
        ("Raise the win rate from 20 % to 25 %", "Raise the win rate"),
        ("Öka vinstandelen från 20 % till 25 % senast 30 juni 2026", "Öka vinstandelen"),
        ("Die Abschlussquote bis Ende Juni von 20 auf 25 % steigern", "Die Abschlussquote"),
        ("2026年6月末までに受注率を25%に上げる", "2026年6月末までに受注率を25%に上げる"),
        ("Hit 500k by June", "Hit 500k by June"),
    ],
)
def test_the_title_is_the_sentence_without_date_and_figures(text: str, title: str) -> None:
    assert a_read_draft(text).title == title


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Win 10 new customers by 30 June 2026", []),
        ("Get better soon", ["vague", "no_object", "no_number", "no_date"]),
        ("Increase revenue by 15 % by 30 June 2026", ["change_without_baseline"]),
        ("Hit 500k by 30 June 2026", ["no_object", "no_unit"]),
        ("Win 10 new customers", ["no_date"]),
        ("Fler demos", ["vague", "no_number", "no_date"]),
    ],
)
def test_findings_come_from_the_draft_and_from_the_sentence(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_a_change_leads_from_its_baseline_to_a_level() -> None:
    draft = changed("Increase revenue by 15 % by 30 June 2026", baseline="40,000")
    assert (draft.target, draft.unit) == ("46000", "EUR")
    draft = changed("Cut the sales cycle by 10 days by 30 June 2026", baseline="58")
    assert (draft.target, draft.unit) == ("48", "days")


def test_a_target_beside_the_sentence_stays() -> None:
    assert changed("Increase revenue by 15 %", baseline="40,000", target="50,000").target == "50,000"


def test_a_share_of_a_share_is_not_guessed() -> None:
    assert changed("Increase the win rate by 5 %", baseline="20").target == ""


def test_an_amount_of_no_currency_is_in_the_aes_own() -> None:
    assert changed("Grow revenue to 500k by 30 June 2026").unit == "EUR"


def test_a_long_sentence_fits_into_a_draft() -> None:
    assert len(a_read_draft("Win 10 new customers " * 60).title) <= 500
