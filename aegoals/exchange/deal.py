"""A deal as a CRM's table tells it, and the table as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.exchange.csv_dates import DateFormat
from aegoals.exchange.csv_file import Problem
from aegoals.exchange.stages import Stage


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal. ``row`` is its line in the file; ``value`` is None where the file gives none."""

    row: int
    deal_id: str
    owner: str
    product: str
    account: str
    stage: Stage
    created: date | None
    closed: date | None  # of an open deal: when it is expected to close
    value: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class DealTable:
    """The deals of one file, what could not be read, and how it was read.

    ``owners`` have their number of rows, most first; ``columns`` maps a field to its column's name.
    """

    deals: tuple[Deal, ...]
    problems: tuple[Problem, ...]
    owners: tuple[tuple[str, int], ...]
    columns: Mapping[str, str]
    notes: tuple[str, ...]
    date_format: DateFormat


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """How cells are read.

    ``currency`` overrules the file, ``home_currency`` counts where the file names none. The locale decides
    amounts such as 1.234, and only where the column as a whole does not.
    """

    date_format: DateFormat | None = None  # None: deduced from the dates themselves
    currency: str | None = None
    home_currency: str = "USD"
    locale: str = "en_US"
