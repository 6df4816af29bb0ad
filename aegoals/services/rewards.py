"""Promises to oneself: earned by the data, claimed by the AE."""

from __future__ import annotations

from aegoals.domain.goal import Goal
from aegoals.domain.measure import kinds_needed
from aegoals.domain.reward import Best, Occasion, Reward, Span, best_of, is_earned
from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.services.context import Context
from aegoals.services.goals import GoalService
from aegoals.services.log import LogService
from aegoals.services.record_index import EARLIEST
from aegoals.services.reference import named
from aegoals.services.shelf import Shelf
from aegoals.store.ids import new_id

TABLE = "rewards"


class RewardService:
    """What an AE does with rewards; every change is one action."""

    def __init__(self, context: Context, goals: GoalService, log: LogService) -> None:
        self._context = context
        self._goals = goals
        self._log = log
        self.shelf = Shelf(context.store, TABLE, Reward)

    def all(self) -> list[Reward]:
        """Return every reward: those to claim, those still open, those claimed."""
        return sorted(self.shelf.all(), key=lambda one: (one.claimed_on is not None, one.earned_on is None, one.id))

    def get(self, reference: str) -> Reward:
        """Return the reward with this id, a part of it, or this promise; raises NotFound, RefusedInput."""
        missing = NotFound(
            _("There is no reward “{reference}”.").format(reference=reference),
            _("See the ids with: aegoals reward list"),
        )
        return named(self.shelf.all(), reference, lambda one: one.id, lambda one: one.promise, missing)

    def save(self, key: str | None = None, /, **fields: object) -> Reward:
        """Promise a reward, or change one; what an earned one hangs on stays. Raises RefusedInput."""
        name = key or new_id()

        def saved() -> Reward:
            today = self._context.today()
            new = {"id": name, "made_on": today, **fields}
            return self.shelf.get(name).with_(**fields) if key else Reward.build(new)

        before, after = self.shelf.get(name) if key else None, saved()
        if before is None or before.hangs_on != after.hangs_on:
            self._check_occasion(before, after)
        with self._context.transaction("reward", saved().promise) as transaction:
            one = saved()
            self.shelf.put(transaction, name, one)
        return one

    def claim(self, reward: Reward) -> Reward:
        """Claim an earned reward today; raises RefusedInput while the data has not earned it."""
        if reward.earned_on is None:
            raise RefusedInput(
                _("“{promise}” is not earned yet.").format(promise=reward.promise),
                _("It is earned by what you log, by itself."),
            )
        if reward.claimed_on is not None:
            raise RefusedInput(_("“{promise}” is claimed already.").format(promise=reward.promise))
        return self.save(reward.id, claimed_on=self._context.today())

    def delete(self, reward: Reward) -> Reward:
        """Delete a reward and return it."""
        with self._context.transaction("delete", reward.promise) as transaction:
            self.shelf.remove(transaction, reward.id)
        return reward

    def settle(self) -> list[Reward]:
        """Mark what the data has earned by today, as one action, and return it; cheap where nothing is promised."""
        today = self._context.today()
        waiting = [one for one in self.shelf.all() if one.earned_on is None]
        if not waiting or today > self._context.now().date():  # a look at a day to come earns nothing
            return []
        earned = [one.with_(earned_on=today) for one in waiting if self._is_earned(one)]
        if earned:
            title = _("Earned: {promises}").format(promises=", ".join(one.promise for one in earned))
            with self._context.transaction("reward", title) as transaction:
                for one in earned:
                    self.shelf.put(transaction, one.id, one)
        return earned

    def best(self, goal: Goal, span: Span) -> Best:
        """Return the personal record of what a goal counts, and what the running period has."""
        metric, profile = goal.metric, self._context.profile()
        kinds = kinds_needed(metric)
        records = self._context.index.between(EARLIEST, self._context.today(), kinds)
        return best_of(metric, records, span, self._context.today(), profile.fiscal_year_start)

    def _is_earned(self, reward: Reward) -> bool:
        if reward.occasion is Occasion.STREAK:
            return is_earned(reward, None, self._log.streak().length, None)
        try:
            goal = self._goals.get(reward.goal or "")
        except NotFound:  # the goal is gone; the promise stays and waits
            return False
        best = self.best(goal, reward.span) if reward.occasion is Occasion.RECORD else None
        return is_earned(reward, self._goals.standing(goal), 0, best)

    def _check_occasion(self, before: Reward | None, reward: Reward) -> None:
        if before is not None and before.earned_on is not None:
            raise RefusedInput(
                _("“{promise}” is earned; what earned it stays.").format(promise=before.promise),
                _("Promise another reward for something else."),
            )
        goal = self._goals.get(reward.goal) if reward.goal else None
        if reward.occasion is Occasion.MILESTONE and goal is not None:
            _check_milestone(reward.milestone, goal)
        if reward.occasion is Occasion.RECORD and goal is not None and not goal.metric.grows:
            raise RefusedInput(
                _("A personal record needs a figure that adds up."), _("Choose a goal of revenue, calls or the like.")
            )


def _check_milestone(title: str, goal: Goal) -> None:
    titles = [one.title for one in goal.milestones]
    if title not in titles:
        raise RefusedInput(
            _("“{title}” is no milestone of “{goal}”.").format(title=title, goal=goal.title),
            _("It has: {milestones}").format(milestones=", ".join(titles)) if titles else _("It has none yet."),
        )
