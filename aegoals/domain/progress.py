"""Where a goal stands: progress, pace, what is required, where it ends.

A actual to date, S baseline, T target, E elapsed, N total and R remaining working days, in whole days. E counts
today; R counts today while nothing that feeds the goal is logged today. Every function is one row of the table
in docs/reference/formulas.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.goal import Direction, Goal, GoalState, SeasonPart
from aegoals.domain.measure import Measurement
from aegoals.domain.profile import StatusLimits

NEARLY_WHOLE = 9  # places


class Status(StrEnum):
    """How a goal stands today, in the words of every face."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    REACHED = "reached"
    WITHIN_LIMIT = "within_limit"
    MISSED = "missed"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Worth:
    """E, N and R: what working days are worth in whole days. Part time and a ramp-up make a day worth less."""

    elapsed: Decimal
    total: Decimal
    remaining: Decimal


@dataclass(frozen=True, slots=True)
class Days:
    """Working days of a goal: elapsed (with today), in total, remaining; the first one while it is to come."""

    elapsed: int
    total: int
    remaining: int
    worth: Worth
    first: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every working day that remains is worth a whole one."""
        return self.worth.remaining == self.remaining


@dataclass(frozen=True, slots=True)
class _Look:
    """One goal on one day: what every judgement of it starts from."""

    goal: Goal
    measurement: Measurement
    days: Days
    share: Fraction  # of the goal's days, weighted by what they are worth and by season
    calendar: WorkCalendar
    actual: Decimal | None
    today: date
    limits: StatusLimits


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that is known of one goal today; values are in the goal's unit.

    ``actual`` is the baseline while nothing was measured, and None for a limit that was not measured.
    ``progress``, ``pace`` and ``expected_progress`` are shares: 1 is all of it.
    """

    goal: Goal
    measurement: Measurement
    days: Days
    actual: Decimal | None
    progress: Decimal | None
    expected: Decimal
    expected_progress: Decimal
    pace: Decimal | None
    status: Status
    required_per_working_day: Decimal | None
    safe_days: int | None
    projection: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """What is still missing: target less actual."""
        return None if self.actual is None else self.goal.target - self.actual


def progress(actual: Decimal, baseline: Decimal, target: Decimal) -> Decimal:
    """Return (A − S) / (T − S); works upward and downward. Target and baseline differ."""
    return (actual - baseline) / (target - baseline)


def expected_even(baseline: Decimal, target: Decimal, elapsed: Decimal | int, total: Decimal | int) -> Decimal:
    """Return S + (T − S) × E / N: the value that should stand today."""
    return baseline + (target - baseline) * elapsed / total


def season_share(season: tuple[SeasonPart, ...], calendar: WorkCalendar, today: date) -> Fraction:
    """Return Σw of finished sub-periods plus w of this one times its elapsed share of working days."""
    share = Fraction(0)
    for part in season:
        done = Fraction(1) if today > part.due else calendar.share_done(part.start, part.due, today)
        share += Fraction(part.weight) * (done or 0)
    return share


def share_on(goal: Goal, calendar: WorkCalendar, day: date) -> Fraction:
    """Return how much of the way the line has gone on a day: by season where there is one, else by working days."""
    if goal.season:
        return season_share(goal.season, calendar, day)
    share = calendar.share_done(goal.start, goal.due, day)
    return Fraction(1 if day >= goal.start else 0) if share is None else share


def required_per_working_day(actual: Decimal, target: Decimal, remaining: Decimal | int) -> Decimal | None:
    """Return (T − A) / R, None when no working day is left."""
    return (target - actual) / remaining if remaining else None


def days_ahead(actual: Decimal, baseline: Decimal, target: Decimal, share: Fraction, total: Decimal) -> Fraction:
    """Return (A − expected) / daily rate of the line: how many whole days the goal is ahead; negative when behind.

    ``share`` is the expected progress. Fractions, since decimals cut a day off at two thirds of the line.
    """
    done = Fraction(actual - baseline) / Fraction(target - baseline)
    return round((done - share) * Fraction(total), NEARLY_WHOLE)


