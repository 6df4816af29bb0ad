"""Where the rows of a list stand, and where its cursor goes: to the next row, or the view moves instead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from widgets.long_list import LongList

REACH = 3  # lines beyond the view that one step may skip: the end of one group and the heading of the next


class Placed(Protocol):
    """A row as far as its place goes."""

    @property
    def key(self) -> str | None:
        """What the row stands for, None where it cannot be chosen."""

    @property
    def height(self) -> int:
        """Its lines."""


@dataclass(frozen=True, slots=True)
class View:
    """The lines that show: the first one, and how many."""

    top: int
    height: int

    @property
    def end(self) -> int:
        """The first line below."""
        return self.top + self.height


class RowMap:
    """Rows one under the other, counted in lines."""

    def __init__(self, rows: Sequence[Placed] = ()) -> None:
        self._rows = rows
        self.tops: Sequence[int] = (
            rows.tops if isinstance(rows, LongList) else [0, *accumulate(row.height for row in rows)]
        )

    @property
    def height(self) -> int:
        """How many lines all rows take."""
        return self.tops[-1]

    def row_at(self, line: int) -> int:
        """Return the row that this line belongs to; the last or first one beyond the ends."""
        return bisect_right(self.tops, min(max(line, 0), max(self.height - 1, 0))) - 1

    def place_of(self, key: str | None, near: int) -> int:
        """Return the row with this key, or where there is none the one nearest to ``near``; else -1."""
        if key is not None and isinstance(self._rows, LongList):
            if (found := self._rows.place_of(key)) >= 0:
                return found
        elif key is not None:
            for index, row in enumerate(self._rows):
                if row.key == key:
                    return index
        return self.nearest(near, 1)

    def nearest(self, start: int, step: int) -> int:
        """Return the first row from ``start`` that can be chosen: that way, else the other, else -1."""
        found = self._ahead(start, step)
        return self._ahead(start, -step) if found < 0 else found

    def _ahead(self, start: int, step: int) -> int:
        last = len(self._rows) - 1
        places = range(max(start, 0), last + 1) if step > 0 else range(min(start, last), -1, -1)
        return next((index for index in places if self._rows[index].key is not None), -1)

    def lines_of(self, index: int, view: View) -> tuple[int, int]:
        """Return the first line and how many lines to show for a row: it and what heads it, if that fits."""
        head = index
        while head > 0 and self._rows[head - 1].key is None:
            head -= 1
        end = self.tops[index + 1]
        is_short = end - self.tops[head] <= (view.height if head == 0 else REACH + self._rows[index].height)
        top = self.tops[head if is_short else index]
        return top, end - top

    def shows(self, index: int, view: View) -> bool:
        """Tell whether a row stands in the view, at least in part."""
        return 0 <= index < len(self._rows) and view.top < self.tops[index + 1] and self.tops[index] < view.end

    def step(self, cursor: int, step: int, view: View) -> int | None:
        """Return the row to which the cursor goes; None where the view should move by a line instead."""
        edge = view.top if step > 0 else view.end - 1
        start = cursor + step if self.shows(cursor, view) else self.row_at(edge)
        found = self._ahead(start, step) if 0 <= start < len(self._rows) else -1
        return found if found >= 0 and self._is_near(found, view) else None

    def _is_near(self, index: int, view: View) -> bool:
        return self.tops[index] < view.end + REACH and self.tops[index + 1] > view.top - REACH

    def page(self, cursor: int, step: int, view: View) -> int | None:
        """Return the row a page on; None where the view should move by a page instead."""
        line = (self.tops[cursor] if self.shows(cursor, view) else view.top) + step * max(view.height - 1, 1)
        found = self.nearest(self.row_at(line), step)
        is_far = found < 0 or abs(self.tops[found] - min(max(line, 0), self.height)) > view.height
        return None if is_far or found == cursor else found
