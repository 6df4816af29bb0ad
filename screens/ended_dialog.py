"""The list of goals that have ended, and the form that asks how one of them went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from aegoals.locale.dates import show_day
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt, fill_in
from screens.commands import BACK, OPEN, WAVE_END, bindings
from screens.goal_forms import ended_form, outcome_in
from screens.reading import ReadingDialog
from widgets.goal_rows import figure, value_of_target
from widgets.rows import Row, RowList, heading, key_of, line_row, parts_of
from widgets.spans import name, spread

if TYPE_CHECKING:
    from aegoals.domain.progress import Standing

WAVED = "waved"


class EndedDialog(ReadingDialog):
    """Shows the goals that wait for a word; returns the key of the one that was chosen or waved off."""

    COMMANDS_HERE = (OPEN, WAVE_END, BACK)
    BINDINGS: ClassVar = bindings((WAVE_END,))

    def __init__(self, standings: Sequence[Standing], locale: str) -> None:
        super().__init__(_("How did they go?"))
        self._standings = standings
        self._locale = locale

    @property
    def about(self) -> str:
        """What is asked, and that it need not be answered."""
        return _("Each goal that has ended asks once for its result and for what you learned. Escape answers later.")

    def rows(self, width: int) -> list[Row]:
        """Return one line a goal: its end, its value and its target."""
        return [heading(_("Ended"), _("Enter says how it went")), *(self._row(one, width) for one in self._standings)]

    def _row(self, one: Standing, width: int) -> Row:
        value = figure(value_of_target(one, self._locale), one.goal.metric.unit)
        day = show_day(one.goal.due, self._locale)
        line = spread([name(one.goal.title)], [value, (f"  {day}", "muted")], width)
        return line_row(key_of("ended", one.goal.id), line)

    def action_wave_end(self) -> None:
        """Do not ask about the goal under the cursor any more."""
        what, goal_id = parts_of(self.query_one(RowList).key)
        if what == "ended":
            self.dismiss(key_of(WAVED, goal_id))


async def tell_one_by_one(app: App[None], desk: Desk) -> None:
    """Show the list of goals that have ended until it is left or empty; call it from a worker."""
    while goals := desk.goals.to_tell():
        locale = desk.profile.get().locale
        what, chosen = parts_of(await app.push_screen_wait(EndedDialog(desk.goals.standings(goals), locale)))
        if not what:
            return
        if what == WAVED:
            wave_off(app, desk, chosen)
        else:
            await ask(app, desk, chosen)


def wave_off(app: App[None], desk: Desk, goal_id: str) -> None:
    """Do not ask again how a goal went."""
    if attempt(app, lambda: desk.goals.wave_end(goal_id)):
        app.notify(_("It will not be asked again. Press u to take that back."))


async def ask(app: App[None], desk: Desk, goal_id: str) -> None:
    """Ask how a goal went; call it from a worker."""

    def save(answers: Mapping[str, str]) -> None:
        desk.goals.close(goal_id, outcome_in(answers), answers["reason"])

    one = desk.goals.standing(desk.goals.get(goal_id))
    await fill_in(app, ended_form(one, desk.profile.get().locale), save)
