"""What the pages share that tell of goals that have ended: one quiet line, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from aegoals.locale.texts import _
from screens.attempt import work_and_tell
from screens.page import Page
from widgets.rows import Row, RowList, key_of, line_row, parts_of
from widgets.spans import name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aegoals.domain.goal import Goal

SEVERAL = "several"


def ended_rows(goals: Sequence[Goal]) -> list[Row]:
    """Return the line that asks how they went; none where nothing is to be said."""
    if not goals:
        return []
    if len(goals) == 1:
        words = [(_("◇ Say how it went, it has ended: "), "muted"), name(goals[0].title, "muted")]
        return [line_row(key_of("ended", goals[0].id), words)]
    text = _("◇ Say how they went: {count} goals have ended").format(count=len(goals))
    return [line_row(key_of("ended", SEVERAL), [(text, "muted")])]


class EndingPage(Page):
    """A page with that line: Enter asks, or shows the list; a key waves the question off."""

    def _ended_here(self) -> str:
        """Return what the cursor stands on of it: a goal's id, ``SEVERAL``, or nothing."""
        what, name = parts_of(self.focused.key if isinstance(self.focused, RowList) else None)
        return name if what == "ended" else ""

    @on(RowList.Chosen)
    @work_and_tell
    async def _tell_ended(self, event: RowList.Chosen) -> None:
        what, goal_id = parts_of(event.key)
        if what != "ended":
            return
        from screens.ended_dialog import ask, tell_one_by_one

        await (tell_one_by_one(self.app, self.desk) if goal_id == SEVERAL else ask(self.app, self.desk, goal_id))

    def action_wave_end(self) -> None:
        """Do not ask again how the goal went."""
        from screens.ended_dialog import wave_off

        wave_off(self.app, self.desk, self._ended_here())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to wave off one question; several are told apart in their list."""
        if action == "wave_end":
            return self._ended_here() not in {"", SEVERAL}
        return super().check_action(action, parameters)
