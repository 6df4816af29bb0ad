"""The role in writing: what it covers, what belongs to others, what is expected, what is unclear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, fill_in, work_and_tell
from screens.career_item import CareerItemPage
from screens.commands import BACK, DELETE, EDIT, EXPECT, FIND, NEW_TALK, OPEN, STILL_TRUE, TICK, UNCLEAR, bindings
from widgets.rows import Row, heading, key_of, line_row, stack
from widgets.spans import name, pad

if TYPE_CHECKING:
    from aegoals.domain.role import Expectation, RoleCard, Unclear

LABEL_CELLS = 22


class RolePage(CareerItemPage):
    """The role."""

    ABOUT = mark(
        "What the role covers decides which goals the wizard offers first. What is unclear is offered as a question "
        "for the next talk; Space marks it as cleared. A year after you confirmed it, Today asks whether it "
        "is still true."
    )
    COMMANDS_HERE = (BACK, EXPECT, UNCLEAR, NEW_TALK, TICK, STILL_TRUE, EDIT, DELETE, FIND, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    @property
    def card(self) -> RoleCard:
        """What is written now."""
        return self.desk.career.role.get()

    def heading(self) -> str:
        """Return what the page is."""
        return _("Role")

    def rows(self, width: int) -> list[Row]:
        """Return the card."""
        from widgets.talk_rows import expectation_row, unclear_row

        card, locale = self.card, self.desk.profile.get().locale
        expected = [expectation_row(place, one, locale) for place, one in enumerate(card.expected) if self.holds(one)]
        unclear = [unclear_row(place, one, locale) for place, one in enumerate(card.unclear) if self.holds(one)]
        return stack(
            self._covers(card, locale),
            self.section(heading(_("Expected of me")), expected, _("Nothing yet. Press a to write it down.")),
            self.section(heading(_("Unclear")), unclear, _("Nothing. Press x to write something down.")),
        )

    def _covers(self, card: RoleCard, locale: str) -> list[Row]:
        from aegoals.domain.career_words import ROLE_WORDS
        from aegoals.locale.dates import show_day

        confirmed = _("confirmed {day}").format(day=show_day(card.confirmed_on, locale)) if card.confirmed_on else ""
        role = _(ROLE_WORDS[self.desk.profile.get().role])
        parts = (
            (_("My part"), (role, "text")),
            (_("Belongs to marketing"), name(card.marketing or "–")),
            (_("Belongs to SDRs"), name(card.sdrs or "–")),
            (_("To customer success"), name(card.success or "–")),
        )
        rows = [
            line_row(key_of("card", str(place)), [(pad(label, LABEL_CELLS), "muted"), span])
            for place, (label, span) in enumerate(parts)
            if self.holds(label, span[0])
        ]
        return self.section(heading(_("What it covers"), confirmed), rows, "")

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = self.chosen()
        if action == "tick" and what != "unclear":
            return False
        if action == "delete" and what not in {"unclear", "expected"}:
            return False
        return super().check_action(action, parameters)

    def _expected(self, place: str) -> Expectation:
        return self.card.expected[int(place)]

    def _unclear(self, place: str) -> Unclear:
        return self.card.unclear[int(place)]

    def open_row(self, what: str, name: str) -> None:
        """Change what the row says."""
        self.action_edit()

    @work_and_tell
    async def action_edit(self) -> None:
        """Change what the cursor stands on."""
        what, place = self.chosen()
        if what == "expected":
            await self._fill_expected(self._expected(place))
        elif what == "unclear":
            await self._fill_unclear(self._unclear(place))
        else:
            await self._fill_card()

    async def _fill_card(self) -> None:
        from aegoals.domain.profile import Role
        from screens.talk_forms import role_form

        service = self.desk.career.role

        def save(answers: Mapping[str, str]) -> None:
            others = {field: answers[field] for field in ("marketing", "sdrs", "success")}
            service.save(Role(answers["role"]), **others)

        await fill_in(self.app, role_form(self.desk.profile.get().role, self.card), save)

    @work_and_tell
    async def action_expect(self) -> None:
        """Write down what is expected."""
        await self._fill_expected(None)

    async def _fill_expected(self, one: Expectation | None) -> None:
        from screens.career_forms import fields_from
        from screens.talk_forms import expectation_form

        service, rules = self.desk.career.role, self.desk.goals.rules()

        def save(answers: Mapping[str, str]) -> None:
            service.expect(one, **fields_from("expected", answers, rules))

        await fill_in(self.app, expectation_form(one, self.desk.today()), save)

    @work_and_tell
    async def action_unclear(self) -> None:
        """Write down what is unclear."""
        await self._fill_unclear(None)

    async def _fill_unclear(self, one: Unclear | None) -> None:
        from screens.talk_forms import unclear_form

        service = self.desk.career.role
        await fill_in(self.app, unclear_form(one), lambda answers: service.ask(answers["title"], one))

    @work_and_tell
    async def action_new_talk(self) -> None:
        """Write down a talk; what is unclear stands there as its questions."""
        from screens.career_filling import fill_talk

        await fill_talk(self)

    def action_tick(self) -> None:
        """Mark something unclear as cleared, or open it again."""
        what, place = self.chosen()
        if what == "unclear":
            attempt(self, lambda: self.desk.career.role.clear(self._unclear(place)))

    def action_still_true(self) -> None:
        """Say that the role is as it is written."""
        if attempt(self, self.desk.career.role.confirm):
            self.notify(_("Confirmed for a year."))

    def action_delete(self) -> None:
        """Take an expectation or something unclear out."""
        what, place = self.chosen()
        service = self.desk.career.role
        if what == "expected":
            self.delete_now(lambda: service.drop_expectation(self._expected(place)))
        elif what == "unclear":
            self.delete_now(lambda: service.drop_unclear(self._unclear(place)))
