"""What the AE's figures mean: how goals will end, and why each figure is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aegoals.domain.forecast import Forecast, forecast, history_start, kinds_read
from aegoals.domain.measure import needs_history
from aegoals.services.record_index import EARLIEST

if TYPE_CHECKING:
    from aegoals.domain.goal import Goal
    from aegoals.domain.progress import Standing
    from aegoals.domain.why import Matter
    from aegoals.services.context import Context
    from aegoals.services.goals import GoalService


class InsightService:
    """Looks forward and behind the figures."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals

    def forecast(self, now: Standing) -> Forecast | None:
        """Work out how a goal will end, as far as its history says; None where it says nothing."""
        metric, today, profile = now.goal.metric, self._context.today(), self._context.profile()
        first = EARLIEST if needs_history(metric) else history_start(today)
        records = self._context.index.between(first, today, kinds_read(metric))
        return forecast(now, records, profile.calendar, today, profile.fiscal_year_start)

    def matter(self, goal: Goal) -> Matter:
        """Gather everything that a goal's figures were worked out from today, so that each can say why."""
        from aegoals.domain.today import asks
        from aegoals.domain.why import Matter

        profile, now = self._context.profile(), self._goals.standing(goal)
        today = goal.last_day(self._context.today())
        asked = next(iter(asks([now], profile.calendar, today)), None)
        return Matter(now, profile.calendar, profile.limits, today, profile.locale, asked, self.forecast(now))
