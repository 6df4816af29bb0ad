"""From records to a value: every aggregation against a loop over the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aegoals.domain.measure import kinds_needed, measure, measured_days
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.record import LogRecord
from tests.builders import MONDAY, REVENUE, a_record

START, END = date(2026, 3, 1), date(2026, 3, 31)
KINDS = ("call", "demo", "deal_won")

records = st.builds(
    lambda **fields: LogRecord.build(fields),
    date=st.dates(START - timedelta(days=10), END + timedelta(days=10)),
    kind=st.sampled_from(KINDS),
    quantity=st.decimals(0, 100, places=1),
    amount=st.none() | st.decimals(-1000, 1000, places=2),
    currency=st.sampled_from(["USD", "EUR", "SEK"]),
    rate=st.none() | st.just(Decimal("1.25")),
    rate_currency=st.sampled_from(["USD", "SEK"]),
    account=st.none() | st.sampled_from(["Globex", "GLOBEX", "Initech"]),
    product=st.none() | st.sampled_from(["Lumen M", "lumen m", "Lumen S"]),
    minutes=st.none() | st.integers(0, 600),
    id=st.uuids().map(str),
)
logs = st.lists(records, max_size=25)
selections = st.sampled_from([(), ("call",), ("call", "deal_won")])


def chosen(log: Sequence[LogRecord], kinds: Sequence[str]) -> list[LogRecord]:
    return [one for one in log if START <= one.date <= END and (not kinds or one.kind in kinds)]


def near(found: Decimal | None, wanted: Fraction | None) -> bool:
    if found is None or wanted is None:
        return found is None and wanted is None
    return abs(Fraction(found) - wanted) < Fraction(1, 10**15)


def worth(record: LogRecord) -> Fraction | None:
    """Return the dollars of a record: its own, or converted at its own rate into dollars."""
    if record.amount is None:
        return None
    if record.currency == "USD":
        return Fraction(record.amount)
    if record.rate is not None and record.rate_currency == "USD":
        return Fraction(record.amount) * Fraction(record.rate)
    return None


def measured(metric: Mapping[str, object], log: Sequence[LogRecord]) -> Decimal | None:
    return measure(Metric.build({"unit": "count", **metric}), log, START, END).value


@given(logs, selections)
def test_sum_adds_the_quantities_of_the_days(log: list[LogRecord], kinds: tuple[str, ...]) -> None:
    wanted = sum((Fraction(one.quantity) for one in chosen(log, kinds)), Fraction(0))
    assert near(measured({"aggregation": "sum", "selector": {"kinds": kinds}}, log), wanted)


@given(logs, selections)
def test_count_counts_records(log: list[LogRecord], kinds: tuple[str, ...]) -> None:
    assert measured({"aggregation": "count", "selector": {"kinds": kinds}}, log) == len(chosen(log, kinds))


@given(logs, selections)
def test_mean_and_maximum_look_at_each_record_once(log: list[LogRecord], kinds: tuple[str, ...]) -> None:
    scores = [Fraction(one.quantity) for one in chosen(log, kinds)]
    selector = {"kinds": kinds}
    mean = sum(scores, Fraction(0)) / len(scores) if scores else None
    assert near(measured({"aggregation": "mean", "selector": selector}, log), mean)
    assert near(measured({"aggregation": "maximum", "selector": selector}, log), max(scores, default=None))


@given(logs, st.randoms())
def test_last_is_the_latest_day_and_on_it_the_latest_entry(log: list[LogRecord], shuffler: Random) -> None:
    latest: dict[date, dict[str, Fraction]] = defaultdict(dict)
    for one in chosen(log, ()):
        latest[one.date][one.id] = Fraction(one.quantity)
    wanted = None
    if latest:
        of_day = latest[max(latest)]
        wanted = of_day[max(of_day)]
    mixed = list(log)
    shuffler.shuffle(mixed)
    assert near(measured({"aggregation": "last"}, mixed), wanted)


@given(logs, selections)
def test_ratio_divides_sums_and_is_no_mean_of_ratios(log: list[LogRecord], kinds: tuple[str, ...]) -> None:
    above = sum((Fraction(one.quantity) for one in chosen(log, ("deal_won",))), Fraction(0))
    below = sum((Fraction(one.quantity) for one in chosen(log, kinds)), Fraction(0))
    metric = {
        "unit": "%",
        "aggregation": "ratio",
        "selector": {"kinds": ["deal_won"]},
        "base": {"kinds": kinds},
    }
    assert near(measured(metric, log), 100 * above / below if below else None)


@given(logs, st.sampled_from(["account", "product"]))
def test_distinct_counts_names_without_case(log: list[LogRecord], of: str) -> None:
    names = {getattr(one, of).lower() for one in chosen(log, ()) if getattr(one, of)}
    found = measure(Metric.build({"unit": "count", "aggregation": "distinct", "of": of}), log, START, END)
    assert found.value == len(names)
    unnamed = sum(1 for one in chosen(log, ()) if not getattr(one, of))
    assert dict(found.left_out) == ({of: unnamed} if unnamed else {})


@given(logs)
def test_money_is_converted_at_its_own_rate_or_named_as_left_out(log: list[LogRecord]) -> None:
    deals = chosen(log, ("deal_won",))
    found = measure(REVENUE, log, START, END)
    assert near(found.value, sum((worth(one) or Fraction(0) for one in deals), Fraction(0)))
    left = [one.currency for one in deals if worth(one) is None]
    assert sum(count for _, count in found.left_out) == len(left)
    assert {name for name, _ in found.left_out} == set(left)
    assert found.sample == len(found.records) == len(deals) - len(left)


@given(logs)
def test_hours_are_minutes_by_sixty(log: list[LogRecord]) -> None:
    timed = [Fraction(one.minutes, 60) for one in chosen(log, ()) if one.minutes is not None]
    found = measure(Metric.build({"unit": "hours", "aggregation": "sum", "of": "minutes"}), log, START, END)
    assert near(found.value, sum(timed, Fraction(0)))


@given(logs, selections)
def test_the_kinds_a_metric_names_are_all_it_reads(log: list[LogRecord], kinds: tuple[str, ...]) -> None:
    metric = Metric(
        unit="%",
        aggregation=Aggregation.RATIO,
        selector=Selector(kinds=("deal_won",)),
        base=Selector(kinds=kinds),
    )
    wanted = kinds_needed(metric)
    served = [one for one in log if not wanted or one.kind in wanted]
    assert measure(metric, served, START, END).value == measure(metric, log, START, END).value


def test_what_feeds_a_ratio_is_what_is_divided_and_what_divides() -> None:
    """Meetings per call: a meeting today is something that feeds the goal today."""
    call, meeting = a_record(id="c", quantity=10), a_record(id="m", kind="meeting", quantity=2)
    metric = Metric(
        unit="%",
        aggregation=Aggregation.RATIO,
        selector=Selector(kinds=("meeting",)),
        base=Selector(kinds=("call",)),
    )
    found = measure(metric, [call, meeting], START, END)
    assert found.value == 20
    assert {one.id for one in found.records} == {"c", "m"}
    assert found.sample == 1


def test_nothing_measured_is_no_value_and_not_nothing() -> None:
    for aggregation in ("mean", "maximum", "last", "ratio"):
        assert measured({"aggregation": aggregation}, []) is None
    for aggregation in ("sum", "count", "distinct"):
        assert measured({"aggregation": aggregation, "of": "account"}, []) == 0


def test_a_cent_is_a_cent_after_ten_thousand_deals() -> None:
    deal = a_record(kind="deal_won", amount="0.10")
    assert measure(REVENUE, [deal] * 10_000, START, END).value == 1000


@pytest.mark.parametrize(("window", "days"), [("week", 7), ("month", 30), ("quarter", 91), ("year", 365)])
def test_a_moving_window_holds_the_latest_days_with_today(window: str, days: int) -> None:
    metric = Metric.build({"unit": "count", "aggregation": "sum", "window": window})
    first, last = measured_days(metric, START, END, MONDAY)
    assert last == MONDAY
    assert (last - first).days + 1 == days
    assert measured_days(metric, START, END, date(2026, 5, 1))[1] == END


def test_the_goals_own_days_end_today_or_with_the_goal() -> None:
    metric = Metric.build({"unit": "count", "aggregation": "sum"})
    assert measured_days(metric, START, END, MONDAY) == (START, MONDAY)
    assert measured_days(metric, START, END, date(2026, 5, 1)) == (START, END)
    before = date(2026, 2, 1)
    assert measure(metric, [a_record(date=before)], *measured_days(metric, START, END, before)).value == 0


def test_records_after_today_do_not_count() -> None:
    log = [a_record(id="1", date=MONDAY), a_record(id="2", date=MONDAY + timedelta(days=1))]
    metric = Metric(unit="count", aggregation=Aggregation.SUM, of=Of.QUANTITY)
    assert measure(metric, log, *measured_days(metric, START, END, MONDAY)).value == 1
