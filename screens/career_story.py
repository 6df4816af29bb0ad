"""The timeline of a career."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.commands import BACK, FIND, OPEN, bindings
from screens.growth_page import GrowthPage

if TYPE_CHECKING:
    from aegoals.domain.career_story import Moment


class TimelinePage(GrowthPage):
    """Everything that happened, the latest first."""

    ABOUT = mark(
        "Ratings, trainings finished, experiences, talks and what was agreed in them, what is expected of you, "
        "career goals closed and aspirations reached, by day. Enter opens what a line belongs to."
    )
    COMMANDS_HERE = (BACK, FIND, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def page_title(self) -> str:
        """Return the title."""
        return _("Timeline")

    def load(self) -> None:
        """Fill the page."""
        from widgets.talk_rows import moment_rows

        moments = self.desk.career.story.all()
        empty = _(
            "Nothing yet: ratings, trainings finished, talks and career goals closed stand here. "
            "Escape goes back to Career, where k adds a skill to rate and m writes a talk down."
        )
        rows = moment_rows([one for one in moments if self._is_sought(one)], self.desk.profile.get().locale)
        self.show(rows if moments else self.notes(empty))

    def _is_sought(self, one: Moment) -> bool:
        from aegoals.domain.career_story import MOMENT_WORDS

        return self.holds(one.title, _(MOMENT_WORDS[one.kind]), one.outcome)

    def open_row(self, what: str, name: str) -> None:
        """Open what a moment belongs to."""
        from screens.career_opening import open_item

        open_item(self, what, name)
