"""How a goal will end: median, range, chance, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast.open_deals import Expected, Opportunity, expected_of
from aegoals.domain.forecast.pace import DailyRate
from aegoals.domain.forecast.past import Brought, added, past_days, working_days, worth_in
from aegoals.domain.forecast.rates import coming_mean, coming_share
from aegoals.domain.forecast.spread import Moved, Spread, growing
from aegoals.domain.goal import Goal
from aegoals.domain.measure import SMALL_SAMPLE, kinds_needed, measured_days
from aegoals.domain.metric import Aggregation, Metric, Of, is_currency
from aegoals.domain.progress import Standing
from aegoals.domain.record import LogRecord

HISTORY_DAYS = 400
FEWEST_DAYS = 10
"""Working days with a log before a forecast is made."""

OPEN_DEALS_SHARE = 0.25
"""Weight of what open deals promise against what past days brought: deals close late more often than early."""

NO_PLACES_FROM = 100
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
DEALS = frozenset({"opportunity", "deal_won", "deal_lost"})
WON = ("deal_won",)
_ADDING = {Aggregation.SUM, Aggregation.COUNT, Aggregation.DISTINCT}


@dataclass(frozen=True, slots=True)
class Forecast:
    """How a goal will end, in its unit; four of five times between ``low`` and ``high``.

    ``probability`` (0 to 1) is the chance to meet the target. ``sample`` counts the events and ``days`` the
    working days of the history behind it. ``from_open`` is what the deals open today are expected to bring.
    """

    low: Decimal
    median: Decimal
    high: Decimal
    probability: Decimal
    sample: int
    days: int
    open_deals: int = 0
    from_open: Decimal = Decimal(0)

    @property
    def is_small_sample(self) -> bool:
        """Whether too little stands behind it to be trusted far."""
        return self.sample < SMALL_SAMPLE


@dataclass(frozen=True, slots=True)
class Scenario:
    """What if the days left were other: ``factor`` times as much a day, some days off, something that falls away."""

    factor: float = 1.0
    days_off: int = 0
    lost: float = 0.0  # in the goal's unit


AS_IT_IS = Scenario()


@dataclass(frozen=True, slots=True)
class _View:
    """Everything a forecast looks at."""

    goal: Goal
    standing: Standing
    records: Sequence[LogRecord]
    worked: Sequence[date]
    left: Sequence[date]
    today: date
    quarter_start: int
    scenario: Scenario
    calendar: WorkCalendar

    @property
    def metric(self) -> Metric:
        return self.goal.metric

    def since(self) -> date:
        """Return the first of the days that are measured at the goal's end."""
        return measured_days(self.metric, self.goal.start, self.goal.due, self.goal.due)[0]

    def rate(self, brought: Iterable[Brought]) -> DailyRate:
        """Return the daily rate behind what the worked days brought."""
        days = past_days(self.worked, brought)
        return DailyRate(days, self.today, self.quarter_start, worth_in(self.calendar))


def kinds_read(metric: Metric) -> frozenset[str]:
    """Return the kinds of records that a forecast reads; empty for all kinds."""
    kinds = kinds_needed(metric)
    return kinds | DEALS if kinds and metric.selector.kinds == WON else kinds


def history_start(today: date) -> date:
    """Return the first day that a forecast looks back to."""
    return today - timedelta(days=HISTORY_DAYS)


def can_be_foreseen(goal: Goal, today: date) -> bool:
    """Tell whether a goal is of those that ``forecast`` has something to say of, with enough history."""
    metric = goal.metric
    is_told = metric.of is Of.CUSTOMERS or metric.aggregation in {*_ADDING, Aggregation.MEAN, Aggregation.RATIO}
    return goal.state == "active" and today <= goal.due and not metric.selector.goal and is_told


def forecast(
    standing: Standing,
    records: Iterable[LogRecord],
    calendar: WorkCalendar,
    today: date,
    quarter_start: int = 1,
    scenario: Scenario = AS_IT_IS,
) -> Forecast | None:
    """Forecast a running goal's end from the records since ``history_start``.

    None where nothing can be said: a closed or paused goal, a value that the AE reports by hand, a maximum, or
    a history of fewer than ``FEWEST_DAYS`` working days. ``quarter_start`` is the month in which quarters begin.
    A ``scenario`` changes what the days left bring to a value that adds up.
    """
    goal = standing.goal
    known = sorted((record for record in records if record.date <= today), key=lambda one: one.date)
    if goal.state != "active" or today > goal.due or goal.metric.selector.goal or not known:
        return None
    view = _view(standing, known, calendar, today, quarter_start, scenario)
    if len(view.worked) < FEWEST_DAYS:
        return None
    if goal.metric.of is Of.CUSTOMERS:
        return _customers(view)
    if goal.metric.aggregation in _ADDING:
        return _adding(view)
    if goal.metric.aggregation is Aggregation.MEAN:
        return _finished(view, *coming_mean(view.metric, known, view.since(), view.left, view.rate, today))
    if goal.metric.aggregation is Aggregation.RATIO:
        return _finished(view, *coming_share(view.metric, known, view.since(), view.left, view.rate, today))
    return None


