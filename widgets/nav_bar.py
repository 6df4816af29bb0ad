"""The first line of a page: where one can go, and where one is."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from widgets.discreet import discreet
from widgets.mask import SIGN, is_masked
from widgets.spans import shorten

MASKED_SIGN = f"F9 {SIGN * 3}"


class NavBar(Widget):
    """Shows places with their keys, the current one marked, or the title of a page without a place."""

    DEFAULT_CSS = """
    NavBar {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    """

    class Wanted(Message):
        """A place was clicked."""

        def __init__(self, place: str) -> None:
            super().__init__()
            self.place = place

    def __init__(self, places: Sequence[tuple[str, str, str]] = (), current: str = "", title: str = "") -> None:
        """Offer ``(name, key, label)`` places; ``title`` stands alone where there are none."""
        super().__init__()
        self._places = places
        self._current = current
        self._title = title

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self.refresh()

    def render(self) -> Content:
        """Draw the places or the title; at the right edge a sign while names and amounts are masked."""
        if not is_masked(self):
            return self._place_or_title(self.size.width)
        sign = Content.styled(MASKED_SIGN, "$text-warning")
        room = max(self.size.width - sign.cell_length - 1, 0)
        return self._place_or_title(room).truncate(room, ellipsis=True, pad=True) + Content(" ") + sign

    def _place_or_title(self, room: int) -> Content:
        if self._title:
            return discreet(shorten(self._title, room), "bold $text-accent")
        return Content("  ").join(self._place(*place) for place in self._places)

    def _place(self, name: str, key: str, label: str) -> Content:
        if name == self._current:
            return Content.assemble((key, "$foreground 60%"), " ", (label, "bold underline $text-accent"))
        return Content.assemble((key, "$foreground 60%"), " ", (label, "$foreground 60%"))

    def on_click(self, event: events.Click) -> None:
        """Ask for the place that was clicked."""
        column = event.x - 1
        for place in self._places:
            length = self._place(*place).cell_length
            if 0 <= column < length:
                self.post_message(self.Wanted(place[0]))
                return
            column -= length + 2
