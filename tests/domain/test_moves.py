"""What records would move: the same as measuring everything again, without doing so."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.goal import Goal
from aegoals.domain.measure import measure, measured_days
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.move_words import moves_words
from aegoals.domain.moves import Move, moves
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from aegoals.domain.today import asks
from tests.builders import CALLS, MONDAY, REVENUE, a_calendar, a_goal, a_record

WON = Selector(kinds=("deal_won",))
METRICS = {
    "calls": CALLS,
    "revenue": REVENUE,
    "deals": Metric(unit="count", aggregation=Aggregation.COUNT, selector=WON),
    "score": Metric(unit="score", aggregation=Aggregation.MEAN, selector=Selector(kinds=("csat",))),
    "win rate": Metric(
        unit="%", aggregation=Aggregation.RATIO, selector=WON, base=Selector(kinds=("deal_won", "deal_lost"))
    ),
    "new customers": Metric(
        unit="count",
        aggregation=Aggregation.DISTINCT,
        of=Of.ACCOUNT,
        selector=Selector(kinds=("deal_won",), new_accounts=True),
    ),
    "kept": Metric(unit="%", aggregation=Aggregation.RATIO, of=Of.CUSTOMERS),
    "best": Metric(unit="USD", aggregation=Aggregation.MAXIMUM, of=Of.AMOUNT, selector=WON),
    "last": Metric(unit="count", aggregation=Aggregation.LAST, selector=Selector(kinds=("call",))),
}
KINDS = ("call", "deal_won", "deal_lost", "csat", "churn", "renewal")


def stands(goal: Goal, known: list[LogRecord], today: date = MONDAY) -> Standing:
    days = measured_days(goal.metric, goal.start, goal.due, today)
    return standing(goal, measure(goal.metric, known, *days), a_calendar(), today, StatusLimits())


def moved(goal: Goal, known: list[LogRecord], new: list[LogRecord]) -> list[Move]:
    one = stands(goal, known)
    return moves([one], asks([one], a_calendar(), MONDAY), new, MONDAY, lambda _one: known)


@st.composite
def some_records(draw: st.DrawFn, name: str) -> list[LogRecord]:
    days = st.integers(-120, 20).map(lambda offset: MONDAY + timedelta(days=offset))
    rows = draw(
        st.lists(st.tuples(days, st.sampled_from(KINDS), st.integers(1, 9), st.sampled_from("ABC")), max_size=8)
    )
    return [
        a_record(id=f"{name}-{at}", date=day, kind=kind, quantity=Decimal(count), amount=Decimal(count), account=who)
        for at, (day, kind, count, who) in enumerate(rows)
    ]


@pytest.mark.parametrize("name", METRICS)
@settings(max_examples=60)
@given(known=some_records("known"), new=some_records("new"))
def test_a_preview_is_what_measuring_everything_gives(name: str, known: list[LogRecord], new: list[LogRecord]) -> None:
    goal = a_goal(metric=METRICS[name], direction="keep_at_least")
    days = measured_days(goal.metric, goal.start, goal.due, MONDAY)
    before, after = measure(goal.metric, known, *days).value, measure(goal.metric, [*known, *new], *days).value
    found = moved(goal, known, new)
    assert [move.after for move in found] == ([] if before == after else [after])


# --- in words


def test_a_count_shows_its_part_of_today_and_an_amount_its_share() -> None:
    calls = a_goal(id="c", title="Calls", metric=CALLS, target=Decimal(220), start=date(2026, 3, 1))
    revenue = a_goal(title="Revenue")
    known = [a_record(id="k", quantity=Decimal(7)), a_record(id="w", kind="deal_won", amount=Decimal(37_200))]
    new = [a_record(id="n", quantity=Decimal(3)), a_record(id="m", kind="deal_won", amount=Decimal(1_200))]
    assert moves_words(moved(calls, known, new) + moved(revenue, known, new), "en_US") == (
        "Calls 7/10 → 10/10, Revenue 62 % → 64 %"
    )


def test_records_of_another_day_move_the_goal_and_not_today() -> None:
    calls = a_goal(title="Calls", metric=CALLS, target=Decimal(220), start=date(2026, 2, 1))
    new = [a_record(date=MONDAY - timedelta(days=1), quantity=Decimal(3))]
    assert moves_words(moved(calls, [], new), "en_US") == "Calls 0/220 → 3/220"


def test_a_score_shows_its_value() -> None:
    score = a_goal(title="CSAT", metric=METRICS["score"], direction="keep_at_least", target=Decimal(4))
    known = [a_record(id="k", kind="csat", quantity=Decimal(5))]
    new = [a_record(id="n", kind="csat", quantity=Decimal(4))]
    assert moves_words(moved(score, known, new), "en_US") == "CSAT 5 → 4.5"


def test_reaching_the_target_is_ticked_and_many_goals_are_counted() -> None:
    deals = [a_goal(id=f"g{at}", title=f"Deals {at}", metric=METRICS["deals"], target=Decimal(1)) for at in range(6)]
    new = [a_record(id="n", kind="deal_won", date=MONDAY - timedelta(days=3))]
    found = [move for goal in deals for move in moved(goal, [], new)]
    assert moves_words(found, "en_US", most=2) == "Deals 0 0/1 → 1/1 ✓, Deals 1 0/1 → 1/1 ✓, +4"


def test_what_no_goal_counts_moves_nothing() -> None:
    assert moved(a_goal(), [], [a_record(kind="email")]) == []
    assert moved(a_goal(), [], [a_record(kind="deal_won", amount=Decimal(5), date=date(2026, 4, 1))]) == []