def safe_days(ahead: Fraction, goal: Goal, calendar: WorkCalendar, today: date) -> int:
    """Return on how many of the next working days nothing has to happen; below 0 how many of the last ones are missing.

    Where every day is worth a whole one this is the whole part of ``ahead``; days beyond the due date count as whole.
    """
    if not calendar.is_weighted:
        return floor(ahead)
    if ahead < 0:
        return -_missing_days(-ahead, goal, calendar, today)
    count, day = 0, max(today + timedelta(days=1), goal.start)
    while day <= goal.due:
        if calendar.is_working(day):
            ahead -= Fraction(calendar.weight(day))
            if ahead < 0:
                return count
            count += 1
        day += timedelta(days=1)
    return count + floor(ahead)


def _missing_days(behind: Fraction, goal: Goal, calendar: WorkCalendar, today: date) -> int:
    """Return how many of the latest working days are worth what is missing."""
    count, day = 0, min(today, goal.due)
    while behind > 0 and day >= goal.start:
        weight = Fraction(calendar.weight(day))
        count += 1 if weight else 0
        behind -= weight
        day -= timedelta(days=1)
    return count + max(ceil(behind), 0)


def projection(actual: Decimal, baseline: Decimal, elapsed: Decimal | int, total: Decimal | int) -> Decimal | None:
    """Return S + (A − S) × N / E: where today's rate ends; None before the first working day."""
    return baseline + (actual - baseline) * total / elapsed if elapsed else None


def days_of(goal: Goal, calendar: WorkCalendar, today: date, *, fed_today: bool) -> Days:
    """Count the goal's working days; today remains while nothing that feeds the goal is logged."""
    total = calendar.working_days(goal.start, goal.due)
    elapsed = calendar.working_days(goal.start, min(today, goal.due))
    is_today_done = fed_today or not calendar.is_working(today) or not goal.start <= today <= goal.due
    remaining = total - elapsed + (0 if is_today_done else 1)
    first = calendar.next_working_day(goal.start) if total and not elapsed else None
    whole = calendar.worth(goal.start, goal.due)
    gone = calendar.worth(goal.start, min(today, goal.due))
    left = whole - gone + (0 if is_today_done else calendar.weight(today))
    return Days(elapsed, total, remaining, Worth(gone, whole, left), first)


def standing(
    goal: Goal, measurement: Measurement, calendar: WorkCalendar, today: date, limits: StatusLimits
) -> Standing:
    """Work out everything about one goal from its measured value; a closed goal as on its last day."""
    today, calendar = goal.last_day(today), calendar.expecting(goal.start, goal.due)
    fed_today = any(record.date == today for record in measurement.records)
    days = days_of(goal, calendar, today, fed_today=fed_today)
    share = share_on(goal, calendar, today)
    look = _Look(goal, measurement, days, share, calendar, _actual(goal, measurement), today, limits)
    return _limit_standing(look) if goal.direction.keeps else _line_standing(look)


def _actual(goal: Goal, measurement: Measurement) -> Decimal | None:
    if goal.closing is not None and goal.closing.actual is not None:
        return goal.closing.actual
    if measurement.value is None and not goal.direction.keeps:
        return goal.baseline
    return measurement.value


def _decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / share.denominator


def _line_standing(look: _Look) -> Standing:
    goal, worth, share = look.goal, look.days.worth, look.share
    actual = look.actual or Decimal(0)
    way, whole_way = actual - goal.baseline, goal.target - goal.baseline
    pace = way * share.denominator / (whole_way * share.numerator) if share else None
    is_reached = is_within(goal, actual)
    required = required_per_working_day(actual, goal.target, worth.remaining)
    ahead = days_ahead(actual, goal.baseline, goal.target, share, worth.total)
    return Standing(
        goal=goal,
        measurement=look.measurement,
        days=look.days,
        actual=actual,
        progress=progress(actual, goal.baseline, goal.target),
        expected=expected_even(goal.baseline, goal.target, *share.as_integer_ratio()),
        expected_progress=_decimal(share),
        pace=pace,
        status=_line_status(look, pace, is_reached=is_reached),
        required_per_working_day=Decimal(0) if is_reached else required,
        safe_days=safe_days(ahead, goal, look.calendar, look.today) if worth.total else None,
        projection=projection(actual, goal.baseline, worth.elapsed, worth.total),
    )


