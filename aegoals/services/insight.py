"""What the AE's figures mean: how goals will end, and why each figure is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aegoals.domain.course import Course, course_of
from aegoals.domain.forecast import Forecast, can_be_foreseen, forecast, history_start, kinds_read
from aegoals.domain.measure import needs_history
from aegoals.domain.news import News, days_to_compare, news_of
from aegoals.services.record_index import EARLIEST

if TYPE_CHECKING:
    from datetime import date

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
        self._said: dict[str, tuple[Standing, Forecast | None]] = {}
        self._news: dict[str, tuple[Standing, News | None]] = {}
        context.store.subscribe(self._forget)

    def _forget(self, tables: frozenset[str]) -> None:
        if not tables.isdisjoint({"records", "goals", "profile"}):
            self._said.clear()
            self._news.clear()

    def forecast(self, now: Standing) -> Forecast | None:
        """Work out how a goal will end, as far as its history says; None where it says nothing."""
        kept = self._said.get(now.goal.id)
        if kept is not None and kept[0] is now:
            return kept[1]
        said = self._forecast(now)
        self._said[now.goal.id] = (now, said)
        return said

    def is_foreseen(self, now: Standing) -> bool:
        """Whether ``forecast`` answers at once: it was asked before, or can say nothing."""
        kept = self._said.get(now.goal.id)
        return (kept is not None and kept[0] is now) or not self.can_be_foreseen(now)

    def can_be_foreseen(self, now: Standing) -> bool:
        """Whether there is anything to foresee."""
        return can_be_foreseen(now.goal, self._context.today())

    def news(self, now: Standing) -> News | None:
        """Return how a goal's status moved since the last working day, else since Monday; None where it stayed."""
        kept = self._news.get(now.goal.id)
        if kept is not None and kept[0] is now:
            return kept[1]
        found = self._moved(now)
        self._news[now.goal.id] = (now, found)
        return found

    def is_news_known(self, now: Standing) -> bool:
        """Whether ``news`` answers at once."""
        kept = self._news.get(now.goal.id)
        return kept is not None and kept[0] is now

    def yesterday(self) -> date:
        """Return the last working day before today."""
        return days_to_compare(self._context.today(), self._context.profile().calendar)[0]

    def _moved(self, now: Standing) -> News | None:
        today, calendar = self._context.today(), self._context.profile().calendar
        goal = self._context.goals.get(now.goal.id)
        for day in days_to_compare(today, calendar):
            before = self._goals.standing(goal, day)
            found = news_of(now, before, day, today, now.measurement.records, calendar)
            if found is not None:
                return found
        return None

    def _forecast(self, now: Standing) -> Forecast | None:
        metric, today, profile = now.goal.metric, self._context.today(), self._context.profile()
        if not can_be_foreseen(now.goal, today):
            return None
        first = EARLIEST if needs_history(metric) else history_start(today)
        records = self._context.index.between(first, today, kinds_read(metric))
        return forecast(now, records, profile.calendar, today, profile.fiscal_year_start)

    def course(self, now: Standing) -> Course:
        """Return the goal's line, the lines before it, what was reached, and what is foreseen where that is known."""
        today, calendar = now.goal.last_day(self._context.today()), self._context.profile().calendar
        known = self._said.get(now.goal.id)
        said = known[1] if known and known[0] is now else None
        return course_of(now, calendar, today, said, lambda days: self._goals.course(now.goal, days))

    def matter(self, goal: Goal) -> Matter:
        """Gather everything that a goal's figures were worked out from today, so that each can say why."""
        from aegoals.domain.split import Splitter, parts_of
        from aegoals.domain.today import asks
        from aegoals.domain.why import Matter

        profile, now = self._context.profile(), self._goals.standing(goal)
        today = goal.last_day(self._context.today())
        asked = next(iter(asks([now], profile.calendar, today)), None)
        split = tuple(parts_of(goal, Splitter.of(profile)))
        return Matter(now, profile.calendar, profile.limits, today, profile.locale, asked, self.forecast(now), split)
