"""Working days: the AE's working week without public holidays and days off."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator, model_validator

from aegoals.domain.fields import FIRST_YEAR, LAST_YEAR, Day, Line, Model
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)
DAYS_A_WEEK = 7
LONGEST_DAYS_OFF = 366 * 2


class DaysOff(Model):
    """A range of days that are no working days; both ends belong to it."""

    start: Day
    end: Day
    label: Line = ""

    @model_validator(mode="after")
    def _is_a_range(self) -> DaysOff:
        words = {"start": self.start, "end": self.end}
        if self.end < self.start:
            raise ValueError(_("the days off end on {end}, before they start on {start}").format(**words))
        if (self.end - self.start).days >= LONGEST_DAYS_OFF:
            raise ValueError(_("the days off from {start} to {end} are more than two years").format(**words))
        return self

    def days(self) -> Iterator[date]:
        """Yield every day of the range."""
        for offset in range((self.end - self.start).days + 1):
            yield self.start + timedelta(days=offset)


def _country(value: str) -> str:
    code = value.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004 - ISO 3166
        raise ValueError(_("is not a country; write its two letters, such as SE"))
    return code


class WorkCalendar(Model):
    """Which days count: ISO weekdays 1 (Monday) to 7, less days off and the country's public holidays."""

    work_days: tuple[Annotated[int, Field(strict=True)], ...] = MONDAY_TO_FRIDAY
    days_off: tuple[DaysOff, ...] = ()
    country: Annotated[str, AfterValidator(_country)] | None = None  # ISO 3166 code, such as "SE"
    region: Line | None = None  # the country's own code of a subdivision, such as "BY"

    @field_validator("work_days")
    @classmethod
    def _known_weekdays(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if not value or any(day not in range(1, DAYS_A_WEEK + 1) for day in value):
            raise ValueError(_("is no working week; name at least one day from 1 (Monday) to 7 (Sunday)"))
        return tuple(sorted(set(value)))

    def is_working(self, day: date) -> bool:
        """Tell whether the AE works on this day."""
        return day.isoweekday() in self.work_days and day not in self._free_days(day.year)

    def working_days(self, start: date, end: date) -> int:
        """Count the working days from start to end, both included; 0 where end is before start."""
        if end < start:
            return 0
        weeks, rest = divmod((end - start).days + 1, DAYS_A_WEEK)
        first = start.isoweekday()
        partial = sum((first + offset - 1) % DAYS_A_WEEK + 1 in self.work_days for offset in range(rest))
        return weeks * len(self.work_days) + partial - self._free_between(start, end)

    def next_working_day(self, day: date) -> date:
        """Return this day if it is a working day, else the first one after it."""
        for offset in range(LONGEST_DAYS_OFF):
            candidate = day + timedelta(days=offset)
            if self.is_working(candidate):
                return candidate
        raise RefusedInput(
            _("There is no working day in the two years after {day}.").format(day=day),
            _("Check the days off in Settings."),
        )

    def last_working_day(self, day: date) -> date:
        """Return this day if it is a working day, else the last one before it."""
        for offset in range(LONGEST_DAYS_OFF):
            candidate = day - timedelta(days=offset)
            if self.is_working(candidate):
                return candidate
        raise RefusedInput(
            _("There is no working day in the two years before {day}.").format(day=day),
            _("Check the days off in Settings."),
        )

    def why_free(self, day: date) -> str:
        """Return the name of the holiday or the label of the days off, empty on an ordinary day."""
        for off in self.days_off:
            if off.start <= day <= off.end:
                return off.label or _("day off")
        return public_holidays(self.country, self.region, day.year).get(day, "") if self.country else ""

    def _free_between(self, start: date, end: date) -> int:
        """Count days off and holidays that would otherwise be working days."""
        total = 0
        for year in range(start.year, end.year + 1):
            days = self._free_list(year)
            total += bisect_right(days, end) - bisect_left(days, start)
        return total

    def _free_days(self, year: int) -> frozenset[date]:
        if year not in self._free_by_year:
            own = {day for off in self.days_off for day in off.days() if day.year == year}
            public = public_holidays(self.country, self.region, year) if self.country else {}
            self._free_by_year[year] = frozenset(own.union(public))
        return self._free_by_year[year]

    def _free_list(self, year: int) -> list[date]:
        if year not in self._free_lists:
            self._free_lists[year] = sorted(day for day in self._free_days(year) if day.isoweekday() in self.work_days)
        return self._free_lists[year]

    @cached_property
    def _free_by_year(self) -> dict[int, frozenset[date]]:
        return {}

    @cached_property
    def _free_lists(self) -> dict[int, list[date]]:
        return {}


@lru_cache(maxsize=256)
def public_holidays(country: str, region: str | None, year: int) -> dict[date, str]:
    """Return the public holidays of one year by day; raises RefusedInput for an unknown country or region."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    import holidays

    try:
        return dict(holidays.country_holidays(country, subdiv=region, years=year))
    except NotImplementedError:
        place = f"{country}-{region}" if region else country
        raise RefusedInput(
            _("“{place}” has no known public holidays.").format(place=place),
            _("Use a country's two letters, such as SE, or leave it empty and enter days off yourself."),
        ) from None
