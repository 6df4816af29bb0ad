"""What happens by itself when its day has come: quotas that roll over, changes that waited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from aegoals.domain.easing import changes_of, is_due
from aegoals.domain.ended import outcome_of
from aegoals.domain.goal import Closing, Goal, GoalState, Revision
from aegoals.domain.renewal import is_over, next_goal
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.goal_changes import differences
from aegoals.services.goals import GoalService
from aegoals.store.ids import following_id

LONGEST_GAP = 60
"""Periods that are made up for at once: five years of months."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done by itself: goals that were begun anew, and those whose waiting change took effect."""

    begun: tuple[Goal, ...] = ()
    eased: tuple[Goal, ...] = ()


class UpkeepService:
    """Does what is due; safe to call at any time and from several programs at once."""

    def __init__(self, context: Context, goals: GoalService) -> None:
        self._context = context
        self._goals = goals
        self._looked_at: frozenset[str] = frozenset()

    def run(self) -> Done:
        """Roll over quotas whose period has ended and let changes take effect whose day has come.

        What the AE took back is not done again in this run of the program, and a look at a day that is still
        to come changes nothing.
        """
        if self._context.today() > self._context.now().date():
            return Done()
        begun = [goal for goal in self._waiting() if is_over(goal, self._context.today())]
        eased = [goal for goal in self._waiting() if is_due(goal, self._context.today())]
        self._looked_at |= {goal.id for goal in (*begun, *eased)}
        changed = tuple(self._ease(goal) for goal in eased)
        return Done(tuple(self._renew(goal) for goal in begun), changed)

    def _waiting(self) -> list[Goal]:
        return [goal for goal in self._goals.all() if goal.id not in self._looked_at]

    def _renew(self, goal: Goal) -> Goal:
        """Close a goal as recorded and begin the next one, as often as periods have passed; one action."""
        with self._context.transaction(
            "renew", _("{title} from the next period").format(title=goal.title)
        ) as transaction:
            current = self._goals.get(goal.id)
            for _period in range(LONGEST_GAP):
                if not is_over(current, self._context.today()):
                    break
                self._context.goals.put(transaction, current.id, self._closed(current))
                following = following_id(current.id, current.due + timedelta(days=1))
                if following in self._context.store.table("goals"):  # it began before this one was taken up again
                    return self._goals.get(following)
                current = next_goal(current, following, self._goals.rules().splitter)
                self._context.goals.put(transaction, current.id, current)
        return current

    def _closed(self, goal: Goal) -> Goal:
        now = self._goals.standing(goal, goal.due)
        closing = {"day": goal.due, "outcome": outcome_of(now), "actual": now.actual, "by_itself": True}
        return goal.with_(state=GoalState.CLOSED, closing=Closing.build(closing))

    def _ease(self, goal: Goal) -> Goal:
        with self._context.transaction("adjust", goal.title) as transaction:
            current = self._goals.get(goal.id)
            if current.pending is not None and is_due(current, self._context.today()):
                changed = current.with_(**changes_of(current.pending), pending=None)
                found = differences(current, changed)
                revision = Revision.build(
                    {"day": current.pending.effective_on, "reason": current.pending.reason, "changes": found}
                )
                current = changed.with_(revisions=(*current.revisions, revision))
                self._context.goals.put(transaction, current.id, current)
        return current


def told(done: Done, locale: str) -> list[str]:
    """Return what was done by itself, one sentence each."""
    from aegoals.locale.dates import show_day

    begun = _("{title}: the last period is closed as recorded, the new one runs from {start} to {due}.")
    eased = _("{title}: the change that waited takes effect today.")
    return [
        *(
            begun.format(title=g.title, start=show_day(g.start, locale), due=show_day(g.due, locale))
            for g in done.begun
        ),
        *(eased.format(title=goal.title) for goal in done.eased),
    ]
