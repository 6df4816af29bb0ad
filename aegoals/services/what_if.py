"""What if: a goal's end with other habits, and goals made of the habits that were liked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.forecast import Forecast, forecast, history_start, kinds_read
from aegoals.domain.goal import Goal
from aegoals.domain.kinds import ACTIVITY_KINDS, kind_of
from aegoals.domain.measure import needs_history
from aegoals.domain.progress import Standing
from aegoals.domain.record import LogRecord
from aegoals.domain.what_if import DAYS_A_WEEK, PERCENT, Lever, Levers, levers, scenario
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.goals import GoalService
from aegoals.services.record_index import EARLIEST

Wished = Mapping[Lever, Decimal]


@dataclass(frozen=True, slots=True)
class Trial:
    """One goal with everything that is needed to try other habits: the log is read once."""

    now: Standing
    levers: Levers
    records: tuple[LogRecord, ...]
    as_it_is: Forecast


class WhatIfService:
    """Tries other habits on a goal; nothing is kept until they are adopted."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals

    def trial(self, reference: str) -> Trial:
        """Gather what trying needs; raises RefusedInput where the log says too little or nothing can be moved."""
        now = self._goals.standing(self._goals.get(reference))
        metric, today = now.goal.metric, self._context.today()
        first = EARLIEST if needs_history(metric) else history_start(today)
        kinds = {*kinds_read(metric), *ACTIVITY_KINDS} if kinds_read(metric) else frozenset[str]()
        records = tuple(self._context.index.between(first, today, kinds))
        known = levers(now.goal, records, today)
        end = self._end(now, records, known, {})
        if end is None or not known.settings:
            raise RefusedInput(
                _("“{title}” cannot be tried yet.").format(title=now.goal.title),
                _("It takes a goal that adds up day by day, and two weeks of log."),
            )
        return Trial(now, known, records, end)

    def end(self, trial: Trial, wished: Wished) -> Forecast:
        """Return how the goal would end with these values of the levers."""
        return self._end(trial.now, trial.records, trial.levers, wished) or trial.as_it_is

    def adopt(self, trial: Trial, wished: Wished) -> list[Goal]:
        """Make goals until the goal's end of the habits that were moved, as one action; raises RefusedInput."""
        moved = {one.lever: wished.get(one.lever, one.now) for one in trial.levers.settings}
        drafts = [
            draft
            for one in trial.levers.settings
            if moved[one.lever] != one.now and (draft := self._draft(trial, one.lever, moved[one.lever])) is not None
        ]
        if not drafts:
            raise RefusedInput(
                _("Nothing moved that can be a goal of its own."), _("Move the activity or the win rate first.")
            )
        return self._goals.plan_all(drafts)

    def _end(self, now: Standing, records: tuple[LogRecord, ...], known: Levers, wished: Wished) -> Forecast | None:
        profile, today = self._context.profile(), self._context.today()
        rate = next((one.now for one in known.settings if one.lever is Lever.WIN_RATE), Decimal(0)) / PERCENT
        tried = scenario(known, wished, rate)
        return forecast(now, records, profile.calendar, today, profile.fiscal_year_start, tried)

    def _draft(self, trial: Trial, lever: Lever, value: Decimal) -> GoalDraft | None:
        goal, today = trial.now.goal, self._context.today()
        start = max(today, goal.start)
        common = {
            "id": "",
            "start": start.isoformat(),
            "due": goal.due.isoformat(),
            "serves": goal.title,
            "why": _("What it takes for: {title}").format(title=goal.title),
        }
        if lever is Lever.ACTIVITY:
            weeks = Decimal((goal.due - start + timedelta(days=1)).days) / DAYS_A_WEEK
            kinds = goal.metric.selector.kinds
            own = [_(kind_of(kind).many) for kind in kinds if kind in ACTIVITY_KINDS]
            title = _("{count} {what} a week").format(count=plain_number(value), what=", ".join(own) or _("activities"))
            target = plain_number(max((value * weeks).to_integral_value(), Decimal(1)))
            return GoalDraft.build(
                {
                    **common,
                    "kind": "activity",
                    "title": title,
                    "unit": "count",
                    "direction": "reach_up",
                    "target": target,
                }
            )
        if lever is Lever.WIN_RATE:
            title = _("Win {rate} % of the deals that close").format(rate=plain_number(value))
            return GoalDraft.build(
                {**common, "kind": "conversion", "title": title, "unit": "%", "direction": "keep_at_least"}
                | {"target": plain_number(value)}
            )
        return None
