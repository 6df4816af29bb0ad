"""Goals: every goal with its bar, and drafts on their way."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, work_and_tell
from screens.commands import (
    ADD_ONE,
    ARCHIVE,
    DELETE,
    EDIT,
    FILTER,
    FIND,
    NEW_GOAL,
    OPEN,
    SORT,
    TAKE_ONE,
    WAVE_END,
    WHY,
    bindings,
)
from screens.counting import CountingPage
from screens.drafting import draft_rows, write_goal
from screens.ended import EndingPage, ended_rows
from screens.finding import FindingPage
from screens.foreseeing import ForeseeingPage
from widgets.rows import Row, RowList, heading, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.progress import Standing

FILTERS = ("running", "slipping", "closed", "archived")
FILTER_NAMES = {
    "running": mark("running"),
    "slipping": mark("slipping"),
    "closed": mark("closed"),
    "archived": mark("archived"),
}
SORTS = ("urgency", "end", "progress", "name")
SORT_NAMES = {
    "urgency": mark("by urgency"),
    "end": mark("by end date"),
    "progress": mark("by progress"),
    "name": mark("by name"),
}
URGENCY = (
    "missed",
    "at_risk",
    "behind",
    "on_track",
    "within_limit",
    "not_started",
    "reached",
    "paused",
    "closed",
)


class GoalsPage(FindingPage, ForeseeingPage, EndingPage, CountingPage):
    """Every goal, filtered and in order."""

    NAME = "goals"
    ABOUT = mark(
        "The bar shows the way from baseline to target, the mark ┃ where it should stand today. "
        "▶ is beyond the target, ◀ behind the start."
    )
    COMMANDS_HERE = (NEW_GOAL, OPEN, WHY, EDIT, FILTER, SORT, FIND, ARCHIVE, DELETE, WAVE_END, ADD_ONE, TAKE_ONE)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    _filter = FILTERS[0]
    _sort = SORTS[0]

    def load(self) -> None:
        """Fill the page."""
        from widgets.goal_rows import goal_row

        locale = self.desk.profile.get().locale
        goals = [goal for goal in self.desk.goals.all() if self._passes(goal)]
        standings = [one for one in self.desk.goals.standings(goals) if self._slips(one)]
        standings.sort(key=_ORDER[self._sort])
        rows = [goal_row(one, locale, self.chance_words(one)) for one in standings] or [note(self._empty())]
        title = heading(_("Goals"), f"{_(FILTER_NAMES[self._filter])} · {_(SORT_NAMES[self._sort])}")
        rows_list = self.query_one(RowList)
        ended = ended_rows([goal for goal in self.desk.goals.to_tell() if self._is_sought(goal)])
        rows_list.set_rows(stack([title, *rows], ended, self._drafts()))
        if self.focused is None:
            rows_list.focus()
        self.foresee(standings)

    def _is_sought(self, goal: Any) -> bool:  # noqa: ANN401 - pydantic loads after the first frame
        lesson = goal.closing.reason if goal.closing else ""
        return self.holds(goal.title, goal.specific, goal.kind, goal.serves, lesson)

    def _passes(self, goal: Any) -> bool:  # noqa: ANN401 - pydantic loads after the first frame
        if not self._is_sought(goal):
            return False
        if self._filter == "archived":
            return bool(goal.archived)
        is_wanted = not goal.is_open if self._filter == "closed" else goal.is_open
        return is_wanted and not goal.archived

    def _slips(self, one: Standing) -> bool:
        return self._filter != "slipping" or one.status in {"behind", "at_risk", "missed"}

    def _empty(self) -> str:
        if self.word:
            return _("No goal holds that word. Escape shows all.")
        if self._filter == "running":
            return _("No goal runs. Press n to write one.")
        return _("None here. Press f for another filter.")

    def _drafts(self) -> list[Row]:
        drafts = [one for one in self.desk.drafts.all() if self.holds(one.title, one.specific, one.sentence)]
        rows = draft_rows(drafts)
        return [heading(_("Drafts"), _("Enter goes on")), *rows] if rows else []

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        if action == "why" and not (self.is_mounted and self.goal_in_question()):
            return False
        if action in {"edit", "delete", "archive"}:
            what, _name = parts_of(self.query_one(RowList).key if self.is_mounted else None)
            if what != "goal" and (what != "draft" or action == "archive"):
                return False
        return super().check_action(action, parameters)

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        event.stop()
        what, name = parts_of(event.key)
        if what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))
        elif what == "draft":
            write_goal(self, name)

    def action_new_goal(self) -> None:
        """Start the goal wizard."""
        write_goal(self)

    def action_edit(self) -> None:
        """Edit the goal or the draft under the cursor in the wizard."""
        what, name = parts_of(self.query_one(RowList).key)
        if what == "draft":
            write_goal(self, name)
        elif what == "goal":
            from screens.wizard import edit_goal

            self.app.push_screen(edit_goal(self.desk, name))

    def action_filter(self) -> None:
        """Show the next group of goals."""
        self._filter = FILTERS[(FILTERS.index(self._filter) + 1) % len(FILTERS)]
        self.load()

    def action_sort(self) -> None:
        """Take the next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.load()

    def action_archive(self) -> None:
        """Take the goal under the cursor out of the list, or bring it back."""
        what, name = parts_of(self.query_one(RowList).key)
        if what == "goal":
            archived = not self.desk.goals.get(name).archived
            attempt(self, lambda: self.desk.goals.archive(name, archived=archived))

    @work_and_tell
    async def action_delete(self) -> None:
        """Delete the goal or the draft under the cursor."""
        from screens.goal import confirm_delete

        what, name = parts_of(self.query_one(RowList).key)
        if what == "draft":
            attempt(self, lambda: self.desk.drafts.delete(self.desk.drafts.get(name)))
        elif what == "goal" and await confirm_delete(self, self.desk.goals.get(name)):
            attempt(self, lambda: self.desk.goals.delete(name))


def _urgency(one: Standing) -> tuple[int, str]:
    return URGENCY.index(one.status), one.goal.due.isoformat()


def _progress(one: Standing) -> Decimal:
    return -(one.progress or Decimal(0))


_ORDER: dict[str, Callable[[Standing], Any]] = {
    "urgency": _urgency,
    "end": lambda one: one.goal.due,
    "progress": _progress,
    "name": lambda one: one.goal.title.casefold(),
}
