"""Days and periods as people type them into a field: figures, or the words of the daily log."""

from __future__ import annotations

import re
from datetime import date

from aegoals.domain.fields import FIRST_YEAR, LAST_YEAR
from aegoals.domain.periods import Period, month_of, year_of
from aegoals.errors import RefusedInput
from aegoals.locale.dates import read_typed_day
from aegoals.locale.texts import _

_YEAR = re.compile(r"([0-9]{4})")
_MONTH = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})")
LONGEST = 40  # characters of words that name a day


def read_day(text: str, today: date, locale: str) -> date:
    """Return the day that was typed: ISO, the locale's own order, or words such as “yesterday”; raises RefusedInput."""
    try:
        return read_typed_day(text, locale)
    except RefusedInput:
        if (day := _day_of_words(text.strip(), today)) is not None:
            return day
        raise


def _day_of_words(text: str, today: date) -> date | None:
    """Read words as the front of a log line, which knows the five languages; nothing else may stand in them."""
    if not text or len(text) > LONGEST:
        return None
    from aegoals.domain.quicklog import read_line

    reading = read_line(f"{text}: 1 call", today)
    if reading.doubts or len(reading.records) != 1:
        return None
    record = reading.records[0]
    further = (record.amount, record.account, record.product, record.minutes, record.tags, record.note)
    is_bare = record.kind == "call" and record.quantity == 1 and not any(further)
    return record.date if is_bare else None


def read_period(text: str, today: date, locale: str) -> Period:
    """Return the days that ``2025``, ``2025-01`` or one day name; raises RefusedInput."""
    plain = text.strip()
    if found := _YEAR.fullmatch(plain):
        year = int(found[1])
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year_of(date(year, 1, 1))
    elif found := _MONTH.fullmatch(plain):
        year, month = int(found[1]), int(found[2])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:  # noqa: PLR2004 - months of a year
            return month_of(date(year, month, 1))
    else:
        day = read_day(plain, today, locale)
        return Period(day, day)
    raise RefusedInput(_("“{text}” is no day, month or year.").format(text=text), _("Write it like 2025-01."))
