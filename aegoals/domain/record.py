"""One line of the daily log: what the AE did, won or heard on one day."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from aegoals.domain.fields import Currency, Day, Line, Model, Name, Note, Number, Quantity, Slug
from aegoals.locale.texts import _

LONGEST_MINUTES = 24 * 60


def _minutes(value: int) -> int:
    if not 0 <= value <= LONGEST_MINUTES:
        raise ValueError(_("is not between 0 and {limit} minutes").format(limit=LONGEST_MINUTES))
    return value


class LogRecord(Model):
    """One thing that happened on one local calendar day.

    ``quantity`` is a count, for kind ``csat`` the score. ``amount`` is the total of the record, in
    ``currency``; ``rate`` converts it into ``rate_currency`` where the AE gave a rate. ``deal`` ties
    the records of one opportunity together; ``imported_id`` names the row of the file it came from.
    """

    id: str
    date: Day
    kind: Slug
    quantity: Quantity = Decimal(1)
    amount: Number | None = None
    currency: Currency | None = None
    rate: Quantity | None = None
    rate_currency: Currency | None = None
    account: Name | None = None
    product: Name | None = None
    deal: Name | None = None
    minutes: Annotated[int, Field(strict=True), AfterValidator(_minutes)] | None = None
    source: Line | None = None
    tags: tuple[Name, ...] = ()
    note: Note | None = None
    goal: str | None = None  # the goal that a check-in reports to
    imported_id: Line | None = None
    imported_mark: Line | None = None  # tells whether the AE edited what was imported
    logged_at: str | None = None  # ISO 8601 instant with zone

    @model_validator(mode="after")
    def _money_has_a_currency(self) -> LogRecord:
        if self.amount is not None and self.currency is None:
            raise ValueError(_("the amount has no currency"))
        return self

    def amount_in(self, currency: str) -> Decimal | None:
        """Return the amount in this currency, by the rate kept with the record; None if there is none."""
        if self.amount is None or self.currency == currency:
            return self.amount
        if self.rate is not None and self.rate_currency == currency:
            return self.amount * self.rate
        return None
