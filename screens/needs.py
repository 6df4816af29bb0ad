"""What other working days do to every goal, shown when they are entered."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.needs import Need
from aegoals.domain.worth_words import needed_title
from aegoals.locale.numbers import show_number, show_value
from aegoals.locale.texts import _
from screens.reading import ReadingDialog
from widgets.goal_rows import figure
from widgets.rows import Row, heading, line_row
from widgets.spans import Line, name, pad, width_of

SHORTEST_TITLE, TITLE_CELLS = 8, 30


class NeedsDialog(ReadingDialog):
    """Shows what each whole working day asks for now, and what it asked for before."""

    def __init__(self, title: str, needs: Sequence[Need], locale: str) -> None:
        super().__init__(title)
        self._needs = needs
        self._locale = locale

    def rows(self, width: int) -> list[Row]:
        """Return one line a goal."""
        lighter = next((one.after.days for one in self._needs if not one.after.days.is_whole), None)
        title = needed_title(lighter or self._needs[0].after.days)
        return [heading(title, _("before → now, whole days left")), *(self._row(one, width) for one in self._needs)]

    def _row(self, one: Need, width: int) -> Row:
        """Return the figures of one goal beside as much of its name as there is room for."""
        unit = one.after.goal.metric.unit
        was, now = (show_value(each.required_per_working_day, unit, self._locale) for each in (one.before, one.after))
        left = (one.before.days.worth.remaining, one.after.days.worth.remaining)
        before, after = (show_number(days, self._locale, 2) for days in left)
        days = _("{before} → {after} days").format(before=before, after=after)
        line: Line = [(" ", "text"), figure(was, unit, "muted"), (" → ", "muted"), figure(now, unit, "accent")]
        line.append((f"   {days}", "muted"))
        cells = min(max(width - width_of(line), SHORTEST_TITLE), TITLE_CELLS)
        return line_row(None, [name(pad(one.after.goal.title, cells)), *line])
