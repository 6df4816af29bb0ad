"""Dates of a whole column: which order of day and month it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from aegoals.domain.fields import read_day
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.texts import _

MONTHS_A_YEAR = 12


class DateFormat(StrEnum):
    """The order of a date's parts."""

    ISO = "iso"  # year, month, day
    MDY = "mdy"
    DMY = "dmy"


# A time of day may follow; the calendar date counts as it is written, whatever its zone.
_TIME = r"""(?x:
    (?: [T\s] \s* [0-9]{1,2} : [0-9]{2} (?: : [0-9]{2} (?: [.,][0-9]{1,9} )? )?
        \s* (?: [AaPp] \.? [Mm] \.? )? \s* (?: Z | UTC | [+-][0-9]{2} :? [0-9]{2} )?
    )?
)"""
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?" + _TIME)
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})" + _TIME)


def read_format(text: str | None) -> DateFormat | None:
    """Return the format that was asked for, None for none; raises RefusedInput for an unknown one."""
    if not text:
        return None
    try:
        return DateFormat(text.strip().lower())
    except ValueError:
        raise RefusedInput(
            _("“{text}” is not a date format.").format(text=text),
            _("Use one of: {formats}.").format(formats=", ".join(DateFormat)),
        ) from None


def deduce_format(cells: Iterable[str]) -> DateFormat:
    """Return the one format in which all dates can be read; raises AmbiguousInput where two remain.

    A date that begins with its year has one reading in every format. Cells that are no dates are passed over.
    """
    pairs = {(int(match[1]), int(match[3])) for cell in set(cells) if (match := _YEAR_LAST.fullmatch(cell.strip()))}
    month_first = [pair for pair in pairs if pair[0] <= MONTHS_A_YEAR < pair[1]]
    day_first = [pair for pair in pairs if pair[1] <= MONTHS_A_YEAR < pair[0]]
    either = [pair for pair in pairs if pair[0] != pair[1] and max(pair) <= MONTHS_A_YEAR]
    if month_first and day_first:
        raise _two_formats(min(month_first), min(day_first))
    if month_first or day_first:
        return DateFormat.MDY if month_first else DateFormat.DMY
    if either:
        raise _two_readings(min(either))
    return DateFormat.MDY if pairs else DateFormat.ISO


def read_date(text: str, date_format: DateFormat) -> date:
    """Return the calendar date of a cell; raises ValueError saying what it is not."""
    cell = text.strip()
    if match := _YEAR_FIRST.fullmatch(cell):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif (match := _YEAR_LAST.fullmatch(cell)) and date_format is not DateFormat.ISO:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        month, day = (first, second) if date_format is DateFormat.MDY else (second, first)
    else:
        raise ValueError(_("is not a date in the format {format}").format(format=date_format))
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(_("is no day of the calendar in the format {format}").format(format=date_format)) from None
    return read_day(found)


def _two_readings(pair: tuple[int, int]) -> AmbiguousInput:
    shown = f"{pair[0]}/{pair[1]}"
    return AmbiguousInput(
        _("The dates, such as {date}, can be month/day/year or day/month/year.").format(date=shown),
        _("Say which: --date-format mdy or --date-format dmy."),
        readings=_readings(),
    )


def _two_formats(month_first: tuple[int, int], day_first: tuple[int, int]) -> AmbiguousInput:
    return AmbiguousInput(
        _("Some dates are month/day/year, such as {one}; others day/month/year, such as {other}.").format(
            one="/".join(map(str, month_first)), other="/".join(map(str, day_first))
        ),
        _("Say which counts: --date-format mdy or --date-format dmy. The others are left out."),
        readings=_readings(),
    )


def _readings() -> tuple[str, str]:
    return _("mdy: month/day/year"), _("dmy: day/month/year")
