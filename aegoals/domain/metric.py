"""What a goal counts: unit, aggregation and the records it selects."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from aegoals.domain.fields import Line, Model, Slug
from aegoals.domain.record import LogRecord
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

UNITS = ("%", "count", "days", "score", "hours")
"""Units that are no currency; a currency is its ISO 4217 code."""

_UNIT_WORDS = {
    "％": "%",
    "percent": "%",
    "percentage": "%",
    "pct": "%",
    "number": "count",
    "counts": "count",
    "day": "days",
    "hour": "hours",
    "h": "hours",
    "hrs": "hours",
    "scores": "score",
    "points": "score",
    "pts": "score",
    "nps": "score",
}
_MONEY_WORDS = {"currency", "money", "arr", "mrr", "acv"}
"""Three letters are read as a currency: the names of recurring revenue must not be."""


class Aggregation(StrEnum):
    """How the selected records become one value."""

    SUM = "sum"
    COUNT = "count"
    MEAN = "mean"
    RATIO = "ratio"
    LAST = "last"
    MAXIMUM = "maximum"
    DISTINCT = "distinct"


class Of(StrEnum):
    """Which value of a record is aggregated."""

    QUANTITY = "quantity"
    AMOUNT = "amount"
    MINUTES = "minutes"
    ACCOUNT = "account"
    PRODUCT = "product"
    CYCLE_DAYS = "cycle_days"  # from the opportunity to the deal won
    CUSTOMERS = "customers"  # customers at the start that were kept


class Window(StrEnum):
    """Which days are measured: the goal's own, or the latest week, month, quarter or year."""

    GOAL = "goal"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Selector(Model):
    """Which records feed a metric; an empty field lets every record pass. Names are compared without case."""

    kinds: tuple[Slug, ...] = ()
    account: Line | None = None
    product: Line | None = None
    tag: Line | None = None
    without_tag: Line | None = None
    source: Line | None = None
    goal: str | None = None
    new_accounts: bool = False  # only accounts that never bought before the window

    def matches(self, record: LogRecord) -> bool:
        """Tell whether the record passes every filled field."""
        return (
            (not self.kinds or record.kind in self.kinds)
            and (self.goal is None or record.goal == self.goal)
            and _same(self.account, record.account)
            and _same(self.product, record.product)
            and _same(self.source, record.source)
            and (not self.tag or _holds(record.tags, self.tag))
            and not (self.without_tag and _holds(record.tags, self.without_tag))
        )


def _holds(tags: tuple[str, ...], wanted: str) -> bool:
    return any(_same(wanted, tag) for tag in tags)


def _same(wanted: str | None, found: str | None) -> bool:
    return not wanted or (found is not None and wanted.casefold() == found.casefold())


def read_unit(text: str, currency: str = "USD") -> str:
    """Return the unit for a word; ``currency`` stands for the AE's own. Raises RefusedInput."""
    word = text.strip()
    unit = _UNIT_WORDS.get(word.lower(), word.lower())
    if unit in UNITS:
        return unit
    if unit in _MONEY_WORDS:
        return currency
    if len(word) == 3 and word.isascii() and word.isalpha():  # noqa: PLR2004 - ISO 4217
        return word.upper()
    raise RefusedInput(
        _("“{unit}” is not a unit.").format(unit=word),
        _("Use a currency such as EUR, or one of: {units}.").format(units=", ".join(UNITS)),
    )


def is_currency(unit: str) -> bool:
    """Tell whether the unit is money."""
    return unit not in UNITS


def _unit(value: str) -> str:
    return read_unit(value)


class Metric(Model):
    """What is counted: a unit, how records become one value, and which records.

    For ``ratio`` the value is 100 × the selected over those that ``base`` selects.
    """

    unit: Annotated[str, AfterValidator(_unit)]
    aggregation: Aggregation
    of: Of = Of.QUANTITY
    selector: Selector = Selector()
    base: Selector | None = None
    window: Window = Window.GOAL

    @property
    def grows(self) -> bool:
        """Whether the value starts at nothing and only grows with what is logged in the goal's days."""
        growing = {Aggregation.SUM, Aggregation.COUNT, Aggregation.DISTINCT}
        return self.window is Window.GOAL and self.aggregation in growing
