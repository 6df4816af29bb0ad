"""Numbers and money, read and written the AE's way."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.texts import _

_SUFFIXES = {
    "k": 10**3,
    "tkr": 10**3,
    "m": 10**6,
    "mkr": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "mio.": 10**6,
    "bn": 10**9,
    "千": 10**3,
    "万": 10**4,
    "億": 10**8,
    "亿": 10**8,
}
_FIGURE = re.compile(r"(?P<sign>[+-]?)(?P<digits>[0-9][0-9.,]*)\s*(?P<suffix>[^\W\d_]*\.?)")
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:(?P<mark>[.,])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
_LONGEST = 40


def read_number(text: str, locale: str = "en_US") -> Decimal:
    """Return the number that a person wrote: ``1.234,50``, ``1,234.50``, ``1 234,50``, ``50k``, ``5万``.

    Raises AmbiguousInput with both readings where one mark can be a decimal mark or a thousands mark
    and the AE's locale does not write it so; RefusedInput where it is no number.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("\N{MINUS SIGN}", "-")
    plain = re.sub(r"(?<=\d)[\s'’_](?=\d{3}(?!\d))", "", plain).removesuffix("%").strip()
    match = _FIGURE.fullmatch(plain) if len(plain) <= _LONGEST else None
    factor = _SUFFIXES.get(match["suffix"].lower(), None if match["suffix"] else 1) if match else None
    if match is None or factor is None:
        raise RefusedInput(
            _("“{text}” is not a number.").format(text=text), _("Write it like 1234.50 or 50k.")
        )
    number = _read_digits(match["digits"], text, marks_of(locale))
    return (-number if match["sign"] == "-" else number) * factor


def _read_digits(digits: str, text: str, marks: tuple[str, str]) -> Decimal:
    decimal_mark, group_mark = marks
    kinds = {mark for mark in digits if mark in ".,"}
    if not kinds:
        return Decimal(digits)
    if len(kinds) == 2:  # noqa: PLR2004 - the last mark is the decimal mark
        return _read_mixed(digits, text)
    mark = kinds.pop()
    is_grouped = _GROUPS.fullmatch(digits) is not None
    if digits.count(mark) > 1:
        if not is_grouped:
            raise _no_number(text)
        return Decimal(digits.replace(mark, ""))
    as_decimal = Decimal(digits.rstrip(mark).replace(mark, "."))
    if not is_grouped:
        return as_decimal
    if mark == group_mark and mark != decimal_mark:
        return Decimal(digits.replace(mark, ""))
    grouped = digits.replace(mark, "")
    raise AmbiguousInput(
        _("“{text}” can be {one} or {other}.").format(text=text, one=grouped, other=as_decimal),
        _("Write {one} or {other}0.").format(one=grouped, other=as_decimal),
        readings=(grouped, str(as_decimal)),
    )


def _read_mixed(digits: str, text: str) -> Decimal:
    last = max(digits.rfind("."), digits.rfind(","))
    whole, places = digits[:last], digits[last + 1 :]
    if digits[last] in whole or not _GROUPS.fullmatch(whole):
        raise _no_number(text)
    return Decimal(f"{whole.replace('.', '').replace(',', '')}.{places or 0}")


def _no_number(text: str) -> RefusedInput:
    return RefusedInput(
        _("“{text}” is not a number that can be read with certainty.").format(text=text),
        _("Write it without thousands marks, such as 1234.50."),
    )


@lru_cache(maxsize=8)
def marks_of(locale: str) -> tuple[str, str]:
    """Return the decimal mark and the thousands mark of a locale."""
    from babel import Locale

    symbols = Locale.parse(locale).number_symbols["latn"]
    return str(symbols["decimal"]), str(symbols["group"])


def show_number(value: Decimal, locale: str = "en_US", places: int = 2) -> str:
    """Return a number with the locale's marks and at most this many places: ``1,234.5``."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "#" * places if places else "")
    return format_decimal(value, format=pattern, locale=locale)


def show_money(value: Decimal, currency: str, locale: str = "en_US") -> str:
    """Return money with its currency, without empty cents: ``$1,234`` or ``1.234,50 €``."""
    from babel.numbers import format_currency

    whole = value == value.to_integral_value()
    return format_currency(
        value,
        currency,
        locale=locale,
        currency_digits=not whole,
        format=_whole_pattern(locale) if whole else None,
    )


@lru_cache(maxsize=8)
def _whole_pattern(locale: str) -> str:
    from babel import Locale

    return str(Locale.parse(locale).currency_formats["standard"].pattern).replace(".00", "")


def show_value(value: Decimal | None, unit: str, locale: str = "en_US") -> str:
    """Return a value in its unit: ``$60,000``, ``62.5 %``, ``12``, ``4.2``, ``30 days``; ``–`` for none."""
    if value is None:
        return "–"
    if unit == "%":
        return f"{show_number(value, locale, 1)} %"
    if unit in {"count", "score"}:
        return show_number(value, locale, 2)
    if unit == "days":
        return _("{number} days").format(number=show_number(value, locale, 1))
    if unit == "hours":
        return _("{number} h").format(number=show_number(value, locale, 1))
    return show_money(round(value, 2), unit, locale)


def show_share(share: Decimal | None, locale: str = "en_US") -> str:
    """Return a share of 1 as a whole percentage: ``62 %``; ``–`` for none."""
    return "–" if share is None else f"{show_number(share * 100, locale, 0)} %"
