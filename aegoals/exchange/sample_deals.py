"""A made-up deal table in the shape of a CRM's export, for the tutorial, the demo and the tests."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from aegoals.exchange.csv_guard import guard
from aegoals.exchange.sample_names import OWNERS, PRODUCTS, account_names

HEADER = (
    "opportunity_id",
    "sales_agent",
    "product",
    "account",
    "deal_stage",
    "engage_date",
    "close_date",
    "close_value",
)
ACCOUNTS = 85
DEALS_AN_OWNER = 320
LONGEST_CYCLE = 120  # days

_UNDATED_SHARE, _OPEN_SHARE, _QUICK_SHARE, _ACCOUNT_KNOWN_SHARE = 0.05, 0.07, 0.3, 0.35
_WIN_RATE, _WIN_RATE_AT_QUARTER_END = 0.55, 0.72
_QUARTER_END_MONTHS = frozenset({3, 6, 9, 12})
_SATURDAY = 5
_ID_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


def write_sample(
    path: Path,
    seed: int = 7,
    year: int = 2025,
    owners: Sequence[str] = OWNERS,
    deals_an_owner: int = DEALS_AN_OWNER,
) -> None:
    """Write the deals from November before the year to its last day, as an export of that day tells them.

    The same arguments give the same file. Dates are month/day/year; lost deals are worth 0, and open ones
    have no value yet.
    """
    maker = _DealMaker(Random(seed), year)  # noqa: S311 - invented data, no secret
    deals = [maker.deal(owner, skill) for owner, skill in maker.skills(owners) for _ in range(deals_an_owner)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for _engaged, row in sorted(deals, key=lambda deal: deal[0]):
            writer.writerow([guard(cell) for cell in row])


class _DealMaker:
    """Makes deals that begin and end as those of a seller of hardware do."""

    def __init__(self, random: Random, year: int) -> None:
        self._random = random
        self._first, self._last = date(year - 1, 11, 1), date(year, 12, 31)
        self._accounts = account_names(random, ACCOUNTS)
        self._ids: set[str] = set()

    def skills(self, owners: Sequence[str]) -> list[tuple[str, float]]:
        """Return by how much each owner wins more or less often than the others."""
        return [(owner, self._random.uniform(-0.08, 0.08)) for owner in owners]

    def deal(self, owner: str, skill: float) -> tuple[date, list[str]]:
        """Return one row, with the day by which rows are sorted."""
        random = self._random
        engaged = self._first + timedelta(days=random.randrange((self._last - self._first).days + 1))
        closed = engaged + timedelta(days=self._cycle())
        if closed.weekday() >= _SATURDAY:
            closed += timedelta(days=7 - closed.weekday())
        product, price = random.choices(PRODUCTS, weights=(18, 18, 16, 16, 12, 14, 1))[0]
        row = [self._new_id(), owner, product, random.choice(self._accounts)]
        draw = random.random()
        if draw < _UNDATED_SHARE:
            return engaged, [*row[:3], self._perhaps(row[3]), "Prospecting", "", "", ""]
        if draw < _UNDATED_SHARE + _OPEN_SHARE or closed > self._last:
            return engaged, [*row[:3], self._perhaps(row[3]), "Engaging", _mdy(engaged), "", ""]
        return engaged, [*row, *self._end(engaged, closed, price, skill)]

    def _end(self, engaged: date, closed: date, price: int, skill: float) -> list[str]:
        """Return the last four cells of a closed deal; more are won when a quarter ends."""
        at_quarter_end = closed.month in _QUARTER_END_MONTHS
        rate = (_WIN_RATE_AT_QUARTER_END if at_quarter_end else _WIN_RATE) + skill
        if self._random.random() >= rate:
            return ["Lost", _mdy(engaged), _mdy(closed), "0"]
        return ["Won", _mdy(engaged), _mdy(closed), str(round(price * self._random.uniform(0.75, 1.25)))]

    def _cycle(self) -> int:
        """Return days from engaged to closed: some sign at once, most take weeks."""
        if self._random.random() < _QUICK_SHARE:
            return self._random.randint(1, 14)
        return round(self._random.triangular(10, LONGEST_CYCLE - 2, 55))

    def _perhaps(self, account: str) -> str:
        return account if self._random.random() < _ACCOUNT_KNOWN_SHARE else ""

    def _new_id(self) -> str:
        while True:
            name = "".join(self._random.choices(_ID_LETTERS, k=8))
            if name not in self._ids:
                self._ids.add(name)
                return name


def _mdy(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year}"
