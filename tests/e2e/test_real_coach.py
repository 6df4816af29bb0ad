"""The achievable step on real deals: place, stretch rule, baseline and reverse funnel as the CSV itself has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from aegoals.domain.coach import Finding
from aegoals.domain.draft import GoalDraft
from aegoals.exchange.sample_deals import write_sample
from aegoals.exchange.sample_names import OWNERS
from aegoals.services import Desk, open_desk
from tests.e2e.coach_oracle import months_before, percentile, pooled_rate, sums, three_figures, way_back
from tests.e2e.sales_oracle import Closed, closed_deals
from tests.e2e.test_real_deals import REAL, Program, _owners

TODAY = date(2018, 1, 2)
MONTH = {"start": "2018-01-01", "due": "2018-01-31"}
QUARTER = {"start": "2018-01-01", "due": "2018-03-31"}
DAYS_OF_JANUARY, DAYS_OF_THE_QUARTER = 31, 90
NOTHING_LOGGED = (("proposal",), ("meeting", "demo"), ("call",))


def a_revenue_goal(target: int) -> GoalDraft:
    return GoalDraft(id="d", kind="revenue", title="Revenue in January", unit="USD", target=str(target), **MONTH)


def imported(table: Path, owner: str, data: Path) -> tuple[Desk, list[Closed]]:
    Program(data)("import", str(table), "--owner", owner, "--date-format", "mdy", "--json")
    return open_desk(data, lambda: TODAY), closed_deals(table, owner)


def check_the_past(desk: Desk, deals: Sequence[Closed], target: int) -> None:
    spans = months_before(deals, TODAY, DAYS_OF_JANUARY)
    values = sums(deals, spans)
    assert len(values) >= 9
    outlook = desk.coaching.outlook(a_revenue_goal(target))
    assert outlook.past is not None
    assert [(one.period.start, one.period.end) for one in outlook.past.values] == spans
    assert [Fraction(one.value) for one in outlook.past.values] == values
    average = sum(values, Fraction(0)) / len(values)
    assert outlook.past.average == average
    assert outlook.place is not None
    assert outlook.place.percentile == percentile(Fraction(target), values)
    assert outlook.place.reached == sum(value >= target for value in values)
    assert outlook.proposed is not None
    assert Fraction(outlook.proposed) == three_figures(average * 11 / 10)


def check_the_way_back(desk: Desk, deals: Sequence[Closed], target: int) -> None:
    wanted = way_back(deals, Fraction(target), TODAY, date(2018, 1, 31))
    funnel = desk.coaching.outlook(a_revenue_goal(target)).funnel
    assert funnel is not None
    won, opened = funnel.steps
    assert (won.needed, opened.needed) == (wanted.deals, wanted.opportunities)
    assert won.per_working_day == wanted.deals / wanted.working_days
    assert funnel.rates.closed == wanted.closed
    assert funnel.missing == NOTHING_LOGGED
    assert desk.coaching.outlook_lines(a_revenue_goal(target))[-1].startswith("The way back stops here")


def check_the_baseline(desk: Desk, deals: Sequence[Closed]) -> None:
    rate = pooled_rate(deals, months_before(deals, TODAY, DAYS_OF_THE_QUARTER, step=3))
    draft = GoalDraft(id="d", kind="conversion", title="Win rate", unit="%", target="99", **QUARTER)
    past = desk.coaching.outlook(draft).past
    assert past is not None
    assert float(past.average) == pytest.approx(float(rate), abs=1e-9)
    found = {one.code: one for one in desk.coaching.findings(draft)}
    assert offered(found["no_baseline"]) == round(Decimal(rate.numerator) / rate.denominator, 1)


def offered(finding: Finding) -> Decimal:
    return Decimal(str(finding.repairs[0].changes["baseline"]))


def check_the_findings(desk: Desk, deals: Sequence[Closed]) -> None:
    values = sums(deals, months_before(deals, TODAY, DAYS_OF_JANUARY))
    codes = {
        target: {one.code for one in desk.coaching.findings(a_revenue_goal(int(target)))}
        for target in (min(values) / 2, max(values) * 2)
    }
    assert "too_easy" in codes[min(values) / 2]
    assert "out_of_reach" in codes[max(values) * 2]


def do_the_achievable_step(table: Path, owner: str, data: Path) -> None:
    desk, deals = imported(table, owner, data)
    average = sum(sums(deals, months_before(deals, TODAY, DAYS_OF_JANUARY)), Fraction(0)) / 9
    for target in (int(average * 3 / 4), int(average * 13 / 10), int(average * 3)):
        check_the_past(desk, deals, target)
        check_the_way_back(desk, deals, target)
    check_the_baseline(desk, deals)
    check_the_findings(desk, deals)


@pytest.mark.skipif(not REAL.exists(), reason=f"the sample of real deals is not there: {REAL}")
@pytest.mark.parametrize("owner", _owners(REAL, 3))
def test_the_achievable_step_of_a_real_seller_is_confirmed(owner: str, tmp_path: Path) -> None:
    do_the_achievable_step(REAL, owner, tmp_path / "data.json")


@pytest.mark.parametrize("owner", OWNERS[:1])
def test_the_achievable_step_of_a_generated_seller_is_confirmed(owner: str, tmp_path: Path) -> None:
    table = tmp_path / "deals.csv"
    write_sample(table, year=2017)
    do_the_achievable_step(table, owner, tmp_path / "data.json")
