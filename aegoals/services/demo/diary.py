"""Made-up log records, collected in any order and handed over by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.record import LogRecord
from aegoals.store.ids import new_id

HALF_PAST_FIVE = "T17:30:00+00:00"


class Diary:
    """What a made-up AE wrote down until ``today``; one random source for all of it."""

    def __init__(self, seed: int, today: date, calendar: WorkCalendar, currency: str = "EUR") -> None:
        self.random = Random(seed)  # noqa: S311 - invented data, no secret
        self.today = today
        self.calendar = calendar
        self.currency = currency
        self.lines: list[dict[str, Any]] = []

    def add(self, day: date, kind: str, **fields: object) -> None:
        """Write one line; what lies after today did not happen yet. An amount is in the AE's currency."""
        if day > self.today:
            return
        if fields.get("amount") is not None:
            fields["currency"] = self.currency
        self.lines.append({"date": day, "kind": kind, **fields})

    def working_days(self, start: date, end: date) -> list[date]:
        """Return the working days from start to end, both included."""
        days = (start + timedelta(days=offset) for offset in range((end - start).days + 1))
        return [day for day in days if self.calendar.is_working(day)]

    def working_day(self, day: date) -> date:
        """Return this day or the next working day."""
        return self.calendar.next_working_day(day)

    def happens(self, chance: float) -> bool:
        """Draw whether something happens."""
        return self.random.random() < chance

    def records(self) -> list[LogRecord]:
        """Return everything as log records, by day; ids rise in that order."""
        self.lines.sort(key=lambda line: line["date"])
        return [record_of(line) for line in self.lines]

    def between(self, start: date, end: date, *kinds: str) -> list[dict[str, Any]]:
        """Return the lines of these kinds on these days, both included."""
        return [line for line in self.lines if line["kind"] in kinds and start <= line["date"] <= end]


def record_of(line: Mapping[str, Any]) -> LogRecord:
    """Return the log record of one line, as if it had been written on the evening of its day."""
    return LogRecord.build({"id": new_id(), "logged_at": f"{line['date']}{HALF_PAST_FIVE}", **line})
