"""The log by kind and day, so that a goal reads its own records and not ten years."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from aegoals.domain.record import LogRecord
from aegoals.services.shelf import Shelf
from aegoals.store.protocol import Store

EARLIEST, LATEST = date.min, date.max


class RecordIndex:
    """Finds log records by day and kind without checking those that nobody asks for."""

    def __init__(self, store: Store, shelf: Shelf[LogRecord]) -> None:
        self._shelf = shelf
        self._by_kind: dict[str, list[tuple[str, str]]] | None = None
        store.subscribe(self._forget)
        self._store = store

    def _forget(self, tables: frozenset[str]) -> None:
        if self._shelf.table in tables:
            self._by_kind = None

    def between(self, start: date = EARLIEST, end: date = LATEST, kinds: Iterable[str] = ()) -> list[LogRecord]:
        """Return the records of these days and kinds (all kinds if none is named), by day, then as logged."""
        index = self._index()
        keys: list[tuple[str, str]] = []
        for kind in kinds or index:
            days = index.get(kind, [])
            first = bisect_left(days, (start.isoformat(), ""))
            last = bisect_right(days, (end.isoformat(), "\uffff"))
            keys.extend(days[first:last])
        keys.sort()
        return self._shelf.some(key for _, key in keys)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of which there are records."""
        return tuple(self._index())

    def _index(self) -> dict[str, list[tuple[str, str]]]:
        if self._by_kind is None:
            by_kind: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
            for key, document in self._store.table(self._shelf.table).items():
                by_kind[str(document.get("kind"))].append((str(document.get("date")), key))
            for days in by_kind.values():
                days.sort()
            self._by_kind = dict(by_kind)
        return self._by_kind
