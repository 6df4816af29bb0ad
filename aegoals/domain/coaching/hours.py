"""The hours that activity goals ask for, against the working week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.measure import MINUTES_AN_HOUR
from aegoals.domain.metric import Aggregation, Metric, Of

USUAL_MINUTES = {"call": 10, "email": 5, "meeting": 60, "demo": 60, "proposal": 90, "lead": 15, "training": 60}
"""Minutes that one of a kind takes where the log names none; preparation not counted."""

FEWEST_TIMED = 5  # records with a duration from which the AE's own mean counts


@dataclass(frozen=True, slots=True)
class ActivityGoal:
    """What one activity goal still asks for: so much of its metric, in so many whole working days."""

    title: str
    metric: Metric
    rest: Decimal
    working_days: Fraction | int


@dataclass(frozen=True, slots=True)
class Share:
    """The hours a week of one goal."""

    title: str
    hours: Fraction


@dataclass(frozen=True, slots=True)
class Workload:
    """What all activity goals together ask for in one working week, goal by goal, and how long that week is."""

    shares: tuple[Share, ...]
    hours_a_week: Decimal

    @property
    def hours(self) -> Fraction:
        """The hours of all goals."""
        return sum((one.hours for one in self.shares), Fraction(0))

    @property
    def is_too_much(self) -> bool:
        """Whether the week has fewer hours."""
        return self.hours > self.hours_a_week


def is_timed(metric: Metric) -> bool:
    """Tell whether reaching the metric takes hours that can be named: activities, by number or by hours."""
    if metric.aggregation is not Aggregation.SUM or not metric.selector.kinds:
        return False
    if metric.of is Of.MINUTES:
        return True
    return metric.of is Of.QUANTITY and all(kind in USUAL_MINUTES for kind in metric.selector.kinds)


def minutes_each(kind: str, history: OwnHistory) -> Fraction:
    """Return the minutes that one of a kind takes: Σ minutes / Σ quantity of the log, else the usual ones."""
    key = ("minutes", kind)
    if key not in history.cache:
        history.cache[key] = _own_minutes(kind, history)
    own = history.cache[key]
    return own if isinstance(own, Fraction) else Fraction(USUAL_MINUTES.get(kind, 0))


def _own_minutes(kind: str, history: OwnHistory) -> Fraction | None:
    timed = [one for one in history.kinds.get(kind, ()) if one.minutes and one.quantity]
    if len(timed) < FEWEST_TIMED:
        return None
    return Fraction(sum(one.minutes or 0 for one in timed)) / Fraction(sum(one.quantity for one in timed))


def hours_of(goal: ActivityGoal, calendar: WorkCalendar, history: OwnHistory) -> Fraction:
    """Return the hours a week that one goal asks for: rest / working days left × days of the week × minutes / 60.

    A goal of several kinds takes the mean of their minutes, weighted by how often each was logged.
    """
    if goal.rest <= 0 or goal.working_days <= 0:
        return Fraction(0)
    a_week = Fraction(goal.rest) / goal.working_days * len(calendar.work_days)
    return a_week if goal.metric.of is Of.MINUTES else a_week * _minutes_of(goal.metric, history) / MINUTES_AN_HOUR


def _minutes_of(metric: Metric, history: OwnHistory) -> Fraction:
    kinds = metric.selector.kinds
    done = {kind: len(history.kinds.get(kind, ())) for kind in kinds}
    if not any(done.values()):
        done = dict.fromkeys(kinds, 1)
    return sum((minutes_each(kind, history) * done[kind] for kind in kinds), Fraction(0)) / sum(done.values())


def workload(
    goals: Iterable[ActivityGoal], calendar: WorkCalendar, history: OwnHistory, hours_a_week: Decimal
) -> Workload:
    """Return the hours a week of these goals together."""
    shares = (Share(goal.title, hours_of(goal, calendar, history)) for goal in goals)
    return Workload(tuple(one for one in shares if one.hours), hours_a_week)


def working_days_left(calendar: WorkCalendar, start: date, due: date, today: date) -> Fraction:
    """Return what the working days are worth from today, or from a start still to come, to the due date."""
    return Fraction(calendar.worth(max(start, today), due))
