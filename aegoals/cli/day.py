"""Everything that Today shows, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from aegoals.domain.periods import month_of
from aegoals.domain.record import LogRecord
from aegoals.domain.today import Ask, Concern, asks, concerns
from aegoals.domain.worth_words import day_remark, left_in_month
from aegoals.services import Desk

if TYPE_CHECKING:
    from aegoals.domain.talk import Promise


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the AE: its targets, its records, what needs attention and what was agreed and is due."""

    today: date
    locale: str
    is_working: bool
    why_free: str
    remark: str
    working_days_left_in_month: int
    left_in_month: str
    has_goals: bool
    asks: list[Ask]
    records: list[LogRecord]
    concerns: list[Concern]
    agreed: list[Promise]


def look_at_day(desk: Desk) -> Day:
    """Read what Today shows."""
    profile, today = desk.profile.get(), desk.today()
    calendar, standings = profile.calendar, desk.goals.standings()
    is_working = calendar.is_working(today)
    return Day(
        today=today,
        locale=profile.locale,
        is_working=is_working,
        why_free="" if is_working else calendar.why_free(today),
        remark=day_remark(calendar, today, profile.locale),
        working_days_left_in_month=calendar.working_days(today, month_of(today).end),
        left_in_month=left_in_month(calendar, today, profile.locale),
        has_goals=bool(standings),
        asks=asks(standings, calendar, today),
        records=desk.log.day(today),
        concerns=concerns(standings, calendar, today),
        agreed=desk.agreed_due(),
    )
