"""One talk: what was asked and said, and what was agreed by whom until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from aegoals.locale.texts import _, mark
from screens.attempt import attempt, work_and_tell
from screens.career_item import CareerItemPage, delete_item
from screens.commands import AGREE, BACK, DELETE, EDIT, FIND, OPEN, TICK, bindings
from widgets.rows import Row, heading, key_of, line_row, stack
from widgets.spans import name, wrap

if TYPE_CHECKING:
    from aegoals.domain.talk import Promise, Talk


class TalkPage(CareerItemPage):
    """One talk."""

    ABOUT = mark(
        "What was agreed stands on Today from its day on until it is done. Enter or Space ticks it off, e changes it; "
        "on the first line e changes the talk, and delete deletes it."
    )
    COMMANDS_HERE = (BACK, AGREE, TICK, EDIT, DELETE, FIND, OPEN)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    @property
    def talk(self) -> Talk:
        """The talk as it is now; raises NotFound."""
        return self.desk.career.talks.shelf.get(self.key)

    def heading(self) -> str:
        """Return with whom it was."""
        return _("Talk: {person}").format(person=self.talk.person)

    def rows(self, width: int) -> list[Row]:
        """Return the talk."""
        from aegoals.domain.talk import promises
        from aegoals.locale.dates import show_day
        from widgets.talk_rows import agreed_row

        talk, locale, today = self.talk, self.desk.profile.get().locale, self.desk.today()
        agreed = [agreed_row(one, locale, today) for one in promises([talk]) if self.holds(one.agreed)]
        head = [(show_day(talk.day, locale), "title"), ("  ", "text"), name(talk.person)]
        return stack(
            [line_row(key_of("talk", talk.id), head)] if self.holds(talk.person) else [],
            self.section(heading(_("Agreed")), agreed, _("Nothing yet. Press a to add what was agreed.")),
            self._words(_("Questions"), talk.questions, _("None. Press e to prepare some."), width),
            self._words(_("What was said"), talk.said, _("Nothing yet. Press e to write it down."), width),
        )

    def _words(self, title: str, text: str, empty: str, width: int) -> list[Row]:
        """Return a section of the talk's own words, each paragraph that holds what is looked for."""
        found = [one for one in text.splitlines() if self.holds(one)]
        rows = [line_row(None, [name(line)]) for one in found for line in wrap(one, width)]
        return self.section(heading(title), rows, empty)

    # --- commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the row under the cursor."""
        what, _name = self.chosen()
        if action == "delete" and what not in {"agreed", "talk"}:
            return False
        if action == "tick" and what != "agreed":
            return False
        return super().check_action(action, parameters)

    def _promise(self) -> Promise | None:
        what, key = self.chosen()
        return self.desk.career.talks.promise(key) if what == "agreed" else None

    def open_row(self, what: str, name: str) -> None:
        """Tick what was agreed; change the talk on its first line."""
        if what == "agreed":
            self.action_tick()
        else:
            self.action_edit()

    def action_tick(self) -> None:
        """Tick what was agreed, or open it again."""
        if promise := attempt(self, self._promise):
            attempt(self, lambda: self.desk.career.talks.tick(self.key, promise.agreed))

    @work_and_tell
    async def action_agree(self) -> None:
        """Add what was agreed."""
        from screens.career_filling import fill_agreed

        await fill_agreed(self, self.key)

    @work_and_tell
    async def action_edit(self) -> None:
        """Change what was agreed under the cursor, else the talk."""
        from screens.career_filling import fill_agreed, fill_talk

        promise = self._promise()
        if promise:
            await fill_agreed(self, self.key, promise.agreed)
        else:
            await fill_talk(self, self.talk)

    def action_delete(self) -> None:
        """Take what was agreed out of the talk; delete the talk on its first line."""
        if delete_item(self, *self.chosen()):
            return
        if promise := attempt(self, self._promise):
            self.delete_now(lambda: self.desk.career.talks.drop(self.key, promise.agreed))
