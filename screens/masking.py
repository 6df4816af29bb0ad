"""Privacy at the desk: one key masks names and amounts on the screen, the same key shows them again."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakSet

from textual.app import App
from textual.filter import LineFilter
from textual.screen import Screen

from widgets.discreet import without_particulars
from widgets.mask import MASK


class MaskingApp(App[None]):
    """An App that can mask what is private, for this run of the program."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: WeakSet[Screen[object]] = WeakSet()
        self._masks: list[LineFilter] = []

    def watch_screens(self) -> None:
        """Remember every screen that shows from now on: what it has drawn already must change with the key."""
        self._shown.add(self.screen)
        self.screen_change_signal.subscribe(self, self._shown.add)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of every line; masking is the last one."""
        return [*super().get_line_filters(), *self._masks]

    def in_public(self, text: str, *, is_explanation: bool) -> str:
        """Return what may be shown of a sentence now: all of it, or while masking is on without what it names."""
        return without_particulars(text, is_explanation=is_explanation) if self._masks else text

    def action_mask(self) -> None:
        """Mask names and amounts, or show them again; notifications that name something go."""
        self._masks = [] if self._masks else [MASK]
        if self._masks:
            self.clear_notifications()
        for screen in self._shown:
            for widget in (screen, *screen.query("*")):
                widget.refresh()
