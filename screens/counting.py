"""What the pages with goals share: plus and minus count one more or one less of the goal under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _
from screens.page import Page
from widgets.rows import RowList, parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aegoals.domain.goal import Goal
    from aegoals.domain.moves import Move
    from aegoals.domain.record import LogRecord

COUNTING = frozenset({"add_one", "take_one"})


class CountingPage(Page):
    """A page on which the cursor stands on goals."""

    def _goal_here(self) -> Goal | None:
        """Return the goal under the cursor."""
        focused = self.focused
        what, name = parts_of(focused.key if isinstance(focused, RowList) else None)
        return self.desk.goals.get(name) if what == "goal" else None

    def action_add_one(self) -> None:
        """Log one more of what the goal under the cursor counts."""
        if goal := self._goal_here():
            moves = self.desk.goals.would_move([self.desk.log.one_of(goal)])
            record = self.desk.log.add_one(goal)
            self.notify(f"+ {self._words(record)}: {self._moved_by(moves)}")

    def action_take_one(self) -> None:
        """Take back today's latest record that only counts for the goal under the cursor."""
        if goal := self._goal_here():
            record = self.desk.log.take_one(goal)
            moves = self.desk.goals.would_move([record])
            self.notify(f"− {self._words(record)}: {self._moved_by(moves, back=True)}")

    def _words(self, record: LogRecord) -> str:
        from aegoals.domain.words import record_words

        return record_words(record, self.desk.profile.get().locale)

    def _moved_by(self, moves: Sequence[Move], *, back: bool = False) -> str:
        from aegoals.domain.move_words import moves_words

        return moves_words(moves, self.desk.profile.get().locale, back=back)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to count only on a goal that one key can count for, and not while typing."""
        if action not in COUNTING:
            return super().check_action(action, parameters)
        return not isinstance(self.focused, Input) and not self._why_no_ones()

    def why_not(self, action: str) -> str:
        """Say why nothing is counted for the goal under the cursor; nothing while a question waits."""
        is_pointing = isinstance(self.focused, RowList)
        return self._why_no_ones() if action in COUNTING and is_pointing else super().why_not(action)

    def _why_no_ones(self) -> str:
        from aegoals.domain.one_more import why_no_ones

        try:
            goal = self._goal_here()
        except AegoalsError as error:  # it is gone, or the file is locked meanwhile
            return str(error)
        return why_no_ones(goal) if goal else _("Put the cursor on a goal first: + and - count for it.")
