"""A clock for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


class StillClock:
    """A clock that moves only when a test says so."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 2, 9, 15, tzinfo=ZoneInfo("Europe/Stockholm"))

    def __call__(self) -> datetime:
        return self.instant

    def advance(self, **amounts: float) -> None:
        self.instant += timedelta(**amounts)
