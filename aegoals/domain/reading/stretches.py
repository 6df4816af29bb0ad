"""Stretches of time that a goal names: a quarter, next month, week 12, the Japanese fiscal year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from aegoals.domain.reading.holidays import HOLIDAYS, holiday

_MONTHS = 12
_QUARTER = 3
_HALF = 6
_FISCAL_START = 4  # April, of the Japanese business year
_WEEKS = 53


class Stretch(NamedTuple):
    """First and last day."""

    start: date
    end: date

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end


def months(year: int, first: int, count: int) -> Stretch:
    """Return a run of months; the first may lie beyond December."""
    year, month = divmod(year * _MONTHS + first - 1, _MONTHS)
    last_year, last_month = divmod(year * _MONTHS + month + count - 1, _MONTHS)
    end = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return Stretch(date(year, month + 1, 1), end)


def add_months(day: date, count: int) -> date:
    """Return the day so many months later, at the month's end at the latest."""
    target = months(day.year, day.month + count, 1)
    return target.start.replace(day=min(day.day, target.end.day))


def fiscal_year_of(day: date) -> int:
    """Return the Japanese business year of a day: it starts in April."""
    return day.year if day.month >= _FISCAL_START else day.year - 1


def _coming(make: Callable[[int], Stretch | None], today: date, year: int | None) -> Stretch | None:
    """Return the stretch of a year, or the next one that ends after today."""
    if year is not None:
        return make(year)
    candidates = (make(each) for each in range(today.year - 1, today.year + 9))
    return next((found for found in candidates if found is not None and found.end > today), None)


def _month_block(first: int, count: int) -> Callable[[Sequence[Any], date, int | None], Stretch | None]:
    return lambda _, today, year: _coming(lambda each: months(each, first, count), today, year)


def _current(size: int, step: int) -> Callable[[Sequence[Any], date, int | None], Stretch]:
    """Return the month, quarter or half that today lies in, or one that many steps later."""
    return lambda _, today, year: months(today.year, (today.month - 1) // size * size + 1 + step * size, size)


def _week(number: int, year: int) -> Stretch | None:
    if not 1 <= number <= _WEEKS:
        return None
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Stretch(monday, monday + timedelta(days=6))


def _day_of_week(number: int, weekday: int, year: int) -> Stretch | None:
    week = _week(number, year)
    return None if week is None else _single(week.start + timedelta(days=weekday - 1))


def _week_of(today: date, step: int) -> Stretch:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    return Stretch(monday, monday + timedelta(days=6))


def _day(year: int, month: int, day: int) -> Stretch | None:
    if not 1 <= month <= _MONTHS or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Stretch(date(year, month, day), date(year, month, day))


def dated(day: int, month: int, year: int | None, today: date) -> Stretch | None:
    """Return a day of a month, in its year or the next time after today."""
    return _coming(lambda each: _day(each, month, day), today, year)


def _next_weekday(weekday: int, today: date) -> Stretch:
    day = today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)
    return Stretch(day, day)


def _day_of_this_month(day: int, today: date) -> Stretch | None:
    return next(
        (
            found
            for ahead in range(3)
            if (found := _day_in(months(today.year, today.month + ahead, 1), day)) and found.end > today
        ),
        None,
    )


def _day_in(month: Stretch, day: int) -> Stretch | None:
    return _day(month.start.year, month.start.month, day)


_Rule = Callable[[Sequence[Any], date, "int | None"], "Stretch | None"]

_PLACES = {"1": 0, "2": 1, "3": 2, "4": 3, "last": -1}


def _in_month(place: int, *, weekday_first: bool) -> _Rule:
    """Return the rule of "the last Friday of January"; Japanese and Chinese name the month first."""

    def rule(values: Sequence[Any], today: date, year: int | None) -> Stretch | None:
        weekday, month = values if weekday_first else values[::-1]
        return _coming(lambda each: _weekday_of(each, month, weekday, place), today, year)

    return rule


def _weekday_of(year: int, month: int, weekday: int, place: int) -> Stretch:
    last = monthrange(year, month)[1]
    days = (date(year, month, day) for day in range(1, last + 1))
    return _single([day for day in days if day.isoweekday() == weekday][place])


def _last_day(found: Stretch) -> Stretch:
    return _single(found.end)


def _single(day: date) -> Stretch:
    return Stretch(day, day)


