"""Career: where the AE wants to be, the skills it takes, the training done for it, the talks about it."""

from __future__ import annotations

from typing import ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, work_and_tell
from screens.commands import (
    DELETE,
    EDIT,
    FEEDBACK,
    FIND,
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
from screens.growth_page import GrowthPage
from widgets.rows import Row, heading

COMMANDS = (
    *(TRAIN, NEW_ASPIRATION, NEW_SKILL, NEW_TRAINING, NEW_TALK, NEW_GOAL, ROLE, FEEDBACK, REWARDS),
    *(TIMELINE, HOW_COUNTED, FIND, EDIT, DELETE, OPEN),
)


class CareerPage(GrowthPage):
    """Role, aspirations, skills, training, talks and career goals on one page."""

    NAME = "career"
    ABOUT = mark(
        "An aspiration says where you want to be, a skill what it takes, a training what you do for it. "
        "Enter opens one. Levels go from 0 (not yet) to 5 (others learn it from me)."
    )
    COMMANDS_HERE = COMMANDS
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def load(self) -> None:
        """Fill the page."""
        from widgets.talk_rows import role_heading

        role = self.desk.career.role
        head = role_heading(self.desk.profile.get().role, role.get(), is_written=role.is_written)
        self.show([head] if self.holds(role.get()) else [], *self._path(), self._goals())

    def _path(self) -> list[list[Row]]:
        """Return the sections of what a career is made of; with a word only what holds it."""
        from widgets.career_rows import aspiration_row, skill_row, training_row
        from widgets.talk_rows import talk_row

        career, locale = self.desk.career, self.desk.profile.get().locale
        paths = [aspiration_row(one, locale) for one in career.paths.all() if self.holds(one.aspiration)]
        skills = [skill_row(one) for one in career.skills.all() if self.holds(one)]
        trainings = [training_row(one, locale) for one in career.trainings.all() if self.holds(one)]
        talks = [talk_row(one, locale) for one in career.talks.all() if self.holds(one)]
        return [
            self.section(heading(_("Aspirations")), paths, _("None yet. Press a to add one.")),
            self.section(heading(_("Skills")), skills, _("None yet. Press k to add one.")),
            self.section(heading(_("Training")), trainings, _("None yet. Press h to add one.")),
            self.section(heading(_("Talks")), talks, _("None yet. Press m to write one down.")),
        ]

    def _goals(self) -> list[Row]:
        from widgets.goal_rows import goal_row

        locale = self.desk.profile.get().locale
        known = [one for one in self.desk.goals.all() if one.kind == "career" and not one.archived and self.holds(one)]
        rows = [goal_row(one, locale) for one in self.desk.goals.standings(known)]
        return self.section(heading(_("Career goals")), rows, _("None yet. Press n to write one."))

    # --- commands

    def open_row(self, what: str, name: str) -> None:
        """Open what has a page; a training opens its form."""
        from screens.career_opening import open_item

        if not open_item(self, what, name):
            self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = self.chosen()
        if action == "train" and what != "training":
            return False
        if action == "how_counted" and what != "aspiration":
            return False
        if action in {"edit", "delete"} and not what:
            return False
        return super().check_action(action, parameters)

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

        what, name = self.chosen()
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

        what, name = self.chosen()
        if what == "training":
            await log_hours(self, name)

    @work_and_tell
    async def action_delete(self) -> None:
        """Delete what the cursor stands on; undo brings it back."""
        from screens.career_item import delete_item
        from screens.goal import confirm_delete

        what, name = self.chosen()
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

        what, name = self.chosen()
        if what == "aspiration":
            show_how_counted(self, self.desk.career.paths.get(name))

    def action_role(self) -> None:
        """Open the role."""
        from screens.role import RolePage

        self.app.push_screen(RolePage(self.desk))

    def action_timeline(self) -> None:
        """Open the timeline."""
        from screens.career_story import TimelinePage

        self.app.push_screen(TimelinePage(self.desk))
