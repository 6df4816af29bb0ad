"""The days on which the AE logged something, looked up a stretch at a time: a streak asks for few of ten years."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta

from aegoals.services.record_index import RecordIndex
from aegoals.store.protocol import Document

STRETCH = 64  # days


class LoggedDays:
    """A container of days. What an import brought is not meant."""

    def __init__(self, index: RecordIndex, records: Mapping[str, Document]) -> None:
        self._index = index
        self._records = records
        self._stretches: dict[int, set[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        number = day.toordinal() // STRETCH
        if number not in self._stretches:
            self._stretches[number] = self._days(number)
        return day in self._stretches[number]

    def _days(self, number: int) -> set[date]:
        start = date.fromordinal(max(number * STRETCH, 1))
        documents = (self._records[key] for key in self._index.keys(start, start + timedelta(days=STRETCH - 1)))
        days = set()
        for text in {str(one.get("date")) for one in documents if not one.get("imported_id")}:
            with suppress(ValueError):  # a damaged record
                days.add(date.fromisoformat(text))
        return days
