"""Undo and redo: a line at once, a whole import or restore in a thread, with words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _, ngettext
from aegoals.services import Desk
from screens.attempt import attempt, tell
from screens.type_ahead import TypeAheadApp

if TYPE_CHECKING:
    from aegoals.services.history import Entry, Step

TURNED_AT_ONCE = 2000  # documents that an undo changes while keys wait less than a tenth of a second


class UndoingApp(TypeAheadApp):
    """An App whose latest action can be taken back and done again."""

    desk: Desk

    def show_change(self, tables: frozenset[str]) -> None:
        """Show what changed in these tables."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take the latest action back."""
        history = self.desk.history
        self._turn(history.undo_step(), history.undo, _("Taking back: {title}"), _("Taken back: {title}"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        history = self.desk.history
        self._turn(history.redo_step(), history.redo, _("Doing again: {title}"), _("Done again: {title}"))

    def _turn(self, step: Step, turn: Callable[[], Entry], doing: str, done: str) -> None:
        if step.documents > TURNED_AT_ONCE:
            self._turn_beside(step, turn, doing, done)
        elif (entry := attempt(self, turn)) is not None:
            self._tell_action(done, entry.verb, entry.title)

    @work
    async def _turn_beside(self, step: Step, turn: Callable[[], Entry], doing: str, done: str) -> None:
        """Turn it in a thread, and count there already what the pages will show."""
        from aegoals.domain.action_words import undone_words
        from screens.moment import in_a_moment

        def turn_and_count() -> Entry:
            entry = turn()
            with suppress(AegoalsError):  # it is met again when it is shown, and told there
                self.desk.goals.standings()
            return entry

        size = ngettext("{count} entry changes", "{count} entries change", step.documents).format(count=step.documents)
        wait = _("{size}; what you type meanwhile comes after it.").format(size=size)
        words = doing.format(title=undone_words(step.verb, step.title))
        try:
            entry = await in_a_moment(self, f"{words}\n{wait}", turn_and_count)
        except AegoalsError as error:
            tell(self, error)
        else:
            self._tell_action(done, entry.verb, entry.title)
            self.show_change(step.tables)

    def _tell_action(self, done: str, verb: str, title: str) -> None:
        from aegoals.domain.action_words import undone_words
        from widgets.log_line import LogLine

        for line in self.screen.query(LogLine):
            line.forget_outcome()
        self.notify(done.format(title=undone_words(verb, title)))
