"""Stretches of days on which less is worked, or less expected: days off, part time, a ramp-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from aegoals.domain.fields import Day, Line, Model, Share
from aegoals.domain.periods import MONTHS_A_YEAR, add_months
from aegoals.locale.texts import _

DAYS_A_WEEK = 7
LONGEST_DAYS_OFF = 366 * 2
MOST_STEPS = 24
WHOLE = Decimal(1)


class Spell(Model):
    """A range of days; both ends belong to it."""

    start: Day
    end: Day
    label: Line = ""

    @model_validator(mode="after")
    def _is_a_range(self) -> Spell:
        if self.end < self.start:
            words = {"start": self.start, "end": self.end}
            raise ValueError(_("the days end on {end}, before they start on {start}").format(**words))
        return self

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


class DaysOff(Spell):
    """Days that are no working days."""

    @model_validator(mode="after")
    def _is_not_too_long(self) -> DaysOff:
        if (self.end - self.start).days >= LONGEST_DAYS_OFF:
            words = {"start": self.start, "end": self.end}
            raise ValueError(_("the days off from {start} to {end} are more than two years").format(**words))
        return self

    def days(self) -> Iterator[date]:
        """Yield every day of the range."""
        for offset in range((self.end - self.start).days + 1):
            yield self.start + timedelta(days=offset)


def known_weekdays(value: Iterable[int]) -> tuple[int, ...]:
    """Return ISO weekdays in order, each once; raises ValueError for a number that is none."""
    days = tuple(sorted(set(value)))
    if any(day not in range(1, DAYS_A_WEEK + 1) for day in days):
        raise ValueError(_("is no working week; name at least one day from 1 (Monday) to 7 (Sunday)"))
    return days


Weekdays = Annotated[tuple[Annotated[int, Field(strict=True)], ...], AfterValidator(known_weekdays)]


class PartTime(Spell):
    """Days on which only some weekdays are worked, or only a share of each day, or both."""

    share: Annotated[Share, Field(gt=0, le=1)] = WHOLE  # of a working day
    work_days: Weekdays = ()  # instead of the usual working week; empty: the usual one

    @model_validator(mode="after")
    def _is_less(self) -> PartTime:
        if self.share == WHOLE and not self.work_days:
            raise ValueError(_("part time names weekdays, or a share of the day below 100 %"))
        return self


class Step(StrEnum):
    """How long one step of a ramp-up takes."""

    WEEK = "week"
    MONTH = "month"


class RampUp(Model):
    """A new AE's start: the share that each of the first weeks or months is expected to bring; then all of it."""

    start: Day
    every: Step = Step.MONTH
    shares: Annotated[tuple[Annotated[Share, Field(le=1)], ...], Field(min_length=1, max_length=MOST_STEPS)]

    @property
    def end(self) -> date:
        """The last day of the last step."""
        return self._start_of(len(self.shares)) - timedelta(days=1)

    def share_on(self, day: date) -> Decimal:
        """Return the share that is expected of a day; all of it outside of the ramp-up."""
        if not self.start <= day <= self.end:
            return WHOLE
        return self.shares[self._step_of(day)]

    def _start_of(self, step: int) -> date:
        if self.every is Step.WEEK:
            return self.start + timedelta(weeks=step)
        return add_months(self.start, step)

    def _step_of(self, day: date) -> int:
        if self.every is Step.WEEK:
            return (day - self.start).days // DAYS_A_WEEK
        months = (day.year - self.start.year) * MONTHS_A_YEAR + day.month - self.start.month
        return months - 1 if self._start_of(months) > day else months


Stretch = DaysOff | PartTime | RampUp
