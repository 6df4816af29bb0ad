"""What other working days do to every goal, shown when they are entered."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.needs import Need
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _
from screens.reading import ReadingDialog
from widgets.goal_rows import figure
from widgets.rows import Row, heading, line_row
from widgets.spans import Line, name, pad

TITLE_CELLS = 30


class NeedsDialog(ReadingDialog):
    """Shows what each whole working day asks for now, and what it asked for before."""

    def __init__(self, title: str, needs: Sequence[Need], locale: str) -> None:
        super().__init__(title)
        self._needs = needs
        self._locale = locale

    def rows(self, width: int) -> list[Row]:
        """Return one line a goal."""
        title = heading(_("Needed a working day"), _("before → now, with the whole days left"))
        return [title, *(self._row(one, min(TITLE_CELLS, width // 2)) for one in self._needs)]

    def _row(self, one: Need, cells: int) -> Row:
        unit = one.after.goal.metric.unit
        was, now = (show_value(each.required_per_working_day, unit, self._locale) for each in (one.before, one.after))
        left = (one.before.days.worth.remaining, one.after.days.worth.remaining)
        before, after = (show_number(days, self._locale, 2) for days in left)
        days = _("{before} → {after} days").format(before=before, after=after)
        line: Line = [name(pad(one.after.goal.title, cells)), (" ", "text"), figure(was, unit, "muted")]
        return line_row(None, [*line, (" → ", "muted"), figure(now, unit, "accent"), (f"   {days}", "muted")])
