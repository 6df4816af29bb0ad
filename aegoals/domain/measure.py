"""From log records to the actual value of a metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.metric import Aggregation, Metric, Of, Selector, Window, is_currency
from aegoals.domain.record import LogRecord

MINUTES_AN_HOUR = 60
PERCENT = 100
SMALL_SAMPLE = 30
WINDOW_DAYS = {Window.WEEK: 7, Window.MONTH: 30, Window.QUARTER: 91, Window.YEAR: 365}
BOUGHT = ("deal_won", "renewal")


@dataclass(frozen=True, slots=True)
class Measurement:
    """The value of a metric over some days, and what it stands on.

    ``value`` is None while nothing was measured. ``sample`` counts the records behind it, for a ratio
    those of its base. ``left_out`` counts selected records that could not be used, by reason: a currency
    without a rate, or a missing field.
    """

    value: Decimal | None
    sample: int
    records: tuple[LogRecord, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()


def measured_days(metric: Metric, start: date, due: date, today: date) -> tuple[date, date]:
    """Return the first and last day that count today: the goal's own days or the latest window."""
    end = min(due, today)
    if metric.window is Window.GOAL:
        return start, end
    return end - timedelta(days=WINDOW_DAYS[metric.window] - 1), end


def needs_history(metric: Metric) -> bool:
    """Tell whether records from before the measured days decide the value."""
    return metric.of in {Of.CYCLE_DAYS, Of.CUSTOMERS} or metric.selector.new_accounts


def kinds_needed(metric: Metric) -> frozenset[str]:
    """Return the kinds of records that the metric reads; empty for all kinds."""
    if metric.of is Of.CUSTOMERS:
        return frozenset((*BOUGHT, "churn"))
    wanted = [metric.selector, *([metric.base] if metric.base else [])]
    if any(not selector.kinds for selector in wanted):
        return frozenset()
    kinds = {kind for selector in wanted for kind in selector.kinds}
    if metric.of is Of.CYCLE_DAYS:
        kinds.add("opportunity")
    if metric.selector.new_accounts:
        kinds.update(BOUGHT)
    return frozenset(kinds)


def measure(metric: Metric, records: Iterable[LogRecord], start: date, end: date) -> Measurement:
    """Aggregate the records of the days from start to end, both included.

    ``records`` may hold more than the selection; where ``needs_history`` says so it must also hold
    the earlier ones.
    """
    known = list(records)
    if metric.of is Of.CUSTOMERS:
        return _customers_kept(metric, known, start, end)
    chosen = [record for record in known if start <= record.date <= end and metric.selector.matches(record)]
    if metric.selector.new_accounts:
        chosen = _first_buys(metric.selector, known, chosen, start)
    if metric.aggregation is Aggregation.RATIO:
        return _ratio(metric, known, chosen, start, end)
    if metric.aggregation is Aggregation.DISTINCT:
        return _distinct(metric, chosen)
    return _aggregate(metric, known, chosen)


def values_of(metric: Metric, known: Sequence[LogRecord]) -> Iterator[tuple[LogRecord, Decimal | None]]:
    """Yield every selected record of any day with the value that it adds, None where it cannot be used."""
    value_of = _value_reader(metric, known)
    return ((record, value_of(record)) for record in known if metric.selector.matches(record))


def _aggregate(metric: Metric, known: Sequence[LogRecord], chosen: list[LogRecord]) -> Measurement:
    if metric.aggregation is Aggregation.COUNT:
        return Measurement(Decimal(len(chosen)), len(chosen), tuple(chosen))
    used: list[LogRecord] = []
    values: list[Decimal] = []
    left_out: Counter[str] = Counter()
    for record, value in valued(metric, known, chosen):
        if value is None:
            left_out[reason_left_out(metric, record)] += 1
        else:
            used.append(record)
            values.append(value)
    total = _combine(metric.aggregation, used, values)
    return Measurement(total, len(used), tuple(used), tuple(sorted(left_out.items())))


def valued(
    metric: Metric, known: Sequence[LogRecord], chosen: Iterable[LogRecord]
) -> Iterator[tuple[LogRecord, Decimal | None]]:
    """Yield each chosen record with the value that a sum or a mean takes from it, None where it has none."""
    value_of = _value_reader(metric, known)
    return ((record, value_of(record)) for record in chosen)


