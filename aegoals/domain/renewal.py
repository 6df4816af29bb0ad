"""Goals that come again: the same quota in the next month, quarter or year."""

from __future__ import annotations

from datetime import date, timedelta

from aegoals.domain.goal import Goal, Repeat
from aegoals.domain.periods import MONTHS_A_QUARTER, MONTHS_A_YEAR, add_months
from aegoals.domain.split import Splitter
from aegoals.domain.split_weights import on_new_days

MONTHS = {Repeat.MONTH: 1, Repeat.QUARTER: MONTHS_A_QUARTER, Repeat.YEAR: MONTHS_A_YEAR}


def is_over(goal: Goal, today: date) -> bool:
    """Tell whether a goal that comes again is to make room for the next one."""
    return goal.repeats is not None and goal.is_open and goal.due < today


def next_goal(goal: Goal, goal_id: str, splitter: Splitter) -> Goal:
    """Return the goal of the next period: the same target from the day after, with nothing done yet.

    Milestones move with it, a season is fitted to the new days. The goal must repeat.
    """
    months = MONTHS[goal.repeats] if goal.repeats else 0
    start = goal.due + timedelta(days=1)
    fresh = goal.with_(
        id=goal_id,
        start=start,
        due=add_months(start, months) - timedelta(days=1),
        milestones=tuple(one.with_(due=add_months(one.due, months), done_on=None) for one in goal.milestones),
        actions=tuple(one.with_(done=False) for one in goal.actions),
        state="active",
        archived=False,
        asked_on=None,
        created_on=start,
        revisions=(),
        series=goal.series or goal.id,
    )
    return on_new_days(fresh, splitter)
