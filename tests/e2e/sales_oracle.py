"""Where a goal stands, worked out a second time: from the CSV alone, with no code of aegoals."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path

ON_TRACK, BEHIND = Fraction(99, 100), Fraction(81, 100)
SATURDAY = 5


@dataclass(frozen=True)
class Closed:
    """A deal that was won or lost on a day."""

    day: date
    won: bool
    value: Fraction


def closed_deals(path: Path, owner: str) -> list[Closed]:
    """Return the owner's closed deals of a table with month/day/year dates."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["sales_agent"] == owner]
    return [
        Closed(_day(row["close_date"]), row["deal_stage"] == "Won", Fraction(row["close_value"]))
        for row in rows
        if row["deal_stage"] in {"Won", "Lost"}
    ]


def _day(text: str) -> date:
    return datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 - a calendar day has no zone


def between(deals: Iterable[Closed], start: date, end: date) -> list[Closed]:
    """Return the deals closed on these days, both included."""
    return [deal for deal in deals if start <= deal.day <= end]


def revenue(deals: Iterable[Closed]) -> Fraction:
    """Return the sum of the deals won."""
    return sum((deal.value for deal in deals if deal.won), Fraction(0))


def win_rate(deals: Iterable[Closed]) -> Fraction:
    """Return 100 × won / (won + lost)."""
    known = list(deals)
    return Fraction(100 * sum(deal.won for deal in known), len(known))


@dataclass(frozen=True)
class Line:
    """A goal that reaches up from a baseline to a target."""

    baseline: Fraction
    target: Fraction
    start: date
    due: date

    def figures(self, actual: Fraction, today: date, *, fed_today: bool) -> dict[str, object]:
        """Return what ``status --json`` has to say; None for a figure that does not exist."""
        way = self.target - self.baseline
        elapsed = _weekdays(self.start, min(today, self.due))
        total = _weekdays(self.start, self.due)
        left = _weekdays(max(today + timedelta(days=1), self.start), self.due)
        left += today.weekday() < SATURDAY and today <= self.due and not fed_today
        progress = (actual - self.baseline) / way
        expected = self.baseline + way * elapsed / total
        pace = progress / Fraction(elapsed, total)
        required = (self.target - actual) / left if left else None
        return {
            "actual": actual,
            "progress": progress,
            "expected": expected,
            "pace": pace,
            "status": self._status(progress, pace, today),
            "required_per_working_day": Fraction(0) if progress >= 1 else required,
            "safe_days": floor((actual - expected) * total / way),
            "projection": self.baseline + (actual - self.baseline) * total / elapsed,
            "working_days_left": left,
        }

    def _status(self, progress: Fraction, pace: Fraction, today: date) -> str:
        if progress >= 1:
            return "reached"
        if today > self.due:
            return "missed"
        if pace >= ON_TRACK:
            return "on_track"
        return "behind" if pace >= BEHIND else "at_risk"


def _weekdays(start: date, end: date) -> int:
    days = (start + timedelta(days=offset) for offset in range((end - start).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)
