"""A week's log: one line a day, and the totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from aegoals.domain.periods import Period
from aegoals.domain.profile import Profile
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import totals_by_kind
from aegoals.locale.dates import weekday_names
from aegoals.locale.texts import _
from widgets.record_rows import total_parts, totals_line
from widgets.rows import Row, note
from widgets.spans import Line, cut, flow, pad

DAYS_A_WEEK = 7
NAME_CELLS = 10


def week_rows(records: Iterable[LogRecord], week: Period, shown: date, profile: Profile, width: int) -> list[Row]:
    """Return one row a day and the totals, on as many lines as they need; the day that is shown is marked."""
    by_day: defaultdict[date, list[LogRecord]] = defaultdict(list)
    for record in records:
        by_day[record.date].append(record)
    rows = [_day_row(day, by_day[day], day == shown, profile) for day in _days(week)]
    everything = [record for day in _days(week) for record in by_day[day]]
    if not everything:
        return [*rows, note(_("Nothing logged in this week."))]
    totals = flow(total_parts(totals_by_kind(everything), profile.locale), max(width - NAME_CELLS, 1))
    names = [_("total"), *[""] * len(totals)]
    return [*rows, *(_row(name, line, "title") for name, line in zip(names, totals, strict=False))]


def _days(week: Period) -> list[date]:
    return [week.start + timedelta(days=offset) for offset in range(DAYS_A_WEEK)]


def _day_row(day: date, records: list[LogRecord], is_shown: bool, profile: Profile) -> Row:
    name = f"{weekday_names()[day.weekday()]} {day.day}"
    text = totals_line(totals_by_kind(records), profile.locale)
    is_free = not profile.calendar.is_working(day)
    empty: Line = [] if is_free else [("–", "text")]
    return _row(name, text or empty, "accent" if is_shown else "muted" if is_free else "text")


def _row(name: str, text: Line, role: str) -> Row:
    return Row(None, lambda width: [cut([(pad(name, NAME_CELLS), role), *text], width)])