_RULES: dict[str, _Rule] = {
    "today": lambda _, today, year: _single(today),
    "tomorrow": lambda _, today, year: _single(today + timedelta(days=1)),
    "week_this": lambda _, today, year: _week_of(today, 0),
    "week_next": lambda _, today, year: _week_of(today, 1),
    "week_number": lambda values, today, year: _coming(lambda each: _week(int(values[0].values[0]), each), today, year),
    "weekday_of_week": lambda values, today, year: _coming(
        lambda each: _day_of_week(int(values[1].values[0]), values[0], each), today, year
    ),
    "weekday": lambda values, today, year: _next_weekday(values[0], today),
    "month": lambda values, today, year: _coming(lambda each: months(each, values[0], 1), today, year),
    "month_this": _current(1, 0),
    "month_end": lambda _, today, year: _last_day(_current(1, 0)(_, today, year)),
    "quarter_end": lambda _, today, year: _last_day(_current(_QUARTER, 0)(_, today, year)),
    "half_end": lambda _, today, year: _last_day(_current(_HALF, 0)(_, today, year)),
    "year_end": lambda _, today, year: _last_day(months(today.year if year is None else year, 1, _MONTHS)),
    "fiscal_end": lambda _, today, year: _last_day(
        months(fiscal_year_of(today) if year is None else year, _FISCAL_START, _MONTHS)
    ),
    "month_next": _current(1, 1),
    "month_after_next": _current(1, 2),
    "quarter_this": _current(_QUARTER, 0),
    "quarter_next": _current(_QUARTER, 1),
    "season": lambda _, today, year: None,  # it ends on no day
    "quarter_after_next": _current(_QUARTER, 2),
    "half_this": _current(_HALF, 0),
    "half_next": _current(_HALF, 1),
    "half_1": _month_block(1, _HALF),
    "half_2": _month_block(7, _HALF),
    "year_from_today": lambda _, today, year: _single(add_months(today, _MONTHS)),
    "year_this": lambda _, today, year: months(today.year, 1, _MONTHS),
    "year_next": lambda _, today, year: months(today.year + 1, 1, _MONTHS),
    "year_after_next": lambda _, today, year: months(today.year + 2, 1, _MONTHS),
    "year": lambda values, today, year: months(values[0], 1, _MONTHS),
    "fiscal_this": lambda _, today, year: months(fiscal_year_of(today), _FISCAL_START, _MONTHS),
    "fiscal_next": lambda _, today, year: months(fiscal_year_of(today) + 1, _FISCAL_START, _MONTHS),
    "fiscal_year": lambda values, today, year: months(values[0], _FISCAL_START, _MONTHS),
    "fiscal_half_1": _month_block(_FISCAL_START, _HALF),
    "fiscal_half_2": _month_block(_FISCAL_START + _HALF, _HALF),
    "day_month": lambda values, today, year: dated(values[0], values[1], year, today),
    "month_day": lambda values, today, year: dated(values[1], values[0], year, today),
    "day_month_year": lambda values, today, year: dated(values[0], values[1], values[2], today),
    "month_day_year": lambda values, today, year: dated(values[1], values[0], values[2], today),
    "year_month_day": lambda values, today, year: dated(values[2], values[1], values[0], today),
    "year_month": lambda values, today, year: months(values[0], values[1], 1),
    "day_of_month": lambda values, today, year: _day_of_this_month(values[0], today),
    **{f"weekday_{place}_of_month": _in_month(day, weekday_first=True) for place, day in _PLACES.items()},
    **{f"month_weekday_{place}": _in_month(day, weekday_first=False) for place, day in _PLACES.items()},
} | {f"quarter_{quarter}": _month_block(quarter * _QUARTER - 2, _QUARTER) for quarter in range(1, 5)}

YEARS = frozenset({"year", "year_this", "year_next", "year_after_next", "fiscal_this", "fiscal_next", "fiscal_year"})
"""Rules that can say which year a month, quarter, half or day lies in."""

IN_A_YEAR = HOLIDAYS.union(
    [
        "month",
        "half_1",
        "half_2",
        "fiscal_half_1",
        "fiscal_half_2",
        "week_number",
        "weekday_of_week",
        "season",
        "day_month",
        "month_day",
        "year_end",
        "fiscal_end",
        "figures",
    ],
    [f"quarter_{quarter}" for quarter in range(1, 5)],
    [f"weekday_{place}_of_month" for place in _PLACES],
    [f"month_weekday_{place}" for place in _PLACES],
)
"""Rules that a year may stand beside."""


def year_of(rule: str, values: Sequence[Any], today: date) -> int:
    """Return the year that a year phrase names; of a business year the one in which it starts."""
    if rule in {"fiscal_this", "fiscal_next"}:
        return fiscal_year_of(today) + (rule == "fiscal_next")
    if rule in {"year", "fiscal_year"}:
        return int(values[0])
    return today.year + {"year_this": 0, "year_next": 1, "year_after_next": 2}[rule]


def stretch(
    rule: str, values: Sequence[Any], today: date, year: int | None = None, *, fiscal: bool = False
) -> Stretch | None:
    """Return the stretch that a phrase names; ``fiscal`` counts quarters from April."""
    if rule in HOLIDAYS:
        day = holiday(rule, year, today)
        return _single(day) if day is not None else None
    if fiscal and rule.startswith("quarter_") and rule[-1].isdigit():
        return _month_block(_FISCAL_START + (int(rule[-1]) - 1) * _QUARTER, _QUARTER)(values, today, year)
    return _RULES[rule](values, today, year)
