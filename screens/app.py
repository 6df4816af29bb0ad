"""The App: the places, the commands that work everywhere, and the news from the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, on, work
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from aegoals.domain.text import clean_note
from aegoals.errors import AegoalsError, DataFileError, DataFileLocked
from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt, fill_in, tell
from screens.commands import EVERYWHERE, PALETTE, Command, bindings
from screens.crash import DiscreetApp
from screens.locked import FileLocked, LockedScreen
from screens.notices import NoticesApp
from screens.page import PAINT_FIRST, PLACES, Helped, Page
from screens.palette import GoalProvider
from screens.record_page import DayWanted, ShowsDays
from screens.tidying import TidyingApp
from screens.undoing import UndoingApp
from widgets.nav_bar import NavBar

if TYPE_CHECKING:
    from aegoals.domain.profile import Profile

PAGES = {
    "today": "screens.today:TodayPage",
    "goals": "screens.goals:GoalsPage",
    "log": "screens.log:DiaryPage",
    "career": "screens.career:CareerPage",
    "settings": "screens.settings:SettingsPage",
    "insights": "screens.insights:InsightsPage",
}
SETTLED = 1.0  # seconds until models and data stand in memory
EARNING = frozenset({"records", "goals"})
"""Tables whose change can earn a reward or win a contest."""
LOOK_EVERY = 1.0  # seconds between looks at what the shell wrote
PATIENCE = 0.4  # seconds that a key may wait for another program's save: nothing is drawn meanwhile
READ_AT_ONCE = 2**19  # bytes: more of another program's work is read in a thread
EXIT_DATA_FILE = 4


class AegoalsApp(NoticesApp, UndoingApp, TidyingApp, DiscreetApp):
    """The program over one desk."""

    TITLE = "aegoals"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "today"
    COMMANDS: ClassVar = App.COMMANDS | {GoalProvider}
    BINDINGS: ClassVar = bindings(EVERYWHERE)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._day = desk.today()
        self._trouble = ""
        self._is_open = False
        self._is_reading = False
        self._first_theme = self.theme
        for name in PAGES:
            self.add_mode(name, partial(self._page, name))

    def _page(self, name: str) -> Screen[None]:
        module, _colon, page = PAGES[name].partition(":")
        return getattr(import_module(module), page)(self.desk)  # type: ignore[no-any-return]

    def on_mount(self) -> None:
        """Start after the first frame; what was loaded by then is not searched for garbage again."""
        self.watch_screens()
        self.heed_hang_up()
        self.set_timer(PAINT_FIRST, self._start)
        self.set_timer(SETTLED, self.begin_tidying)

    @work
    async def _start(self) -> None:
        """Open the data; welcome a new AE. A data file that cannot be read ends the program plainly."""
        try:
            while (profile := self._profile()) is None:
                if not await self._unlocked():
                    return
        except DataFileError as error:
            self.exit(return_code=EXIT_DATA_FILE, message=Text(clean_note(str(error))))
            return
        self._is_open = True
        self.desk.wait_at_most(PATIENCE)
        self.theme = self._theme_of(profile)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.desk.subscribe(self.show_change)
        self.set_interval(LOOK_EVERY, self.look_for_news)
        self._keep_up()
        if self.desk.is_new():
            await self._welcome()

    def _profile(self) -> Profile | None:
        try:
            return self.desk.profile.get()
        except DataFileLocked:
            return None

    async def _unlocked(self) -> bool:
        """Ask for the passphrase; False when the AE leaves the program instead."""
        locking = self.desk.locking

        def unlock(passphrase: str) -> None:
            """Open the file and read it already; the screen runs this in a thread."""
            locking.unlock(passphrase)
            with suppress(AegoalsError):  # it is met again when the data is shown, and told there
                self.desk.look_ahead()

        is_open = await self.push_screen_wait(LockedScreen(locking.path, unlock))
        if not is_open:
            self.exit()
        return is_open

    @on(FileLocked)
    @work
    async def _locked_meanwhile(self) -> None:
        """Ask for the passphrase that another program gave the file; nothing of the data shows until then."""
        if self._is_open and not isinstance(self.screen, LockedScreen):
            await self._unlocked()

    async def _welcome(self) -> None:
        from screens.welcome import welcome_form, welcomed

        if not await fill_in(self, welcome_form(self.desk.profile.get()), partial(welcomed, self.desk.profile)):
            attempt(self, lambda: self.desk.profile.change(welcomed=True))

    # --- news

    def look_for_news(self) -> None:
        """Show what another program wrote; a large file is read beside the program, and then shown."""
        self.look_for_upgrade()
        if self._is_reading or self.keys_wait:
            return
        try:
            is_large = self.desk.unread() > READ_AT_ONCE
        except AegoalsError:
            is_large = False  # what is wrong is told when it is read
        if is_large:
            self._is_reading = True
            self._read_beside()
        else:
            self._show_news()

    @work(thread=True)
    def _read_beside(self) -> None:
        with suppress(AegoalsError):  # it is met again when it is shown, and told there
            self.desk.look_ahead()
        self.call_later(self._show_news)

    def _show_news(self) -> None:
        """Take over what another program wrote, and a new day when it has begun; the same trouble is told once."""
        self._is_reading = False
        if self.keys_wait:
            return  # a thread is at work on the file; the next look finds the news again
        try:
            self.desk.refresh()
        except AegoalsError as error:
            if str(error) != self._trouble:
                self._trouble = "" if isinstance(error, DataFileLocked) else str(error)
                tell(self, error)
            return
        self._trouble = ""
        if self.desk.today() != self._day:
            self._day = self.desk.today()
            self._keep_up()
            self.show_change(frozenset())

    def _keep_up(self) -> None:
        """Do what is due by itself, and say it."""
        from aegoals.services.upkeep import told

        self._celebrate()
        done = attempt(self, self.desk.upkeep.run)
        for line in told(done, self.desk.profile.get().locale) if done else ():
            self.announce(line)

    def show_change(self, tables: frozenset[str]) -> None:
        """Show what changed, whoever changed it; what it earned is said in one line."""
        if self.keys_wait:
            return  # a thread is at work; whoever waits for it shows the change
        if not tables.isdisjoint(EARNING):
            self.call_later(self._celebrate)
        if "profile" in tables and (profile := attempt(self, self.desk.profile.get)):
            self.theme = self._theme_of(profile)  # it may have been taken back
        if isinstance(self.screen, Page):
            self.call_later(self.screen.load_safely)

    def _celebrate(self) -> None:
        """Mark what the data has earned or won, and say it unless the AE wants no celebration."""
        for line in attempt(self, self.desk.cheer.settle) or ():
            self.announce(line)

    def _theme_of(self, profile: Profile) -> str:
        """Return the theme of the profile, the first one where it names none that this version knows."""
        return profile.theme if profile.theme in self.available_themes else self._first_theme

    def _keep_theme(self, _theme: object) -> None:
        if self.theme != self._theme_of(self.desk.profile.get()):
            attempt(self, lambda: self.desk.profile.change(_("Theme"), theme=self.theme))

    # --- commands

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry a command out; an error is told in its own words, and so is why it does nothing here."""
        try:
            is_done = await super().run_action(action, default_namespace, namespaces)
        except AegoalsError as error:
            tell(self, error)
            return True
        if not is_done and isinstance(default_namespace, Page) and (words := default_namespace.why_not(str(action))):
            self.notify(words)
        return is_done

    async def _choose(self, command: Command, screen: Screen[object]) -> None:
        """Carry out what was chosen by its name, or say that it does nothing here."""
        is_done = await self.run_action(command.action, screen)
        if not is_done and not (isinstance(screen, Page) and screen.why_not(command.action)):
            self.notify(_("“{title}” has nothing to work on here.").format(title=_(command.title)))

    @on(NavBar.Wanted)
    def _wanted(self, event: NavBar.Wanted) -> None:
        self.action_go(event.place)

    @on(DayWanted)
    async def _day_wanted(self, event: DayWanted) -> None:
        """Show a day of the log, whatever page asks for it."""
        event.stop()
        self.action_go(self.current_mode)  # the page that asked is left: its place comes back without it
        if self.current_mode != "log":
            await self.switch_mode("log")
        if isinstance(self.screen, ShowsDays):
            self.screen.show_day(event.day, event.record, to_write=event.to_write)

    def action_go(self, place: str) -> None:
        """Go to a place; from pages that lie over it, back to the place itself."""
        if place != self.current_mode:
            self.switch_mode(place)
            return
        while isinstance(screen := self.screen, Page) and not screen.NAME:
            screen.leave()
            if self.screen is screen:
                break  # it does not want to be left yet, and says why

    async def action_quit(self) -> None:
        """Leave; what is still being written stays as a draft."""
        self.leave_at_once(0)

    def keep_typed(self) -> None:
        """Keep what is being written as a draft."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.keep()

    def action_help_quit(self) -> None:
        """Say how to leave, where one expects Ctrl+C to do it."""
        self.notify(_("Ctrl+Q leaves; everything is saved already."))

    def action_command_palette(self) -> None:
        """Offer every command by name, but none while the file is locked."""
        if not isinstance(self.screen, LockedScreen):
            super().action_command_palette()

    def action_help(self) -> None:
        """Show what can be done here."""
        from screens.help import HelpDialog

        if isinstance(self.screen, Helped):
            self.push_screen(HelpDialog(self.screen.commands, self.screen.about))

    # --- texts from outside

    async def on_event(self, event: events.Event) -> None:
        """Let nothing into a field that would drive the terminal."""
        if isinstance(event, events.Paste):
            event.text = clean_note(event.text)
        await super().on_event(event)

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as keyboards name it: F1, not f1."""
        if binding.key_display is None and binding.key[:1] == "f" and binding.key[1:].isdecimal():
            return binding.key.upper()
        return str(super().get_key_display(binding))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command of this page, and the themes."""
        commands = screen.commands if isinstance(screen, Page) else EVERYWHERE
        places = {command for _name, command in PLACES}
        for command in commands:
            if command is not PALETTE:
                title = _("Go to {place}").format(place=_(command.title)) if command in places else _(command.title)
                yield SystemCommand(title, _(command.help), partial(self._choose, command, screen))
        yield SystemCommand(_("Theme"), _("Choose the colours."), self.action_change_theme)
