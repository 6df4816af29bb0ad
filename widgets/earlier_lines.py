"""Going back through the lines of other days, and forth to the one that is not finished yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class EarlierLines:
    """The earlier lines, oldest first, fetched when the first of them is wanted; and a place among them."""

    def __init__(self, fetch: Callable[[], Sequence[str]]) -> None:
        self._fetch = fetch
        self._lines: Sequence[str] = ()
        self._place = 0  # behind the last one stands the unfinished line
        self._unfinished = ""

    def forget(self) -> None:
        """Begin anew: there may be more lines now."""
        self._lines, self._place, self._unfinished = (), 0, ""

    def step(self, step: int, line: str) -> str | None:
        """Return the line one place back (-1) or on (1) from this one; None beyond either end."""
        if not self._lines and step < 0:
            self._lines = self._fetch()
            self._place = len(self._lines)
        place = self._place + step
        if not 0 <= place <= len(self._lines):
            return None
        if self._place == len(self._lines):
            self._unfinished = line
        self._place = place
        return self._lines[place] if place < len(self._lines) else self._unfinished
