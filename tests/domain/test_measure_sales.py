"""The measures that look back: sales cycle, win rate, new customers, customers kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.goal import GoalKind
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.measure import Measurement, kinds_needed, measure
from aegoals.domain.record import LogRecord
from tests.builders import a_record

START, END = date(2026, 3, 1), date(2026, 3, 31)
CYCLE = default_metric(GoalKind.SALES_CYCLE, "days")
WIN_RATE = default_metric(GoalKind.CONVERSION, "%")
NEW_CUSTOMERS = default_metric(GoalKind.NEW_BUSINESS, "count")
KEPT = default_metric(GoalKind.RETENTION, "%")


def on(day: date | str, kind: str, **fields: object) -> LogRecord:
    return a_record(id=f"{day}-{kind}-{sorted(fields.items())}", date=str(day), kind=kind, **fields)


def of(metric: object, log: Sequence[LogRecord]) -> Measurement:
    return measure(metric, log, START, END)  # type: ignore[arg-type]  # a metric of this module


accounts = st.sampled_from(["Globex", "globex", "Initech", "Umbrella", "Hooli", None])
events = st.builds(
    lambda day, kind, account: on(day, kind, account=account),
    st.dates(START - timedelta(days=60), END + timedelta(days=20)),
    st.sampled_from(["deal_won", "deal_lost", "renewal", "churn", "call"]),
    accounts,
)
logs = st.lists(events, max_size=25)


@given(logs)
def test_win_rate_is_won_of_closed_in_the_period_and_open_ones_are_left_out(log: list[LogRecord]) -> None:
    log = [*log, on("2026-03-02", "opportunity", deal="still open")]
    closed = [one for one in log if START <= one.date <= END and one.kind in {"deal_won", "deal_lost"}]
    won = [one for one in closed if one.kind == "deal_won"]
    found = of(WIN_RATE, log)
    if not closed:
        assert found.value is None
    else:
        assert found.value is not None
        assert abs(Fraction(found.value) - Fraction(100 * len(won), len(closed))) < Fraction(1, 10**15)
        assert found.sample == len(closed)


@given(logs)
def test_a_new_customer_never_bought_before_the_period(log: list[LogRecord]) -> None:
    bought = {"deal_won", "renewal"}
    before = {(one.account or "").lower() for one in log if one.kind in bought and one.date < START}
    won = {one.account.lower() for one in log if one.account and one.kind == "deal_won" and START <= one.date <= END}
    assert of(NEW_CUSTOMERS, log).value == len(won - before)


@given(logs)
def test_customers_kept_are_those_of_the_start_that_did_not_leave(log: list[LogRecord]) -> None:
    held: dict[str, bool] = {}
    for one in sorted(log, key=lambda each: each.date):
        if one.date < START and one.account and one.kind in {"deal_won", "renewal", "churn"}:
            held[one.account.lower()] = one.kind != "churn"
    at_start = {name for name, is_held in held.items() if is_held}
    left = {one.account.lower() for one in log if one.account and one.kind == "churn" and START <= one.date <= END}
    found = of(KEPT, log)
    if not at_start:
        assert found.value is None
    else:
        assert found.value is not None
        wanted = Fraction(100 * len(at_start - left), len(at_start))
        assert abs(Fraction(found.value) - wanted) < Fraction(1, 10**15)
        assert found.sample == len(at_start)


@given(logs, st.sampled_from([CYCLE, WIN_RATE, NEW_CUSTOMERS, KEPT]))
def test_the_kinds_that_are_read_decide_the_value(log: list[LogRecord], metric: object) -> None:
    served = [one for one in log if one.kind in kinds_needed(metric)]  # type: ignore[arg-type]  # a metric
    assert of(metric, served).value == of(metric, log).value


def test_a_cycle_runs_from_the_opportunity_to_the_signature() -> None:
    log = [
        on("2026-02-01", "opportunity", deal="A"),
        on("2026-03-03", "deal_won", deal="A"),
        on("2026-03-01", "opportunity", deal="B"),
        on("2026-03-01", "deal_won", deal="B"),
    ]
    found = of(CYCLE, log)
    assert found.value == 15
    assert found.sample == 2


def test_a_deal_of_unknown_age_is_left_out_and_counted() -> None:
    log = [
        on("2026-02-01", "opportunity", deal="A"),
        on("2026-03-03", "deal_won", deal="A"),
        on("2026-03-04", "deal_won", deal="B"),
        on("2026-03-05", "deal_won"),
    ]
    found = of(CYCLE, log)
    assert found.value == 30
    assert found.left_out == (("opened", 2),)


def test_a_deal_that_was_won_before_it_was_opened_makes_no_negative_cycle() -> None:
    log = [on("2026-03-10", "opportunity", deal="A"), on("2026-03-03", "deal_won", deal="A")]
    found = of(CYCLE, log)
    assert found.value is None
    assert found.left_out == (("opened", 1),)


def test_the_first_of_several_openings_counts() -> None:
    log = [
        on("2026-02-20", "opportunity", deal="A"),
        on("2026-02-10", "opportunity", deal="A", note="reopened"),
        on("2026-03-02", "deal_won", deal="A"),
    ]
    assert of(CYCLE, log).value == 20


def test_deals_logged_as_one_line_weigh_as_many() -> None:
    """“3 deals lost” is one record and three deals: a ratio sums first and divides then."""
    log = [on("2026-03-02", "deal_won"), on("2026-03-03", "deal_lost", quantity=3)]
    assert of(WIN_RATE, log).value == 25


def test_a_win_rate_of_one_account_is_of_its_own_deals() -> None:
    metric = default_metric(GoalKind.CONVERSION, "%", account="Globex")
    log = [
        on("2026-03-02", "deal_won", account="globex"),
        on("2026-03-03", "deal_lost", account="Globex"),
        on("2026-03-03", "deal_lost", account="Initech"),
    ]
    assert of(metric, log).value == 50


def test_a_customer_that_only_renewed_is_not_new() -> None:
    log = [on("2026-01-15", "renewal", account="Globex"), on("2026-03-02", "deal_won", account="Globex")]
    assert of(NEW_CUSTOMERS, log).value == 0
    assert {"renewal", "deal_won"} <= kinds_needed(NEW_CUSTOMERS)


def test_a_customer_that_leaves_after_the_period_was_kept_in_it() -> None:
    log = [on("2026-01-15", "deal_won", account="Globex"), on("2026-04-01", "churn", account="Globex")]
    assert of(KEPT, log).value == 100


def test_a_customer_that_left_and_came_back_before_the_period_counts_at_its_start() -> None:
    log = [
        on("2026-01-15", "deal_won", account="Globex"),
        on("2026-01-20", "churn", account="Globex"),
        on("2026-02-10", "renewal", account="Globex"),
        on("2026-03-10", "churn", account="Globex"),
    ]
    assert of(KEPT, log).value == 0


def test_promoter_scores_are_no_satisfaction_scores() -> None:
    """A 9 of 10 in a promoter question must not lift a mean of 1 to 5."""
    log = [
        on("2026-03-02", "csat", quantity=4),
        on("2026-03-03", "csat", quantity=5),
        on("2026-03-03", "csat", quantity=9, tags=["nps"]),
    ]
    assert of(default_metric(GoalKind.SATISFACTION, "score", "Mean score"), log).value == Decimal("4.5")
    assert of(default_metric(GoalKind.SATISFACTION, "score", "NPS after onboarding"), log).value == 9
