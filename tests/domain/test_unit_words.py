"""What a value is measured in, said in words."""

from __future__ import annotations

import pytest

from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.metric import UNITS
from aegoals.domain.unit_words import measured_in


@pytest.mark.parametrize(
    ("kind", "unit", "words", "said"),
    [
        (GoalKind.REVENUE, "EUR", "", "In EUR."),
        (GoalKind.REVENUE, "count", "", "Counted in deals won."),
        (GoalKind.NEW_BUSINESS, "count", "", "Counted in customers."),
        (GoalKind.KEY_ACCOUNT, "count", "", "Counted in products."),
        (GoalKind.ACTIVITY, "count", "12 calls and 3 demos", "Counted in calls, demos."),
        (GoalKind.ACTIVITY, "count", "be busy", "Counted in activities."),
        (GoalKind.OTHER, "count", "", "A count: a plain number."),
        (GoalKind.CONVERSION, "%", "", "In per cent."),
        (GoalKind.SALES_CYCLE, "days", "", "In days."),
        (GoalKind.SATISFACTION, "score", "", "A score, such as 4.2."),
        (GoalKind.CAREER, "hours", "", "In hours."),
    ],
)
def test_a_value_is_named_by_what_it_counts(kind: GoalKind, unit: str, words: str, said: str) -> None:
    assert measured_in(default_metric(kind, unit, words)) == said


@pytest.mark.parametrize("kind", GoalKind)
@pytest.mark.parametrize("unit", [*UNITS, "JPY"])
def test_every_kind_in_every_unit_has_a_sentence_without_the_name_of_the_unit(kind: GoalKind, unit: str) -> None:
    said = measured_in(default_metric(kind, unit))
    assert said.endswith(".")
    assert "count." not in said.lower()
