"""Holidays that goals are tied to; those with a calendar date are dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

_FRIDAY = 5
_THURSDAY = 4


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Western churches (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century + 8) // 25
    epact = (19 * golden + century - leap_centuries - (century - correction + 1) // 3 + 15) % 30
    leap_years, year_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _weekday_from(first: date, weekday: int) -> date:
    """Return the first such weekday (Monday is 1) on or after a day."""
    return first + timedelta(days=(weekday - first.isoweekday()) % 7)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _thanksgiving(year: int) -> date:
    return _weekday_from(date(year, 11, 22), _THURSDAY)


# Chinese New Year follows the moon; the dates are those of the Purple Mountain Observatory.
_SPRING_FESTIVALS = {
    2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
    2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8), 2036: (1, 28), 2037: (2, 15),
    2038: (2, 4), 2039: (1, 24), 2040: (2, 12),
}  # fmt: skip


def _spring_festival(year: int) -> date | None:
    return date(year, *_SPRING_FESTIVALS[year]) if year in _SPRING_FESTIVALS else None


_HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "new_years_eve": _fixed(12, 31),
    "new_years_day": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine": _fixed(2, 14),
    "labour_day": _fixed(5, 1),
    "walpurgis": _fixed(4, 30),
    "national_day_sv": _fixed(6, 6),
    "national_day_de": _fixed(10, 3),
    "national_day_zh": _fixed(10, 1),
    "independence_day": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "st_nicholas": _fixed(12, 6),
    "lucia": _fixed(12, 13),
    "double_11": _fixed(11, 11),
    "double_12": _fixed(12, 12),
    "june_18": _fixed(6, 18),
    "midyear": _fixed(6, 30),
    "good_friday": lambda year: easter_sunday(year) - timedelta(days=2),
    "easter": easter_sunday,
    "ascension": lambda year: easter_sunday(year) + timedelta(days=39),
    "whitsun": lambda year: easter_sunday(year) + timedelta(days=49),
    "midsummer": lambda year: _weekday_from(date(year, 6, 19), _FRIDAY),
    "thanksgiving": _thanksgiving,
    "black_friday": lambda year: _thanksgiving(year) + timedelta(days=1),
    "spring_festival": _spring_festival,
}


HOLIDAYS = frozenset(_HOLIDAYS)
"""The rules of the vocabulary that name a holiday."""


def holiday(rule: str, year: int | None, today: date) -> date | None:
    """Return the day of a holiday in a year, or its next one after today."""
    years = [year] if year is not None else range(today.year, today.year + 2)
    days = (_HOLIDAYS[rule](each) for each in years)
    return next((day for day in days if day is not None and (year is not None or day > today)), None)
