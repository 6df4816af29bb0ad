"""A goal in one sentence, whole or on its way."""

from __future__ import annotations

from datetime import date

import pytest

from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.goal_guide import GOAL_TYPES, goal_type
from aegoals.domain.goal_words import read_direction, read_kind
from aegoals.domain.metric import read_unit
from aegoals.domain.statement import statement, statement_of
from aegoals.locale.numbers import read_number
from tests.builders import a_draft, a_goal

ENGLISH = EntryRules()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"title": "Revenue this quarter"}, "Revenue this quarter: $60,000 by March 31, 2026."),
        (
            {"title": "NPS after onboarding", "unit": "score", "baseline": "4", "target": "4.5"},
            "NPS after onboarding: from 4 up to 4.5 by March 31, 2026.",
        ),
        (
            {"title": "Cycle", "unit": "days", "direction": "bring_down", "baseline": "45", "target": "30"},
            "Cycle: from 45 days down to 30 days by March 31, 2026.",
        ),
        (
            {"title": "Customers kept", "unit": "%", "direction": "keep_at_least", "target": "90"},
            "Customers kept: at least 90 % by March 31, 2026.",
        ),
        (
            {"title": "Churn", "unit": "count", "direction": "keep_at_most", "target": "2", "why": "I care."},
            "Churn: at most 2 by March 31, 2026, because I care.",
        ),
        ({"title": "", "specific": "", "target": "", "due": "", "direction": ""}, "…: … by …."),
        ({"target": "60.000", "due": "soon"}, "Revenue in the first quarter: 60.000 by soon."),
    ],
)
def test_a_draft_reads_like_a_sentence(answers: dict[str, str], sentence: str) -> None:
    assert statement(a_draft(**answers), ENGLISH) == sentence


def test_a_goal_reads_in_the_locale_of_its_ae() -> None:
    goal = a_goal(target="1234.567", due=date(2026, 3, 31))
    sentence = statement_of(goal, "de_DE")
    assert "1.234,57\u00a0$" in sentence
    assert "by 31 March 2026" in sentence


def test_text_of_the_ae_stays_as_it_is() -> None:
    assert "Close [ACME] {deal} [/]" in statement(a_draft(title="Close [ACME] {deal} [/]"), ENGLISH)


@pytest.mark.parametrize("kind", GOAL_TYPES, ids=lambda kind: kind.kind)
def test_what_the_guide_proposes_can_be_entered(kind: object) -> None:
    """The examples of the wizard are themselves answers that it takes."""
    known = next(one for one in GOAL_TYPES if one is kind)
    assert read_kind(known.kind) == known.kind
    assert read_unit(known.unit, "SEK")
    assert read_direction(known.direction) == known.direction
    assert all(read_number(target) > 0 for target in known.targets)
    assert known.titles
    assert known.evidence
    assert known.whys


def test_the_guide_knows_every_kind_and_takes_unknown_ones_for_an_own_number() -> None:
    assert goal_type("revenue").kind == "revenue"
    assert goal_type("wish").kind == "other"


def test_a_figure_without_a_unit_is_written_as_the_ae_writes_numbers() -> None:
    assert "60,000" in statement(a_draft(unit="", target="60000"), ENGLISH)
    assert "60,000" in statement(a_draft(unit="f", target="60k"), ENGLISH)
