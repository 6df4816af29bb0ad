"""From the rows of a deal table to deals, with what has to be said about all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from aegoals.domain.text import LONGEST_LINE, clean_line
from aegoals.errors import RefusedInput
from aegoals.exchange.columns import currency_in
from aegoals.exchange.csv_amounts import currency_code, currency_of, decimal_mark, read_money
from aegoals.exchange.csv_dates import deduce_format, read_date
from aegoals.exchange.csv_file import CsvFile, Row
from aegoals.exchange.csv_guard import unguard
from aegoals.exchange.deal import Deal, ReadingRules
from aegoals.exchange.stages import Stage, stage_of
from aegoals.locale.texts import _, ngettext


class RowReader:
    """Reads the rows of one file; what only the whole column tells is found out first.

    Raises AmbiguousInput where the dates can be read in two ways.
    """

    def __init__(self, file: CsvFile, columns: Mapping[str, int], rules: ReadingRules) -> None:
        self._file = file
        self._columns = columns
        self._rules = rules
        dates = [cell for name in ("created", "closed") for cell in self._column(name)]
        self.date_format = rules.date_format or deduce_format(dates)
        self._mark = decimal_mark(self._column("value"))
        self._header_currency = currency_in(self._named("value")) if "value" in columns else None
        self._spellings: dict[str, str] = {}
        self._line_of: dict[str, int] = {}
        self._unknown_stages: Counter[str] = Counter()
        self._assumes_currency = False

    def owner(self, row: Row) -> str:
        """Return whose row it is, in the first of its spellings; empty where the row names nobody."""
        name = self._text(row, "owner")
        return self._spellings.setdefault(name.casefold(), name)

    def deal(self, row: Row) -> Deal:
        """Return the deal of one row; raises ValueError saying why it is none."""
        value, currency = self._money(row)
        deal = Deal(
            row=row.line,
            deal_id=self._deal_id(row),
            owner=self.owner(row),
            product=self._text(row, "product"),
            account=self._text(row, "account"),
            stage=self._stage(row),
            created=self._date(row, "created"),
            closed=self._date(row, "closed"),
            value=value,
            currency=currency,
        )
        _check(deal)
        self._line_of[deal.deal_id] = row.line
        return deal

    def notes(self) -> list[str]:
        """Return what holds for several rows, in plain words."""
        notes = [
            ngettext(
                "“{stage}” is not a known stage: {count} deal was taken as open.",
                "“{stage}” is not a known stage: {count} deals were taken as open.",
                count,
            ).format(stage=stage, count=count)
            for stage, count in self._unknown_stages.most_common()
        ]
        if self._assumes_currency:
            text = _("The file names no currency for its amounts: they count as {currency}.")
            notes.append(text.format(currency=self._rules.home_currency))
        return notes

    def _column(self, name: str) -> list[str]:
        position = self._columns.get(name)
        return [] if position is None else [row.cells[position] for row in self._file.rows]

    def _text(self, row: Row, name: str) -> str:
        position = self._columns.get(name)
        cell = "" if position is None else row.cells[position]
        if len(cell) > LONGEST_LINE:
            reason = _("{column} is longer than {limit} characters")
            raise ValueError(reason.format(column=self._named(name), limit=LONGEST_LINE))
        return clean_line(unguard(cell))

    def _deal_id(self, row: Row) -> str:
        deal_id = self._text(row, "deal_id")
        if not deal_id:
            raise ValueError(_("{column} is empty").format(column=self._named("deal_id")))
        if line := self._line_of.get(deal_id):
            raise ValueError(_("deal {deal} stands in line {line} already").format(deal=deal_id, line=line))
        return deal_id

    def _stage(self, row: Row) -> Stage:
        words = self._text(row, "stage")
        stage = stage_of(words)
        if stage is None:
            self._unknown_stages[words] += 1
        return stage or "open"

    def _date(self, row: Row, name: str) -> date | None:
        cell = self._text(row, name)
        try:
            return read_date(cell, self.date_format) if cell else None
        except ValueError as error:
            raise self._wrong(name, cell, error) from None

    def _money(self, row: Row) -> tuple[Decimal | None, str]:
        named = self._rules.currency or self._currency(row) or self._header_currency
        home = self._rules.home_currency
        cell = self._text(row, "value")
        if not cell:
            return None, named or home
        try:
            money = read_money(cell, self._mark, self._rules.locale)
        except ValueError as error:
            raise self._wrong("value", cell, error) from None
        currency = named or currency_of(money.sign, home)
        self._assumes_currency |= currency is None and money.number != 0
        return money.number, currency or home

    def _currency(self, row: Row) -> str:
        cell = self._text(row, "currency")
        try:
            return currency_code(cell) if cell else ""
        except ValueError as error:
            raise self._wrong("currency", cell, error) from None

    def _wrong(self, name: str, cell: str, error: ValueError) -> ValueError:
        if isinstance(error, RefusedInput):
            return ValueError(f"{self._named(name)}: {error.message}")
        return ValueError(f"{self._named(name)}: “{cell[:60]}” {error}")

    def _named(self, name: str) -> str:
        return self._file.header[self._columns[name]]


def _check(deal: Deal) -> None:
    """Refuse a deal that cannot have happened as it stands."""
    if deal.stage == "open":
        return
    if deal.closed is None:
        reason = _("deal {deal} is {stage} and has no close date")
        raise ValueError(reason.format(deal=deal.deal_id, stage=deal.stage))
    if deal.created and deal.closed < deal.created:
        reason = _("deal {deal} is closed on {closed}, before it was created on {created}")
        raise ValueError(reason.format(deal=deal.deal_id, closed=deal.closed, created=deal.created))
