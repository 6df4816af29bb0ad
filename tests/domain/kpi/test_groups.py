"""Sources, lost deals, coverage, personal records, closed goals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from aegoals.domain.kpi.attained import attainment
from aegoals.domain.kpi.bests import best_activity, best_figure
from aegoals.domain.kpi.coverage import coverage, is_covered
from aegoals.domain.kpi.figure import Figure, Kpi
from aegoals.domain.kpi.formulas import win_rate
from aegoals.domain.kpi.groups import MOST_GROUPS, groups, lost_reasons, source_of
from aegoals.domain.kpi.history import History
from aegoals.domain.kpi.periods import By, periods_between, usual_start
from aegoals.domain.periods import Period
from aegoals.errors import RefusedInput
from tests.builders import a_goal, a_record, a_standing

TODAY = date(2026, 3, 20)
SPAN = Period(date(2026, 1, 1), date(2026, 3, 31))
JANUARY, FEBRUARY, MARCH = periods_between(By.MONTH, SPAN.start, SPAN.end)


def test_deals_are_grouped_by_their_own_source_else_by_that_of_their_opening() -> None:
    records = [
        a_record(id="1", kind="opportunity", deal="a", source="SDR"),
        a_record(id="2", kind="deal_won", deal="a", amount=Decimal(100)),
        a_record(id="3", kind="deal_lost", source="sdr"),
        a_record(id="4", kind="deal_lost"),
    ]
    first, nameless = groups(History(records, TODAY), SPAN, "USD", source_of)
    assert first.name == "SDR"
    assert [first.won, first.lost, first.win_rate, first.average_deal] == [1, 1, 50, 100]
    assert first.is_small
    assert nameless.name == ""
    assert nameless.lost == 1


def test_many_sources_end_in_one_group_and_nothing_is_lost() -> None:
    records = [a_record(id=f"{number:02}", kind="deal_won", source=f"S{number}") for number in range(12)]
    found = groups(History(records, TODAY), SPAN, "USD", source_of)
    assert len(found) == MOST_GROUPS + 1
    assert found[-1].name is None
    assert sum(one.won for one in found) == 12


def test_reasons_of_lost_deals_are_their_tags() -> None:
    records = [
        a_record(id="1", kind="deal_lost", tags=("price",)),
        a_record(id="2", kind="deal_lost", tags=("Price", "timing")),
        a_record(id="3", kind="deal_lost", note="never called back"),
        a_record(id="4", kind="deal_lost"),
    ]
    found = lost_reasons(History(records, TODAY), SPAN)
    assert found.reasons == (("price", Decimal(2)), ("timing", Decimal(1)))
    assert [found.lost, found.noted, found.silent] == [4, 1, 1]


def test_coverage_is_open_money_over_what_is_missing() -> None:
    records = [
        a_record(id="1", kind="opportunity", deal="a", amount=Decimal(30_000)),
        a_record(id="2", kind="opportunity", deal="b", amount=Decimal(5_000)),
        a_record(id="3", kind="deal_won", deal="b", amount=Decimal(20_000)),
        a_record(id="4", kind="opportunity", deal="c", amount=Decimal(1), currency="SEK"),
        a_record(id="5", kind="deal_lost"),
    ]
    history, one = History(records, TODAY), a_standing(a_goal(), 20_000, TODAY)
    found = coverage(one, history, win_rate(history, SPAN, ""))
    assert [found.open_amount, found.missing, found.value] == [30_000, 40_000, Decimal("0.75")]
    assert found.needed == 2
    assert found.left_out == (("SEK", 1),)


def test_a_goal_that_is_reached_needs_no_coverage() -> None:
    assert is_covered(a_standing(a_goal(), 20_000, TODAY))
    assert not is_covered(a_standing(a_goal(), 60_000, TODAY))


def figure(period: Period, value: int, sample: int, kpi: Kpi = Kpi.WIN_RATE) -> Figure:
    return Figure(kpi, period, Decimal(value), "%", (), sample)


def test_one_deal_won_of_one_is_no_record() -> None:
    best = best_figure([figure(JANUARY, 100, 1), figure(FEBRUARY, 60, 9), figure(MARCH, 90, 9)], TODAY)
    assert best is not None
    assert best.period == FEBRUARY
    assert [best.value, best.now] == [60, 90]
    assert not best.is_now


def test_the_running_month_can_hold_the_record_of_a_sum() -> None:
    amounts = [figure(one, value, 1, Kpi.WON_AMOUNT) for one, value in ((JANUARY, 5), (FEBRUARY, 5), (MARCH, 7))]
    best = best_figure(amounts, TODAY)
    assert best is not None
    assert best.is_now
    earlier = best_figure(amounts[:2], TODAY)
    assert earlier is not None
    assert earlier.period == JANUARY


def test_of_sales_cycles_the_shortest_is_the_best() -> None:
    best = best_figure([figure(JANUARY, 40, 9, Kpi.SALES_CYCLE), figure(FEBRUARY, 30, 9, Kpi.SALES_CYCLE)], TODAY)
    assert best is not None
    assert best.value == 30


def test_nothing_logged_holds_no_record() -> None:
    assert best_figure([], TODAY) is None
    assert best_activity("call", {}, TODAY) is None
    best = best_activity("call", {JANUARY: Decimal(9), MARCH: Decimal(9)}, TODAY)
    assert best is not None
    assert best.period == JANUARY
    assert best.now == 9


def test_closed_goals_tell_how_far_they_came() -> None:
    def closed(key: str, outcome: str, actual: int) -> object:
        closing = {"day": date(2026, 3, 31), "outcome": outcome, "actual": Decimal(actual)}
        return a_goal(id=key, state="closed", closing=closing)

    goals = [closed("a", "missed", 45_000), closed("b", "dropped", 0), a_goal(id="c")]
    found = attainment(a_standing(goal, None, date(2026, 4, 2)) for goal in goals)  # type: ignore[arg-type]
    assert [(one.goal.id, one.share, one.outcome) for one in found] == [("a", Decimal("0.75"), "missed")]


def test_a_year_of_months_or_two_of_quarters_unless_told() -> None:
    months = periods_between(By.MONTH, usual_start(By.MONTH, TODAY), TODAY)
    assert (len(months), months[0].start) == (12, date(2025, 4, 1))
    quarters = periods_between(By.QUARTER, usual_start(By.QUARTER, TODAY), TODAY, 2)
    assert (len(quarters), quarters[-1]) == (8, Period(date(2026, 2, 1), date(2026, 4, 30)))


def test_an_impossible_range_is_refused() -> None:
    with pytest.raises(RefusedInput, match="is after"):
        periods_between(By.MONTH, TODAY, SPAN.start)
    with pytest.raises(RefusedInput, match="more than 120"):
        periods_between(By.MONTH, date(1990, 1, 1), TODAY)
