"""One goal: its sentence, its course, its milestones, the records that feed it, how it changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult

from aegoals.errors import NotFound
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import (
    ADJUST,
    ARCHIVE,
    BACK,
    CHANGES,
    CHECK_IN,
    CLOSE,
    DELETE,
    EDIT,
    OPEN,
    PAUSE,
    TABLE,
    WAIVE,
    WHAT_IF,
    WHY,
    bindings,
)
from screens.form import ConfirmDialog
from screens.page import PAINT_FIRST, Page
from widgets.nav_bar import NavBar
from widgets.rows import RowList, parts_of

if TYPE_CHECKING:
    from aegoals.domain.goal import Goal

OF_OPEN_GOAL = frozenset({"adjust", "check_in", "edit", "pause", "what_if"})


class GoalPage(Page):
    """Everything about one goal on one page."""

    ABOUT = mark(
        "The chart shows the actual value, the line to the target (dashed), the lines it had before a change (dotted) "
        "and the range in which four of five ends lie; v shows it as a table. "
        "Enter on a milestone marks it as done, on a record it opens the record, on a finding it mends it."
    )
    COMMANDS_HERE = (
        *(BACK, WHY, WHAT_IF, ADJUST, CHECK_IN, TABLE, WAIVE),
        *(CHANGES, EDIT, PAUSE, CLOSE, ARCHIVE, DELETE, OPEN),
    )
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk, goal_id: str) -> None:
        super().__init__(desk)
        self._goal_id = goal_id
        self._state = ""
        self._as_table = False

    @property
    def goal(self) -> Goal:
        """The goal as it is now."""
        return self.desk.goals.get(self._goal_id)

    def page_title(self) -> str:
        """Return the goal's title; nothing where the goal is gone meanwhile."""
        try:
            return _("Goal: {title}").format(title=self.goal.title)
        except NotFound:
            return _("Goal")

    def goal_in_question(self) -> str:
        """Return this goal."""
        return self._goal_id

    def body(self) -> ComposeResult:
        """Lay out one list of everything."""
        yield RowList(id="goal")

    def load(self) -> None:
        """Fill the page; leave it when the goal is gone."""
        try:
            goal = self.goal
        except NotFound:
            self.dismiss()
            return
        self.query_one(NavBar).show_title(self.page_title())
        rows = self.query_one(RowList)
        self._show()
        rows.focus()
        if self._state not in {"", goal.state}:
            rows.action_edge(-1)  # its new state stands at the top
        self._state = goal.state
        self.refresh_bindings()
        if not self.desk.coaching.is_at_hand:
            self._read_history()

    def _show(self) -> None:
        """Show everything that is known; what takes longer is worked out after the next frame."""
        from screens.goal_rows import goal_rows

        rows = self.query_one(RowList)
        rows.set_rows(goal_rows(self.desk, self.goal, max(rows.text_width, 30), as_table=self._as_table))
        if not self.desk.insight.is_foreseen(self.desk.goals.standing(self.goal)):
            self.set_timer(PAINT_FIRST, self._foresee)

    def _foresee(self) -> None:
        """Work out how the goal will end, and show it in the lines that wait for it."""

        def foreseen() -> None:
            self.desk.insight.forecast(self.desk.goals.standing(self.goal))
            self._show()

        attempt(self, foreseen)

    def action_table(self) -> None:
        """Show the course as a table, or as a chart again."""
        self._as_table = not self._as_table
        self._show()

    @work(thread=True, exclusive=True, group="findings")
    def _read_history(self) -> None:
        """Read a long log beside the screen, then show what the coach finds."""
        try:
            self.desk.coaching.read_log()
        except KeyError:  # a record was deleted meanwhile; the page that shows it loads again and reads again
            return
        self.app.call_from_thread(self.load_safely)

    def on_resize(self) -> None:
        """Draw the chart anew for another width."""
        self.call_after_refresh(self.load_safely)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what a closed goal does not offer; hide what this goal or the row under the cursor never does."""
        if action == "waive":
            return self._points_at_finding()
        if action not in OF_OPEN_GOAL:
            return True
        try:
            goal = self.goal
        except NotFound:
            return None
        if self._why_never(action, goal):
            return False
        return True if goal.is_open else None

    def why_not(self, action: str) -> str:
        """Say why a command does nothing for this goal, and what works instead."""
        if action == "waive":
            return _("Put the cursor on a finding first: w waves it off.")
        try:
            goal = self.goal
        except NotFound:
            return ""
        if action not in OF_OPEN_GOAL:
            return ""
        return self._why_never(action, goal) or _("The goal is closed. Press k to take it up again.")

    def _points_at_finding(self) -> bool:
        return bool(self.query(RowList)) and parts_of(self.query_one(RowList).key)[0] == "finding"

    def _why_never(self, action: str, goal: Goal) -> str:
        """Return why a command never fits this goal; empty where it does."""
        from aegoals.domain.goal_metrics import is_check_in

        if action == "check_in" and not is_check_in(goal.metric):
            return _("The log counts this goal by itself: write what you did on Today (F2, l).")
        if action == "what_if" and not goal.metric.grows:
            return _("What if needs a goal that adds up day by day; here y shows where the figures come from.")
        return ""

    # --- commands

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        what, name = parts_of(event.key)
        if what == "milestone":
            attempt(self, lambda: self._tick(int(name)))
        elif what == "record":
            self._edit_record(name)
        elif what == "finding":
            self._mend(name)
        elif what == "waived":
            self._raise_again(name)
        elif what == "ended":
            self._tell_end(name)

    @work_and_tell
    async def _tell_end(self, goal_id: str) -> None:
        from screens.ended_dialog import ask

        await ask(self.app, self.desk, goal_id)

    @work_and_tell
    async def _mend(self, code: str) -> None:
        from screens.goal_coach import mend

        await mend(self, self.goal, code)

    def _raise_again(self, code: str) -> None:
        from screens.goal_coach import raise_again

        raise_again(self, self.goal, code)

    @work_and_tell
    async def action_waive(self) -> None:
        """Live with the finding under the cursor."""
        from screens.goal_coach import wave_off

        what, code = parts_of(self.query_one(RowList).key)
        if what == "finding":
            await wave_off(self, self.goal, code)

    def _tick(self, place: int) -> None:
        milestones = self.goal.milestones
        if place < len(milestones):
            self.desk.goals.tick(self._goal_id, milestones[place])

    @work_and_tell
    async def _edit_record(self, key: str) -> None:
        from screens.record_form import edit_record

        await edit_record(self.app, self.desk, key)

    @work_and_tell
    async def action_what_if(self) -> None:
        """Try other habits; what is adopted becomes goals of its own."""
        from screens.what_if import WhatIfDialog

        service = self.desk.what_if
        trial = service.trial(self._goal_id)
        wished = await self.app.push_screen_wait(
            WhatIfDialog(trial, partial(service.end, trial), self.desk.profile.get().locale)
        )
        if wished is not None:
            titles = ", ".join(f"“{goal.title}”" for goal in service.adopt(trial, wished))
            self.notify(_("Set as goals: {titles}").format(titles=titles), markup=False)

    @work_and_tell
    async def action_adjust(self) -> None:
        """Change target, baseline or dates, with a reason."""
        from screens.goal_forms import adjust_form, adjustments

        rules = self.desk.goals.rules()

        def save(answers: Mapping[str, str]) -> None:
            self.desk.goals.adjust(self._goal_id, answers["reason"], **adjustments(answers, rules))

        await fill_in(self.app, adjust_form(self.goal), save)

    @work_and_tell
    async def action_check_in(self) -> None:
        """Report today's value by hand."""
        from screens.goal_forms import check_in_form, check_in_value

        rules = self.desk.goals.rules()

        def save(answers: Mapping[str, str]) -> None:
            value, day = check_in_value(answers, rules)
            self.desk.log.check_in(self.goal, value, day, answers["note"])

        await fill_in(self.app, check_in_form(self.goal, self.desk.today()), save)

    def action_changes(self) -> None:
        """Tell how the goal came to be what it is."""
        from screens.changes import show_changes

        goal = self.goal
        show_changes(self, "goals", goal.id, goal.title)

    def action_edit(self) -> None:
        """Go through the wizard again."""
        from screens.wizard import edit_goal

        self.app.push_screen(edit_goal(self.desk, self._goal_id))

    def action_pause(self) -> None:
        """Pause, or go on."""
        goal = self.goal
        verb = self.desk.goals.resume if goal.state == "paused" else self.desk.goals.pause
        attempt(self, lambda: verb(goal.id))

    @work_and_tell
    async def action_close_goal(self) -> None:
        """End the goal with its result, or take it up again."""
        from screens.goal_forms import close_form, outcome_in

        if not self.goal.is_open:
            attempt(self, lambda: self.desk.goals.reopen(self._goal_id))
            return

        def save(answers: Mapping[str, str]) -> None:
            self.desk.goals.close(self._goal_id, outcome_in(answers), answers["reason"])

        await fill_in(self.app, close_form(self.desk.goals.standing(self.goal), self.desk.profile.get()), save)

    def action_archive(self) -> None:
        """Take the goal out of the lists, or bring it back."""
        archived = not self.goal.archived
        if attempt(self, lambda: self.desk.goals.archive(self._goal_id, archived=archived)):
            self.notify(_("Archived.") if archived else _("Back in the list."))

    @work_and_tell
    async def action_delete(self) -> None:
        """Delete the goal after a question."""
        if await confirm_delete(self, self.goal):
            attempt(self, lambda: self.desk.goals.delete(self._goal_id))

    def action_back(self) -> None:
        """Leave the page."""
        self.dismiss()


async def confirm_delete(page: Page, goal: Goal) -> bool:
    """Ask before a goal is deleted; call it from a worker."""
    question = _("Delete “{title}”?").format(title=goal.title)
    detail = _("The log keeps its records; the goal's own check-ins go with it. Undo brings all back.")
    return await page.app.push_screen_wait(ConfirmDialog(question, detail))
