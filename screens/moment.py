"""Work that takes a while: a thread does it, words say so, and keys wait until it is over."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from aegoals.locale.texts import _
from screens.page import PAINT_FIRST
from screens.type_ahead import TypeAheadApp
from widgets.discreet import discreet
from widgets.literal import literal

T = TypeVar("T")


class Moment(ModalScreen[None]):
    """Words about what is being done. It takes no key, and no page below it loads meanwhile."""

    def __init__(self, words: str) -> None:
        super().__init__(id="moment")
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the words."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = literal(_("One moment…"))
            yield Static(discreet(self._words), id="dialog-question")


async def in_a_moment(app: TypeAheadApp, words: str, work: Callable[[], T]) -> T:
    """Do the work in a thread and return its result; what is typed meanwhile comes after it. Call it from a worker."""
    with app.keys_waiting():
        moment = Moment(words)
        await app.push_screen(moment)
        await asyncio.sleep(PAINT_FIRST)
        gc.disable()  # looking for garbage among what is made now would stop the screen
        try:
            return await asyncio.to_thread(work)
        finally:
            gc.freeze()
            gc.enable()
            if moment.is_current:  # else the program is ending
                await moment.dismiss()