def _line_status(look: _Look, pace: Decimal | None, *, is_reached: bool) -> Status:
    fixed = _state_status(look)
    if fixed:
        return fixed
    if is_reached:
        return Status.REACHED
    if look.today > look.goal.due:
        return Status.MISSED
    if look.days.elapsed <= 1:  # the first day of a goal is never behind
        return Status.ON_TRACK
    return _pace_status(pace, look.limits, Status.ON_TRACK)


def _state_status(look: _Look) -> Status | None:
    goal = look.goal
    if goal.state is GoalState.CLOSED:
        return Status.CLOSED
    if goal.state is GoalState.PAUSED:
        return Status.PAUSED
    waits = not look.days.elapsed and look.today <= goal.due
    if look.today < goal.start or (waits and look.actual in {None, goal.baseline}):
        return Status.NOT_STARTED
    return None


def _pace_status(pace: Decimal | None, limits: StatusLimits, good: Status) -> Status:
    if pace is None or pace >= limits.on_track:
        return good
    return Status.BEHIND if pace >= limits.behind else Status.AT_RISK


def _limit_standing(look: _Look) -> Standing:
    """Work out a keep-at-least or keep-at-most goal: within the limit until the period ends."""
    goal, actual, share = look.goal, look.actual, look.share if accrues(look.goal) else Fraction(1)
    expected = expected_even(Decimal(0), goal.target, *share.as_integer_ratio())
    pace = _limit_pace(goal, actual, expected)
    return Standing(
        goal=goal,
        measurement=look.measurement,
        days=look.days,
        actual=actual,
        progress=_share_of(actual, goal.target),
        expected=expected,
        expected_progress=_decimal(share),
        pace=pace,
        status=_limit_status(look, pace),
        required_per_working_day=_limit_required(look),
        safe_days=None,
        projection=_limit_projection(look),
    )


def accrues(goal: Goal) -> bool:
    """Tell whether the value to keep up grows day by day, so that a part of it is due today."""
    return goal.metric.grows and goal.direction is Direction.KEEP_AT_LEAST


def _share_of(part: Decimal | None, whole: Decimal) -> Decimal | None:
    """Return part / whole; of nothing, nothing is all and anything is none."""
    if part is None:
        return None
    if whole:
        return part / whole
    return Decimal(0) if part else Decimal(1)


def _limit_pace(goal: Goal, actual: Decimal | None, expected: Decimal) -> Decimal | None:
    if actual is None:
        return None
    if goal.direction is Direction.KEEP_AT_LEAST:
        return actual / expected if expected > 0 else None
    return _share_of(expected, actual) if actual else Decimal(1)


def is_within(goal: Goal, actual: Decimal) -> bool:
    """Tell whether the value meets the target in the goal's direction."""
    return actual <= goal.target if goal.direction.wants_less else actual >= goal.target


def _limit_status(look: _Look, pace: Decimal | None) -> Status:
    fixed = _state_status(look)
    if fixed:
        return fixed
    is_inside = look.actual is not None and is_within(look.goal, look.actual)
    if look.today > look.goal.due:
        return Status.REACHED if is_inside else Status.MISSED
    if look.actual is None or is_inside or look.days.elapsed <= 1:
        return Status.WITHIN_LIMIT
    if accrues(look.goal):
        return _pace_status(pace, look.limits, Status.WITHIN_LIMIT)
    return Status.BEHIND if pace is not None and pace >= look.limits.behind else Status.AT_RISK


def _limit_required(look: _Look) -> Decimal | None:
    if look.actual is None or is_within(look.goal, look.actual):
        return Decimal(0)
    return required_per_working_day(look.actual, look.goal.target, look.days.worth.remaining)


def _limit_projection(look: _Look) -> Decimal | None:
    if look.actual is None or not look.goal.metric.grows:
        return look.actual
    return projection(look.actual, Decimal(0), look.days.worth.elapsed, look.days.worth.total)
