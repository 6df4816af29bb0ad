"""The reverse funnel: exact on constructed histories, honest about what the log does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.coach import OwnHistory
from aegoals.domain.coaching.funnel import Funnel, FunnelQuestion, Step, funnel_of
from aegoals.domain.record import LogRecord
from tests.builders import a_calendar
from tests.domain.coaching.histories import record, won

TODAY = date(2026, 11, 20)
LAST_WEEK = date(2026, 11, 10)
SPRING = date(2026, 3, 2)
CALENDAR = a_calendar()
PROPOSAL, MEETING, CALL = ("proposal",), ("meeting", "demo"), ("call",)


def asked(
    log: Sequence[LogRecord], gap: int | str | Decimal, currency: str | None = "USD", days: int = 20
) -> Funnel | None:
    return funnel_of(FunnelQuestion(Decimal(gap), currency, days, TODAY, CALENDAR), OwnHistory(log))


def steps_of(funnel: Funnel | None) -> dict[tuple[str, ...], Step]:
    assert funnel is not None
    return {step.kinds: step for step in funnel.steps}


def a_year(*, deals: int = 10, lost: int = 30, amount: int = 5_000) -> list[LogRecord]:
    """Return a year of deals, with 2 proposals, 4 meetings, 1 demo and 20 calls for one opportunity."""
    opportunities = deals + lost
    return [
        record(SPRING, "deal_won", deals, amount=Decimal(amount * deals)),
        record(SPRING, "deal_lost", lost),
        record(SPRING, "opportunity", opportunities),
        record(SPRING, "proposal", 2 * opportunities),
        record(SPRING, "meeting", 4 * opportunities),
        record(SPRING, "demo", opportunities),
        record(SPRING, "call", 20 * opportunities),
    ]


def test_the_way_back_is_worked_out_at_own_rates() -> None:
    steps = steps_of(asked(a_year(), 50_000))
    assert steps[("deal_won",)].needed == 10
    assert steps[("opportunity",)].needed == 40
    assert steps[PROPOSAL].needed == 80
    assert steps[MEETING].needed == 200
    assert steps[CALL].needed == 800
    assert steps[CALL].per_working_day == 40
    assert steps[CALL].made == 800
    assert steps[CALL].of == 40


def test_a_number_of_deals_needs_no_average_deal() -> None:
    steps = steps_of(asked(a_year(), 5, None))
    assert steps[("opportunity",)].needed == 20


@given(
    deals=st.integers(1, 50), lost=st.integers(0, 50), amount=st.integers(1, 10**6), gap=st.integers(1, 10**8),
    days=st.integers(1, 300),
)  # fmt: skip
@settings(max_examples=60)
def test_a_constructed_history_gives_exact_numbers(deals: int, lost: int, amount: int, gap: int, days: int) -> None:
    steps = steps_of(asked(a_year(deals=deals, lost=lost, amount=amount), gap, days=days))
    needed = Fraction(gap, amount)
    opportunities = needed * (deals + lost) / deals
    assert steps[("deal_won",)].needed == needed
    assert steps[("opportunity",)].needed == opportunities
    assert steps[CALL].needed == 20 * opportunities
    assert steps[CALL].per_working_day == 20 * opportunities / days


@given(one=st.integers(1, 10**7), other=st.integers(1, 10**7))
@settings(max_examples=60)
def test_a_higher_target_never_needs_less(one: int, other: int) -> None:
    low, high = (steps_of(asked(a_year(), gap)) for gap in sorted([one, other]))
    assert all(low[kinds].needed <= high[kinds].needed for kinds in low)


@given(st.integers(1, 10**7))
@settings(max_examples=30)
def test_twice_the_target_needs_twice_of_everything(gap: int) -> None:
    once, twice = steps_of(asked(a_year(), gap)), steps_of(asked(a_year(), 2 * gap))
    assert all(twice[kinds].needed == 2 * once[kinds].needed for kinds in once)


def test_the_latest_four_weeks_stand_beside_it() -> None:
    log = [*a_year(), record(LAST_WEEK, "call", 60), record(TODAY, "call", 500)]
    step = steps_of(asked(log, 50_000))[CALL]
    assert step.recent == Fraction(60, 20)
    assert step.is_more_than_usual


def test_what_is_not_logged_is_where_the_way_back_stops() -> None:
    funnel = asked([one for one in a_year() if one.kind not in {"call", "proposal"}], 50_000)
    assert funnel is not None
    assert funnel.missing == (PROPOSAL, CALL)
    assert [step.kinds for step in funnel.activities] == [MEETING]


def test_where_no_opportunity_is_logged_a_closed_deal_counts_as_one() -> None:
    log = [won(SPRING, 1_000), record(SPRING, "deal_lost", 3), record(SPRING, "call", 40)]
    steps = steps_of(asked(log, 2_000))
    assert steps[("deal_won", "deal_lost")].needed == 8
    assert steps[CALL].needed == 80


def test_activities_are_compared_with_the_opportunities_since_they_are_logged() -> None:
    log = [won(SPRING, 1_000), record(SPRING, "opportunity", 90), record(LAST_WEEK, "opportunity", 10)]
    log.append(record(LAST_WEEK, "call", 50))
    assert steps_of(asked(log, 1_000))[CALL].needed == 5


def test_a_deal_of_another_currency_is_left_out_and_named() -> None:
    log = [*a_year(), won(SPRING, 999, currency="EUR"), won(SPRING, 999, currency="EUR", rate=Decimal("0.9"))]
    funnel = asked(log, 50_000)
    assert funnel is not None
    assert funnel.rates.left_out == (("EUR", 2),)
    assert funnel.rates.average_deal == 5_000


def test_a_deal_with_a_rate_counts_at_it() -> None:
    log = [won(SPRING, 1_000, currency="EUR", rate=Decimal(2), rate_currency="USD")]
    funnel = asked(log, 4_000)
    assert funnel is not None
    assert funnel.steps[0].needed == 2
    assert funnel.rates.left_out == ()


def test_older_deals_than_a_year_do_not_count() -> None:
    old = TODAY - timedelta(days=365)
    assert asked([won(old, 1_000)], 1_000) is None
    assert asked([won(old + timedelta(days=1), 1_000)], 1_000) is not None


def test_there_is_no_way_back_from_nothing() -> None:
    assert asked([], 50_000) is None
    assert asked([record(SPRING, "deal_lost", 3)], 50_000) is None
    assert asked(a_year(), 0) is None
    assert asked(a_year(), -5) is None
    assert asked(a_year(), 50_000, days=0) is None
    assert asked([record(SPRING, "deal_won")], 50_000) is None
