"""Career: where the AE wants to be, the skills it takes, the training done for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import (
    DELETE,
    EDIT,
    FEEDBACK,
    NEW_ASPIRATION,
    NEW_GOAL,
    NEW_SKILL,
    NEW_TRAINING,
    OPEN,
    REWARDS,
    TRAIN,
    bindings,
)
from screens.page import Page
from widgets.rows import RowList, heading, note, parts_of, stack

if TYPE_CHECKING:
    from aegoals.domain.career import Aspiration, Skill, Training


class CareerPage(Page):
    """Aspirations, skills, training and career goals on one page."""

    NAME = "career"
    ABOUT = mark(
        "An aspiration says where you want to be, a skill what it takes, a training what you do for it. "
        "Levels go from 0 (not yet) to 5 (others learn it from me)."
    )
    COMMANDS_HERE = (NEW_ASPIRATION, NEW_SKILL, NEW_TRAINING, NEW_GOAL, TRAIN, FEEDBACK, REWARDS, EDIT, DELETE, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def body(self) -> ComposeResult:
        """Lay out one list."""
        yield RowList(id="career")

    def load(self) -> None:
        """Fill the page."""
        from widgets.career_rows import aspiration_row, skill_row, training_row
        from widgets.goal_rows import goal_row

        career, locale = self.desk.career, self.desk.profile.get().locale
        goals = [goal for goal in self.desk.goals.all() if goal.kind == "career" and not goal.archived]
        groups = (
            (
                _("Aspirations"),
                [aspiration_row(one) for one in career.aspirations.all()],
                _("Press a to add one."),
            ),
            (_("Skills"), [skill_row(one) for one in career.skills.all()], _("Press k to add one.")),
            (
                _("Training"),
                [training_row(one, locale) for one in career.trainings.all()],
                _("Press h to add one."),
            ),
            (
                _("Career goals"),
                [goal_row(one, locale) for one in self.desk.goals.standings(goals)],
                _("Press n to write one."),
            ),
        )
        rows = self.query_one(RowList)
        rows.set_rows(
            stack(*([heading(title), *(found or [note(_("None yet.") + " " + hint)])] for title, found, hint in groups))
        )
        rows.focus()

    # --- commands

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = parts_of(self._key())
        if action == "train":
            return what == "training"
        if action in {"edit", "delete"}:
            return bool(what)
        return True

    def _key(self) -> str | None:
        return self.query_one(RowList).key if self.is_mounted else None

    def _item(self) -> Aspiration | Skill | Training | None:
        what, name = parts_of(self._key())
        career = self.desk.career
        if what == "aspiration":
            return career.aspirations.get(name)
        if what == "skill":
            return career.skills.get(name)
        return career.trainings.get(name) if what == "training" else None

    @work_and_tell
    async def action_new_aspiration(self) -> None:
        """Add an aspiration."""
        await self._fill("aspiration")

    @work_and_tell
    async def action_new_skill(self) -> None:
        """Add a skill."""
        await self._fill("skill")

    @work_and_tell
    async def action_new_training(self) -> None:
        """Add a training."""
        await self._fill("training")

    async def _fill(self, what: str, item: Aspiration | Skill | Training | None = None) -> None:
        from screens.career_forms import FORMS, fields_from

        career, rules = self.desk.career, self.desk.goals.rules()
        save_one = {
            "aspiration": career.save_aspiration,
            "skill": career.save_skill,
            "training": career.save_training,
        }[what]

        def save(answers: Mapping[str, str]) -> None:
            save_one(item.id if item else None, **fields_from(what, answers, rules))

        await fill_in(self.app, FORMS[what](item), save)

    @work_and_tell
    async def action_edit(self) -> None:
        """Edit what the cursor stands on; a goal opens."""
        what, name = parts_of(self._key())
        if what == "goal":
            from screens.goal import GoalPage

            self.app.push_screen(GoalPage(self.desk, name))
        elif item := self._item():
            await self._fill(what, item)

    @work_and_tell
    async def action_train(self) -> None:
        """Log hours of the training under the cursor."""
        from screens.career_forms import hours_form, hours_in

        what, name = parts_of(self._key())
        if what != "training":
            return
        training, rules = self.desk.career.trainings.get(name), self.desk.goals.rules()
        await fill_in(
            self.app,
            hours_form(training),
            lambda answers: self.desk.career.train(name, hours_in(answers, rules)),
        )

    @work_and_tell
    async def action_delete(self) -> None:
        """Delete what the cursor stands on; undo brings it back."""
        what, name = parts_of(self._key())
        item = self._item()
        if item:
            attempt(self, lambda: self.desk.career.delete(item))
            self.notify(_("Deleted. Press u to bring it back."))
        elif what == "goal":
            from screens.goal import confirm_delete

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
