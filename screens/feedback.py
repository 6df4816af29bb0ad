"""Feedback: what others say, what the AE says to others, and the patterns in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import (
    BACK,
    DELETE,
    EDIT,
    FIND,
    GOAL_FROM,
    NEW_FEEDBACK,
    OPEN,
    PASS_ON,
    bindings,
)
from screens.growth_page import GrowthPage
from widgets.rows import Row, heading

if TYPE_CHECKING:
    from aegoals.domain.feedback import Feedback

MOST_PATTERNS = 12


class FeedbackPage(GrowthPage):
    """All feedback, and the reasons that come up again and again."""

    ABOUT = mark(
        "Praise, wishes, complaints and recognition, given and received. The patterns count the tags of lost deals "
        "and the words of wishes and complaints; Enter shows in which. Both can become a goal or be passed on to "
        "another department."
    )
    COMMANDS_HERE = (BACK, NEW_FEEDBACK, EDIT, GOAL_FROM, PASS_ON, FIND, DELETE, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)
    NOTHING = mark("No feedback holds that word. Escape shows all.")

    def page_title(self) -> str:
        """Return the title."""
        return _("Feedback")

    def load(self) -> None:
        """Fill the page."""
        from widgets.growth_rows import feedback_row

        locale, found = self.desk.profile.get().locale, self.desk.feedback.all(self.word)
        received = [feedback_row(one, locale) for one in found if one.way == "received"]
        given = [feedback_row(one, locale) for one in found if one.way == "given"]
        self.show(
            self._patterns(locale),
            self.section(heading(_("Received")), received, _("None yet. Press n to keep one.")),
            [heading(_("Given")), *given] if given else [],
        )

    def _patterns(self, locale: str) -> list[Row]:
        from widgets.growth_rows import pattern_row

        known = self.desk.feedback.patterns()
        found = [one for one in known if self.holds(one.reason)][:MOST_PATTERNS]
        rows = [pattern_row(one, known[0].count, self.desk.today(), locale) for one in found]
        title = heading(_("Patterns"), _("lost deals, wishes, complaints"))
        return self.section(title, rows, _("None yet: tag lost deals, such as “lost @Globex #price”."))

    # --- commands

    def open_row(self, what: str, name: str) -> None:
        """Change a feedback; show what is behind a pattern."""
        if what == "pattern":
            self._show_pattern(name)
        else:
            self.action_edit()

    @work_and_tell
    async def _show_pattern(self, reason: str) -> None:
        from screens.pattern import show_pattern

        await show_pattern(self, reason)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _key = self.chosen()
        if action in {"edit", "delete"} and what != "feedback":
            return False
        if action in {"goal_from", "pass_on"} and what not in {"feedback", "pattern"}:
            return False
        return super().check_action(action, parameters)

    def _feedback(self) -> Feedback | None:
        what, key = self.chosen()
        return self.desk.feedback.shelf.get(key) if what == "feedback" else None

    @work_and_tell
    async def action_new_feedback(self) -> None:
        """Keep a feedback."""
        from screens.career_filling import fill_feedback

        await fill_feedback(self)

    @work_and_tell
    async def action_edit(self) -> None:
        """Change the feedback under the cursor."""
        from screens.career_filling import fill_feedback

        if one := self._feedback():
            await fill_feedback(self, one)

    @work_and_tell
    async def action_pass_on(self) -> None:
        """Mark the feedback under the cursor as passed on, or tell another department of the pattern there."""
        from screens.growth_forms import pass_on_form, tell_form

        service, (what, key) = self.desk.feedback, self.chosen()
        if one := self._feedback():
            await fill_in(self.app, pass_on_form(one), lambda answers: service.pass_on(one, answers["to"]))
        elif what == "pattern":
            form = tell_form(service.pattern(key), self.desk.profile.get().locale)
            await fill_in(self.app, form, lambda answers: service.tell(key, answers["to"], answers["text"]))

    def action_goal_from(self) -> None:
        """Begin a goal out of the feedback or the pattern under the cursor."""
        from screens.wizard import WizardPage

        what, key = self.chosen()
        one = self._feedback()
        if one is not None:
            draft = attempt(self, lambda: self.desk.feedback.goal_from(one))
        elif what == "pattern":
            draft = attempt(self, lambda: self.desk.feedback.goal_from_pattern(key))
        else:
            return
        if draft is not None:
            self.app.push_screen(WizardPage(self.desk, draft))

    def action_delete(self) -> None:
        """Delete the feedback under the cursor; undo brings it back."""
        if one := self._feedback():
            self.delete_now(lambda: self.desk.feedback.delete(one))
