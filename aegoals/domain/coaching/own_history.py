"""The AE's log as the coach reads it: by kind, each kind by day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter

from aegoals.domain.record import LogRecord

_DAY = attrgetter("date")


class OwnHistory:
    """Records by kind. Gathered once; answers of some days and kinds without passing over the rest.

    ``cache`` keeps what was worked out from these records, so that only what changed is worked out again.
    """

    def __init__(self, records: Iterable[LogRecord] = ()) -> None:
        self._by_kind: dict[str, list[LogRecord]] = {}
        for record in records:
            self._by_kind.setdefault(record.kind, []).append(record)
        for listed in self._by_kind.values():
            listed.sort(key=_DAY)
        self.cache: dict[object, object] = {}

    def __bool__(self) -> bool:
        return bool(self._by_kind)

    @cached_property
    def kinds(self) -> Mapping[str, Sequence[LogRecord]]:
        """The records of each kind, by day."""
        return self._by_kind

    def between(self, start: date, end: date, kinds: Iterable[str] = ()) -> list[LogRecord]:
        """Return the records of these days and kinds; all kinds if none is named."""
        found: list[LogRecord] = []
        for kind in kinds or self._by_kind:
            listed = self._by_kind.get(kind, [])
            first = bisect_left(listed, start, key=_DAY)
            found.extend(listed[first : bisect_right(listed, end, key=_DAY)])
        return found

    def first_day(self, kinds: Iterable[str] = ()) -> date | None:
        """Return the day of the first record of these kinds."""
        days = [listed[0].date for kind in kinds or self._by_kind if (listed := self._by_kind.get(kind))]
        return min(days, default=None)
