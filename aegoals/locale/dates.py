"""Dates, read and written the AE's way.

Names of months and weekdays are words: they stand in the language of the texts around them. Order and marks are
those of the AE's locale.
"""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _, language

FIRST_YEAR, LAST_YEAR = 1950, 2150
_INTERNATIONAL = {"en": "en_001"}
"""Languages whose plain locale has the month first, and the locale that has the day first."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


def read_typed_day(text: str, locale: str = "en_US") -> date:
    """Return the day that a person typed: ISO, or numbers in the locale's own order; raises RefusedInput."""
    plain = unicodedata.normalize("NFKC", text).strip()
    day = _iso_day(plain) if _ISO.fullmatch(plain) else _local_day(plain, locale)
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RefusedInput(_("“{text}” is no day of the calendar.").format(text=text), _("Write it as YYYY-MM-DD."))
    return day


def _iso_day(text: str) -> date | None:
    year, month, day = (int(part) for part in text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _local_day(text: str, locale: str) -> date | None:
    """Read three numbers such as 31.12.2026; a year of two digits is not guessed."""
    from babel.dates import parse_date

    lengths = [len(number) for number in re.findall("[0-9]+", text)]
    if len(lengths) != 3 or 4 not in lengths:  # noqa: PLR2004 - day, month and a year in full
        return None
    try:
        return parse_date(text, locale=locale)
    except (ValueError, IndexError):
        return None


def show_day(day: date, locale: str = "en_US", style: Literal["short", "medium", "long", "full"] = "medium") -> str:
    """Return a day in the locale's own order."""
    from babel.dates import format_date

    return format_date(day, style, locale=worded(locale, language(), style))


def show_days(start: date, end: date, locale: str = "en_US") -> str:
    """Return a range of days, a whole month by its name: ``Jan 2026``, ``Jan 5 – 11``, ``Jan 1 – Mar 31``."""
    from babel.dates import format_interval, format_skeleton

    words = worded(locale, language())
    if start.day == 1 and (end + timedelta(days=1)).day == 1 and (start.year, start.month) == (end.year, end.month):
        return format_skeleton("yMMM", start, locale=words)
    return format_interval(start, end, "MMMd" if start.year == end.year else "yMMMd", locale=words)


def show_months(start: date, end: date, locale: str = "en_US") -> str:
    """Return a range of whole months as ``Jan – Mar 2026``."""
    from babel.dates import format_interval

    return str(format_interval(start, end, "yMMM", locale=worded(locale, language())))


def show_weekday(day: date, locale: str = "en_US", width: str = "EEEE d MMMM") -> str:
    """Return weekday and day in the locale's own order, such as ``Monday, March 2``.

    ``width`` names the fields and their lengths as Unicode date patterns do.
    """
    from babel.dates import format_date

    words = worded(locale, language())
    return format_date(day, _pattern_of(width, words), locale=words)


@lru_cache(maxsize=16)
def worded(locale: str, language: str, style: str = "") -> str:
    """Return the locale whose patterns write a date for this locale in another language.

    That is the language as it is written in the locale's country (``en_DE``), or where nobody described that, the
    language with day and month in the locale's order. A style without any word stays the locale's own.
    """
    from babel import Locale, UnknownLocaleError

    own = Locale.parse(locale)
    if own.language == language or (style and not _has_words(str(own.date_formats[style].pattern))):
        return locale
    try:
        return str(Locale.parse(f"{language}_{own.territory}")) if own.territory else language
    except UnknownLocaleError:
        pattern = str(own.date_formats["long"].pattern)
        return language if pattern.index("M") < pattern.index("d") else _INTERNATIONAL.get(language, language)


def _has_words(pattern: str) -> bool:
    """Tell whether a date pattern writes a name, or letters between its figures."""
    return "MMM" in pattern or any(letter.isalpha() and letter not in "yMd" for letter in pattern)


@lru_cache(maxsize=8)
def _pattern_of(width: str, locale: str) -> str:
    """Return the locale's pattern for these fields, weekday and month at the lengths of ``width``."""
    from babel import Locale
    from babel.dates import match_skeleton

    patterns = Locale.parse(locale).datetime_skeletons
    fields = re.sub("(?<!E)EEE(?!E)", "E", width.replace(" ", ""))  # Unicode's own name of the short weekday
    pattern = str(patterns[match_skeleton(fields, patterns) or "MMMEd"])
    for name in re.findall("E+|MMM+", width):
        pattern = re.sub("E+" if name.startswith("E") else "MMM+", name, pattern)
    return pattern


def weekday_names() -> tuple[str, ...]:
    """Return the short names of the weekdays, Monday first."""
    return _weekday_names(language())


@lru_cache(maxsize=2)
def _weekday_names(language: str) -> tuple[str, ...]:
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", locale=language)
    return tuple(str(names[number]) for number in range(7))


def month_name(month: int) -> str:
    """Return the full name of a month, 1 to 12."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", "stand-alone", locale=language())[month])


def short_month(day: date) -> str:
    """Return the short name of a day's month, such as ``Mar``."""
    from babel.dates import get_month_names

    return str(get_month_names("abbreviated", "stand-alone", locale=language())[day.month])


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
    used = get_territory_currencies(territory) if territory else []
    return used[0] if used else "USD"


def is_known_locale(locale: str) -> bool:
    """Tell whether numbers and dates of this locale are known."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        return False
    return True
