"""Goals: set them, see where they stand, change them with a reason, end them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Closing, FieldChange, Goal, GoalState, Milestone, Outcome, Revision
from aegoals.domain.goal_entry import EntryRules, fields_of, goal_from
from aegoals.domain.measure import Measurement, kinds_needed, measure, measured_days, needs_history
from aegoals.domain.progress import Standing, is_within, standing
from aegoals.domain.record import LogRecord
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.record_index import EARLIEST
from aegoals.store.ids import new_id

SHORTEST_REFERENCE = 4
ADJUSTABLE = (
    "title",
    "specific",
    "baseline",
    "target",
    "start",
    "due",
    "direction",
    "why",
    "serves",
    "evidence",
)


class GoalService:
    """What an AE does with goals."""

    def __init__(self, context: Context) -> None:
        self._context = context

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
        """Work out where one goal stands today."""
        day = today or self._context.today()
        profile = self._context.profile()
        return standing(goal, self._measured(goal, day), profile.calendar, day, profile.limits)

    def standings(self, goals: Iterable[Goal] | None = None) -> list[Standing]:
        """Work out where goals stand: those given, or every goal that runs."""
        chosen = [goal for goal in self.all() if goal.is_open] if goals is None else goals
        return [self.standing(goal) for goal in chosen]

    def feeding(self, goal: Goal, until: date) -> list[LogRecord]:
        """Return the records that decide the goal's value up to a day, by day."""
        start, end = measured_days(goal.metric, goal.start, goal.due, until)
        first = EARLIEST if needs_history(goal.metric) else start
        return self._context.index.between(first, end, kinds_needed(goal.metric))

    def course(self, goal: Goal, days: Iterable[date]) -> list[tuple[date, Decimal | None]]:
        """Return the goal's actual value on each of these days, for a chart."""
        known = self.feeding(goal, max(goal.due, self._context.today()))
        values = []
        for day in days:
            start, end = measured_days(goal.metric, goal.start, goal.due, day)
            values.append((day, measure(goal.metric, known, start, end).value))
        return values

    def _measured(self, goal: Goal, today: date) -> Measurement:
        start, end = measured_days(goal.metric, goal.start, goal.due, today)
        return measure(goal.metric, self.feeding(goal, today), start, end)

    # --- setting

    def rules(self) -> EntryRules:
        """Return how answers that the AE typed are read."""
        profile = self._context.profile()
        return EntryRules(locale=profile.locale, currency=profile.currency)

    def plan(self, draft: GoalDraft) -> Goal:
        """Save the goal that a complete draft describes; its draft is gone. Raises RefusedInput."""
        goal = goal_from(draft, new_id(), self.rules(), self._context.today())
        self._check_working_days(goal)
        with self._context.transaction("plan", goal.title) as transaction:
            self._context.goals.put(transaction, goal.id, goal)
            transaction.remove("drafts", draft.id)
        return goal

    def rewrite(self, draft: GoalDraft, reason: str) -> Goal:
        """Change an existing goal to what its draft now says; raises RefusedInput."""
        goal = self.get(draft.goal or "")
        changes = fields_of(draft, goal.id, self.rules())
        changes["milestones"] = _kept_milestones(goal, Goal.build(_fields(goal) | changes).milestones)
        changed = self._revised(goal, changes, reason)
        with self._context.transaction("adjust", changed.title) as transaction:
            self._context.goals.put(transaction, goal.id, changed)
            transaction.remove("drafts", draft.id)
        return changed

    def adjust(self, reference: str, reason: str, **changes: object) -> Goal:
        """Change an open goal, with the reason; what it was before stays visible. Raises RefusedInput."""
        goal = self.get(reference)
        unknown = [field for field in changes if field not in ADJUSTABLE]
        if unknown:
            raise RefusedInput(
                _("“{field}” cannot be adjusted.").format(field=unknown[0]),
                _("These can: {fields}.").format(fields=", ".join(ADJUSTABLE)),
            )
        return self._save(self._revised(goal, changes, reason), "adjust")

    def _revised(self, goal: Goal, changes: dict[str, object], reason: str) -> Goal:
        if not goal.is_open:
            raise RefusedInput(_("“{title}” is closed.").format(title=goal.title), _("Reopen it first."))
        if not reason.strip():
            raise RefusedInput(_("A goal changes only with a reason."), _("Say in a few words why."))
        changed = goal.with_(**changes)
        self._check_working_days(changed)
        differences = _differences(goal, changed)
        if not differences:
            raise RefusedInput(_("Nothing would change."), _("Give another target, date or text."))
        revision = Revision(day=self._context.today(), reason=reason, changes=differences)
        return changed.with_(revisions=(*goal.revisions, revision))

    # --- living with them

    def pause(self, reference: str) -> Goal:
        """Pause an active goal."""
        return self._save(self.get(reference).with_(state=GoalState.PAUSED), "pause")

    def resume(self, reference: str) -> Goal:
        """Go on with a paused goal."""
        return self._save(self.get(reference).with_(state=GoalState.ACTIVE), "resume")

    def close(self, reference: str, outcome: Outcome | None = None, reason: str = "") -> Goal:
        """End a goal and freeze its value; the outcome follows from the value if none is given."""
        goal = self.get(reference)
        if not goal.is_open:
            raise RefusedInput(_("“{title}” is closed already.").format(title=goal.title))
        now = self.standing(goal)
        ended = outcome or _outcome(now)
        closing = Closing(day=self._context.today(), outcome=ended, actual=now.actual, reason=reason)
        return self._save(goal.with_(state=GoalState.CLOSED, closing=closing), "close")

    def reopen(self, reference: str) -> Goal:
        """Take up a closed goal again."""
        goal = self.get(reference)
        if goal.is_open:
            raise RefusedInput(_("“{title}” is not closed.").format(title=goal.title))
        return self._save(goal.with_(state=GoalState.ACTIVE, closing=None, archived=False), "reopen")

    def archive(self, reference: str, *, archived: bool = True) -> Goal:
        """Take a goal out of the lists, or bring it back."""
        return self._save(self.get(reference).with_(archived=archived), "archive")

    def tick(self, reference: str, milestone: Milestone) -> Goal:
        """Mark a milestone as done today, or as open again."""
        goal = self.get(reference)
        done_on = None if milestone.done_on else self._context.today()
        changed = milestone.with_(done_on=done_on)
        milestones = tuple(changed if one == milestone else one for one in goal.milestones)
        return self._save(goal.with_(milestones=milestones), "tick")

    def delete(self, reference: str) -> Goal:
        """Delete a goal and its check-ins; records that other goals share stay in the log."""
        goal = self.get(reference)
        with self._context.transaction("delete", goal.title) as transaction:
            self._context.goals.remove(transaction, goal.id)
            for key, document in self._context.store.table("records").items():
                if document.get("goal") == goal.id:
                    transaction.remove("records", key)
        return goal

    def _save(self, goal: Goal, verb: str) -> Goal:
        with self._context.transaction(verb, goal.title) as transaction:
            self._context.goals.put(transaction, goal.id, goal)
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


def _fields(goal: Goal) -> dict[str, object]:
    return {name: getattr(goal, name) for name in goal.model_fields_set}


def _kept_milestones(goal: Goal, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Carry the done marks over to milestones that were not changed otherwise."""
    done = {(one.due, one.title, one.value): one.done_on for one in goal.milestones}
    return tuple(one.with_(done_on=done.get((one.due, one.title, one.value))) for one in milestones)


def _differences(before: Goal, after: Goal) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(field=field, before=_shown(old), after=_shown(new))
        for field in (*ADJUSTABLE, "milestones", "actions", "metric")
        if (old := getattr(before, field)) != (new := getattr(after, field))
    )


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return ", ".join(str(getattr(one, "title", one)) for one in value)
    return str(value)[:200]


def _outcome(now: Standing) -> Outcome:
    if now.actual is not None and is_within(now.goal, now.actual):
        return Outcome.ACHIEVED
    return Outcome.MISSED
