"""What one cell of a heat map shows: a shade and a figure, so that it reads without colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.heat import HeatBy, HeatMap, strength
from aegoals.domain.periods import Period
from aegoals.domain.profile import Profile
from aegoals.locale.numbers import marks_of, show_money
from widgets.row import Row
from widgets.spans import Line, Span, amount, pad, width_of

SHADES = " ░▒▓█"
NOTHING = "–"
POINTER = "›"
HERE = "here"
_LARGE = ((Decimal(1), ""), (Decimal(1000), "k"), (Decimal(1000_000), "M"), (Decimal(1000_000_000), "G"))


@dataclass(frozen=True, slots=True)
class GridView:
    """What a grid shows: the values of some days, and the day on which its cursor stands."""

    shown: date
    today: date
    period: Period
    heat: HeatMap
    profile: Profile


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a day can be clicked: one line, from one cell to another."""

    line: int
    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid as rows of one line each, and where its days stand in them."""

    rows: list[Row]
    spots: list[Spot]


def days_of(period: Period) -> Iterator[date]:
    """Yield every day of a period."""
    for number in range(period.start.toordinal(), period.end.toordinal() + 1):
        yield date.fromordinal(number)


def compact(value: Decimal, cells: int, locale: str) -> str:
    """Return a figure in at most this many cells, such as ``12``, ``1.5k`` or ``3M``; rounded where it must be."""
    for divisor, sign in _LARGE:
        scaled = value / divisor
        for places in (1, 0):
            shown = round(scaled, places)
            is_exact = shown * divisor == value
            if (sign or is_exact) and len(text := _plain(shown, locale) + sign) <= cells:
                return text
    return "#" * cells


def _plain(number: Decimal, locale: str) -> str:
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", marks_of(locale)[0])


def shade(value: Decimal, peak: Decimal) -> str:
    """Return the shade of a value beside the largest one."""
    return SHADES[strength(value, peak)]


def heat_cell(view: GridView, value: Decimal, peak: Decimal, cells: int, shades: int = 1) -> Line:
    """Return shades and figure of a value in exactly this many cells; blank for nothing."""
    if not value:
        return [(" " * cells, "text")]
    figure = pad(compact(value, cells - shades, view.profile.locale), cells - shades, right=True)
    return [(shade(value, peak) * shades, "bar"), money_or_count(view, figure)]


def total_span(view: GridView, total: Decimal, cells: int) -> Span:
    """Return a sum at the right of so many cells; money with its currency where there is room."""
    room, profile = cells - 1, view.profile
    text = compact(total, room, profile.locale) if total else ""
    if total and view.heat.by is HeatBy.AMOUNT:
        whole = show_money(total, profile.currency, profile.locale)
        text = whole if width_of([(whole, "")]) <= room else text
    return money_or_count(view, pad(text, cells, right=True), "title")


def total_head(view: GridView, word: str, cells: int) -> Span:
    """Return the heading over sums; over money it names the currency too, or only that in a narrow column."""
    if view.heat.by is HeatBy.AMOUNT:
        both = f"{word} {view.profile.currency}"
        word = both if width_of([(both, "")]) <= cells else view.profile.currency
    return pad(word, cells, right=True), "muted"


def money_or_count(view: GridView, text: str, role: str = "text") -> Span:
    """Return a figure that is masked where it is money."""
    return amount(text, role) if view.heat.by is HeatBy.AMOUNT else (text, role)


def pointed(line: Line) -> Line:
    """Return a cell as the one on which the cursor stands."""
    return [(text, " ".join([HERE, *role.split(" ")[1:]])) for text, role in line]
