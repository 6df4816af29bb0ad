"""The App: the places, the commands that work everywhere, and the news from the store."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import ClassVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from aegoals.errors import DataFileError
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt, fill_in
from screens.commands import EVERYWHERE, PALETTE, bindings
from screens.page import PAINT_FIRST, Page
from screens.palette import GoalProvider
from widgets.nav_bar import NavBar

PAGES = {
    "today": "screens.today:TodayPage",
    "goals": "screens.goals:GoalsPage",
    "log": "screens.log:DiaryPage",
    "career": "screens.career:CareerPage",
    "settings": "screens.settings:SettingsPage",
}
LOOK_EVERY = 1.0  # seconds between looks at what the shell wrote
EXIT_DATA_FILE = 4


class AegoalsApp(App[None]):
    """The program over one desk."""

    TITLE = "aegoals"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "today"
    COMMANDS: ClassVar = App.COMMANDS | {GoalProvider}
    BINDINGS: ClassVar = bindings(EVERYWHERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        for name in PAGES:
            self.add_mode(name, partial(self._page, name))

    def _page(self, name: str) -> Screen[None]:
        module, _colon, page = PAGES[name].partition(":")
        return getattr(import_module(module), page)(self.desk)  # type: ignore[no-any-return]

    def on_mount(self) -> None:
        """Start after the first frame."""
        self.set_timer(PAINT_FIRST, self._start)

    @work
    async def _start(self) -> None:
        """Open the data; welcome a new AE. A data file that cannot be read ends the program plainly."""
        try:
            profile = self.desk.profile.get()
        except DataFileError as error:
            self.exit(return_code=EXIT_DATA_FILE, message=str(error))
            return
        if profile.theme in self.available_themes:
            self.theme = profile.theme
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.desk.subscribe(self._changed)
        self.set_interval(LOOK_EVERY, self._look)
        if self.desk.is_new():
            await self._welcome()

    async def _welcome(self) -> None:
        from screens.welcome import welcome_form, welcomed

        if not await fill_in(
            self, welcome_form(self.desk.profile.get()), partial(welcomed, self.desk.profile)
        ):
            attempt(self, lambda: self.desk.profile.change(welcomed=True))

    # --- news

    def _look(self) -> None:
        attempt(self, self.desk.refresh)

    def _changed(self, _tables: frozenset[str]) -> None:
        """Show what changed, whoever changed it."""
        if isinstance(self.screen, Page):
            self.call_later(self.screen.load_safely)

    def _keep_theme(self, _theme: object) -> None:
        if self.theme != self.desk.profile.get().theme:
            attempt(self, lambda: self.desk.profile.change(_("Theme"), theme=self.theme))

    # --- commands

    @on(NavBar.Wanted)
    def _wanted(self, event: NavBar.Wanted) -> None:
        self.action_go(event.place)

    def action_go(self, place: str) -> None:
        """Go to a place; from a page that lies over it, back to the place itself."""
        screen = self.screen
        if place != self.current_mode:
            self.switch_mode(place)
        elif isinstance(screen, Page) and not screen.NAME:
            screen.leave()

    def action_undo(self) -> None:
        """Take the latest action back."""
        entry = attempt(self, self.desk.history.undo)
        if entry is not None:
            self.notify(_("Taken back: {title}").format(title=entry.title), markup=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        entry = attempt(self, self.desk.history.redo)
        if entry is not None:
            self.notify(_("Done again: {title}").format(title=entry.title), markup=False)

    def action_help(self) -> None:
        """Show what can be done here."""
        from screens.help import HelpDialog

        if isinstance(self.screen, Page):
            self.push_screen(HelpDialog(self.screen.commands, self.screen.ABOUT))

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as keyboards name it: F1, not f1."""
        if binding.key_display is None and binding.key[:1] == "f" and binding.key[1:].isdecimal():
            return binding.key.upper()
        return str(super().get_key_display(binding))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command of this page, and the themes."""
        commands = screen.commands if isinstance(screen, Page) else EVERYWHERE
        for command in commands:
            if command is not PALETTE:
                yield SystemCommand(
                    _(command.title), _(command.help), partial(self.run_action, command.action, screen)
                )
        yield SystemCommand(_("Theme"), _("Choose the colours."), self.action_change_theme)
