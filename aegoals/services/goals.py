"""Goals: set them, see where they stand, change them with a reason, end them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aegoals.domain.draft import GoalDraft
from aegoals.domain.easing import held_back
from aegoals.domain.ended import is_to_tell, outcome_of, to_tell
from aegoals.domain.goal import (
    Closing,
    Goal,
    GoalState,
    Milestone,
    Outcome,
    Revision,
)
from aegoals.domain.goal_entry import EntryRules, fields_of, goal_from
from aegoals.domain.split import Splitter
from aegoals.domain.split_weights import on_new_days
from aegoals.domain.waiver import raised_again, waved_off
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.goal_changes import ADJUSTABLE, differences, kept_actions, kept_milestones
from aegoals.services.goal_reader import GoalReader
from aegoals.store.ids import new_id


class GoalService(GoalReader):
    """What an AE does with goals."""

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
        changed = goal.with_(**changes, pending=pending, asked_on=None if changes.get("due") else goal.asked_on)
        if "season" not in changes and (changed.start, changed.due) != (goal.start, goal.due):
            changed = on_new_days(changed, self.rules().splitter)
        found = differences(goal, changed)
        if not found and (pending, changed.waived) == (goal.pending, goal.waived):
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
        """End a goal and freeze its value; the outcome follows from the value if none is given.

        Of a goal that was closed by itself the AE says so how it went; its value stays the frozen one.
        """
        today = self._context.today()

        def closed(goal: Goal) -> Goal:
            if goal.closing is not None:
                if not is_to_tell(goal, today):
                    raise RefusedInput(_("“{title}” is closed already.").format(title=goal.title))
                closing = goal.closing.with_(outcome=outcome or goal.closing.outcome, reason=reason)
                return goal.with_(closing=closing, asked_on=today)
            now = self.standing(goal)
            ended = {"day": today, "outcome": outcome or outcome_of(now), "actual": now.actual, "reason": reason}
            return goal.with_(state=GoalState.CLOSED, closing=Closing.build(ended), asked_on=today)

        return self._change(reference, "close", closed)

    def to_tell(self) -> list[Goal]:
        """Return the goals that have ended and of which the AE did not say yet how they went."""
        return to_tell(self.all(), self._context.today())

    def wave_end(self, reference: str) -> Goal:
        """Do not ask how a goal went."""
        return self._change(reference, "waive", lambda goal: goal.with_(asked_on=self._context.today()))

    def reopen(self, reference: str) -> Goal:
        """Take up a closed goal again."""

        def reopened(goal: Goal) -> Goal:
            if goal.is_open:
                raise RefusedInput(_("“{title}” is not closed.").format(title=goal.title))
            return goal.with_(state=GoalState.ACTIVE, closing=None, archived=False, asked_on=None)

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


def _moved(goal: Goal, before: GoalState, after: GoalState) -> Goal:
    if not goal.is_open:
        raise RefusedInput(_("“{title}” is closed.").format(title=goal.title), _("Reopen it first."))
    if goal.state is not before:
        raise RefusedInput(_("“{title}” is {state} already.").format(title=goal.title, state=_(goal.state)))
    return goal.with_(state=after)
