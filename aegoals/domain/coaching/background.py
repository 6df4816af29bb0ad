"""What the coach knows of the AE beside the goal itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.goal import Goal
from aegoals.domain.profile import Profile, Role


@dataclass(frozen=True, slots=True)
class Running:
    """Another goal that runs, and the value that it has today."""

    goal: Goal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class Background:
    """Working week, role, the goals that run beside this one, and the log; all of it may be missing."""

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    role: Role = Role.BOTH
    fiscal_year_start: int = 1  # month
    hours_a_day: Decimal = Decimal(8)
    goals: tuple[Running, ...] = ()
    history: OwnHistory = field(default_factory=OwnHistory)

    @property
    def hours_a_week(self) -> Decimal:
        """The working week in hours."""
        return self.hours_a_day * len(self.calendar.work_days)


def background_of(profile: Profile, goals: tuple[Running, ...] = (), history: OwnHistory | None = None) -> Background:
    """Return the background that a profile gives."""
    return Background(
        calendar=profile.calendar,
        role=profile.role,
        fiscal_year_start=profile.fiscal_year_start,
        hours_a_day=profile.hours_a_day,
        goals=goals,
        history=history or OwnHistory(),
    )
