"""Career: where the AE wants to be, the skills it takes, the training done for it, the talks about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, work_and_tell
from screens.commands import (
    DELETE,
    EDIT,
    FEEDBACK,
    FIND_CAREER,
    HOW_COUNTED,
    NEW_ASPIRATION,
    NEW_GOAL,
    NEW_SKILL,
    NEW_TALK,
    NEW_TRAINING,
    OPEN,
    REWARDS,
    ROLE,
    TIMELINE,
    TRAIN,
    bindings,
)
from screens.page import Page
from widgets.field import TextField
from widgets.rows import Row, RowList, heading, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.fields import Model

T = TypeVar("T", bound="Model")
COMMANDS = (
    *(TRAIN, NEW_ASPIRATION, NEW_SKILL, NEW_TRAINING, NEW_TALK, NEW_GOAL, ROLE, FEEDBACK, REWARDS),
    *(TIMELINE, HOW_COUNTED, FIND_CAREER, EDIT, DELETE, OPEN),
)
LETTERS = {one.action for one in COMMANDS}


class CareerPage(Page):
    """Role, aspirations, skills, training, talks and career goals on one page."""

    NAME = "career"
    ABOUT = mark(
        "An aspiration says where you want to be, a skill what it takes, a training what you do for it. "
        "Enter opens one. Levels go from 0 (not yet) to 5 (others learn it from me)."
    )
    COMMANDS_HERE = COMMANDS
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def body(self) -> ComposeResult:
        """Lay out the search line and one list."""
        yield TextField(
            placeholder=_("Find: type a word, Escape shows all"),
            id="find",
            compact=True,
            classes="-none",
        )
        yield RowList(id="career")

    def load(self) -> None:
        """Fill the page."""
        from widgets.talk_rows import role_heading

        role = self.desk.career.role
        word = self.query_one("#find", Input).value.strip().casefold()
        head = role_heading(self.desk.profile.get().role, role.get(), is_written=role.is_written)
        rows = self.query_one(RowList)
        rows.set_rows(stack([head], *self._sections(word)))
        if self.focused is None:
            rows.focus()

    def _sections(self, word: str) -> Iterator[list[Row]]:
        for title, hint, found in self._groups(word):
            if found or not word:
                yield [heading(title), *(found or [note(_("None yet.") + " " + hint)])]

    def _groups(self, word: str) -> Iterator[tuple[str, str, list[Row]]]:
        """Yield title, hint and rows of each section; with a word only what holds it."""
        from widgets.career_rows import aspiration_row, skill_row, training_row
        from widgets.goal_rows import goal_row
        from widgets.talk_rows import talk_row

        career, locale = self.desk.career, self.desk.profile.get().locale
        paths = [aspiration_row(one, locale) for one in career.paths.all() if _holds(one.aspiration, word)]
        yield _("Aspirations"), _("Press a to add one."), paths
        yield _("Skills"), _("Press k to add one."), [skill_row(one) for one in _found(career.skills.all(), word)]
        trainings = [training_row(one, locale) for one in _found(career.trainings.all(), word)]
        yield _("Training"), _("Press h to add one."), trainings
        yield (
            _("Talks"),
            _("Press m to write one down."),
            [talk_row(one, locale) for one in _found(career.talks.all(), word)],
        )
        goals = [goal for goal in self.desk.goals.all() if goal.kind == "career" and not goal.archived]
        standings = self.desk.goals.standings(_found(goals, word))
        yield _("Career goals"), _("Press n to write one."), [goal_row(one, locale) for one in standings]

    # --- finding

    def action_find(self) -> None:
        """Open the search line."""
        field = self.query_one("#find", Input)
        field.remove_class("-none")
        field.focus()

    @on(Input.Changed, "#find")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.load()

    @on(Input.Submitted, "#find")
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(RowList).focus()

    def key_escape(self) -> None:
        """Show everything again."""
        field = self.query_one("#find", Input)
        field.value = ""
        field.add_class("-none")
        self.query_one(RowList).focus()

    # --- commands

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        """Open what has a page; a training opens its form."""
        from screens.career_opening import open_item

        event.stop()
        if not open_item(self, *parts_of(event.key)):
            self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor, and no letter commands while typing."""
        if action in LETTERS and isinstance(self.focused, Input):
            return False
        what, _name = self._key()
        if action == "train":
            return what == "training"
        if action == "how_counted":
            return what == "aspiration"
        if action in {"edit", "delete"}:
            return bool(what)
        return True

    def _key(self) -> tuple[str, str]:
        return parts_of(self.query_one(RowList).key if self.is_mounted else None)

    @work_and_tell
    async def action_new_aspiration(self) -> None:
        """Add an aspiration."""
        from screens.career_filling import fill_aspiration

        await fill_aspiration(self)

    @work_and_tell
    async def action_new_skill(self) -> None:
        """Add a skill."""
        from screens.career_filling import fill_skill

        await fill_skill(self)

    @work_and_tell
    async def action_new_training(self) -> None:
        """Add a training."""
        from screens.career_filling import fill_training

        await fill_training(self)

    @work_and_tell
    async def action_new_talk(self) -> None:
        """Write down a talk, or prepare one."""
        from screens.career_filling import fill_talk

        await fill_talk(self)

    @work_and_tell
    async def action_edit(self) -> None:
        """Edit what the cursor stands on; a goal opens."""
        from screens.career_filling import fill_aspiration, fill_skill, fill_talk, fill_training
        from screens.career_opening import open_item

        what, name = self._key()
        career = self.desk.career
        if what == "aspiration":
            await fill_aspiration(self, career.aspirations.get(name))
        elif what == "skill":
            await fill_skill(self, career.skills.get(name))
        elif what == "training":
            await fill_training(self, career.trainings.get(name))
        elif what == "talk":
            await fill_talk(self, career.talks.shelf.get(name))
        else:
            open_item(self, what, name)

    @work_and_tell
    async def action_train(self) -> None:
        """Log hours of the training under the cursor."""
        from screens.career_filling import log_hours

        what, name = self._key()
        if what == "training":
            await log_hours(self, name)

    @work_and_tell
    async def action_delete(self) -> None:
        """Delete what the cursor stands on; undo brings it back."""
        from screens.career_item import delete_item
        from screens.goal import confirm_delete

        what, name = self._key()
        if delete_item(self, what, name) or what != "goal":
            return
        if await confirm_delete(self, self.desk.goals.get(name)):
            attempt(self, lambda: self.desk.goals.delete(name))

    def action_feedback(self) -> None:
        """Open the page of feedback."""
        from screens.feedback import FeedbackPage

        self.app.push_screen(FeedbackPage(self.desk))

    def action_rewards(self) -> None:
        """Open the page of rewards and contests."""
        from screens.rewards import RewardsPage

        self.app.push_screen(RewardsPage(self.desk))

    def action_new_goal(self) -> None:
        """Write a career goal with the wizard."""
        from screens.wizard import WizardPage

        self.app.push_screen(WizardPage(self.desk, self.desk.drafts.new().with_(kind="career")))

    def action_how_counted(self) -> None:
        """Show how the bar of the aspiration under the cursor is worked out."""
        from screens.aspiration import show_how_counted

        what, name = self._key()
        if what == "aspiration":
            show_how_counted(self, self.desk.career.paths.get(name))

    def action_role(self) -> None:
        """Open the role."""
        from screens.role import RolePage

        self.app.push_screen(RolePage(self.desk))

    @work_and_tell
    async def action_timeline(self) -> None:
        """Show everything that happened; what is chosen there opens."""
        from screens.career_opening import open_item
        from screens.career_story import TimelineDialog

        chosen = await self.app.push_screen_wait(TimelineDialog(self.desk))
        if chosen:
            open_item(self, *parts_of(chosen))


def _found(items: Sequence[T], word: str) -> list[T]:
    return [one for one in items if _holds(one, word)]


def _holds(item: Model, word: str) -> bool:
    """Tell whether any text of a thing holds a word."""
    return not word or word in " ".join(_texts(item.document())).casefold()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for name, one in value.items() if name != "id" for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
