"""What the cells of the week and the month show: their sums are the totals of the records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.heat import STRONGEST, HeatBy, heat_map, strength
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import totals_by_kind
from tests.builders import MONDAY, a_record

KINDS = ("call", "demo", "deal_won", "renewal", "proposal", "csat", "site_visit")


@st.composite
def records(draw: st.DrawFn) -> list[LogRecord]:
    return [
        a_record(
            id=f"r{number}",
            date=MONDAY + timedelta(days=draw(st.integers(0, 40))),
            kind=draw(st.sampled_from(KINDS)),
            quantity=draw(st.integers(0, 50)),
            **draw(
                st.sampled_from(
                    (
                        {},
                        {"amount": "1200.50", "currency": "EUR"},
                        {"amount": "300", "currency": "SEK"},
                        {"amount": "10", "currency": "USD", "rate": "0.9", "rate_currency": "EUR"},
                    )
                )
            ),
        )
        for number in range(draw(st.integers(0, 20)))
    ]


@given(records())
def test_the_cells_add_up_to_the_totals_of_the_records(logged: Sequence[LogRecord]) -> None:
    counts = heat_map(logged, HeatBy.COUNT, "EUR")
    totals = {one.kind: one.count for one in totals_by_kind(logged) if one.kind != "csat"}
    assert counts.of_kinds() == totals
    assert counts.total == sum(totals.values()) == sum(counts.of_days().values())


@given(records())
def test_money_is_what_was_bought_converted_or_named_as_left_out(logged: Sequence[LogRecord]) -> None:
    money = heat_map(logged, HeatBy.AMOUNT, "EUR")
    bought = [one for one in logged if one.kind in {"deal_won", "renewal"} and one.amount is not None]
    rates = {"EUR": Decimal(1), "USD": Decimal("0.9")}
    assert money.total == sum(one.amount * rates.get(one.currency or "", 0) for one in bought if one.amount)
    assert sum(money.left_out.values()) == sum(one.amount for one in bought if one.currency == "SEK" and one.amount)
    assert sum(money.of_days().values()) == sum(money.of_kinds().values()) == money.total


def test_each_day_and_kind_has_its_own_cell() -> None:
    tuesday = MONDAY + timedelta(days=1)
    logged = [a_record(quantity=3), a_record(quantity=2), a_record(kind="demo"), a_record(date=tuesday)]
    heat = heat_map(logged, HeatBy.COUNT, "EUR")
    assert heat.cells == {("call", MONDAY): 5, ("demo", MONDAY): 1, ("call", tuesday): 1}
    assert heat.of_days() == {MONDAY: 6, tuesday: 1}
    assert list(heat.of_kinds()) == ["call", "demo"]
    assert heat.of_kinds()["call"] == Decimal(6)


@pytest.mark.parametrize(("value", "peak", "level"), [(0, 8, 0), (1, 8, 1), (2, 8, 1), (3, 8, 2), (8, 8, 4), (1, 0, 0)])
def test_strength_is_a_quarter_of_the_largest_begun(value: int, peak: int, level: int) -> None:
    assert strength(Decimal(value), Decimal(peak)) == level


@given(st.decimals(0, 1000), st.decimals(0, 1000))
def test_strength_never_leaves_its_scale(value: Decimal, peak: Decimal) -> None:
    assert 0 <= strength(min(value, peak), peak) <= STRONGEST
    assert (strength(min(value, peak), peak) == 0) == (min(value, peak) == 0)


def test_no_record_has_no_cell() -> None:
    assert heat_map([], HeatBy.COUNT, "EUR").of_days() == {}
    assert heat_map([a_record(kind="csat", quantity=4)], HeatBy.COUNT, "EUR").total == 0
    assert date.max not in heat_map([], HeatBy.AMOUNT, "EUR").of_days()
