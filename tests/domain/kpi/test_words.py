"""Every key figure has its words, in the program and in docs/reference/kpis.md."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from aegoals.domain.kpi.figure import Kpi
from aegoals.domain.kpi.formulas import win_rate
from aegoals.domain.kpi.history import History
from aegoals.domain.kpi.why import explain_figure
from aegoals.domain.kpi.words import WORDINGS
from aegoals.domain.periods import Period
from tests.builders import a_record

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "kpis.md"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize("kpi", Kpi)
def test_the_reference_has_the_formula_of_each_figure(kpi: Kpi) -> None:
    wording = WORDINGS[kpi]
    assert f"| {wording.title} | {wording.formula} |" in REFERENCE.read_text(encoding="utf-8")


def test_a_figure_says_formula_values_days_and_that_its_sample_is_small() -> None:
    records = [a_record(id="1", kind="deal_won", quantity=Decimal(3)), a_record(id="2", kind="deal_lost")]
    reason = explain_figure(win_rate(History(records, date(2026, 3, 31)), MARCH, "USD"), "USD", "en_US")
    assert (reason.value, reason.formula, reason.worked) == ("75 %", "W / (W + L)", "3 / (3 + 1)")
    assert [(part.letter, part.value) for part in reason.parts] == [("W", "3"), ("L", "1")]
    assert "Counted are the days from Mar 1, 2026 to Mar 31, 2026." in reason.rules
    assert any("Fewer than 30" in rule for rule in reason.rules)


def test_without_deals_a_figure_says_that_there_is_nothing() -> None:
    reason = explain_figure(win_rate(History([], MARCH.end), MARCH, "USD"), "USD", "en_US")
    assert reason.value == "–"
    assert "There is nothing to divide by." in reason.rules
