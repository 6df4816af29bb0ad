"""The timeline of a career."""

from __future__ import annotations

from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.reading import ReadingDialog
from widgets.rows import Row, note


class TimelineDialog(ReadingDialog):
    """Everything that happened, the latest first; Enter opens what it belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Timeline"))
        self._desk = desk

    def rows(self, width: int) -> list[Row]:
        """Return the moments."""
        from widgets.talk_rows import moment_rows

        moments = self._desk.career.story.all()
        empty = _("Nothing yet: ratings, trainings finished, talks and career goals closed stand here.")
        return moment_rows(moments, self._desk.profile.get().locale) or [note(empty)]