def _view(
    standing: Standing,
    known: Sequence[LogRecord],
    calendar: WorkCalendar,
    today: date,
    quarter_start: int,
    scenario: Scenario,
) -> _View:
    """Split the days: today is still to come while nothing that feeds the goal is logged."""
    goal = standing.goal
    is_done = any(record.date == today for record in standing.measurement.records) or not calendar.is_working(today)
    last = today if is_done else today - timedelta(days=1)
    feeding = kinds_needed(goal.metric)
    begun = next((record.date for record in known if not feeding or record.kind in feeding), today)
    worked = working_days(calendar, max(begun, history_start(today)), last)
    first_left = max(last + timedelta(days=1), goal.start)
    left = working_days(calendar, first_left, goal.due)
    kept = left[: max(len(left) - scenario.days_off, 0)]
    return _View(goal, standing, known, worked, kept, today, quarter_start, scenario, calendar)


def _adding(view: _View) -> Forecast | None:
    """Forecast a sum, a count or a number of different names: what stands, plus what the days left bring."""
    first, length = view.goal.start, (view.goal.due - view.goal.start).days + 1
    brought = list(added(view.metric, view.records, (first, length)))
    outlook = view.rate(brought).outlook(view.left)
    opened = _open_deals(view)
    mean = outlook.mean
    if opened:
        mean += OPEN_DEALS_SHARE * (opened.from_open + opened.from_new - mean)
    scenario, since = view.scenario, view.since()
    mean = max(mean * scenario.factor - scenario.lost, 0.0)
    stands = sum(value for day, value, _events in brought if day >= since)
    coming = growing(mean, outlook.variance * scenario.factor)
    return _finished(view, Moved(stands, 1.0, coming), len(brought), opened)


def _customers(view: _View) -> Forecast | None:
    """Forecast how many of the customers at the start are kept: each one lost takes its share."""
    now, held = view.standing.measurement.value, view.standing.measurement.sample
    if now is None or not held:
        return None
    lost = [(record.date, 1.0, 1.0) for record in view.records if record.kind == "churn"]
    outlook = view.rate(lost).outlook(view.left)
    return _finished(view, Moved(float(now), -100 / held, growing(outlook.mean, outlook.variance)), held)


def _open_deals(view: _View) -> Expected | None:
    metric = view.metric
    if metric.selector.kinds != WON or metric.selector.new_accounts or not view.left:
        return None
    return expected_of(_opportunities(metric, view.records), view.today, view.goal.due)


def _opportunities(metric: Metric, records: Iterable[LogRecord]) -> list[Opportunity]:
    """Return the deals whose opening is known; a deal without a value in the metric's unit has none."""
    every = metric.selector.with_(kinds=tuple(DEALS))
    opened: dict[str, LogRecord] = {}
    closed: dict[str, LogRecord] = {}
    for record in records:
        if record.deal and every.matches(record):
            (opened if record.kind == "opportunity" else closed)[record.deal] = record
    return [_opportunity(metric, one, closed.get(deal)) for deal, one in opened.items()]


def _opportunity(metric: Metric, opened: LogRecord, closed: LogRecord | None) -> Opportunity:
    told = closed or opened
    amount = told.amount_in(metric.unit) if is_currency(metric.unit) else Decimal(1)
    return Opportunity(
        opened=opened.date,
        closed=max(closed.date, opened.date) if closed else None,
        is_won=closed is not None and closed.kind == "deal_won",
        value=None if amount is None else float(amount),
        product=(told.product or "").casefold(),
    )


def _finished(view: _View, end: Spread | None, sample: int, opened: Expected | None = None) -> Forecast | None:
    if end is None or not sample:
        return None
    goal, whole = view.goal, view.metric.unit == "count"
    nearly = 0.5 if whole else 0.0  # a count of 12 stands for everything from 11.5 to 12.5
    target = float(goal.target)
    chance = end.at_most(target + nearly) if goal.direction.wants_less else end.at_least(target - nearly)
    low, median, high = (_figure(end.quantile(share), whole=whole) for share in (LOW, MIDDLE, HIGH))
    return Forecast(
        low=low,
        median=median,
        high=high,
        probability=Decimal(str(round(chance, 4))),
        sample=sample,
        days=len(view.worked),
        open_deals=opened.deals if opened else 0,
        from_open=_figure(OPEN_DEALS_SHARE * opened.from_open, whole=False) if opened else Decimal(0),
    )


def _figure(value: float, *, whole: bool) -> Decimal:
    """Return a value as it is shown: counts and larger values whole, more figures would promise too much."""
    return Decimal(round(value)) if whole or abs(value) >= NO_PLACES_FROM else Decimal(str(round(value, 2)))
