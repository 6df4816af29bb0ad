"""Goals: set them, see where they stand, change them with a reason, end them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.easing import held_back
from aegoals.domain.goal import (
    Closing,
    Goal,
    GoalState,
    Milestone,
    Outcome,
    Revision,
)
from aegoals.domain.goal_entry import EntryRules, fields_of, goal_from
from aegoals.domain.measure import Measurement, kinds_needed, measure, measured_days, needs_history
from aegoals.domain.metric import Metric
from aegoals.domain.moves import Move, could_move, moves
from aegoals.domain.own_counting import counting
from aegoals.domain.progress import Standing, is_within, standing
from aegoals.domain.record import LogRecord
from aegoals.domain.split import Splitter
from aegoals.domain.split_weights import on_new_days
from aegoals.domain.today import Ask, asks
from aegoals.domain.waiver import raised_again, waved_off
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.goal_changes import ADJUSTABLE, differences, kept_actions, kept_milestones
from aegoals.services.record_index import EARLIEST
from aegoals.store.ids import new_id

SHORTEST_REFERENCE = 4


class GoalService:
    """What an AE does with goals."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, date], tuple[Goal, Standing]] = {}
        self._asked: dict[tuple[str, date], list[Ask]] = {}
        context.store.subscribe(self._forget)

    def _forget(self, _tables: frozenset[str]) -> None:
        self._known.clear()
        self._asked.clear()

    # --- reading

    def all(self) -> list[Goal]:
        """Return every goal, oldest first; archived ones too."""
        return self._context.goals.all()

    def get(self, reference: str) -> Goal:
        """Return the goal with this id, an unmistakable part of it, or this title; raises NotFound."""
        table = self._context.store.table("goals")
        if reference in table:
            return self._context.goals.get(reference)
        word = reference.casefold().strip()
        found = [goal for goal in self.all() if goal.title.casefold() == word or _is_part(word, goal.id)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{short_id(goal)} {goal.title}" for goal in found)
            raise RefusedInput(
                _("“{reference}” names several goals: {names}.").format(reference=reference, names=names),
                _("Use the id."),
            )
        raise NotFound(
            _("There is no goal “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals goal list"),
        )

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
        running = (goal for goal in self.all() if goal.is_open and not goal.archived)
        chosen = running if goals is None else goals
        return [self.standing(goal) for goal in chosen]

    def would_move(self, records: Sequence[LogRecord]) -> list[Move]:
        """Return the running goals that these records, not stored yet, would change: before and after."""
        today = self._context.today()
        running = [goal for goal in self.all() if goal.is_open and not goal.archived]
        metrics = {goal.id: self.counted(goal).metric for goal in running}
        concerned = [goal for goal in running if could_move(metrics[goal.id], records)]
        kinds = [kinds_needed(metrics[goal.id]) for goal in concerned]
        if all(kinds):  # none of them reads every kind
            self._context.index.expect(kind for some in kinds for kind in some)
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
        first = EARLIEST if needs_history(metric) else start
        return self._context.index.between(first, end, kinds_needed(metric))

    def _measured(self, goal: Goal, today: date) -> Measurement:
        start, end = measured_days(goal.metric, goal.start, goal.due, today)
        return measure(goal.metric, self.feeding(goal, today), start, end)

    # --- setting

    def rules(self) -> EntryRules:
        """Return how answers that the AE typed are read."""
        profile = self._context.profile()
        splitter = Splitter.of(profile)
        return EntryRules(profile.locale, profile.currency, splitter, profile.own_kinds)

    def plan(self, draft: GoalDraft) -> Goal:
        """Save the goal that a complete draft describes; its draft is gone. Raises RefusedInput."""
        return self.plan_all([draft])[0]

    def plan_all(self, drafts: Sequence[GoalDraft]) -> list[Goal]:
        """Save the goals that these drafts describe as one action, or none of them. Raises RefusedInput."""
        goals = [goal_from(draft, new_id(), self.rules(), self._context.today()) for draft in drafts]
        for goal in goals:
            self._check_working_days(goal)
        with self._context.transaction("plan", ", ".join(goal.title for goal in goals)) as transaction:
            for goal, draft in zip(goals, drafts, strict=True):
                self._context.goals.put(transaction, goal.id, goal)
                transaction.remove("drafts", draft.id)
        return goals

    def rewrite(self, draft: GoalDraft, reason: str) -> Goal:
        """Change an existing goal to what its draft now says; its draft is gone. Raises RefusedInput."""

        def rewritten(goal: Goal) -> Goal:
            changes = fields_of(draft, goal.id, self.rules())
            new = goal.with_(**changes)
            changes["milestones"] = kept_milestones(goal, new.milestones)
            changes["actions"] = kept_actions(goal, new.actions)
            return self._revised(goal, changes, reason)

        return self._change(draft.goal or "", "adjust", rewritten, draft_id=draft.id)

    def adjust(self, reference: str, reason: str, **changes: object) -> Goal:
        """Change an open goal, with the reason; what it was before stays visible. Raises RefusedInput."""
        unknown = [field for field in changes if field not in ADJUSTABLE]
        if unknown:
            raise RefusedInput(
                _("“{field}” cannot be adjusted.").format(field=unknown[0]),
                _("These can: {fields}.").format(fields=", ".join(ADJUSTABLE)),
            )
        return self._change(reference, "adjust", lambda goal: self._revised(goal, changes, reason))

    def _revised(self, goal: Goal, changes: dict[str, object], reason: str) -> Goal:
        if not goal.is_open:
            raise RefusedInput(_("“{title}” is closed.").format(title=goal.title), _("Reopen it first."))
        if not reason.strip():
            raise RefusedInput(_("A goal changes only with a reason."), _("Say in a few words why."))
        today, days = self._context.today(), self._context.profile().cool_off_days
        self._check_working_days(goal.with_(**changes))
        changes, pending = held_back(goal, changes, reason, today, days)
        changed = goal.with_(**changes, pending=pending)
        if "season" not in changes and (changed.start, changed.due) != (goal.start, goal.due):
            changed = on_new_days(changed, self.rules().splitter)
        found = differences(goal, changed)
        if not found and pending == goal.pending:
            raise RefusedInput(_("Nothing would change."), _("Give another target, date or text."))
        if not found:
            return changed
        revision = Revision.build({"day": today, "reason": reason, "changes": found})
        return changed.with_(revisions=(*goal.revisions, revision))

    # --- living with them

    def pause(self, reference: str) -> Goal:
        """Pause an active goal; raises RefusedInput."""
        return self._change(reference, "pause", lambda goal: _moved(goal, GoalState.ACTIVE, GoalState.PAUSED))

    def resume(self, reference: str) -> Goal:
        """Go on with a paused goal; raises RefusedInput."""
        return self._change(reference, "resume", lambda goal: _moved(goal, GoalState.PAUSED, GoalState.ACTIVE))

    def close(self, reference: str, outcome: Outcome | None = None, reason: str = "") -> Goal:
        """End a goal and freeze its value; the outcome follows from the value if none is given."""

        def closed(goal: Goal) -> Goal:
            if not goal.is_open:
                raise RefusedInput(_("“{title}” is closed already.").format(title=goal.title))
            now = self.standing(goal)
            ended, today = outcome or outcome_of(now), self._context.today()
            closing = {"day": today, "outcome": ended, "actual": now.actual, "reason": reason}
            return goal.with_(state=GoalState.CLOSED, closing=Closing.build(closing))

        return self._change(reference, "close", closed)

    def reopen(self, reference: str) -> Goal:
        """Take up a closed goal again."""

        def reopened(goal: Goal) -> Goal:
            if goal.is_open:
                raise RefusedInput(_("“{title}” is not closed.").format(title=goal.title))
            return goal.with_(state=GoalState.ACTIVE, closing=None, archived=False)

        return self._change(reference, "reopen", reopened)

    def archive(self, reference: str, *, archived: bool = True) -> Goal:
        """Take a goal out of the lists, or bring it back."""
        return self._change(reference, "archive", lambda goal: goal.with_(archived=archived))

    def tick(self, reference: str, milestone: Milestone) -> Goal:
        """Mark a milestone as done today, or as open again; raises NotFound where the goal has it no more."""

        def ticked(goal: Goal) -> Goal:
            if milestone not in goal.milestones:
                raise NotFound(
                    _("“{title}” has no such milestone any more: {milestone}.").format(
                        title=goal.title, milestone=milestone.title
                    ),
                    _("Look at the goal again."),
                )
            changed = milestone.with_(done_on=None if milestone.done_on else self._context.today())
            return goal.with_(milestones=tuple(changed if one == milestone else one for one in goal.milestones))

        return self._change(reference, "tick", ticked)

    def wave_off(self, reference: str, code: str, reason: str) -> Goal:
        """Live with a finding of the coach, with the reason; raises RefusedInput without one."""
        today = self._context.today()
        return self._change(
            reference, "waive", lambda goal: goal.with_(waived=waved_off(goal.waived, code, reason, today))
        )

    def raise_again(self, reference: str, code: str) -> Goal:
        """Let a finding that was waved off show again; raises RefusedInput where it was not."""
        return self._change(reference, "waive", lambda goal: goal.with_(waived=raised_again(goal.waived, code)))

    def delete(self, reference: str) -> Goal:
        """Delete a goal and its check-ins; records that other goals share stay in the log."""
        goal = self.get(reference)
        with self._context.transaction("delete", goal.title) as transaction:
            self._context.goals.remove(transaction, goal.id)
            for key, document in self._context.store.table("records").items():
                if document.get("goal") == goal.id:
                    transaction.remove("records", key)
        return goal

    def _change(self, reference: str, verb: str, change: Callable[[Goal], Goal], *, draft_id: str = "") -> Goal:
        """Read, change and save one goal as one action: what another program saved meanwhile is not lost."""
        found = self.get(reference)
        with self._context.transaction(verb, found.title) as transaction:
            goal = change(self.get(found.id))
            self._context.goals.put(transaction, goal.id, goal)
            transaction.remove("drafts", draft_id)
        return goal

    def _check_working_days(self, goal: Goal) -> None:
        if not self._context.profile().calendar.working_days(goal.start, goal.due):
            raise RefusedInput(
                _("There is no working day from {start} to {due}.").format(start=goal.start, due=goal.due),
                _("Choose another date, or change the working week in Settings."),
            )


def short_id(goal: Goal) -> str:
    """Return the end of the goal's id, enough to name it on the command line."""
    return goal.id[-6:]


def _is_part(word: str, goal_id: str) -> bool:
    return len(word) >= SHORTEST_REFERENCE and (goal_id.startswith(word) or goal_id.endswith(word))


def _moved(goal: Goal, before: GoalState, after: GoalState) -> Goal:
    if not goal.is_open:
        raise RefusedInput(_("“{title}” is closed.").format(title=goal.title), _("Reopen it first."))
    if goal.state is not before:
        raise RefusedInput(_("“{title}” is {state} already.").format(title=goal.title, state=_(goal.state)))
    return goal.with_(state=after)


def outcome_of(now: Standing) -> Outcome:
    """Return how a goal ended, by its value."""
    if now.actual is not None and is_within(now.goal, now.actual):
        return Outcome.ACHIEVED
    return Outcome.MISSED
