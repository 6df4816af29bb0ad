"""``aegoals kpi``."""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def year(shell: Shell) -> Shell:
    """Log a few deals of the first quarter of 2026."""
    shell.ok("log", "won 5000 USD @Globex", today="2026-01-20")
    shell.ok("log", "won 3000 USD @Lumen", today="2026-02-10")
    shell.ok("log", "lost deal @Harbor #price", today="2026-02-11")
    shell.ok("log", "4 calls", today="2026-02-12")
    return shell


def test_tables_by_month_name_what_is_small(year: Shell) -> None:
    told = year.ok("kpi")
    assert "Win rate" in told
    assert "50 %°" in told
    assert "Fewer than 30: a small sample" in told
    assert "Mar 2026, so far" in told
    assert "price" in told


def test_quarters_and_days_can_be_asked_for(year: Shell) -> None:
    told = year.json("kpi", "--by", "quarter", "--from", "2026-01-01", "--to", "2026-03-31")
    (quarter,) = told["periods"]
    assert (quarter["start"], quarter["is_running"]) == ("2026-01-01", True)
    assert quarter["figures"]["won_amount"]["value"] == 8000
    assert quarter["figures"]["win_rate"]["inputs"] == {"W": 2, "L": 1}
    assert told["all"]["average_deal"]["value"] == 4000
    assert told["lost"]["reasons"] == {"price": 1}


def test_why_shows_the_formula_with_its_values(year: Shell) -> None:
    told = year.ok("kpi", "--why")
    assert "W / (W + L) = 2 / (2 + 1)" in told


def test_an_empty_log_says_so(shell: Shell) -> None:
    told = shell.ok("kpi")
    assert "No deal was closed in these days." in told
    assert "No goal was closed yet." in told


def test_days_in_the_wrong_order_are_refused(shell: Shell) -> None:
    result = shell("kpi", "--from", "2026-03-01", "--to", "2026-01-01")
    assert result.code == 3
    assert "Give the earlier day first." in result.err
