"""What is said of one figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.forecast import Forecast
from aegoals.domain.goal import Goal
from aegoals.domain.profile import StatusLimits
from aegoals.domain.progress import Standing
from aegoals.domain.split import Part as SplitPart
from aegoals.domain.today import Ask
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_number, show_share, show_value

FIGURES = (
    "actual",
    "progress",
    "expected",
    "pace",
    "status",
    "days",
    "required",
    "safe_days",
    "projection",
    "needed_today",
    "forecast",
    "chance",
    "parts",
)
"""Every figure that answers why, in the order of the screens."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that goes into a formula: its letter, its name, its value in words."""

    letter: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure has its value.

    ``formula`` is written with letters, ``worked`` with their values; ``parts`` explain the letters and
    ``rules`` say what decides at the edges.
    """

    figure: str
    title: str
    value: str
    formula: str = ""
    worked: str = ""
    parts: tuple[Part, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """A goal on one day, with everything that its figures were worked out from."""

    now: Standing
    calendar: WorkCalendar
    limits: StatusLimits
    today: date
    locale: str
    ask: Ask | None = None
    forecast: Forecast | None = None
    split: tuple[SplitPart, ...] = ()

    @property
    def goal(self) -> Goal:
        """The goal."""
        return self.now.goal

    def value(self, number: Decimal | None) -> str:
        """Return a value in the goal's unit."""
        return show_value(number, self.goal.metric.unit, self.locale)

    def share(self, share: Decimal | None) -> str:
        """Return a share as a percentage."""
        return show_share(share, self.locale)

    def number(self, number: Decimal | int) -> str:
        """Return a plain number."""
        return show_number(Decimal(number), self.locale)

    def day(self, day: date) -> str:
        """Return a day."""
        return show_day(day, self.locale)
