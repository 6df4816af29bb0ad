"""A goal in parts: what each sub-period asks for, what it brought, and last year's own shape."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal
from aegoals.domain.goal_entry import EntryRules, metric_of
from aegoals.domain.goal_words import read_split
from aegoals.domain.measure import measure
from aegoals.domain.metric import Metric
from aegoals.domain.periods import MONTHS_A_YEAR, Period, add_months
from aegoals.domain.split import Part, Splitter, parts_of
from aegoals.errors import RefusedInput
from aegoals.services.context import Context
from aegoals.services.goals import GoalService


class PartStanding(NamedTuple):
    """A part of a goal and what stood at its end; None for a part that has not begun."""

    part: Part
    value: Decimal | None


class SplitService:
    """Splits goals over the AE's quarters, months and weeks."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals

    def parts(self, goal: Goal) -> list[Part]:
        """Return what each sub-period of a goal asks for; empty for a goal that is not split."""
        return parts_of(goal, Splitter.of(self._context.profile()))

    def standings(self, goal: Goal) -> list[PartStanding]:
        """Return each part of a goal with the value at its end, or today's for the part that runs."""
        parts, today = self.parts(goal), goal.last_day(self._context.today())
        begun = [part for part in parts if part.start <= today]
        course = self._goals.course(goal, [min(part.due, today) for part in begun])
        values = [value for _day, value in course] + [None] * (len(parts) - len(begun))
        return [PartStanding(part, value) for part, value in zip(parts, values, strict=True)]

    def last_year(self, draft: GoalDraft) -> list[Decimal]:
        """Return what the draft's own metric reported in each sub-period a year before, to weight the parts by.

        Empty where the draft is no sum, is not split, or where nothing stands in the log.
        """
        rules = self._goals.rules()
        try:
            metric = metric_of(draft, rules)
            periods = _periods(draft, rules)
        except RefusedInput:
            return []
        if not metric.grows:
            return []
        values = [self._value(metric, _year_before(one)) for one in periods]
        return values if any(values) else []

    def _value(self, metric: Metric, days: Period) -> Decimal:
        known = self._goals.records_for(metric, days.start, days.end)
        return max(measure(metric, known, days.start, days.end).value or Decimal(0), Decimal(0))


def _periods(draft: GoalDraft, rules: EntryRules) -> list[Period]:
    split = read_split(draft.split)
    start, due = rules.read_day(draft.start), rules.read_day(draft.due)
    return rules.splitter.periods(start, due, split) if split else []


def _year_before(period: Period) -> Period:
    """Return the same days a year before; both ends move together, so that no day is counted twice."""
    return Period(_back(period.start), _back(period.end + timedelta(days=1)) - timedelta(days=1))


def _back(day: date) -> date:
    return add_months(day, -MONTHS_A_YEAR)
