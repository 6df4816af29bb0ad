"""Settings: profile, calendar, theme, and where the data lives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from aegoals.errors import AegoalsError
from aegoals.locale.texts import _, mark
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, work_and_tell
from screens.commands import DAYS_OFF, DELETE, OPEN, bindings
from screens.own_rows import NEW, kind_rows, template_rows
from screens.own_settings import OWN, delete_own, edit_own
from screens.page import Page
from screens.stretch_settings import STRETCHES, drop_stretch, edit_stretch
from screens.unreadable import unreadable_rows
from widgets.rows import RowList, parts_of, stack


class SettingsPage(Page):
    """Everything that can be set, each line opening its form."""

    NAME = "settings"
    ABOUT = mark(
        "Enter on a line changes it. Days off and public holidays never count as behind. A day of part time or of a "
        "ramp-up counts for its share, in every rate and forecast."
    )
    COMMANDS_HERE = (OPEN, DAYS_OFF, DELETE)
    BINDINGS: ClassVar = bindings(COMMANDS_HERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._unreadable = 0

    def body(self) -> ComposeResult:
        """Lay out one list."""
        yield RowList(id="settings")

    def on_screen_resume(self) -> None:
        """Fill the page, and look through all entries beside it."""
        super().on_screen_resume()
        self._look_through()

    @work(thread=True, exclusive=True, group="unreadable")
    def _look_through(self) -> None:
        """Count the entries that cannot be read: all of ten years take too long for a key."""
        try:
            found = len(self.desk.damaged())
        except AegoalsError:
            return  # the page itself tells of a file that cannot be read
        if found != self._unreadable and not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._found, found)

    def _found(self, unreadable: int) -> None:
        self._unreadable = unreadable
        self.load_safely()

    def load(self) -> None:
        """Fill the page."""
        from screens.settings_rows import settings_rows

        rows = self.query_one(RowList)
        width = max(rows.text_width, 20)
        profile = self.desk.profile.get()
        own = stack(template_rows(profile.templates), kind_rows(profile.own_kinds, self._goals_of))
        settings = settings_rows(profile, self.app.theme, self.desk.files(), width, own)
        rows.set_rows(stack(unreadable_rows(self._unreadable, width), settings))
        rows.focus()

    def _goals_of(self, kind: str) -> list[str]:
        return [goal.title for goal in self.desk.kinds.goals_fed(kind)]

    def on_resize(self) -> None:
        """Break the long lines anew for another width."""
        self.call_after_refresh(self.load_safely)

    @on(RowList.Highlighted)
    def _moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer delete on what the AE added: days off and other stretches, templates and own kinds."""
        if action == "delete":
            what, name = parts_of(self.query_one(RowList).key if self.is_mounted else None)
            return what in {*OWN, *STRETCHES} and name != NEW
        return True

    @on(RowList.Chosen)
    @work_and_tell
    async def _chosen(self, event: RowList.Chosen) -> None:
        from screens.settings_forms import SECTIONS

        what, name = parts_of(event.key)
        if name == "theme":
            self.app.search_themes()
        elif what == "set":
            section = SECTIONS[name]
            profile = self.desk.profile

            def save(answers: Mapping[str, str]) -> None:
                section.save(profile, answers)

            await fill_in(self.app, section.form(profile.get()), save)
        elif what in STRETCHES:
            await edit_stretch(self.app, self.desk, what, name)
        elif what in OWN:
            await edit_own(self.app, self.desk, what, name)

    @work_and_tell
    async def action_days_off(self) -> None:
        """Mark a range of days as days off."""
        await edit_stretch(self.app, self.desk, "off", NEW)

    def action_delete(self) -> None:
        """Delete what is under the cursor: days off, part time, a ramp-up, a template or a kind."""
        what, name = parts_of(self.query_one(RowList).key)
        if what in OWN:
            delete_own(self.desk, what, name)
        elif attempt(self, lambda: drop_stretch(self.desk, what, name)) is None:
            return
        self.notify(_("Deleted. Press u to bring it back."))
