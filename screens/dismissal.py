"""Leaving a page or dialog once: a second Enter that was on its way already must not close what lies below."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

R = TypeVar("R")


class LeavesOnce(Screen[R]):
    """A screen that can only be dismissed while it is the one on top."""

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Close the screen with its result; nothing happens where another screen lies on top already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
