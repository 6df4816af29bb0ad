"""What each past working day brought to a metric."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast.pace import PastDay, whole
from aegoals.domain.measure import valued
from aegoals.domain.metric import Aggregation, Metric, Of, Selector
from aegoals.domain.record import LogRecord

Brought = tuple[date, float, float]
"""Day, value, and how many events stand behind it."""


def working_days(calendar: WorkCalendar, first: date, last: date) -> list[date]:
    """Return every day from the first to the last one, both included, that is worth something."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in days if calendar.weight(day)]


def worth_in(calendar: WorkCalendar) -> Callable[[date], float]:
    """Return what tells of a day what it is worth."""
    return (lambda day: float(calendar.weight(day))) if calendar.is_weighted else whole


def past_days(days: Sequence[date], brought: Iterable[Brought]) -> list[PastDay]:
    """Return what each working day brought; what came on a free day counts for the working day before it.

    What came before the first of the days is left out.
    """
    totals, events = [0.0] * len(days), [0.0] * len(days)
    for day, value, count in brought:
        place = bisect_right(days, day) - 1
        if place >= 0:
            totals[place] += value
            events[place] += count
    return [PastDay(*one) for one in zip(days, totals, events, strict=True)]


def added(metric: Metric, records: Sequence[LogRecord], block: tuple[date, int]) -> Iterator[Brought]:
    """Yield what records add to a sum, a count or a number of different names.

    A name counts once in each stretch as long as the goal: ``block`` is the goal's first day and its length in days.
    """
    chosen = [record for record in records if metric.selector.matches(record)]
    if metric.aggregation is Aggregation.DISTINCT:
        yield from _new_names(metric, chosen, block)
    elif metric.aggregation is Aggregation.COUNT:
        yield from ((record.date, 1.0, 1.0) for record in chosen)
    else:
        for record, value in valued(metric, records, chosen):
            if value is not None:
                yield record.date, float(value), float(value) if metric.of is Of.QUANTITY else 1.0


def values(metric: Metric, records: Sequence[LogRecord]) -> list[tuple[date, float]]:
    """Return each value that a mean is made of, with its day."""
    chosen = [record for record in records if metric.selector.matches(record)]
    return [(record.date, float(value)) for record, value in valued(metric, records, chosen) if value is not None]


def quantities(selector: Selector, records: Iterable[LogRecord]) -> list[tuple[date, float]]:
    """Return the quantity of each selected record, with its day."""
    return [(record.date, float(record.quantity)) for record in records if selector.matches(record)]


def _new_names(metric: Metric, chosen: Iterable[LogRecord], block: tuple[date, int]) -> Iterator[Brought]:
    first, length = block
    seen: set[tuple[int, str]] = set()
    for record in sorted(chosen, key=lambda one: one.date):
        name = (record.product if metric.of is Of.PRODUCT else record.account) or ""
        key = (0 if metric.selector.new_accounts else (record.date - first).days // length, name.casefold())
        if name and key not in seen:
            seen.add(key)
            yield record.date, 1.0, 1.0
