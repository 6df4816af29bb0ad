"""Goals in the command palette."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from screens.page import Page
from widgets.mask import private
from widgets.spans import shorten

LONGEST = 60


class GoalProvider(Provider):
    """Finds goals by their title; titles are literal text."""

    async def search(self, query: str) -> Hits:
        """Yield the goals whose title matches."""
        matcher = self.matcher(query)
        for goal_id, title in self._titles():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, private(shorten(title, LONGEST)), partial(self._open, goal_id), text=title)

    async def discover(self) -> Hits:
        """Yield every goal that runs."""
        for goal_id, title in self._titles():
            yield DiscoveryHit(private(shorten(title, LONGEST)), partial(self._open, goal_id), text=title)

    def _titles(self) -> list[tuple[str, str]]:
        screen = self.screen
        if not isinstance(screen, Page):
            return []
        return [(goal.id, goal.title) for goal in screen.desk.goals.all() if goal.is_running]

    def _open(self, goal_id: str) -> None:
        from screens.goal import GoalPage

        screen = self.screen
        if isinstance(screen, Page):
            self.app.push_screen(GoalPage(screen.desk, goal_id))
