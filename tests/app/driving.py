"""Drives the real App over a data file, as an AE would with the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from aegoals.services import Desk, open_desk
from screens.app import AegoalsApp
from tests.builders import MONDAY
from widgets.rows import RowList

SIZES = [(60, 18), (80, 24), (120, 40)]
SOON = 0.04  # seconds: a frame is due every 1/60 s, nothing that matters comes later by itself
CHARACTERS = {
    "slash": "/",
    "plus": "+",
    "question_mark": "?",
    "space": " ",
    "comma": ",",
    "asterisk": "*",
    "number_sign": "#",
}


class Driver:
    """Types keys and reads the screen."""

    def __init__(self, app: AegoalsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until the program has nothing left to do: no callback is ready, no frame is due."""
        loop: Any = asyncio.get_running_loop()
        for _turn in range(5_000):
            if loop._ready:
                await asyncio.sleep(0)
                continue
            due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=1e9)
            if due - loop.time() > SOON:
                return
            await asyncio.sleep(max(due - loop.time(), 0))
        raise AssertionError("the program never comes to rest")

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each with time to take effect."""
        for key in keys:
            character = CHARACTERS.get(key, key if len(key) == 1 else None)
            self.app.post_message(events.Key(key, character))
            await self.settle()

    async def type(self, text: str) -> None:
        """Enter text into what has the focus, in one go as a terminal pastes it."""
        assert self.app.screen.focused is not None, "nothing has the focus"
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def replace(self, text: str) -> None:
        """Replace what stands in the focused field."""
        await self.press("end", "shift+home")
        await self.type(text)

    async def search(self, text: str = "") -> None:
        """Open the command palette, look for something and wait for what it finds."""
        await self.press("ctrl+p")
        if text:
            await self.type(text)
        palette = self.app.screen
        searching = [one for one in self.app.workers if one.node is palette]
        if searching:  # for an empty list Textual waits for every worker
            await self.app.workers.wait_for_complete(searching)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    def lines(self) -> list[str]:
        """Return what the screen shows, line by line."""
        screen = self.app.screen
        strips = screen._compositor.render_strips(screen.size)
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """Return what the screen shows, line by line."""
        return "\n".join(self.lines())

    def footer(self) -> str:
        """Return the last line: the keys that work here."""
        return self.lines()[-1]

    def pointed(self) -> str:
        """Return the line on which the cursor of a list stands; empty where it shows nowhere."""
        return next((line for line in self.lines() if line.lstrip("│ ").startswith("›")), "")

    async def point(self, words: str, key: str = "down") -> None:
        """Move the cursor of a list to the row that says this."""
        for _step in range(40):
            if words in self.pointed():
                return
            await self.press(key)
        raise AssertionError(f"{words} is not in\n{self.text()}")

    def said(self) -> str:
        """Return every notification that still stands."""
        return "\n".join(note.message for note in self.app._notifications)

    def typed(self) -> str:
        """Return the text in the focused field."""
        focused = self.app.screen.focused
        if isinstance(focused, TextArea):
            return focused.text
        assert isinstance(focused, Input), f"{focused} is no field"
        return focused.value

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
