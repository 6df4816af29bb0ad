"""How a goal ends: exact without chance, honest with it, silent without history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast import FEWEST_DAYS, Forecast, forecast
from aegoals.domain.goal import Goal
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.measure import measure, measured_days
from aegoals.domain.metric import Metric
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import standing
from aegoals.domain.record import LogRecord
from tests.builders import CALLS, REVENUE, a_calendar, a_goal, a_record

START, DUE = date(2026, 4, 1), date(2026, 6, 30)
TODAY = date(2026, 5, 15)
BEFORE = date(2026, 1, 1)


def a_call_goal(**fields: Any) -> Goal:
    return a_goal(**({"kind": "activity", "metric": CALLS, "start": START, "due": DUE, "target": 200} | fields))


def working_days(first: date, last: date, calendar: WorkCalendar | None = None) -> list[date]:
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in days if (calendar or a_calendar()).is_working(day)]


def foreseen(
    goal: Goal, records: Sequence[LogRecord], today: date = TODAY, calendar: WorkCalendar | None = None
) -> Forecast | None:
    known = calendar or a_calendar()
    start, end = measured_days(goal.metric, goal.start, goal.due, today)
    now = standing(goal, measure(goal.metric, records, start, end), known, today, StatusLimits())
    return forecast(now, records, known, today)


def surely(goal: Goal, records: Sequence[LogRecord], today: date = TODAY) -> Forecast:
    said = foreseen(goal, records, today)
    assert said is not None
    return said


def calls(counts: Sequence[int], first: date = BEFORE) -> list[LogRecord]:
    days = working_days(first, TODAY)[: len(counts)]
    return [a_record(id=str(day), date=day, quantity=count) for day, count in zip(days, counts, strict=False) if count]


def deals(days: Sequence[date], amounts: Sequence[int]) -> list[LogRecord]:
    pairs = zip(days, amounts, strict=True)
    return [a_record(id=f"won{n}", kind="deal_won", date=d, amount=Decimal(a)) for n, (d, a) in enumerate(pairs)]


@given(st.integers(1, 40), st.dates(date(2026, 4, 2), date(2026, 6, 30)), st.integers(1, 4000))
def test_a_series_without_chance_is_foreseen_exactly(daily: int, today: date, target: int) -> None:
    records = [a_record(id=str(day), date=day, quantity=daily) for day in working_days(BEFORE, today)]
    said = surely(a_call_goal(target=target), records, today)
    end = Decimal(daily * len(working_days(START, DUE)))
    assert (said.low, said.median, said.high) == (end, end, end)
    assert said.probability == (1 if end >= target else 0)


def test_days_off_ahead_lower_the_forecast() -> None:
    records = calls([10] * len(working_days(BEFORE, TODAY)))
    fortnight = a_calendar(days_off=[{"start": date(2026, 6, 1), "end": date(2026, 6, 14)}])
    said, with_leave = foreseen(a_call_goal(), records), foreseen(a_call_goal(), records, calendar=fortnight)
    assert said is not None
    assert with_leave is not None
    assert said.median - with_leave.median == 10 * 10


@given(st.integers(1, 8), st.dates(date(2026, 4, 2), date(2026, 6, 30)), st.sampled_from([[], ["0", "0.25", "0.5"]]))
def test_days_that_bring_their_share_are_foreseen_exactly(daily: int, today: date, steps: list[str]) -> None:
    """A series without chance on a calendar of part time and, or, a ramp-up."""
    calendar = a_calendar(
        part_time=[{"start": date(2026, 3, 10), "end": date(2026, 5, 20), "share": "0.6", "work_days": [1, 2, 3]}],
        ramp_ups=[{"start": BEFORE, "shares": steps}] if steps else [],
    )
    days = working_days(BEFORE, today, calendar)
    counts = [calendar.weight(day) * daily for day in days]
    records = [a_record(id=str(day), date=day, quantity=one) for day, one in zip(days, counts, strict=True) if one]
    said = foreseen(a_call_goal(metric=CALLS.with_(unit="hours")), records, today, calendar)
    assert said is not None
    assert said.low == said.median == said.high == pytest.approx(daily * calendar.worth(START, DUE), abs=1)


@given(st.randoms(use_true_random=False), st.integers(20_000, 200_000))
def test_every_further_deal_raises_the_chance(random: Random, target: int) -> None:
    days = working_days(BEFORE, TODAY - timedelta(days=1))
    won = sorted(random.sample(days, 40))
    records = deals(won, [random.randint(500, 5_000) for _day in won])
    goal = a_goal(start=START, due=DUE, target=target)
    further = a_record(id="further", kind="deal_won", date=TODAY - timedelta(days=1), amount=Decimal(3_000))
    assert surely(goal, [*records, further]).probability >= surely(goal, records).probability


def test_the_range_holds_four_of_five_ends() -> None:
    random, inside, runs = Random(7), 0, 150  # noqa: S311 - made-up sales
    days = working_days(BEFORE, DUE)
    goal = a_goal(start=START, due=DUE, target=100_000)
    for _run in range(runs):
        won = [day for day in days if random.random() < 0.4]
        records = deals(won, [random.randint(500, 5_000) for _day in won])
        said = surely(goal, [record for record in records if record.date <= TODAY])
        end = sum((record.amount or Decimal(0)) for record in records if record.date >= START)
        inside += said.low <= end <= said.high
    assert 0.72 <= inside / runs <= 0.92


def test_a_busy_end_of_the_quarter_is_expected_again() -> None:
    late = deals(working_days(date(2026, 3, 1), date(2026, 3, 31)), [1_000] * 22)
    early = deals(working_days(date(2026, 2, 1), date(2026, 2, 28)), [1_000] * 20)
    goal, today = a_goal(start=START, due=DUE, target=30_000), date(2026, 5, 29)
    first = a_record(id="first", kind="deal_won", date=date(2026, 1, 2), amount=Decimal(1_000))
    assert surely(goal, [first, *late], today).median > surely(goal, [first, *early], today).median


def test_open_deals_count_and_are_named() -> None:
    opened = working_days(BEFORE, TODAY)
    records = [a_record(id=f"o{n}", kind="opportunity", date=day, deal=f"D{n}") for n, day in enumerate(opened)]
    for n, day in enumerate(opened[:-25]):
        kind = "deal_won" if n % 2 else "deal_lost"
        amount = Decimal(2_000) if n % 2 else None
        records.append(a_record(id=f"c{n}", kind=kind, date=opened[n + 20], deal=f"D{n}", amount=amount))
        assert day < opened[n + 20]
    said = surely(a_goal(start=START, due=DUE, target=60_000), records)
    assert said.open_deals == 25
    assert said.from_open > 0


def test_fewer_is_better_where_the_goal_wants_less() -> None:
    random = Random(3)  # noqa: S311 - made-up calls
    records = calls([random.choice([0, 1, 2]) for _day in range(95)])
    low, high = (surely(a_call_goal(direction="keep_at_most", target=target), records) for target in (40, 90))
    assert low.probability < high.probability


@pytest.mark.parametrize(("scores", "low", "high"), [([4] * 60, 1, 1), ([2] * 60, 0, 0)])
def test_a_mean_without_scatter_is_exact(scores: list[int], low: int, high: int) -> None:
    metric = default_metric(a_goal(kind="satisfaction").kind, "score")
    days = working_days(BEFORE, TODAY)
    records = [a_record(id=str(d), kind="csat", date=d, quantity=s) for d, s in zip(days, scores, strict=False)]
    goal = a_goal(kind="satisfaction", metric=metric, start=START, due=DUE, baseline=1, target=4)
    said = surely(goal, records)
    assert said.median == scores[0]
    assert low <= said.probability <= high


def test_a_mean_moves_only_as_far_as_the_answers_to_come_allow() -> None:
    metric = default_metric(a_goal(kind="satisfaction").kind, "score")
    days = working_days(START, date(2026, 6, 29))
    records = [a_record(id=str(d), kind="csat", date=d, quantity=3 + n % 3) for n, d in enumerate(days)]
    goal = a_goal(kind="satisfaction", metric=metric, start=START, due=DUE, baseline=1, target=5)
    said = surely(goal, records, date(2026, 6, 29))
    assert said.high - said.low < Decimal("0.1")
    assert said.probability == 0


def test_three_of_three_won_is_not_certainty() -> None:
    metric = default_metric(a_goal(kind="conversion").kind, "%")
    days = working_days(START, TODAY)
    won = deals(days[:3], [1_000] * 3)
    goal = a_goal(kind="conversion", metric=metric, start=START, due=DUE, baseline=10, target=95)
    said = surely(goal, won)
    assert said.is_small_sample
    assert said.low < 95 < said.high
    assert 0 < said.probability < 1


def test_customers_are_lost_one_by_one() -> None:
    metric = default_metric(a_goal(kind="retention").kind, "%")
    names = [f"Account {n}" for n in range(20)]
    bought = [a_record(id=n, kind="deal_won", date=BEFORE, account=n, amount=Decimal(1)) for n in names]
    left = [
        a_record(id=f"x{n}", kind="churn", date=day, account=names[n])
        for n, day in enumerate([date(2026, 2, 3), date(2026, 4, 20), date(2026, 5, 4)])
    ]
    goal = a_goal(
        kind="retention", metric=metric, direction="keep_at_least", baseline=0, target=90, start=START, due=DUE
    )
    said = surely(goal, [*bought, *left])
    assert said.high < Decimal(100) * 18 / 19
    assert said.low < said.median


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "paused"},
        {"metric": Metric(unit="count", aggregation="last", selector={"kinds": ("checkin",)})},
        {"due": date(2026, 5, 14)},
    ],
)
def test_nothing_is_said_where_nothing_can_be_known(fields: dict[str, Any]) -> None:
    assert foreseen(a_call_goal(**fields), calls([3] * 90)) is None


def test_a_short_history_says_nothing() -> None:
    days = working_days(START, TODAY)[-(FEWEST_DAYS - 1) :]
    records = [a_record(id=str(day), date=day, quantity=5) for day in days]
    assert foreseen(a_call_goal(), records) is None
    assert foreseen(a_goal(start=START, due=DUE), []) is None


def test_money_in_another_currency_is_not_counted() -> None:
    records = [
        a_record(id=f"{d}", kind="deal_won", date=d, amount=Decimal(100), currency="EUR")
        for d in working_days(BEFORE, TODAY)
    ]
    assert foreseen(a_goal(start=START, due=DUE, metric=REVENUE), records) is None
