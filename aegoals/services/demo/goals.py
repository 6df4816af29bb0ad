"""Twelve goals of a made-up AE, of every kind and in every state that a goal can be in.

Targets are set by what the made-up past adds up to, and the latest months follow a course of their own
(``course.py``), so that each goal stands where it should on whatever day the demo is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from aegoals.domain.goal import Goal, GoalKind
from aegoals.domain.goal_metrics import default_metric, is_check_in
from aegoals.domain.periods import add_months
from aegoals.services.demo.course import Aims
from aegoals.services.demo.running import running
from aegoals.services.demo.setting import Setting, in_thousands


def goals_of(setting: Setting, aims: Aims) -> list[Goal]:
    """Return the goals, those first that were set first."""
    goals = [*running(setting, aims), *_resting(setting), *_ended(setting)]
    return sorted(goals, key=lambda goal: goal.start)


def _resting(at: Setting) -> Iterator[Goal]:
    yield at.goal(
        GoalKind.MILESTONE,
        title="Pass the solution architect exam",
        specific="The vendor's exam, on the first attempt",
        unit="count",
        target=1,
        days=at.span(1, 3),
        milestones=(
            {"title": "Exam booked", "due": at.end(1)},
            {"title": "Mock exam passed", "due": at.end(2)},
        ),
        why="Customers ask for it in every second tender",
    )
    yield at.goal(
        GoalKind.OTHER,
        title="Forecast within 90 % of what came in",
        specific="My monthly forecast against the deals won in that month",
        unit="%",
        baseline=70,
        target=90,
        days=at.span(-5, 2),
        state="paused",
        evidence="The forecast has missed by less each month since spring",
        waived=({"code": "not_logged", "reason": "I work it out at each month's end", "day": at.month(-5)},),
        why="My manager plans the team's hiring with it",
    )


def _ended(at: Setting) -> Iterator[Goal]:
    days = at.span(-10, -5)
    metric = default_metric(GoalKind.NEW_BUSINESS, "count")
    won = at.value(metric, *days)
    target = max(won - 1, Decimal(1))
    yield at.goal(
        GoalKind.NEW_BUSINESS,
        title=f"{target} new customers in six months",
        specific="Companies that never bought from us before",
        unit="count",
        target=target,
        days=days,
        state="closed",
        closing={"day": at.after(days[1]), "outcome": "achieved", "actual": max(won, target)},
    )
    days = at.span(-7, -5)
    won = at.value(default_metric(GoalKind.REVENUE, at.currency), *days)
    yield at.goal(
        GoalKind.REVENUE,
        title="Quarter with the trade fair",
        specific="Deals won, new and grown business",
        unit=at.currency,
        target=in_thousands(won * Decimal("1.25")) + 1000,
        days=days,
        state="closed",
        closing={
            "day": at.after(days[1]),
            "outcome": "missed",
            "actual": won,
            "reason": "The fair brought leads, but they close a quarter later",
        },
    )


def check_ins(goals: Sequence[Goal], today: date) -> Iterator[dict[str, Any]]:
    """Yield the fields of what was reported by hand: a step a month, up to two thirds of the way."""
    for goal in goals:
        if not is_check_in(goal.metric) or goal.start > today:
            continue
        for number in range(1, 5):
            day = add_months(goal.start, number) - timedelta(days=3)
            value = goal.baseline + (goal.target - goal.baseline) * number / 6
            if day <= today:
                yield {"date": day, "kind": "checkin", "quantity": round(value, 1), "goal": goal.id}
