"""Working days: the AE's working week without public holidays and days off, and what each of them is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, field_validator

from aegoals.domain.fields import FIRST_YEAR, LAST_YEAR, Line, Model
from aegoals.domain.stretches import LONGEST_DAYS_OFF, WHOLE, DaysOff, PartTime, RampUp, Weekdays
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _, language

MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)
NOTHING = Decimal(0)


def _country(value: str) -> str:
    code = value.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):  # noqa: PLR2004 - ISO 3166
        raise ValueError(_("is not a country; write its two letters, such as SE"))
    return code


class _Year(NamedTuple):
    """Sums over the first days of a year, from no day to all of them: working days, and what they are worth."""

    first: int  # ordinal of the first of January
    days: list[int]
    worth: list[Decimal]


class WorkCalendar(Model):
    """Which days count, and how much: ISO weekdays 1 (Monday) to 7, less days off and the country's public holidays.

    A working day is worth 1, one of part time its share, and one of a ramp-up the share that is expected of it.
    """

    work_days: Weekdays = MONDAY_TO_FRIDAY
    days_off: tuple[DaysOff, ...] = ()
    part_time: tuple[PartTime, ...] = ()  # where two hold one day, the one that starts later counts
    ramp_ups: tuple[RampUp, ...] = ()
    country: Annotated[str, AfterValidator(_country)] | None = None  # ISO 3166 code, such as "SE"
    region: Line | None = None  # the country's own code of a subdivision, such as "BY"

    @field_validator("work_days")
    @classmethod
    def _not_empty(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if not value:
            raise ValueError(_("is no working week; name at least one day from 1 (Monday) to 7 (Sunday)"))
        return value

    @property
    def is_weighted(self) -> bool:
        """Whether some working days may be worth less than others."""
        return bool(self.part_time or self.ramp_ups)

    def is_working(self, day: date) -> bool:
        """Tell whether the AE works on this day."""
        part = self._part_time_on(day)
        week = part.work_days if part and part.work_days else self.work_days
        return day.isoweekday() in week and day not in self._free_days(day.year)

    def weight(self, day: date) -> Decimal:
        """Return what a day is worth: 0 where it is free, 1 on a whole working day."""
        if not self.is_weighted:
            return WHOLE if self.is_working(day) else NOTHING
        if day not in self._known_weights:
            self._known_weights[day] = self._weigh(day)
        return self._known_weights[day]

    def _weigh(self, day: date) -> Decimal:
        if not self.is_working(day):
            return NOTHING
        part = self._part_time_on(day)
        share = part.share if part else WHOLE
        for ramp in self.ramp_ups:
            share *= ramp.share_on(day)
        return share

    def working_days(self, start: date, end: date) -> int:
        """Count the working days from start to end, both included; 0 where end is before start."""
        return sum(days[last] - days[first] for (_jan, days, _worth), first, last in self._years(start, end))

    def worth(self, start: date, end: date) -> Decimal:
        """Return what the days from start to end are worth, in whole working days."""
        parts = (worth[last] - worth[first] for (_jan, _days, worth), first, last in self._years(start, end))
        return sum(parts, NOTHING)

    def share_done(self, start: date, end: date, day: date) -> Fraction | None:
        """Return how much of a stretch is over at the end of a day; None where the stretch has no working day."""
        calendar = self.expecting(start, end)
        whole = calendar.worth(start, end)
        return Fraction(calendar.worth(start, min(end, day))) / Fraction(whole) if whole else None

    def expecting(self, start: date, end: date) -> WorkCalendar:
        """Return this calendar, without its ramp-ups where they expect nothing of all these days: each counts alike."""
        is_idle = self.ramp_ups and not self.worth(start, end)
        return self._without_ramp_ups if is_idle else self

    def lighter_days(self, start: date, end: date) -> dict[Decimal, int]:
        """Return how many working days are worth less than a whole one, by what each is worth."""
        if not self.is_weighted:
            return {}
        days = (date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1))
        return dict(Counter(self.weight(day) for day in days if self.is_working(day) and self.weight(day) != WHOLE))

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
            if day in off:
                return off.label or _("day off")
        part = self._part_time_on(day)
        if part and part.work_days and day.isoweekday() in self.work_days and not self.is_working(day):
            return part.label or _("part time")
        return public_holidays(self.country, self.region, day.year).get(day, "") if self.country else ""

    def _part_time_on(self, day: date) -> PartTime | None:
        if not self.part_time:
            return None
        return max((one for one in self.part_time if day in one), key=lambda one: (one.start, one.end), default=None)

    def _years(self, start: date, end: date) -> Iterator[tuple[_Year, int, int]]:
        """Yield each year with the places in its sums before the first day and after the last one."""
        if end < start:
            return
        for year in range(start.year, end.year + 1):
            sums = self._sums(year)
            first = start.toordinal() - sums.first if year == start.year else 0
            last = end.toordinal() - sums.first + 1 if year == end.year else len(sums.days) - 1
            yield sums, first, last

    def _sums(self, year: int) -> _Year:
        if year not in self._known_sums:
            first = date(year, 1, 1).toordinal()
            days = [date.fromordinal(one) for one in range(first, date(year, 12, 31).toordinal() + 1)]
            worked = [*accumulate((self.is_working(day) for day in days), initial=0)]
            if self.is_weighted:
                worth = [*accumulate((self.weight(day) for day in days), initial=NOTHING)]
            else:
                worth = [Decimal(count) for count in worked]
            self._known_sums[year] = _Year(first, worked, worth)
        return self._known_sums[year]

    def _free_days(self, year: int) -> frozenset[date]:
        if year not in self._free_by_year:
            own = {day for off in self.days_off for day in off.days() if day.year == year}
            public = public_holidays(self.country, self.region, year) if self.country else {}
            self._free_by_year[year] = frozenset(own.union(public))
        return self._free_by_year[year]

    @cached_property
    def _free_by_year(self) -> dict[int, frozenset[date]]:
        return {}

    @cached_property
    def _without_ramp_ups(self) -> WorkCalendar:
        return self.with_(ramp_ups=())

    @cached_property
    def _known_weights(self) -> dict[date, Decimal]:
        return {}

    @cached_property
    def _known_sums(self) -> dict[int, _Year]:
        return {}


def public_holidays(country: str, region: str | None, year: int) -> dict[date, str]:
    """Return the public holidays of one year by day; raises RefusedInput for an unknown country or region.

    They are named in the language of the texts where the country's are translated, else in the country's own.
    """
    return _holidays_of(country, region, year, language()) if FIRST_YEAR <= year <= LAST_YEAR else {}


@lru_cache(maxsize=256)
def _holidays_of(country: str, region: str | None, year: int, texts: str) -> dict[date, str]:
    import holidays

    try:
        found = holidays.country_holidays(country, subdiv=region)
        # Left to itself the library asks the machine's settings, and older Pythons take those of C for American ones.
        known = sorted((one for one in found.supported_languages if one.partition("_")[0] == texts), key="en_US".__ne__)
        named = known[0] if known else found.default_language
        return dict(holidays.country_holidays(country, subdiv=region, years=year, language=named))
    except NotImplementedError:
        place = f"{country}-{region}" if region else country
        raise RefusedInput(
            _("“{place}” has no known public holidays.").format(place=place),
            _("Use a country's two letters, such as SE, or leave it empty and enter days off yourself."),
        ) from None
