"""Dates, read and written the AE's way."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache


def show_day(day: date, locale: str = "en_US", style: str = "medium") -> str:
    """Return a day in the locale's own order; ``style`` is short, medium, long or full."""
    from babel.dates import format_date

    return format_date(day, style, locale=locale)  # type: ignore[arg-type]  # babel names the styles


def show_weekday(day: date, locale: str = "en_US", width: str = "EEEE d MMMM") -> str:
    """Return weekday and day, such as ``Monday 2 March``, by a Unicode date pattern."""
    from babel.dates import format_skeleton

    return format_skeleton(width.replace(" ", ""), day, locale=locale)


@lru_cache(maxsize=8)
def weekday_names(locale: str = "en_US") -> tuple[str, ...]:
    """Return the short names of the weekdays, Monday first."""
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", locale=locale)
    return tuple(str(names[number]) for number in range(7))


def guess_locale() -> str:
    """Return the locale of the environment as ``language_TERRITORY``; ``en_US`` where none is set."""
    from babel import Locale, UnknownLocaleError

    for variable in ("LC_ALL", "LC_MONETARY", "LC_NUMERIC", "LANG"):
        name = os.environ.get(variable, "").split(".")[0].split("@")[0]
        if name and name not in {"C", "POSIX"}:
            try:
                return str(Locale.parse(name))
            except (ValueError, UnknownLocaleError):
                continue
    return "en_US"


def currency_of(locale: str) -> str:
    """Return the currency that is used in the locale's territory; USD where it has none."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    territory = Locale.parse(locale).territory
    return (get_territory_currencies(territory) if territory else ["USD"])[0]


def is_known_locale(locale: str) -> bool:
    """Tell whether numbers and dates of this locale are known."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        return False
    return True
