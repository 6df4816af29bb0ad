"""What the AE's own history says of a target: its place, the stretch rule, the reverse funnel, the hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.coaching.funnel import Funnel, FunnelQuestion, funnel_of
from aegoals.domain.coaching.hours import (
    USUAL_MINUTES,
    ActivityGoal,
    Workload,
    is_timed,
    minutes_each,
    working_days_left,
    workload,
)
from aegoals.domain.coaching.look import Look
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.coaching.past import Past, Place, place_of, proposal
from aegoals.domain.coaching.tally import measured, tally_of_kind
from aegoals.domain.goal_metrics import WON
from aegoals.domain.metric import Aggregation, Metric, Of, is_currency
from aegoals.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything that own history says of one draft; None where it says nothing.

    ``proposed`` is the target by the stretch rule, ready to be set; ``left_out`` counts what could not be counted,
    by reason.
    """

    past: Past | None = None
    place: Place | None = None
    proposed: Decimal | None = None
    funnel: Funnel | None = None
    workload: Workload | None = None
    left_out: tuple[tuple[str, int], ...] = ()


def prepare(history: OwnHistory) -> None:
    """Work out beforehand what every question to this history needs, so that answers come while typing."""
    for kind in history.kinds:
        tally_of_kind(kind, Of.QUANTITY, history)
    for kind in USUAL_MINUTES:
        minutes_each(kind, history)


def outlook_of(look: Look) -> Outlook:
    """Return what own history says of a draft so far."""
    past = look.past
    place = None
    if past is not None and look.target is not None and look.unit is not None:
        place = place_of(look.target, [one.value for one in past.values], wants_less=look.wants_less)
    funnel = _funnel(look)
    return Outlook(
        past=past,
        place=place,
        proposed=proposed_target(look),
        funnel=funnel,
        workload=_workload(look),
        left_out=look.left_out or (funnel.rates.left_out if funnel is not None else ()),
    )


def proposed_target(look: Look) -> Decimal | None:
    """Return the target by the stretch rule; None without history, or where the log only has nothing."""
    past = look.past
    if past is None or look.metric is None or past.average <= 0:
        return None
    return proposal(past.average, look.direction, look.metric.unit)


def _funnel(look: Look) -> Funnel | None:
    """Return the way back from a target that deals won add up to."""
    metric = look.metric
    if metric is None or look.target is None or look.wants_less or not is_sold(metric):
        return None
    start, due = look.measured_days.start, look.measured_days.end
    asked = FunnelQuestion(
        gap=look.target - _so_far(look, metric),
        currency=metric.unit if is_currency(metric.unit) else None,
        working_days=working_days_left(look.background.calendar, start, due, look.today),
        today=look.today,
        calendar=look.background.calendar,
    )
    return funnel_of(asked, look.background.history)


def is_sold(metric: Metric) -> bool:
    """Tell whether won deals add up to the metric: their amounts, their number, or new accounts, one a deal."""
    if metric.selector.kinds != WON:
        return False
    return metric.aggregation is Aggregation.SUM or metric.of is Of.ACCOUNT


def _so_far(look: Look, metric: Metric) -> Decimal:
    """Return what the goal's own days already hold."""
    days = look.days
    if not metric.grows or days.start > look.today:
        return Decimal(0)
    return measured(metric, Period(days.start, look.today), look.background.history).value or Decimal(0)


def _workload(look: Look) -> Workload | None:
    """Return the hours of this goal and of the others that share its days."""
    metric, calendar = look.metric, look.background.calendar
    if metric is None or look.target is None or look.unit is None or look.wants_less or not is_timed(metric):
        return None
    days = look.days
    left = working_days_left(calendar, days.start, days.end, look.today)
    own = ActivityGoal(look.draft.title or look.draft.specific, metric, look.target - _so_far(look, metric), left)
    goals = [own, *_others(look)]
    return workload(goals, calendar, look.background.history, look.background.hours_a_week)


def _others(look: Look) -> Iterator[ActivityGoal]:
    days, calendar = look.days, look.background.calendar
    for one in look.background.goals:
        goal = one.goal
        if goal.start > days.end or goal.due < days.start or goal.direction.wants_less or not is_timed(goal.metric):
            continue
        left = working_days_left(calendar, goal.start, goal.due, look.today)
        yield ActivityGoal(goal.title, goal.metric, goal.target - one.actual, left)
