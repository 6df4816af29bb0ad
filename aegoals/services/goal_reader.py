"""Goals as they stand: found, measured, judged, and what a few more records would move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from aegoals.domain.goal import Goal
from aegoals.domain.measure import Measurement, kinds_needed, measure, measured_days, needs_history
from aegoals.domain.metric import Metric
from aegoals.domain.moves import Move, could_move, moves
from aegoals.domain.own_counting import counting
from aegoals.domain.progress import Standing, standing
from aegoals.domain.record import LogRecord
from aegoals.domain.today import Ask, asks
from aegoals.errors import NotFound
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.record_index import EARLIEST
from aegoals.services.reference import SHOWN, named


class GoalReader:
    """Finds goals and says where they stand; each is worked out once until something changes."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, date], tuple[Goal, Standing]] = {}
        self._asked: dict[tuple[str, date], list[Ask]] = {}
        context.store.subscribe(self._forget)

    def _forget(self, _tables: frozenset[str]) -> None:
        self._known.clear()
        self._asked.clear()

    def all(self) -> list[Goal]:
        """Return every goal, oldest first; archived ones too."""
        return self._context.goals.all()

    def get(self, reference: str) -> Goal:
        """Return the goal with this id, an unmistakable part of it, or this title; raises NotFound."""
        table = self._context.store.table("goals")
        if reference in table:
            return self._context.goals.get(reference)
        missing = NotFound(
            _("There is no goal “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals goal list"),
        )
        return named(self.all(), reference, lambda goal: goal.id, lambda goal: goal.title, missing)

    def standing(self, goal: Goal, today: date | None = None) -> Standing:
        """Work out where one goal stands today; a closed one as on the day it was closed."""
        day = goal.last_day(today or self._context.today())
        kept, known = self._known.get((goal.id, day), (None, None))
        if known is None or kept is not goal:
            profile, counted = self._context.profile(), self.counted(goal)
            known = standing(counted, self._measured(counted, day), profile.calendar, day, profile.limits)
            if today is None:
                self._known[goal.id, day] = (goal, known)
        return known

    def counted(self, goal: Goal) -> Goal:
        """Return the goal as it counts: with the AE's own kinds that count for the kinds it selects."""
        metric = counting(goal.metric, self._context.profile().own_kinds)
        return goal if metric is goal.metric else goal.model_copy(update={"metric": metric})

    def standings(self, goals: Iterable[Goal] | None = None) -> list[Standing]:
        """Work out where goals stand: those given, or every goal that runs and is not archived."""
        running = (goal for goal in self.all() if goal.is_running)
        chosen = running if goals is None else goals
        return [self.standing(goal) for goal in chosen]

    def would_move(self, records: Sequence[LogRecord]) -> list[Move]:
        """Return the running goals that these records, not stored yet, would change: before and after."""
        today = self._context.today()
        running = [goal for goal in self.all() if goal.is_running]
        metrics = {goal.id: self.counted(goal).metric for goal in running}
        concerned = [goal for goal in running if could_move(metrics[goal.id], records)]
        kinds = [kinds_needed(metrics[goal.id]) for goal in concerned]
        if all(kinds):  # none of them reads every kind
            spans = ((metrics[one.id], measured_days(metrics[one.id], one.start, one.due, today)) for one in concerned)
            first = min((_first_read(metric, start) for metric, (start, _end) in spans), default=today)
            self._context.index.expect((kind for some in kinds for kind in some), first)
        standings = self.standings(concerned)
        asked = [ask for one in standings for ask in self._asks(one, today)]
        return moves(standings, asked, records, today, lambda one: self.feeding(one.goal, today))

    def _asks(self, one: Standing, today: date) -> list[Ask]:
        """Return what a goal asks for today, worked out once: nothing or one ask."""
        key = (one.goal.id, today)
        if key not in self._asked:
            self._asked[key] = asks([one], self._context.profile().calendar, today)
        return self._asked[key]

    def has_standings(self) -> bool:
        """Whether ``would_move`` answers at once: where the goals stand was worked out since the last change."""
        return bool(self._known)

    def feeding(self, goal: Goal, until: date) -> list[LogRecord]:
        """Return the records that decide the goal's value up to a day, by day."""
        goal = self.counted(goal)
        return self._records(goal, *measured_days(goal.metric, goal.start, goal.due, until))

    def course(self, goal: Goal, days: Iterable[date]) -> list[tuple[date, Decimal | None]]:
        """Return the goal's actual value on each of these days, for a chart."""
        goal = self.counted(goal)
        spans = [(day, *measured_days(goal.metric, goal.start, goal.due, day)) for day in days]
        first = min((start for _, start, _ in spans), default=goal.start)
        known = self._records(goal, first, goal.due)
        return [(day, measure(goal.metric, known, start, end).value) for day, start, end in spans]

    def _records(self, goal: Goal, start: date, end: date) -> list[LogRecord]:
        return self.records_for(goal.metric, start, end)

    def records_for(self, metric: Metric, start: date, end: date) -> list[LogRecord]:
        """Return the records that a metric of these days is measured from."""
        return self._context.index.between(_first_read(metric, start), end, kinds_needed(metric))

    def _measured(self, goal: Goal, today: date) -> Measurement:
        start, end = measured_days(goal.metric, goal.start, goal.due, today)
        return measure(goal.metric, self.feeding(goal, today), start, end)


def _first_read(metric: Metric, start: date) -> date:
    """Return the day of the first record that decides the metric's value from this day on."""
    return EARLIEST if needs_history(metric) else start


def short_id(goal: Goal) -> str:
    """Return the end of the goal's id, enough to name it on the command line."""
    return goal.id[-SHOWN:]
