"""What the command line calls a record, a number and a day, in the AE's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.kinds import SCORE_KINDS, kind_of
from aegoals.domain.record import LogRecord
from aegoals.locale.numbers import show_money, show_number
from aegoals.locale.texts import _, ngettext

SMALL_NUMBER = 1000


def record_words(record: LogRecord, locale: str) -> str:
    """Return a record in a few words, such as ``2 deals won $3,400 @Globex #platform (upsell)``."""
    words = [_quantity(record, locale)]
    if record.amount is not None and record.currency:
        words.append(show_money(record.amount, record.currency, locale))
    if record.account:
        words.append(f"@{record.account}")
    words.extend(f"#{name}" for name in (record.product, *record.tags) if name)
    if record.minutes:
        words.append(_("{minutes} min").format(minutes=record.minutes))
    if record.note:
        words.append(f"({record.note})")
    return " ".join(words)


def _quantity(record: LogRecord, locale: str) -> str:
    kind, number = kind_of(record.kind), number_words(record.quantity, locale)
    if record.kind in SCORE_KINDS:
        return f"{_(kind.one)} {number}"
    # A fraction takes the plural; ngettext wants whole numbers.
    return f"{number} {ngettext(kind.one, kind.many, 1 if record.quantity == 1 else 2)}"


def number_words(value: Decimal, locale: str) -> str:
    """Return a number the AE's way; small whole numbers look alike everywhere and need no locale data."""
    if value == value.to_integral_value() and 0 <= value < SMALL_NUMBER:
        return str(int(value))
    return show_number(value, locale)


def day_words(day: date, today: date, locale: str) -> str:
    """Return a day: ``today``, or weekday, day and month, with the year where it is another one."""
    if day == today:
        return _("today")
    from aegoals.locale.dates import show_weekday

    return show_weekday(day, locale, "EEE d MMM" if day.year == today.year else "EEE d MMM y")
