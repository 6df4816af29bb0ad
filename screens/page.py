"""What every page shares: the AE's desk, the bars at top and bottom, loading after the first frame."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult

from aegoals.locale.texts import _
from aegoals.services import Desk
from screens.attempt import attempt, work_and_tell
from screens.commands import CAREER, EVERYWHERE, GOALS, INSIGHTS, LOG, SETTINGS, TODAY, Command
from screens.dismissal import LeavesOnce
from screens.type_ahead import Filled
from widgets.key_footer import KeyFooter
from widgets.nav_bar import NavBar, Place
from widgets.rows import RowList, parts_of

PLACES = (
    ("today", TODAY),
    ("goals", GOALS),
    ("log", LOG),
    ("career", CAREER),
    ("settings", SETTINGS),
    ("insights", INSIGHTS),
)

PAINT_FIRST = 0.02  # seconds for the frame to reach the terminal before the data is read


@runtime_checkable
class Helped(Protocol):
    """A page or dialog that says what it is for and what can be done on it."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""

    @property
    def about(self) -> str:
        """What it is for."""


class Page(LeavesOnce[None]):
    """One page over the AE's data. Subclasses name their commands and fill themselves in ``load``."""

    AUTO_FOCUS = ""  # each page says itself what has the focus once it is filled
    NAME: ClassVar[str] = ""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    ABOUT: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.is_filling = False

    def compose(self) -> ComposeResult:
        """Lay out navigation, body and keys."""
        places = [Place(name, *_keys(command), _(command.title)) for name, command in PLACES]
        yield NavBar(places, self.NAME, self.page_title())
        yield from self.body()
        yield KeyFooter()

    def page_title(self) -> str:
        """Return the title of a page that is no place of its own."""
        return ""

    def body(self) -> ComposeResult:
        """Lay out what is between navigation and keys."""
        yield from ()

    def load(self) -> None:
        """Fill the page with what the desk knows now."""

    def load_safely(self) -> None:
        """Fill the page; trouble is told in its own words."""
        if self.is_current:
            attempt(self, self.load)

    def on_screen_resume(self) -> None:
        """Paint first, then fill."""
        self.is_filling = True
        self.set_timer(PAINT_FIRST, self._fill_after_paint)

    def _fill_after_paint(self) -> None:
        self.load_safely()
        self.is_filling = False
        self.post_message(Filled())

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        if isinstance(self.focused, RowList):
            self.focused.action_choose()

    @work_and_tell
    async def action_why(self) -> None:
        """Show how the figures of a goal were worked out; a record chosen there opens."""
        from screens.record_form import edit_record
        from screens.why import WhyDialog

        goal_id = self.goal_in_question()
        if goal_id:
            matter = self.desk.insight.matter(self.desk.goals.get(goal_id))
            chosen = await self.app.push_screen_wait(WhyDialog(matter))
            if chosen:
                await edit_record(self.app, self.desk, parts_of(chosen)[1])

    def goal_in_question(self) -> str:
        """Return the id of the goal that the cursor stands on, empty where it stands on none."""
        what, name = parts_of(self.focused.key if isinstance(self.focused, RowList) else None)
        return name if what == "goal" else ""

    def why_not(self, action: str) -> str:
        """Return why a command does nothing here and what works instead; empty where nothing needs saying."""
        return ""

    def keep(self) -> None:
        """Keep what was typed before the program ends; most pages have nothing to keep."""

    def leave(self) -> None:
        """Go back to the page below."""
        self.dismiss()

    @property
    def about(self) -> str:
        """What this page shows and how it is read."""
        return _(self.ABOUT) if self.ABOUT else ""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here, the page's own first."""
        return (*self.COMMANDS_HERE, *EVERYWHERE)


def _keys(command: Command) -> tuple[str, str]:
    """Return the function key of a place, and the letter that stands for it where there is little room."""
    function_key, letter = command.keys.split(",")
    return function_key.upper(), letter
