"""The day that a line of the log names: always the latest past one, unless the line says another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, NamedTuple

Problem = Literal["", "range", "planned", "period"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_CENTURY = 2000
_WEEK = 7
_MOST_DAYS_BACK = 36_600
_LEAP_CYCLE = 8  # years within which 29 February comes back


class LogDate(NamedTuple):
    """The days that the words can mean: one when clear; ``problem`` says why no day can be taken."""

    days: tuple[date, ...]
    problem: Problem = ""


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]  # noqa: PLR2004 - months of a year


def dated(year: int, month: int, day: int, today: date) -> LogDate:
    """Return the day of a full date."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not _exists(year, month, day):
        return LogDate((), "range")
    named = date(year, month, day)
    return LogDate((named,), "planned" if named > today else "")


def latest(month: int, day: int, today: date) -> LogDate:
    """Return the latest past day with this month and day."""
    for year in range(today.year, today.year - _LEAP_CYCLE - 1, -1):
        if _exists(year, month, day) and date(year, month, day) <= today:
            return dated(year, month, day, today)
    return LogDate((), "range")


def _latest_of_month(day: int, today: date) -> LogDate:
    month_end = today
    for _ in range(3):
        if _exists(month_end.year, month_end.month, day) and month_end.replace(day=day) <= today:
            return LogDate((month_end.replace(day=day),))
        month_end = month_end.replace(day=1) - timedelta(days=1)
    return LogDate((), "range")


def _back(days: Decimal | int, today: date) -> LogDate:
    if not 0 <= days <= _MOST_DAYS_BACK or days != int(days):
        return LogDate((), "range")
    named = today - timedelta(days=int(days))
    return LogDate((named,)) if named.year >= _FIRST_YEAR else LogDate((), "range")


def _working_days_of_last_week(today: date) -> LogDate:
    monday = today - timedelta(days=today.weekday() + _WEEK)
    return LogDate(tuple(monday + timedelta(days=day) for day in range(5)), "period")


def _count(values: Sequence[Any]) -> Decimal:
    return Decimal(values[0].values[0]) if values else Decimal(1)


_RULES: dict[str, Callable[[Sequence[Any], date], LogDate]] = {
    "today": lambda _, today: LogDate((today,)),
    "yesterday": lambda _, today: _back(1, today),
    "before_yesterday": lambda _, today: _back(2, today),
    "three_days_ago": lambda _, today: _back(3, today),
    "days_ago": lambda values, today: _back(_count(values), today),
    "weeks_ago": lambda values, today: _back(_count(values) * _WEEK, today),
    "weekday": lambda values, today: _back((today.isoweekday() - values[0]) % _WEEK, today),
    "last_weekday": lambda values, today: _back((today.isoweekday() - values[0] - 1) % _WEEK + 1, today),
    "weekday_last_week": lambda values, today: _back(today.isoweekday() - values[0] + _WEEK, today),
    "day_of_month": lambda values, today: _latest_of_month(values[0], today),
    "month_day": lambda values, today: latest(values[0], values[1], today),
    "day_month": lambda values, today: latest(values[1], values[0], today),
    "month_day_year": lambda values, today: dated(values[2], values[0], values[1], today),
    "day_month_year": lambda values, today: dated(values[2], values[1], values[0], today),
    "year_month_day": lambda values, today: dated(values[0], values[1], values[2], today),
    "future": lambda _, _today: LogDate((), "planned"),
    "period": lambda _, today: _working_days_of_last_week(today),
}


def date_of_words(rule: str, values: Sequence[Any], today: date) -> LogDate:
    """Return the day that a phrase of the vocabulary names."""
    return _RULES[rule](values, today)


def date_of_figures(key: str, today: date, *, day_first: bool | None) -> LogDate:
    """Return the day that figures name; ``11/12`` names two while nobody said which stands first."""
    parts = [int(part) for part in re.findall("[0-9]+", key)]
    if len(re.match("[0-9]+", key)[0]) == 4:  # type: ignore[index]  # noqa: PLR2004 - a year in front
        return dated(parts[0], parts[1], parts[2], today)
    year = parts[2] if len(parts) > 2 else None  # noqa: PLR2004
    if year is not None and year < 100:  # noqa: PLR2004 - two figures
        year += _CENTURY
    named = [_named(year, month, day, today) for day, month in _orders(parts, key, day_first)]
    good = tuple(dict.fromkeys(found.days[0] for found in named if found.days and not found.problem))
    return LogDate(good) if good else named[0]


def _orders(parts: Sequence[int], key: str, day_first: bool | None) -> list[tuple[int, int]]:
    """Return the pairs of day and month to try; figures with dots are always day first."""
    day_then_month, month_then_day = (parts[0], parts[1]), (parts[1], parts[0])
    if "." in key:
        return [day_then_month]
    if day_first is None:
        return [day_then_month, month_then_day]
    wanted, other = (day_then_month, month_then_day) if day_first else (month_then_day, day_then_month)
    return [wanted if _exists(_CENTURY, wanted[1], wanted[0]) else other]


def _named(year: int | None, month: int, day: int, today: date) -> LogDate:
    return latest(month, day, today) if year is None else dated(year, month, day, today)
