"""What was earned or won: marked in the data, and told in one line each."""

from __future__ import annotations

from aegoals.locale.texts import _
from aegoals.services.contests import ContestService
from aegoals.services.context import Context
from aegoals.services.rewards import RewardService


class CheerService:
    """Settles rewards and contests; tells each win once in a run of the program."""

    def __init__(self, context: Context, rewards: RewardService, contests: ContestService) -> None:
        self._context = context
        self._rewards = rewards
        self._contests = contests
        self._told: set[str] | None = None

    def settle(self) -> list[str]:
        """Mark what the data decided; return the lines to show, none where the AE wants no celebration."""
        lines = [_("Earned: {promise}").format(promise=one.promise) for one in self._rewards.settle()]
        self._contests.settle()
        lines += [_("Contest won: {line}").format(line=line) for line in self._newly_won()]
        return lines if self._context.profile().celebrates else []

    def _newly_won(self) -> list[str]:
        """Return the running contests that are won now and were not before; at the first look nothing is new."""
        won = {one.contest.id: one.contest.line for one in self._contests.running() if one.state == "won"}
        new = [line for key, line in won.items() if self._told is not None and key not in self._told]
        self._told = (self._told or set()) | set(won)
        return new
