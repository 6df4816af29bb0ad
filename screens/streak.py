"""The streak explained: the rule, and every day with the reason why it counts."""

from __future__ import annotations

from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.reading import ReadingDialog
from widgets.rows import Row, stack


class StreakDialog(ReadingDialog):
    """Shows the days of the streak."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Streak"))
        self._desk = desk

    def rows(self, width: int) -> list[Row]:
        """Return the days, the latest first, and the rule below them."""
        from widgets.streak_rows import day_rows, rule_rows

        profile, log = self._desk.profile.get(), self._desk.log
        days = day_rows(log.streak_days(), profile.calendar, log.streak(), profile.locale)
        return stack(rule_rows(width), days)
