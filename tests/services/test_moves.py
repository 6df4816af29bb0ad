"""What a line would move, from the few records that its goals need: the same as from the whole log."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from aegoals.domain.metric import Aggregation, Metric, Of, Selector, Window
from aegoals.services.context import Context
from aegoals.services.goal_reader import GoalReader
from tests.builders import CALLS, MONDAY, REVENUE, a_goal, a_record
from tests.services.memory_store import MemoryStore

WON = Selector(kinds=("deal_won",))
METRICS = (
    CALLS,
    REVENUE,
    CALLS.with_(window=Window.WEEK),
    REVENUE.with_(window=Window.YEAR),
    Metric(unit="%", aggregation=Aggregation.RATIO, selector=WON, base=Selector(kinds=("deal_won", "deal_lost"))),
    Metric(unit="count", aggregation=Aggregation.DISTINCT, of=Of.ACCOUNT, selector=WON.with_(new_accounts=True)),
    Metric(unit="%", aggregation=Aggregation.RATIO, of=Of.CUSTOMERS),
    Metric(unit="count", aggregation=Aggregation.COUNT, selector=Selector()),
)
DAYS = st.integers(-800, 20).map(lambda offset: MONDAY + timedelta(days=offset))
ROWS = st.tuples(DAYS, st.sampled_from(("call", "deal_won", "deal_lost", "churn")), st.sampled_from("ABC"))


@settings(max_examples=80, deadline=None)
@given(
    st.lists(ROWS, max_size=12),
    st.lists(ROWS, min_size=1, max_size=3),
    st.lists(st.tuples(st.sampled_from(METRICS), DAYS, st.integers(1, 300)), min_size=1, max_size=4),
)
def test_moves_are_those_that_the_whole_log_gives(
    known: list[tuple[date, str, str]], new: list[tuple[date, str, str]], goals: list[tuple[Metric, date, int]]
) -> None:
    context = Context(MemoryStore(), lambda: MONDAY)
    with context.store.transaction("log", "all") as action:
        for at, (day, kind, account) in enumerate(known):
            record = a_record(id=f"r{at:02}", date=day, kind=kind, account=account, amount=Decimal(10 + at))
            context.records.put(action, record.id, record)
        for at, (metric, start, length) in enumerate(goals):
            days = {"start": start, "due": start + timedelta(days=length)}
            goal = a_goal(id=f"g{at}", metric=metric, direction="keep_at_least", **days)
            context.goals.put(action, goal.id, goal)
    records = [
        a_record(id=f"n{at}", date=day, kind=kind, account=account, amount=Decimal(7))
        for at, (day, kind, account) in enumerate(new)
    ]
    whole = Context(context.store, lambda: MONDAY)
    whole.index.kinds()  # makes the index of every record
    assert GoalReader(context).would_move(records) == GoalReader(whole).would_move(records)
