"""A CRM's deal table in CSV: what can be read becomes a deal, what cannot is named with its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from aegoals.errors import RefusedInput
from aegoals.exchange.columns import find_columns, title_of
from aegoals.exchange.csv_file import Problem, Row, read_csv
from aegoals.exchange.deal import Deal, DealTable, ReadingRules
from aegoals.exchange.deal_rows import RowReader
from aegoals.locale.texts import _, ngettext

__all__ = ["Deal", "DealTable", "Problem", "ReadingRules", "read_deals"]

MISSED_COLUMNS = ("owner", "created", "value")
"""Columns that a table can do without, but not without a word."""


def read_deals(path: Path, rules: ReadingRules | None = None) -> DealTable:
    """Read a deal table; raises RefusedInput for an unusable file, AmbiguousInput for unclear dates."""
    file = read_csv(path)
    columns = find_columns(file.header)
    reader = RowReader(file, columns, rules or ReadingRules())
    deals: list[Deal] = []
    problems = list(file.problems)
    rows_of: Counter[str] = Counter()
    for row in file.rows:
        owner = _owner(reader, row)
        rows_of[owner] += 1
        try:
            deals.append(reader.deal(row))
        except ValueError as error:
            problems.append(Problem(row.line, _reason(error), owner))
    nobodys = rows_of.pop("", 0) if "owner" in columns else 0
    rows_of.pop("", None)
    return DealTable(
        deals=tuple(deals),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
        owners=tuple(rows_of.most_common()),
        columns={name: file.header[position] for name, position in columns.items()},
        notes=(*file.notes, *_missed(columns), *_ownerless(nobodys), *reader.notes()),
        date_format=reader.date_format,
    )


def _owner(reader: RowReader, row: Row) -> str:
    try:
        return reader.owner(row)
    except ValueError:
        return ""


def _reason(error: ValueError) -> str:
    return error.message if isinstance(error, RefusedInput) else str(error)


def _missed(columns: Mapping[str, int]) -> list[str]:
    missing = [name for name in MISSED_COLUMNS if name not in columns]
    return [_("No column was found for {column}.").format(column=title_of(name)) for name in missing]


def _ownerless(count: int) -> list[str]:
    if not count:
        return []
    return [ngettext("{count} row names no owner.", "{count} rows name no owner.", count).format(count=count)]
