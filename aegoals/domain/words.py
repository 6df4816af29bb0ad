"""What records and statuses are called in a sentence, in the AE's language, for every face."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.kinds import KINDS, SCORE_KINDS, kind_of
from aegoals.domain.progress import Status
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import Total
from aegoals.locale.numbers import show_money, show_number
from aegoals.locale.texts import _, mark, ngettext

SMALL_NUMBER = 1000
MINUTES_AN_HOUR = 60
STATUS_WORDS = {
    Status.NOT_STARTED: mark("not started"),
    Status.ON_TRACK: mark("on track"),
    Status.BEHIND: mark("behind"),
    Status.AT_RISK: mark("at risk"),
    Status.REACHED: mark("reached"),
    Status.WITHIN_LIMIT: mark("within the limit"),
    Status.MISSED: mark("missed"),
    Status.PAUSED: mark("paused"),
    Status.CLOSED: mark("closed"),
}


def status_word(status: Status) -> str:
    """Return a status in words."""
    return _(STATUS_WORDS[status])


def record_words(record: LogRecord, locale: str = "en_US", *, with_note: bool = False) -> str:
    """Return a record in a few words, such as ``2 deals won $3,400 @Globex #platform (upsell)``."""
    words = [counted(record, locale)]
    if record.amount is not None and record.currency:
        words.append(show_money(record.amount, record.currency, locale))
    if record.account:
        words.append(f"@{record.account}")
    words.extend(f"#{name}" for name in (record.product, *record.tags) if name)
    if record.minutes:
        words.append(duration(record.minutes))
    if record.note and with_note:
        words.append(f"({record.note})")
    return " ".join(words)


def counted(record: LogRecord, locale: str = "en_US") -> str:
    """Return quantity and kind, such as ``3 calls``; a score as ``satisfaction score 4.2``."""
    kind, number = kind_of(record.kind), number_words(record.quantity, locale)
    if record.kind in SCORE_KINDS:
        return f"{_(kind.one)} {number}"
    if record.kind not in KINDS:
        return _own_counted(kind.one, record.quantity, number)
    # A fraction takes the plural; ngettext wants whole numbers.
    return f"{number} {ngettext(kind.one, kind.many, 1 if record.quantity == 1 else 2)}"


def _own_counted(name: str, quantity: Decimal, number: str) -> str:
    """Return an own kind and how often; its plural is not known."""
    return f"{number} {name}" if quantity == 1 else f"{number} × {name}"


def total_words(total: Total, locale: str) -> str:
    """Return count and amounts of one kind, such as ``2 deals won $8,000``; of scores how often they were given."""
    money = [show_money(amount, currency, locale) for currency, amount in total.amounts.items()]
    return " ".join([total_count_words(total, locale), *money])


def total_count_words(total: Total, locale: str) -> str:
    """Return the count of one kind, such as ``2 deals won``."""
    names = kind_of(total.kind)
    count = Decimal(total.times) if total.kind in SCORE_KINDS else total.count
    number = number_words(count, locale)
    if total.kind not in KINDS:
        return _own_counted(names.one, count, number)
    return f"{number} {ngettext(names.one, names.many, 1 if count == 1 else 2)}"


def number_words(value: Decimal, locale: str) -> str:
    """Return a number the AE's way; small whole numbers look alike everywhere and need no locale data."""
    if value == value.to_integral_value() and 0 <= value < SMALL_NUMBER:
        return str(int(value))
    return show_number(value, locale)


def duration(minutes: int) -> str:
    """Return a duration, such as ``1 h 30 min``."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    parts = [_("{hours} h").format(hours=hours)] if hours else []
    if rest or not hours:
        parts.append(_("{minutes} min").format(minutes=rest))
    return " ".join(parts)
