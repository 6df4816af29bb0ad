"""Keys that are typed faster than they can be worked off keep their order.

A key goes to the field that has the focus when it comes. Enter moves the focus a moment later, so that the next letter
would still go to the field before: a key waits here until the one before has done its work. A page is painted before it
is filled: a key that comes in between waits for what it is meant for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenStackError
from textual.message import Message

QUIET_TURNS = 3  # of the event loop without anything to do after which a key is done
MOST_TURNS = 400  # that the next key waits for it


@runtime_checkable
class Filling(Protocol):
    """A screen that shows before it is filled; when that is done it posts ``Filled``."""

    is_filling: bool


class Filled(Message):
    """The screen has what a key may work on."""


class TypeAheadApp(App[None]):
    """An App in which each key is worked off before the next."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Event] = deque()
        self._is_at_work = False
        self._keys_wait = False
        self.keys_taken = 0
        """How many keys and pastes came."""

    def on_load(self) -> None:
        """Let tasks begin in turn on every Python: begun at once, the first page is filled before the App has it."""
        asyncio.get_running_loop().set_task_factory(None)

    @property
    def keys_wait(self) -> bool:
        """Whether something is being done that no key may come into."""
        return self._keys_wait

    @contextmanager
    def keys_waiting(self) -> Iterator[None]:
        """Hand no key over inside this block; what was typed meanwhile comes after it."""
        self._keys_wait = True
        try:
            yield
        finally:
            self._keys_wait = False
            self.call_later(self._go_on)

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pastes one after the other, everything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self.keys_taken += 1
        self._typed.append(event)
        await self._go_on()

    async def _go_on(self) -> None:
        """Hand the next key over, unless the one before is at work, the page is empty or the program has ended."""
        if self._is_at_work or self._keys_wait or not self._typed or not self.screen_stack:
            return
        if isinstance(self.screen, Filling) and self.screen.is_filling:
            return
        self._is_at_work = True
        await super().on_event(self._typed.popleft())
        self.call_later(self._look_again, 0, MOST_TURNS)

    async def on_filled(self, event: Filled) -> None:
        """Hand over what was typed before the page had anything to work on."""
        event.stop()
        await self._go_on()

    async def _look_again(self, quiet: int, turns: int) -> None:
        """Go on to the next key once nobody between the focus and the screen has anything left to do."""
        await asyncio.sleep(0)
        quiet = 0 if self._is_busy() else quiet + 1
        if quiet < QUIET_TURNS and turns:
            self.call_later(self._look_again, quiet, turns - 1)
            return
        self._is_at_work = False
        await self._go_on()

    def _is_busy(self) -> bool:
        try:
            chain = self.focused.ancestors_with_self if self.focused is not None else [self.screen]
        except ScreenStackError:  # the program has ended
            return False
        return any(one.message_queue_size for one in chain if one is not self)
