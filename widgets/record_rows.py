"""Log records as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rich.cells import cell_len

from aegoals.domain.kinds import SCORE_KINDS
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import Total
from aegoals.domain.words import counted, duration, total_count_words
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_money
from widgets.rows import Row, key_of
from widgets.spans import Line, amount, cut, name, pad

MARKED, UNMARKED = "● ", "○ "
COUNT_CELLS, FEWEST_COUNT_CELLS = 18, 11
Letters = Mapping[str, str]
"""The letters of the AE's own kinds."""
NO_LETTERS: Letters = MappingProxyType({})


def record_row(
    record: LogRecord,
    locale: str,
    letters: Letters = NO_LETTERS,
    *,
    with_day: bool = False,
    is_marked: bool | None = None,
) -> Row:
    """Return one line for one record; with its day where the list spans several, with a mark where some are marked."""
    return Row(
        key_of("record", record.id),
        lambda width: [cut(record_line(record, locale, letters, with_day=with_day, is_marked=is_marked), width)],
    )


def record_line(
    record: LogRecord,
    locale: str,
    letters: Letters = NO_LETTERS,
    *,
    with_day: bool = False,
    is_marked: bool | None = None,
    count_cells: int = COUNT_CELLS,
) -> Line:
    """Return what a record says on one line, in front of an own kind its letter.

    What follows the count stands in a column, unless the count is longer.
    """
    line: Line = [] if is_marked is None else [(MARKED, "accent") if is_marked else (UNMARKED, "muted")]
    if with_day:
        line.append((pad(show_day(record.date, locale), 13), "muted"))
    letter = f"{letters[record.kind]} " if record.kind in letters else ""
    room, count = count_cells - cell_len(letter), counted(record, locale)
    line += [(letter, "accent"), (count if cell_len(count) > room else pad(count, room), "text")]
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
    for part in total_parts(totals, locale):
        line += [(" · ", "text"), *part] if line else part
    return line


def total_parts(totals: Iterable[Total], locale: str) -> list[Line]:
    """Return count and amounts of each kind; scores do not add up and are left out."""
    return [_total(total, locale) for total in totals if total.kind not in SCORE_KINDS]


def _total(total: Total, locale: str) -> Line:
    money = [amount(f" {show_money(value, currency, locale)}") for currency, value in total.amounts.items()]
    return [(total_count_words(total, locale), "text"), *money]
