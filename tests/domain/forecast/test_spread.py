"""Distributions agree with known tables and with themselves."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.forecast.spread import Certain, Moved, Spread, around, growing

MEANS = st.floats(0.01, 1e7)
WIDTHS = st.floats(0.02, 4)
SHARES = st.floats(0.02, 0.98)


@pytest.mark.parametrize(
    ("mean", "variance", "value", "chance"),
    [
        (1, 1, 1, 1 - exp(-1)),  # the exponential distribution
        (5, 10, 9.236357, 0.9),  # chi-squared with 5 degrees of freedom
        (10, 20, 18.307038, 0.95),  # chi-squared with 10
        (100, 200, 124.342113, 0.95),  # chi-squared with 100
    ],
)
def test_what_adds_up_follows_the_tables_of_the_gamma_distribution(
    mean: float, variance: float, value: float, chance: float
) -> None:
    assert growing(mean, variance).at_most(value) == pytest.approx(chance, abs=1e-6)


def test_a_mean_follows_the_tables_of_the_normal_distribution() -> None:
    spread = around(4.2, 0.01, 1, 5)
    assert spread.at_least(4.2) == pytest.approx(0.5)
    assert spread.at_most(4.2 + 1.959964 * 0.1) == pytest.approx(0.975, abs=1e-6)


@given(MEANS, WIDTHS, SHARES)
def test_a_quantile_is_passed_as_often_as_it_says(mean: float, width: float, share: float) -> None:
    spread = growing(mean, (width * mean) ** 2)
    value = spread.quantile(share)
    if value > mean * 1e-6:
        assert spread.at_most(value) == pytest.approx(share, abs=1e-4)


@given(MEANS, WIDTHS, st.lists(st.floats(0, 1e8), min_size=2, max_size=2))
def test_more_is_never_more_likely(mean: float, width: float, values: list[float]) -> None:
    low, high = sorted(values)
    for spread in (growing(mean, (width * mean) ** 2), around(mean, (width * mean) ** 2, 0, 2 * mean)):
        assert spread.at_least(low) >= spread.at_least(high) - 1e-9
        assert 0 <= spread.at_least(high) <= 1


@pytest.mark.parametrize("spread", [Certain(12.0), growing(12, 0), around(12, 0, 0, 20), Moved(2, 1, Certain(10))])
def test_without_scatter_a_value_is_reached_exactly(spread: Spread) -> None:
    assert (spread.at_least(12), spread.at_most(12), spread.at_least(12.01)) == (1, 1, 0)
    assert spread.quantile(0.1) == spread.quantile(0.9) == 12


def test_what_is_lost_lowers_the_known_part() -> None:
    spread = Moved(100, -5, growing(2, 2))
    assert spread.quantile(0.1) < spread.quantile(0.5) < spread.quantile(0.9) < 100
    assert spread.at_least(90) == pytest.approx(growing(2, 2).at_most(2))