def _combine(aggregation: Aggregation, used: list[LogRecord], values: list[Decimal]) -> Decimal | None:
    if aggregation is Aggregation.SUM:
        return sum(values, Decimal(0))
    if not values:
        return None
    if aggregation is Aggregation.MEAN:
        return sum(values) / Decimal(len(values))
    if aggregation is Aggregation.MAXIMUM:
        return max(values)
    return max(zip(used, values, strict=True), key=lambda pair: (pair[0].date, pair[0].id))[1]


def _value_reader(metric: Metric, known: Sequence[LogRecord]) -> Callable[[LogRecord], Decimal | None]:
    if metric.of is Of.AMOUNT:
        return lambda record: record.amount_in(metric.unit) if is_currency(metric.unit) else record.amount
    if metric.of is Of.MINUTES:
        return lambda record: None if record.minutes is None else Decimal(record.minutes) / MINUTES_AN_HOUR
    if metric.of is Of.CYCLE_DAYS:
        opened = _opened_on(known)
        return lambda record: _cycle_days(record, opened)
    return lambda record: record.quantity


def reason_left_out(metric: Metric, record: LogRecord) -> str:
    """Return why a record cannot be used: its currency, or the field that it lacks."""
    if metric.of is Of.AMOUNT:
        return record.currency or "amount"
    return "minutes" if metric.of is Of.MINUTES else "opened"


def _opened_on(known: Sequence[LogRecord]) -> dict[str, date]:
    """Return the day on which each deal was opened."""
    opened: dict[str, date] = {}
    for record in known:
        if record.kind == "opportunity" and record.deal:
            opened[record.deal] = min(record.date, opened.get(record.deal, record.date))
    return opened


def _cycle_days(record: LogRecord, opened: dict[str, date]) -> Decimal | None:
    start = opened.get(record.deal or "")
    return None if start is None or start > record.date else Decimal((record.date - start).days)


def _distinct(metric: Metric, chosen: list[LogRecord]) -> Measurement:
    named = [(record, _name_of(metric, record)) for record in chosen]
    used = tuple(record for record, name in named if name)
    missing = len(chosen) - len(used)
    left_out = ((metric.of.value, missing),) if missing else ()
    return Measurement(Decimal(len({name for _, name in named if name})), len(used), used, left_out)


def _name_of(metric: Metric, record: LogRecord) -> str:
    name = record.product if metric.of is Of.PRODUCT else record.account
    return (name or "").casefold()


def _first_buys(
    selector: Selector, known: Sequence[LogRecord], chosen: list[LogRecord], start: date
) -> list[LogRecord]:
    """Leave out accounts that bought, or were selected, before the measured days."""
    old = {
        record.account.casefold()
        for record in known
        if record.account and record.date < start and (record.kind in BOUGHT or selector.matches(record))
    }
    return [record for record in chosen if (record.account or "").casefold() not in old]


def _ratio(metric: Metric, known: Sequence[LogRecord], chosen: list[LogRecord], start: date, end: date) -> Measurement:
    """Return 100 × numerator / denominator, each summed first: never a mean of ratios."""
    base = metric.base or Selector()
    below = [record for record in known if start <= record.date <= end and base.matches(record)]
    denominator = sum((record.quantity for record in below), Decimal(0))
    if not denominator:
        return Measurement(None, 0)
    numerator = sum((record.quantity for record in chosen), Decimal(0))
    fed_by = {record.id: record for record in (*below, *chosen)}
    return Measurement(PERCENT * numerator / denominator, len(below), tuple(fed_by.values()))


def _customers_kept(metric: Metric, known: Sequence[LogRecord], start: date, end: date) -> Measurement:
    """Logo retention: 100 × (customers at the start − lost) / customers at the start."""
    held: dict[str, bool] = {}
    lost: list[LogRecord] = []
    for record in sorted(known, key=lambda one: one.date):
        account = (record.account or "").casefold()
        if not account or not metric.selector.matches(record):
            continue
        if record.date < start and record.kind in (*BOUGHT, "churn"):
            held[account] = record.kind != "churn"
        elif record.kind == "churn" and start <= record.date <= end and held.get(account):
            lost.append(record)
    at_start = sum(held.values())
    if not at_start:
        return Measurement(None, 0)
    gone = len({(record.account or "").casefold() for record in lost})
    return Measurement(PERCENT * Decimal(at_start - gone) / at_start, at_start, tuple(lost))
