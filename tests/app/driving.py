"""Drives the real App over a data file, as an AE would with the keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from aegoals.services import Desk, open_desk
from screens.app import AegoalsApp
from tests.builders import MONDAY
from widgets.rows import RowList

SIZES = [(60, 18), (80, 24), (120, 40)]


class Driver:
    """Types keys and reads the screen."""

    def __init__(self, app: AegoalsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until everything that was asked for is drawn."""
        for _turn in range(4):
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each with time to take effect."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Enter text into what has the focus, in one go as a terminal pastes it."""
        focused = self.app.screen.focused
        assert focused is not None, "nothing has the focus"
        focused.post_message(events.Paste(text))
        await self.settle()

    async def replace(self, text: str) -> None:
        """Replace what stands in the focused field."""
        await self.press("end", "shift+home")
        await self.type(text)

    def text(self) -> str:
        """Return what the screen shows, line by line."""
        screen = self.app.screen
        strips = screen._compositor.render_strips(screen.size)  # noqa: SLF001
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def rows(self, selector: str = "RowList") -> RowList:
        """Return a list of the page."""
        return self.app.screen.query_one(selector, RowList)


def a_desk(path: Path, today: date = MONDAY, *, welcomed: bool = True) -> Desk:
    """Return a desk over a file, past the welcome unless told otherwise."""
    desk = open_desk(path, lambda: today)
    if welcomed and not desk.profile.get().welcomed:
        desk.profile.change("Welcome", welcomed=True, currency="EUR", locale="en_US")
    return desk


@asynccontextmanager
async def driving(desk: Desk, size: tuple[int, int] = (80, 24), keys: Iterable[str] = ()) -> AsyncIterator[Driver]:
    """Open the program and press some keys."""
    app = AegoalsApp(desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.press(*keys)
        yield driver
