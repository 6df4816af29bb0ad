"""Very many rows of one line each, made when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import overload

from widgets.row import Row, key_of
from widgets.spans import Line


class LongList(Sequence[Row]):
    """Rows that stand for things by their names; ``draw`` gives the line of one in some width."""

    def __init__(self, what: str, names: Sequence[str], draw: Callable[[str, int], Line]) -> None:
        self._what = what
        self._names = names
        self._draw = draw
        self.tops = range(len(names) + 1)  # where each row begins

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._names)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Make a row."""
        if isinstance(place, slice):
            return LongList(self._what, self._names[place], self._draw)
        name = self._names[place]
        return Row(key_of(self._what, name), partial(self._lines, name))

    def _lines(self, name: str, width: int) -> list[Line]:
        return [self._draw(name, width)]

    def place_of(self, key: str) -> int:
        """Return where the row with this key stands, -1 where there is none."""
        what, _colon, name = key.partition(":")
        try:
            return self._names.index(name) if what == self._what else -1
        except ValueError:
            return -1
