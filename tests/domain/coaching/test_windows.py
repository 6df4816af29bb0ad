"""A monthly figure is judged by past months, whatever days the goal has."""

from __future__ import annotations

from datetime import date

from aegoals.domain.coach import Background, findings, look_at
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.metric import Window
from aegoals.domain.periods import Period
from tests.builders import MONDAY, a_draft


def test_monthly_revenue_from_a_baseline_is_measured_by_the_month() -> None:
    draft = a_draft(title="Monthly revenue", specific="", baseline="50000", due="2026-06-30")
    look = look_at(draft, EntryRules(), MONDAY, Background())
    assert look.metric is not None
    assert look.metric.window is Window.MONTH
    assert look.measured_days == Period(MONDAY, date(2026, 4, 1))
    assert "baseline_of_sum" not in {one.code for one in findings(draft, EntryRules(), MONDAY)}


def test_a_sum_of_the_goals_own_days_keeps_them() -> None:
    look = look_at(a_draft(title="Monthly revenue", specific=""), EntryRules(), MONDAY, Background())
    assert look.measured_days == Period(date(2026, 1, 1), date(2026, 3, 31))
