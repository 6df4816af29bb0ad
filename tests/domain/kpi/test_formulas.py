"""Key figures agree with naive ones, and with the measures of goals."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.kpi import formulas
from aegoals.domain.kpi.figure import Kpi
from aegoals.domain.kpi.history import History
from aegoals.domain.measure import measure
from aegoals.domain.own_kinds import OwnKind
from aegoals.domain.periods import Period
from aegoals.domain.record import LogRecord
from tests.builders import a_record
from tests.domain.kpi import oracle

FIRST, TODAY = date(2026, 1, 1), date(2026, 6, 30)
SPAN = Period(date(2026, 2, 1), date(2026, 4, 30))
KINDS = ("opportunity", "deal_won", "deal_lost", "renewal", "churn", "csat", "demo", "proposal", "meeting", "call")


@st.composite
def logs(draw: st.DrawFn) -> list[LogRecord]:
    """Return a log of half a year with few names, so that deals and accounts meet; one event an account and day."""
    days = draw(st.lists(st.integers(0, 200), max_size=40, unique=True))
    records = []
    for number, day in enumerate(days):
        kind = draw(st.sampled_from(KINDS))
        has_money = draw(st.booleans()) and kind in {"opportunity", "deal_won"}
        records.append(
            a_record(
                id=f"{number:03}",
                date=FIRST + timedelta(days=day),
                kind=kind,
                quantity=Decimal(draw(st.integers(1, 4))),
                deal=draw(st.sampled_from([None, "a", "b", "c", "d"])),
                account=draw(st.sampled_from([None, "Globex", "globex", "Lumen"])),
                amount=Decimal(draw(st.integers(1, 9_000))) if has_money else None,
                currency=draw(st.sampled_from(["USD", "SEK"])) if has_money else None,
            )
        )
    return records


def known(records: list[LogRecord]) -> list[LogRecord]:
    return [one for one in records if one.date <= TODAY]


def same(value: Decimal | None, expected: Fraction | None) -> bool:
    if value is None or expected is None:
        return value is None and expected is None
    return abs(Fraction(value) - expected) * 10**12 <= abs(expected) + 1


@given(logs())
def test_each_figure_is_what_a_naive_count_gives(records: list[LogRecord]) -> None:
    history, start, end = History(records, TODAY), SPAN.start, SPAN.end
    assert same(formulas.win_rate(history, SPAN, "USD").value, oracle.win_rate(records, start, end))
    assert same(formulas.average_deal(history, SPAN, "USD").value, oracle.average_deal(records, start, end, "USD"))
    assert same(formulas.sales_cycle(history, SPAN, "USD").value, oracle.sales_cycle(records, start, end))
    assert same(formulas.retention(history, SPAN, "USD").value, oracle.retention(known(records), start, end))
    assert same(formulas.satisfaction(history, SPAN, "USD").value, oracle.mean_score(records, start, end))


@given(logs(), st.integers(0, 180))
def test_deals_open_on_a_day_are_counted_one_by_one(records: list[LogRecord], day: int) -> None:
    then = FIRST + timedelta(days=day)
    assert History(records, TODAY).open_on(then) == oracle.open_deals(records, then, TODAY)


@given(logs())
def test_velocity_is_made_of_the_other_figures(records: list[LogRecord]) -> None:
    history = History(records, TODAY)
    makers = (formulas.average_deal, formulas.win_rate, formulas.sales_cycle)
    deal, rate, cycle = (make(history, SPAN, "USD").value for make in makers)
    found = formulas.velocity(history, SPAN, "USD").value
    if deal is None or rate is None or not cycle:
        assert found is None
    else:
        opened = oracle.open_deals(records, SPAN.end, TODAY)
        assert same(found, opened * Fraction(deal) * Fraction(rate) / 100 / Fraction(cycle))


@pytest.mark.parametrize(
    ("kind", "unit", "kpi"),
    [
        (GoalKind.CONVERSION, "%", Kpi.WIN_RATE),
        (GoalKind.REVENUE, "USD", Kpi.WON_AMOUNT),
        (GoalKind.SALES_CYCLE, "days", Kpi.SALES_CYCLE),
        (GoalKind.SATISFACTION, "score", Kpi.SATISFACTION),
        (GoalKind.RETENTION, "%", Kpi.RETENTION),
    ],
)
@given(records=logs())
def test_a_goal_that_measures_the_same_has_the_same_value(
    records: list[LogRecord], kind: GoalKind, unit: str, kpi: Kpi
) -> None:
    metric = default_metric(kind, unit)
    measured = measure(metric, known(records), SPAN.start, SPAN.end)
    found = formulas.MAKERS[kpi](History(records, TODAY), SPAN, "USD")
    assert found.value == measured.value
    assert found.left_out == measured.left_out


@given(logs())
def test_what_adds_up_over_months_adds_up_over_the_quarter(records: list[LogRecord]) -> None:
    history = History(records, TODAY)
    months = [Period(date(2026, month, 1), date(2026, month + 1, 1) - timedelta(days=1)) for month in (2, 3, 4)]
    for make in (formulas.won_amount, formulas.deals_won):
        parts = [make(history, month, "USD").value or Decimal(0) for month in months]
        assert sum(parts) == make(history, SPAN, "USD").value
    rates = [formulas.win_rate(history, month, "USD") for month in months]
    whole = formulas.win_rate(history, SPAN, "USD")
    assert [sum(one.input(letter) for one in rates) for letter in "WL"] == [whole.input("W"), whole.input("L")]


@given(logs())
def test_the_funnel_only_narrows(records: list[LogRecord]) -> None:
    found = formulas.funnel(History(records, TODAY), SPAN)
    numbers = [number for _step, number in found.steps]
    assert all(before >= after for before, after in pairwise(numbers))
    assert all(one.value is None or 0 <= one.value <= 100 for one in formulas.conversions(found))


def deal(name: str, *kinds: str) -> list[LogRecord]:
    return [
        a_record(id=f"{name}{place}", deal=name, kind=kind, date=date(2026, 3, 2) + timedelta(days=place))
        for place, kind in enumerate(kinds)
    ]


def test_a_step_that_was_skipped_counts_as_passed() -> None:
    records = [
        *deal("a", "opportunity", "demo", "proposal", "deal_won"),
        *deal("b", "opportunity", "proposal", "deal_lost"),
        *deal("c", "opportunity", "deal_lost"),
        *deal("d", "opportunity", "demo"),  # open: it counts for nothing yet
    ]
    found = formulas.funnel(History(records, TODAY), SPAN)
    assert found.steps == (("opportunity", 3), ("demo", 2), ("proposal", 2), ("deal_won", 1))


def test_a_step_that_is_never_logged_is_none() -> None:
    records = [*deal("a", "opportunity", "deal_won"), *deal("b", "opportunity", "deal_lost")]
    history = History(records, TODAY)
    assert [step for step, _number in formulas.funnel(history, SPAN).steps] == ["opportunity", "deal_won"]
    assert Kpi.TO_WON not in formulas.figures(history, SPAN, "USD")


def test_money_of_another_currency_counts_at_its_rate_or_is_named() -> None:
    records = [
        a_record(id="1", kind="deal_won", amount=Decimal(100)),
        a_record(id="2", kind="deal_won", amount=Decimal(1000), currency="SEK"),
        a_record(id="3", kind="deal_won", amount=Decimal(50), currency="EUR", rate=Decimal("1.1"), rate_currency="USD"),
        a_record(id="4", kind="deal_won"),
    ]
    found = formulas.average_deal(History(records, TODAY), SPAN, "USD")
    assert found.value == Decimal("77.5")
    assert found.left_out == (("SEK", 1), ("amount", 1))
    assert formulas.deals_won(History(records, TODAY), SPAN, "USD").value == 4


def test_few_deals_are_a_small_sample_and_a_sum_is_not() -> None:
    records = [a_record(id=str(number), kind="deal_won", amount=Decimal(9)) for number in range(29)]
    history = History(records, TODAY)
    assert formulas.win_rate(history, SPAN, "USD").is_small
    assert not formulas.won_amount(history, SPAN, "USD").is_small
    more = History([*records, a_record(id="more", kind="deal_lost")], TODAY)
    assert not formulas.win_rate(more, SPAN, "USD").is_small


def test_an_own_kind_that_counts_for_a_deal_won_is_one() -> None:
    records = [a_record(id="1", kind="big_win"), a_record(id="2", kind="deal_lost")]
    own = OwnKind(kind="big_win", counts_for="deal_won")
    assert formulas.win_rate(History(records, TODAY, [own]), SPAN, "USD").value == 50


def test_what_is_dated_later_does_not_count() -> None:
    records = [a_record(kind="deal_won", date=date(2026, 4, 2))]
    assert formulas.deals_won(History(records, date(2026, 4, 1)), SPAN, "USD").value == 0
