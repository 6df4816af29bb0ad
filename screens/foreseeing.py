"""What takes longer than a list may wait: chances, and what moved, worked out goal by goal after the page stands."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import work

from aegoals.errors import AegoalsError
from screens.attempt import tell
from screens.page import PAINT_FIRST, Page

if TYPE_CHECKING:
    from aegoals.domain.news import News
    from aegoals.domain.progress import Standing


class ForeseeingPage(Page):
    """A page whose rows have room for what is not known yet; it loads again once, when all of it is known.

    Nothing of it is imported or worked out before the page stands.
    """

    _looks_ahead = False

    def chance_words(self, one: Standing) -> str:
        """Return the goal's chance; empty while it is not known, and where there is none to come."""
        if not self._looks_ahead or not self.desk.insight.is_foreseen(one):
            return ""
        from aegoals.domain.forecast.words import chance_words

        return chance_words(self.desk.insight.forecast(one), self.desk.profile.get().locale)

    def news(self, standings: Iterable[Standing]) -> list[News]:
        """Return what moved of these goals, as far as it is known."""
        if not self._looks_ahead:
            return []
        insight = self.desk.insight
        found = (insight.news(one) for one in standings if insight.is_news_known(one))
        return [one for one in found if one is not None]

    @work(exclusive=True, group="foresee")
    async def foresee(self, standings: Sequence[Standing]) -> None:
        """Work out what is missing, one goal after the other: between two of them keys are heard."""
        await asyncio.sleep(PAINT_FIRST)
        insight, is_first, self._looks_ahead = self.desk.insight, not self._looks_ahead, True
        missing = [one for one in standings if not (insight.is_foreseen(one) and insight.is_news_known(one))]
        try:
            for one in missing:
                if not self.is_current:
                    return  # a page or dialog lies over it; the page loads again when that has gone
                insight.forecast(one)
                insight.news(one)
                await asyncio.sleep(0)
        except AegoalsError as error:
            tell(self, error)
            return
        if missing or (is_first and standings):
            self.load_safely()
