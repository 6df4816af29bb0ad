"""Feedback: what others say, what the AE says to others, and the patterns in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import (
    BACK,
    DELETE,
    EDIT,
    FIND_FEEDBACK,
    GOAL_FROM,
    NEW_FEEDBACK,
    OPEN,
    PASS_ON,
    bindings,
)
from screens.growth_page import GrowthPage
from widgets.field import TextField
from widgets.rows import Row, RowList, heading, note, stack

if TYPE_CHECKING:
    from aegoals.domain.feedback import Feedback

LETTERS = {one.action for one in (NEW_FEEDBACK, EDIT, FIND_FEEDBACK, GOAL_FROM, PASS_ON, DELETE)}
MOST_PATTERNS = 12


class FeedbackPage(GrowthPage):
    """All feedback, and the reasons that come up again and again."""

    ABOUT = mark(
        "Praise, wishes, complaints and recognition, given and received. The patterns count the tags of lost deals "
        "and the words of wishes and complaints. A feedback can become a goal, or be marked as passed on."
    )
    COMMANDS_HERE = (BACK, NEW_FEEDBACK, EDIT, GOAL_FROM, PASS_ON, FIND_FEEDBACK, DELETE, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def page_title(self) -> str:
        """Return the title."""
        return _("Feedback")

    def body(self) -> ComposeResult:
        """Lay out the search line and the list."""
        yield TextField(
            placeholder=_("Find a feedback: type a word, Escape shows all"), id="find", compact=True, classes="-none"
        )
        yield from super().body()

    def load(self) -> None:
        """Fill the page."""
        from widgets.growth_rows import feedback_row

        locale, word = self.desk.profile.get().locale, self.query_one("#find", Input).value
        found = self.desk.feedback.all(word)
        received = [feedback_row(one, locale) for one in found if one.way == "received"]
        given = [feedback_row(one, locale) for one in found if one.way == "given"]
        empty = _("No feedback holds that word. Escape shows all.") if word else _("None yet. Press n to keep one.")
        rows = self.query_one(RowList)
        rows.set_rows(
            stack(
                [] if word else self._patterns(locale),
                [heading(_("Received")), *(received or [note(empty)])],
                [heading(_("Given")), *given] if given else [],
            )
        )
        if self.focused is None:
            rows.focus()

    def _patterns(self, locale: str) -> list[Row]:
        from widgets.growth_rows import pattern_row

        found = self.desk.feedback.patterns()[:MOST_PATTERNS]
        rows = [pattern_row(one, found[0].count, locale) for one in found]
        hint = note(_("None yet: tag lost deals, such as “lost @Globex #price”."))
        return [heading(_("Patterns"), _("lost deals, wishes, complaints")), *(rows or [hint])]

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor, and no letter commands while typing."""
        if action in LETTERS and isinstance(self.focused, Input):
            return False
        if action in {"edit", "delete", "pass_on"}:
            return self.chosen()[0] == "feedback"
        if action == "goal_from":
            return self.chosen()[0] in {"feedback", "pattern"}
        return True

    def _feedback(self) -> Feedback | None:
        what, key = self.chosen()
        return self.desk.feedback.shelf.get(key) if what == "feedback" else None

    @work_and_tell
    async def action_new_feedback(self) -> None:
        """Keep a feedback."""
        await self._fill(None)

    @work_and_tell
    async def action_edit(self) -> None:
        """Change the feedback under the cursor."""
        if one := self._feedback():
            await self._fill(one)

    async def _fill(self, one: Feedback | None) -> None:
        from screens.growth_forms import feedback_fields, feedback_form

        rules, service = self.desk.goals.rules(), self.desk.feedback
        skills = [(skill.id, skill.title) for skill in self.desk.career.skills.all()]

        def save(answers: Mapping[str, str]) -> None:
            service.save(one.id if one else None, **feedback_fields(answers, rules))

        await fill_in(self.app, feedback_form(one, self.desk.today(), skills), save)

    @work_and_tell
    async def action_pass_on(self) -> None:
        """Mark the feedback under the cursor as passed on."""
        from screens.growth_forms import pass_on_form

        if one := self._feedback():
            service = self.desk.feedback
            await fill_in(self.app, pass_on_form(one), lambda answers: service.pass_on(one, answers["to"]))

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

    def action_find_feedback(self) -> None:
        """Open the search line."""
        field = self.query_one("#find", Input)
        field.remove_class("-none")
        field.focus()

    def action_back(self) -> None:
        """Close the search line, or go back to the career page."""
        field = self.query_one("#find", Input)
        if field.has_class("-none"):
            super().action_back()
            return
        field.value = ""
        field.add_class("-none")
        self.query_one(RowList).focus()

    @on(Input.Changed, "#find")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.load_safely()

    @on(Input.Submitted, "#find")
    def _to_list(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(RowList).focus()
