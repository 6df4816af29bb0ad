"""Key figures of the AE: by month or quarter, with funnel, sources, records and reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from aegoals.domain.kinds import ACTIVITY_KINDS
from aegoals.domain.kpi.attained import attainment
from aegoals.domain.kpi.bests import ABOUT_ALL, Best, best_activity, best_figure
from aegoals.domain.kpi.coverage import coverage, is_covered
from aegoals.domain.kpi.figure import Figure
from aegoals.domain.kpi.formulas import MAKERS, figures, funnel, win_rate
from aegoals.domain.kpi.groups import groups, lost_reasons, product_of, source_of
from aegoals.domain.kpi.history import READ, STEPS, History
from aegoals.domain.kpi.insights import Insights
from aegoals.domain.kpi.periods import By, every_period, period_of, periods_between, usual_start
from aegoals.domain.periods import Period

if TYPE_CHECKING:
    from aegoals.services.context import Context
    from aegoals.services.goals import GoalService
    from aegoals.store.protocol import Document

A_YEAR = timedelta(days=364)
COUNTED = (*ACTIVITY_KINDS, "opportunity")
PIECE = 250  # records that are checked before somebody else has a turn
KEPT = 6  # answers


class KpiService:
    """Works key figures out from the log; what was worked out is kept until something changes."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals
        self._history: History | None = None
        self._activities: dict[str, dict[date, Decimal]] = {}
        self._known: dict[tuple[By, date, date, date], Insights] = {}
        context.store.subscribe(self._forget)

    def _forget(self, tables: frozenset[str]) -> None:
        self._known.clear()
        if not tables.isdisjoint({"records", "profile"}):
            self._history = None
            self._activities.clear()

    def warm(self) -> Iterator[None]:
        """Check the records that key figures read, some at a time: between two of them others have a turn."""
        if self.is_warm:
            return
        shelf = self._context.records
        keys = self._keys()
        for place in range(0, len(keys), PIECE):
            yield
            table = self._context.store.table(shelf.table)
            shelf.some(key for key in keys[place : place + PIECE] if key in table)
        yield
        self.history()
        for kind in COUNTED:
            yield
            self._months_of(kind)
        yield

    @property
    def is_warm(self) -> bool:
        """Whether ``look`` answers at once: the log has not changed since it was read."""
        return self._history is not None and self._history.today == self._context.today()

    def look(self, by: By = By.MONTH, start: date | None = None, end: date | None = None) -> Insights:
        """Return the key figures of these days, by month or quarter; a year, or two of quarters, unless told.

        Raises RefusedInput for an impossible range.
        """
        today = self._context.today()
        last = end or today
        first = start or usual_start(by, last)
        key = (by, first, last, today)
        if key not in self._known:
            while len(self._known) >= KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[key] = self._look(by, first, last)
        return self._known[key]

    def history(self) -> History:
        """Return the records that key figures read, up to today."""
        today = self._context.today()
        if self._history is None or self._history.today != today:
            records = self._context.records.some(self._keys())
            self._history = History(records, today, self._context.profile().own_kinds)
        return self._history

    def own_win_rate(self) -> Figure:
        """Return the win rate of the latest year, by which the coverage that is needed is judged."""
        today = self._context.today()
        return win_rate(self.history(), Period(today - A_YEAR, today), "")

    def _keys(self) -> list[str]:
        """Return the ids of the records that key figures read: of the steps between, those that name a deal."""
        own, index = self._context.profile().own_kinds, self._context.index
        table, today = self._context.store.table(self._context.records.table), self._context.today()
        steps = {*STEPS, *(one.kind for one in own if one.counts_for in STEPS)}
        ends = {*READ, *(one.kind for one in own if one.counts_for in READ)} - steps
        between = [key for key in index.keys(end=today, kinds=steps) if table[key].get("deal")]
        return [*index.keys(end=today, kinds=ends), *between]

    def _look(self, by: By, first: date, last: date) -> Insights:
        profile, history = self._context.profile(), self.history()
        currency, start = profile.currency, profile.fiscal_year_start
        periods = periods_between(by, first, last, start)
        span = Period(periods[0].start, periods[-1].end)
        by_period = [figures(history, period, currency) for period in periods]
        rate = self.own_win_rate()
        return Insights(
            by=by,
            periods=periods,
            figures={kpi: tuple(one[kpi] for one in by_period) for kpi in by_period[0]},
            whole=figures(history, span, currency),
            funnel=funnel(history, span),
            sources=groups(history, span, currency, source_of),
            products=groups(history, span, currency, product_of),
            lost=lost_reasons(history, span),
            coverage=tuple(coverage(one, history, rate) for one in self._goals.standings() if is_covered(one)),
            bests=tuple(self._bests(by)),
            attained=attainment(self._goals.standings(goal for goal in self._goals.all() if not goal.is_open)),
            today=self._context.today(),
            currency=currency,
            locale=profile.locale,
        )

    def _bests(self, by: By) -> Iterator[Best]:
        """Yield the records of the whole log."""
        history, profile, today = self.history(), self._context.profile(), self._context.today()
        days = [record.date for record in history.of("deal_won", "deal_lost", "csat")]
        if days:
            periods = tuple(every_period(by, min(days), today, profile.fiscal_year_start))
            for kpi in ABOUT_ALL:
                best = best_figure([MAKERS[kpi](history, one, profile.currency) for one in periods], today)
                if best:
                    yield best
        for kind in COUNTED:
            totals: defaultdict[Period, Decimal] = defaultdict(Decimal)
            for month, number in self._months_of(kind).items():
                totals[period_of(by, month, profile.fiscal_year_start)] += number
            if most := best_activity(kind, totals, today):
                yield most

    def _months_of(self, kind: str) -> dict[date, Decimal]:
        """Return how much of an activity every month has, by its first day; the documents are read as they are kept."""
        if kind not in self._activities:
            documents = self._context.store.table(self._context.records.table)
            keys = self._context.index.keys(end=self._context.today(), kinds=(kind,))
            self._activities[kind] = _by_month(documents[key] for key in keys)
        return self._activities[kind]


def _by_month(documents: Iterable[Document]) -> dict[date, Decimal]:
    """Add quantities up; a document that is damaged is left out."""
    each = Counter((str(one.get("date"))[:7], str(one.get("quantity", 1))) for one in documents)
    months: defaultdict[date, Decimal] = defaultdict(Decimal)
    for (month, quantity), times in each.items():
        with suppress(InvalidOperation, ValueError):
            months[date.fromisoformat(f"{month}-01")] += Decimal(quantity) * times
    return dict(months)
