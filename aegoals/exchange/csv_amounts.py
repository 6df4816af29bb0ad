"""Amounts of a whole column: which mark is the decimal mark, and which currency is written beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.fields import read_decimal
from aegoals.locale.numbers import read_number
from aegoals.locale.texts import _

LONGEST = 60
DOLLARS = frozenset({"USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"})

_CODE = re.compile(r"[A-Z]{3}")
_SIGNS = r"[A-Z]{3}|[A-Z]{0,2}\$|€|£"
_MONEY = re.compile(
    rf"(?P<minus>-?)\s*(?P<before>{_SIGNS})?\s*(?P<minus2>-?)(?P<digits>[0-9][0-9.,]*)\s*(?P<after>{_SIGNS})?"
)
_POINT = re.compile(r"[0-9]+(\.[0-9]+)?|[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_COMMA = re.compile(r"[0-9]+(,[0-9]+)?|[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_GROUP_SPACE = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True, slots=True)
class Money:
    """A number and the sign or code of the currency that stood beside it, if any."""

    number: Decimal
    sign: str = ""


def decimal_mark(cells: Iterable[str]) -> str | None:
    """Return the decimal mark that all amounts agree on; None where no amount decides it, or they differ."""
    found: set[str] = set()
    for cell in cells:
        match = _money(cell)
        if match is None:
            continue
        as_point, as_comma = _POINT.fullmatch(match["digits"]), _COMMA.fullmatch(match["digits"])
        if bool(as_point) != bool(as_comma):
            found.add("." if as_point else ",")
    return found.pop() if len(found) == 1 else None


def read_money(text: str, mark: str | None, locale: str) -> Money:
    """Return an amount; raises ValueError where it is none, or can be read in two ways in this locale."""
    match = _money(text)
    if match is None or (match["before"] and match["after"]) or (match["minus"] and match["minus2"]):
        raise ValueError(_("is not a number; write it like 1234.50"))
    number = _number(match["digits"], mark, locale)
    is_negative = bool(match["minus"] or match["minus2"])
    return Money(read_decimal(-number if is_negative else number), match["before"] or match["after"] or "")


def currency_of(sign: str, home: str) -> str | None:
    """Return the currency that a sign stands for. A bare ``$`` is the AE's own dollar, else the US dollar."""
    if sign == "$":
        return home if home in DOLLARS else "USD"
    if sign.endswith("$"):
        return {"US$": "USD", "A$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD"}.get(sign)
    return {"€": "EUR", "£": "GBP"}.get(sign, sign or None)


def currency_code(text: str) -> str:
    """Return a currency's three letters in capitals; raises ValueError where it is no code."""
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise ValueError(_("is not a currency; write its three letters, such as EUR"))
    return code


def _money(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST:
        return None
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    return _MONEY.fullmatch(_GROUP_SPACE.sub("", plain))


def _number(digits: str, mark: str | None, locale: str) -> Decimal:
    if mark is None:
        return read_number(digits, locale)
    if not (_POINT if mark == "." else _COMMA).fullmatch(digits):
        raise ValueError(_("is not written like the other amounts, whose decimal mark is “{mark}”").format(mark=mark))
    grouping = "," if mark == "." else "."
    return read_decimal(digits.replace(grouping, "").replace(mark, "."))
