"""What feeds a goal when the AE names only kind, unit and title."""

from __future__ import annotations

from itertools import product

import pytest

from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in, kinds_named, window_named
from aegoals.domain.kinds import KINDS
from aegoals.domain.metric import UNITS, Window

WON, LOST = "deal_won", "deal_lost"

RULES = [
    # kind, unit, words, aggregation, of, kinds
    ("revenue", "EUR", "", "sum", "amount", (WON,)),
    ("revenue", "count", "", "sum", "quantity", (WON,)),
    ("new_business", "EUR", "", "sum", "amount", (WON,)),
    ("new_business", "count", "New customers", "distinct", "account", (WON,)),
    ("new_business", "count", "New leads from referrals", "sum", "quantity", ("lead",)),
    ("retention", "%", "", "ratio", "customers", ()),
    ("retention", "count", "Renewals signed", "sum", "quantity", ("renewal",)),
    ("retention", "count", "Customers lost", "sum", "quantity", ("churn",)),
    ("satisfaction", "score", "Mean score", "mean", "quantity", ("csat",)),
    ("sales_cycle", "days", "", "mean", "cycle_days", (WON,)),
    ("conversion", "%", "", "ratio", "quantity", (WON,)),
    ("conversion", "count", "Deals won", "sum", "quantity", (WON,)),
    ("conversion", "count", "At most five deals lost", "sum", "quantity", (LOST,)),
    ("activity", "count", "12 discovery calls", "sum", "quantity", ("call",)),
    ("activity", "count", "Calls and E-Mails", "sum", "quantity", ("call", "email")),
    ("activity", "count", "Be busy", "sum", "quantity", ("call", "email", "meeting", "demo", "proposal")),
    ("activity", "hours", "Training", "sum", "minutes", ("training",)),
    ("key_account", "USD", "", "sum", "amount", (WON,)),
    ("key_account", "count", "", "distinct", "product", (WON,)),
    ("key_account", "score", "", "mean", "quantity", ("csat",)),
    ("career", "hours", "", "sum", "minutes", ("training",)),
    ("milestone", "count", "", "last", "quantity", ("checkin",)),
    ("other", "count", "", "last", "quantity", ("checkin",)),
    ("other", "EUR", "", "last", "quantity", ("checkin",)),
]


@pytest.mark.parametrize(("kind", "unit", "words", "aggregation", "of", "kinds"), RULES)
def test_the_metric_follows_from_kind_unit_and_title(
    kind: str, unit: str, words: str, aggregation: str, of: str, kinds: tuple[str, ...]
) -> None:
    metric = default_metric(GoalKind(kind), unit, words)
    assert (metric.unit, metric.aggregation, metric.of) == (unit, aggregation, of)
    assert metric.selector.kinds == kinds


@pytest.mark.parametrize(("kind", "unit"), list(product(GoalKind, (*UNITS, "SEK"))))
def test_every_kind_measures_something_in_every_unit(kind: GoalKind, unit: str) -> None:
    """What the log cannot report is reported by hand, never by the wrong thing."""
    metric = default_metric(kind, unit)
    assert metric.unit == unit
    measured_by = {"SEK": "amount", "hours": "minutes", "days": "cycle_days"}
    if not is_check_in(metric) and unit in measured_by:
        assert metric.of == measured_by[unit]


def test_a_goal_at_one_account_reads_that_account_only() -> None:
    ratio = default_metric(GoalKind.CONVERSION, "%", "", "Globex")
    assert ratio.selector.account == "Globex"
    assert ratio.base is not None
    assert ratio.base.account == "Globex"
    assert default_metric(GoalKind.REVENUE, "EUR", "", "Globex").selector.account == "Globex"


def test_only_accounts_that_never_bought_are_new() -> None:
    assert default_metric(GoalKind.NEW_BUSINESS, "count").selector.new_accounts


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_known_kind_is_found_by_its_own_names(kind: str) -> None:
    for name in (kind, KINDS[kind].one, KINDS[kind].many):
        assert kind in kinds_named(f"Ten {name.capitalize()}, please")


@pytest.mark.parametrize("words", ["recalled", "calling", "cold-calls", "democracy", "demonstrate", ""])
def test_a_name_inside_another_word_is_no_name(words: str) -> None:
    assert kinds_named(words) == ()


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("Monthly revenue", Window.MONTH),
        ("Revenue per month", Window.MONTH),
        ("Månadsomsättningen", Window.MONTH),
        ("Monatsumsatz", Window.MONTH),
        ("月商", Window.MONTH),
        ("每月销售额", Window.MONTH),
        ("Calls a week", Window.WEEK),
        ("Quarterly upsell", Window.QUARTER),
        ("Annual revenue", Window.YEAR),
        ("Revenue this month", None),
        ("Bimonthly talks", None),
    ],
)
def test_a_level_names_the_time_that_it_is_reported_for(words: str, window: Window | None) -> None:
    assert window_named(words) is window
