"""Log records as rows."""

from __future__ import annotations

from collections.abc import Iterable

from aegoals.domain.kinds import SCORE_KINDS, kind_of
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import Total
from aegoals.domain.words import counted, duration
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_money, show_number
from aegoals.locale.texts import ngettext
from widgets.rows import Row, key_of
from widgets.spans import Line, amount, cut, name, pad


def record_row(record: LogRecord, locale: str, *, with_day: bool = False) -> Row:
    """Return one line for one record; with its day where the list spans several."""
    return Row(
        key_of("record", record.id),
        lambda width: [cut(_record_line(record, locale, with_day=with_day), width)],
    )


def _record_line(record: LogRecord, locale: str, *, with_day: bool) -> Line:
    line: Line = [(pad(show_day(record.date, locale), 13), "muted")] if with_day else []
    line.append((pad(counted(record, locale), 18), "text"))
    if record.amount is not None and record.currency:
        line.append(amount(f" {show_money(record.amount, record.currency, locale)}", "good"))
    if record.account:
        line += [(" @", "accent"), name(record.account, "accent")]
    for tag in filter(None, (record.product, *record.tags)):
        line += [(" #", "muted"), name(tag, "muted")]
    if record.minutes:
        line.append((f" {duration(record.minutes)}", "muted"))
    if record.note:
        line += [(" – ", "muted"), name(record.note.splitlines()[0], "muted")]
    return line


def totals_line(totals: Iterable[Total], locale: str) -> Line:
    """Return counts and amounts by kind on one line, such as ``12 calls · 2 deals won $8,000``."""
    line: Line = []
    for total in totals:
        if total.kind not in SCORE_KINDS:
            line += [(" · ", "text")] if line else []
            line += _total(total, locale)
    return line


def _total(total: Total, locale: str) -> Line:
    names = kind_of(total.kind)
    count = show_number(total.count, locale, 0)
    money = [amount(f" {show_money(value, currency, locale)}") for currency, value in total.amounts.items()]
    return [(f"{count} {ngettext(names.one, names.many, int(total.count))}", "text"), *money]
