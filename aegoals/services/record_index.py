"""The log by kind and day, so that a goal reads its own records and not ten years."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from aegoals.domain.record import LogRecord
from aegoals.services.shelf import Shelf
from aegoals.store.protocol import Document, Store

EARLIEST, LATEST = date.min, date.max
MOST_MOVED = 500  # documents; beyond that the index is quicker made anew

Days = dict[str, list[tuple[str, str]]]
"""Kind → (day, id) in order."""


def _between(days: list[tuple[str, str]], start: date, end: date) -> list[tuple[str, str]]:
    """Return the part of a sorted list of ISO days and ids."""
    first = bisect_left(days, (start.isoformat(), ""))
    return days[first : bisect_right(days, (end.isoformat(), "\uffff"))]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # a damaged record
        return None


class RecordIndex:
    """Finds log records by day and kind without checking those that nobody asks for."""

    def __init__(self, store: Store, shelf: Shelf[LogRecord]) -> None:
        self._shelf = shelf
        self._days: Days = {}
        self._known: Mapping[str, Document] = {}
        self._is_current = False
        self._some: tuple[frozenset[str], date, Days] | None = None
        store.subscribe(self._look_again)
        self._store = store

    def _look_again(self, tables: frozenset[str]) -> None:
        if self._shelf.table in tables:
            self._is_current, self._some = False, None

    def between(self, start: date = EARLIEST, end: date = LATEST, kinds: Iterable[str] = ()) -> list[LogRecord]:
        """Return the records of these days and kinds (all kinds if none is named), by day, then as logged."""
        return self._shelf.some(self.keys(start, end, kinds))

    def keys(self, start: date = EARLIEST, end: date = LATEST, kinds: Iterable[str] = ()) -> list[str]:
        """Return the ids of the records of these days and kinds, by day, then as logged; none is checked."""
        wanted = frozenset(kinds)
        index = self._index_of(wanted, start)
        found: list[tuple[str, str]] = []
        for kind in wanted or index:
            found.extend(_between(index.get(kind, []), start, end))
        found.sort()
        return [key for _day, key in found]

    def days(self, start: date, end: date) -> set[date]:
        """Return the days between these two that have a record."""
        days = {day for listed in self._index().values() for day, _key in _between(listed, start, end)}
        return {day for day in map(_day, days) if day is not None}

    def first_day(self) -> date | None:
        """Return the day of the earliest record, None where there is none."""
        firsts = [next(filter(None, (_day(day) for day, _key in listed)), None) for listed in self._index().values()]
        return min(filter(None, firsts), default=None)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of which there are records."""
        return tuple(self._index())

    def expect(self, kinds: Iterable[str], start: date) -> None:
        """Prepare for questions about these kinds from this day on, as a one-line command asks them.

        Any other question costs a whole index; whoever asks again is no one-line command, and is answered from it.
        """
        wanted = frozenset(kinds)
        if wanted and not self._is_current and not self._known and self._some is None:
            documents = self._store.lately(self._shelf.table, start.isoformat())
            self._some = wanted, start, _indexed(_of(documents, wanted, start))

    def _index_of(self, kinds: frozenset[str], start: date) -> Days:
        """Return an index that holds at least these kinds from this day on."""
        if self._some is not None and kinds and kinds <= self._some[0] and start >= self._some[1]:
            return self._some[2]
        return self._index()

    def _index(self) -> Days:
        if not self._is_current:
            documents = self._store.table(self._shelf.table)
            if not (self._known and self._follow(documents)):
                self._days = _indexed(documents.items())
            self._known, self._is_current = documents, True
        return self._days

    def _follow(self, documents: Mapping[str, Document]) -> bool:
        """Take out and put in what changed, where it is little: a document that stayed is the very same object."""
        gone = [(key, one) for key, one in self._known.items() if documents.get(key) is not one]
        new = [(key, one) for key, one in documents.items() if self._known.get(key) is not one]
        if len(gone) + len(new) >= MOST_MOVED:
            return False
        for key, document in gone:
            kind, day = _place(document)
            days = self._days[kind]
            del days[bisect_left(days, (day, key))]
            if not days:
                del self._days[kind]
        for key, document in new:
            kind, day = _place(document)
            insort(self._days.setdefault(kind, []), (day, key))
        return True


def _of(documents: Mapping[str, Document], kinds: frozenset[str], start: date) -> list[tuple[str, Document]]:
    """Return the documents of these kinds from this day on: of ten years mostly few, so the day is looked at first."""
    first = start.isoformat()
    return [
        (key, one) for key, one in documents.items() if str(one.get("date")) >= first and str(one.get("kind")) in kinds
    ]


def _indexed(documents: Iterable[tuple[str, Document]]) -> Days:
    """Return the index of these documents."""
    by_kind: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, document in documents:  # as _place says, without its fifty thousand calls
        by_kind[str(document.get("kind"))].append((str(document.get("date")), key))
    for days in by_kind.values():
        days.sort()
    return dict(by_kind)


def _place(document: Document) -> tuple[str, str]:
    return str(document.get("kind")), str(document.get("date"))
