"""The levers of a goal, from its AE's own last weeks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.what_if import Lever, Levers, Setting, levers, moved, scenario
from tests.builders import CALLS, a_goal, a_record

TODAY = date(2026, 3, 2)


def test_levers_stand_where_the_last_weeks_put_them() -> None:
    records = [
        *(a_record(id=f"c{n}", date=TODAY - timedelta(days=7 * n), quantity=16) for n in range(8)),
        a_record(id="old", date=TODAY - timedelta(days=100), quantity=900),
        *(a_record(id=f"w{n}", kind="deal_won", amount=Decimal(1_000 * n), deal=f"W{n}") for n in (1, 2, 3)),
        a_record(id="l", kind="deal_lost", deal="L"),
        a_record(id="o1", kind="opportunity", deal="O1", amount=Decimal(500)),
        a_record(id="o2", kind="opportunity", deal="O2", amount=Decimal(9_000), account="Harbor"),
        a_record(id="o3", kind="opportunity", deal="W1", amount=Decimal(90_000)),
    ]
    found = levers(a_goal(), records, TODAY)
    now = {one.lever: one.now for one in found.settings}
    assert now[Lever.ACTIVITY] == 16
    assert now[Lever.WIN_RATE] == 75
    assert now[Lever.DEAL_SIZE] == 2_000
    assert found.open_deal is not None
    assert found.open_deal.account == "Harbor"
    assert found.open_value == 9_000


def test_a_goal_of_calls_has_no_deals_to_move() -> None:
    found = levers(a_goal(kind="activity", metric=CALLS), [a_record(quantity=8)], TODAY)
    assert [one.lever for one in found.settings] == [Lever.ACTIVITY, Lever.DAYS_OFF]


@given(st.lists(st.integers(-30, 30), max_size=8))
def test_a_lever_stays_within_its_bounds(steps: list[int]) -> None:
    setting = Setting(Lever.WIN_RATE, Decimal(40), Decimal(1), Decimal(100))
    value = setting.now
    for step in steps:
        value = moved(setting, value, step)
        assert 0 <= value <= 100


@pytest.mark.parametrize(
    ("wished", "factor", "days_off", "lost"),
    [
        ({}, 1.0, 0, 0.0),
        ({Lever.ACTIVITY: Decimal(30)}, 1.5, 0, 0.0),
        ({Lever.ACTIVITY: Decimal(10), Lever.WIN_RATE: Decimal(80)}, 1.0, 0, 0.0),
        ({Lever.DAYS_OFF: Decimal(10), Lever.SLIP: Decimal(1)}, 1.0, 10, 400.0),
    ],
)
def test_levers_multiply_and_a_slip_takes_what_was_hoped_for(
    wished: dict[Lever, Decimal], factor: float, days_off: int, lost: float
) -> None:
    known = Levers(
        (
            Setting(Lever.ACTIVITY, Decimal(20), Decimal(1), Decimal(100)),
            Setting(Lever.WIN_RATE, Decimal(40), Decimal(1), Decimal(100)),
        ),
        a_record(kind="opportunity"),
        Decimal(1_000),
    )
    found = scenario(known, wished, Decimal("0.4"))
    assert (found.factor, found.days_off, found.lost) == (factor, days_off, lost)
