"""What a goal counts: units and selectors."""

from __future__ import annotations

import pytest

from aegoals.domain.metric import UNITS, Metric, Selector, is_currency, read_unit
from aegoals.errors import RefusedInput
from tests.builders import a_record


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("%", "%"), ("percent", "%"), ("Percentage", "%"), (" pct ", "%"), ("％", "%"), ("count", "count"),
        ("number", "count"), ("day", "days"), ("days", "days"), ("hour", "hours"), ("h", "hours"),
        ("hrs", "hours"), ("score", "score"), ("points", "score"), ("NPS", "score"), ("pts", "score"),
        ("eur", "EUR"), ("SEK", "SEK"), ("currency", "JPY"), ("money", "JPY"), ("ARR", "JPY"), ("mrr", "JPY"),
    ],
)  # fmt: skip
def test_units_are_read_from_the_words_that_people_use(word: str, unit: str) -> None:
    assert read_unit(word, "JPY") == unit


@pytest.mark.parametrize("word", ["", "euros", "€€", "widgets", "E1R", "éur"])
def test_an_unknown_unit_is_named_with_the_known_ones(word: str) -> None:
    with pytest.raises(RefusedInput, match=r"is not a unit.*EUR.*%, count, days, score, hours"):
        read_unit(word)


def test_a_unit_is_money_or_one_of_five_others() -> None:
    assert not any(is_currency(unit) for unit in UNITS)
    assert is_currency("EUR")


@pytest.mark.parametrize(
    "fields",
    [
        {"kinds": ["deal_won"]},
        {"kinds": ["call", "deal_won"], "account": "globex"},
        {"product": "LUMEN M"},
        {"tag": "Upsell"},
        {"source": "Referral"},
        {},
    ],
)
def test_a_selector_compares_names_without_case(fields: dict[str, object]) -> None:
    record = a_record(kind="deal_won", account="Globex", product="Lumen M", tags=["upsell", "q1"], source="referral")
    assert Selector.build(fields).matches(record)


@pytest.mark.parametrize(
    "fields",
    [
        {"kinds": ["call"]},
        {"account": "Initech"},
        {"product": "Lumen"},
        {"tag": "upsel"},
        {"source": "x"},
        {"goal": "goal-2"},
        {"account": "Globex", "product": "Lumen S"},
    ],
)
def test_a_selector_lets_nothing_else_pass(fields: dict[str, object]) -> None:
    record = a_record(kind="deal_won", account="Globex", product="Lumen M", goal="goal-1")
    assert not Selector.build(fields).matches(record)


def test_a_field_left_empty_lets_every_record_pass() -> None:
    assert Selector.build({"account": "", "tag": "", "product": "", "source": ""}).matches(a_record())


def test_a_record_without_the_field_does_not_pass_a_filled_one() -> None:
    assert not Selector.build({"account": "Globex"}).matches(a_record())


def test_only_what_is_summed_over_the_goals_own_days_grows() -> None:
    grows = {name: Metric(unit="count", aggregation=name).grows for name in ("sum", "count", "distinct")}
    assert all(grows.values())
    assert not Metric.build({"unit": "score", "aggregation": "mean"}).grows
    assert not Metric.build({"unit": "count", "aggregation": "sum", "window": "week"}).grows


def test_a_metric_refuses_a_unit_that_is_none() -> None:
    with pytest.raises(RefusedInput, match="widgets"):
        Metric.build({"unit": "widgets", "aggregation": "sum"})
