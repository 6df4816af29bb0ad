"""The first line of a page: where one can go, and where one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from widgets.discreet import discreet
from widgets.mask import SIGN, is_masked
from widgets.spans import shorten

MASKED_SIGN = f"F9 {SIGN * 3}"


class Place(NamedTuple):
    """Where one can go: its name, its function key, its letter and what it is called."""

    name: str
    key: str
    letter: str
    label: str


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

    def __init__(self, places: Sequence[Place] = (), current: str = "", title: str = "") -> None:
        """Offer places; ``title`` stands alone where there are none."""
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
        room = self._room()
        if not is_masked(self):
            return self._place_or_title(room)
        sign = Content.styled(MASKED_SIGN, "$text-warning")
        return self._place_or_title(room).truncate(room, ellipsis=True, pad=True) + Content(" ") + sign

    def _room(self) -> int:
        """Return the cells for places or title: the sign of masking takes some."""
        return max(self.size.width - (len(MASKED_SIGN) + 1 if is_masked(self) else 0), 0)

    def _place_or_title(self, room: int) -> Content:
        if self._title:
            return discreet(shorten(self._title, room), "bold $text-accent")
        is_short, gap = self._fit(room)
        return Content(gap).join(self._place(place, is_short=is_short) for place in self._places)

    def _fit(self, room: int) -> tuple[bool, str]:
        """Return whether letters stand for function keys, and the gap between places, so that all of them fit."""
        looks = ((False, "  "), (False, " "), (True, "  "), (True, " "))
        return next((look for look in looks if self._width(*look) <= room), looks[-1])

    def _width(self, is_short: bool, gap: str) -> int:
        lengths = [self._place(place, is_short=is_short).cell_length for place in self._places]
        return sum(lengths) + len(gap) * (len(lengths) - 1)

    def _place(self, place: Place, *, is_short: bool) -> Content:
        key = place.letter if is_short else place.key
        if place.name == self._current:
            return Content.assemble((key, "$foreground 60%"), " ", (place.label, "bold underline $text-accent"))
        return Content.assemble((key, "$foreground 60%"), " ", (place.label, "$foreground 60%"))

    def on_click(self, event: events.Click) -> None:
        """Ask for the place that was clicked."""
        column = event.x - 1
        is_short, gap = self._fit(self._room())
        for place in self._places:
            length = self._place(place, is_short=is_short).cell_length
            if 0 <= column < length:
                self.post_message(self.Wanted(place.name))
                return
            column -= length + len(gap)
