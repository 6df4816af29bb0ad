"""Promises to oneself: attached to something that the data decides, earned by it, claimed with a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from aegoals.domain.fields import Day, Line, Model, Name
from aegoals.domain.measure import measure
from aegoals.domain.metric import Metric
from aegoals.domain.periods import Period, month_of, quarter_of, week_of
from aegoals.domain.progress import Standing, is_within
from aegoals.domain.record import LogRecord
from aegoals.domain.today import is_done
from aegoals.locale.texts import _


class Occasion(StrEnum):
    """What a reward hangs on."""

    GOAL = "goal"  # the goal is reached
    MILESTONE = "milestone"  # one of its milestones is
    STREAK = "streak"  # so many working days in a row
    RECORD = "record"  # the best week, month or quarter so far


class Span(StrEnum):
    """The periods that a personal record compares."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Reward(Model):
    """A promise and what it hangs on; ``earned_on`` is set by the data, ``claimed_on`` by the AE."""

    id: str
    promise: Name
    occasion: Occasion
    goal: str | None = None  # of a goal, a milestone, or the goal whose figure a record is about
    milestone: Line = ""
    days: Annotated[int, Field(ge=0, le=1000, strict=True)] = 0
    span: Span = Span.MONTH
    made_on: Day
    earned_on: Day | None = None
    claimed_on: Day | None = None

    @model_validator(mode="after")
    def _hangs_on_something(self) -> Reward:
        if self.occasion is Occasion.STREAK and not self.days:
            raise ValueError(_("a streak needs a number of days"))
        if self.occasion is not Occasion.STREAK and not self.goal:
            raise ValueError(_("nothing says which goal the reward hangs on"))
        if self.occasion is Occasion.MILESTONE and not self.milestone:
            raise ValueError(_("nothing says which milestone the reward hangs on"))
        return self

    @property
    def hangs_on(self) -> tuple[object, ...]:
        """What earns it; what its occasion does not look at is left out."""
        if self.occasion is Occasion.STREAK:
            return self.occasion, self.days
        last = {Occasion.MILESTONE: self.milestone, Occasion.RECORD: self.span}.get(self.occasion)
        return self.occasion, self.goal, last


@dataclass(frozen=True, slots=True)
class Best:
    """A personal record of a metric: the best period so far, and what the running one has."""

    period: Period | None
    value: Decimal
    running: Decimal

    @property
    def is_beaten(self) -> bool:
        """Whether the running period is the best already."""
        return self.period is not None and self.running > self.value


def period_of(span: Span, day: date, first_day_of_week: int = 1, fiscal_year_start: int = 1) -> Period:
    """Return the period of a day."""
    if span is Span.WEEK:
        return week_of(day, first_day_of_week)
    return month_of(day) if span is Span.MONTH else quarter_of(day, fiscal_year_start)


def best_of(metric: Metric, records: Sequence[LogRecord], span: Span, today: date, year_start: int = 1) -> Best:
    """Return the best finished period of a metric that adds up, and the running one; records by any order."""
    running = period_of(span, today, fiscal_year_start=year_start)
    found: dict[date, tuple[Period, list[LogRecord]]] = {}
    for record in records:
        if record.date <= today and metric.selector.matches(record):
            period = period_of(span, record.date, fiscal_year_start=year_start)
            found.setdefault(period.start, (period, []))[1].append(record)
    values = {start: _value(metric, known, period) for start, (period, known) in found.items()}
    now = values.pop(running.start, Decimal(0))
    if not values:
        return Best(None, Decimal(0), now)
    start = max(values, key=lambda one: (values[one], one))
    return Best(found[start][0], values[start], now)


def _value(metric: Metric, records: Iterable[LogRecord], period: Period) -> Decimal:
    return measure(metric, records, period.start, period.end).value or Decimal(0)


def is_earned(reward: Reward, now: Standing | None, streak_days: int, best: Best | None) -> bool:
    """Tell whether the data says that a reward is earned today."""
    if reward.occasion is Occasion.STREAK:
        return streak_days >= reward.days
    if now is None:
        return False
    if reward.occasion is Occasion.GOAL:
        return _is_reached(now)
    if reward.occasion is Occasion.MILESTONE:
        return any(is_done(one, now) for one in now.goal.milestones if one.title == reward.milestone)
    return best is not None and best.is_beaten


def _is_reached(now: Standing) -> bool:
    """Tell whether a goal is reached: a limit only at its end, everything else as soon as the value is there."""
    closing = now.goal.closing
    if closing is not None:
        return closing.outcome.value == "achieved"
    if now.goal.direction.keeps:
        return now.status.value == "reached"
    return now.actual is not None and is_within(now.goal, now.actual)
