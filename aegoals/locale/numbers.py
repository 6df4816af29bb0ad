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
    "百万": 10**6,
    "千万": 10**7,
    "億": 10**8,
    "亿": 10**8,
}
_FIGURE = re.compile(r"(?P<sign>[+-]?)(?P<digits>[.,]?[0-9][0-9.,]*)\s*(?P<suffix>[^\W\d_]*\.?)")
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:(?P<mark>[.,])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
_SPACED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[\s'’_][0-9]{3})+(?![0-9])")
_LONGEST = 40


def read_number(text: str, locale: str = "en_US") -> Decimal:
    """Return the number that a person wrote: ``1.234,50``, ``1,234.50``, ``1 234,50``, ``50k``, ``5万``.

    Raises AmbiguousInput with both readings where one mark can be a decimal mark or a thousands mark
    and the AE's locale does not write it so; RefusedInput where it is no number.
    """
    match = _FIGURE.fullmatch(_plain(text)) if len(text) <= _LONGEST else None
    factor = _SUFFIXES.get(match["suffix"].lower(), None if match["suffix"] else 1) if match else None
    if match is None or factor is None:
        raise RefusedInput(
            _("“{text}” is not a number.").format(text=text[:_LONGEST]), _("Write it like 1234.50 or 50k.")
        )
    signed = -factor if match["sign"] == "-" else factor
    readings = [number * signed for number in _readings(match["digits"], marks_of(locale)[1])]
    if len(readings) == 1:
        return readings[0]
    raise _unclear(text, readings, locale)


def plain_number(number: Decimal) -> str:
    """Return figures that every locale reads as this number: ``1234.5``, and ``1.2340`` for ``1.234``."""
    figures = f"{number.normalize():f}"
    return figures + "0" if _GROUPS.fullmatch(figures.removeprefix("-")) else figures


def _plain(text: str) -> str:
    """Return the text in half-width figures, without spaces between thousands and without a per cent sign."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("\N{MINUS SIGN}", "-")
    plain = _SPACED.sub(lambda groups: re.sub("[^0-9]", "", groups[0]), plain)
    return plain.removesuffix("%").strip()


def _readings(digits: str, group_mark: str) -> tuple[Decimal, ...]:
    """Return what the figures can mean: one number, two, or none where the marks make no sense."""
    kinds = {mark for mark in digits if mark in ".,"}
    if not kinds:
        return (Decimal(digits),)
    if len(kinds) == 2:  # noqa: PLR2004 - the last mark is the decimal mark
        return _readings_of_both(digits)
    mark = kinds.pop()
    grouped = (Decimal(digits.replace(mark, "")),) if _GROUPS.fullmatch(digits) else ()
    if digits.count(mark) > 1 or (grouped and mark == group_mark):
        return grouped
    return (*grouped, Decimal(digits.rstrip(mark).replace(mark, ".")))


def _readings_of_both(digits: str) -> tuple[Decimal, ...]:
    last = max(digits.rfind("."), digits.rfind(","))
    whole, places = digits[:last], digits[last + 1 :]
    if digits[last] in whole or not _GROUPS.fullmatch(whole):
        return ()
    return (Decimal(f"{re.sub('[.,]', '', whole)}.{places or 0}"),)


def _unclear(text: str, numbers: list[Decimal], locale: str) -> RefusedInput:
    """Return the question which number is meant: shown the AE's way, to be written so that only one can be read."""
    if not numbers:
        return RefusedInput(
            _("“{text}” is not a number that can be read with certainty.").format(text=text),
            _("Write it without thousands marks, such as 1234.50."),
        )
    one, other = (show_exactly(number, locale) for number in numbers)
    plain = [plain_number(number) for number in numbers]
    return AmbiguousInput(
        _("“{text}” can be {one} or {other}.").format(text=text, one=one, other=other),
        _("Write {one} or {other}.").format(one=plain[0], other=plain[1]),
        plain,
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
    return str(format_decimal(value, format=pattern, locale=locale))


def show_exactly(value: Decimal, locale: str = "en_US") -> str:
    """Return a number with the locale's marks and every place that it has: ``1,234`` and ``1.2345``."""
    return show_number(value, locale, max(0, -int(value.normalize().as_tuple().exponent)))


@lru_cache(maxsize=64)
def money_places(currency: str) -> int:
    """Return how many decimal places a currency has: 0 for JPY, 2 for EUR, 3 for KWD."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


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
    return show_money(round(value, money_places(unit)), unit, locale)


def show_share(share: Decimal | None, locale: str = "en_US") -> str:
    """Return a share of 1 as a whole percentage: ``62 %``; ``–`` for none."""
    return "–" if share is None else f"{show_number(share * 100, locale, 0)} %"
