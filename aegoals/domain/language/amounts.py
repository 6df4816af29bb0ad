"""Amounts of money and other scaled figures: ``$1.2M``, ``120 tkr``, ``30 T€``, ``500万円``, ``3*1200``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from aegoals.domain.language.atoms import Atom
from aegoals.domain.language.numerals import Numeral
from aegoals.domain.language.vocabulary import Scale, Vocabulary

_PRODUCT_SIGNS = frozenset("*×x")
_EITHER = frozenset({"/", "or"})


class Amount(NamedTuple):
    """A figure as read, with what stood around it; the places count atoms.

    ``values`` has two readings where a mark can part decimals or thousands. ``currencies`` has two where one sign
    stands for several. ``scaled`` is true after k, M, 万 and the like, ``factor`` is what they multiply by.
    ``small_m`` marks the letter m, which can mean minutes.
    """

    values: tuple[Decimal, ...]
    currencies: tuple[str, ...]
    scaled: bool
    spelled: bool
    start: int
    end: int
    small_m: bool = False
    factor: Decimal = Decimal(1)

    @property
    def is_money(self) -> bool:
        """Whether a currency or a multiplier says that this is no count."""
        return bool(self.currencies) or self.scaled


def amount_at(words: Vocabulary, atoms: Sequence[Atom], at: int, text: str) -> Amount | None:
    """Return the figure that starts at this atom, with its multiplier and currency; ``text`` shows capitals."""
    before = words.currency(atoms, at)
    start = before[1] if before else at
    found = words.numeral(atoms, start)
    if found is None:
        return None
    amount = _with_tail(words, atoms, found[0], start, text)
    amount = _with_factors(words, atoms, amount, text)
    currencies = _agreed(before[0] if before else (), amount.currencies)
    return amount._replace(start=at, currencies=currencies, values=_settled(amount, currencies))


def _with_tail(words: Vocabulary, atoms: Sequence[Atom], numeral: Numeral, start: int, text: str) -> Amount:
    """Read the multiplier and the currency after a number."""
    end, values, scaled = numeral.end, numeral.values, numeral.scaled
    scale = _scale_at(words, atoms, end, text)
    small_m, factor = False, Decimal(1)
    if scale is not None:
        small_m = text[atoms[end].start : atoms[scale[1] - 1].end] == "m"
        factor = scale[0].factor
        values, scaled, end = (values[0] * factor,), True, scale[1]
    currencies = scale[0].currencies if scale else ()
    while (after := words.currency(atoms, end)) is not None:
        currencies, end = _agreed(currencies, after[0]), after[1]
        small_m = False
        if end < len(atoms) and atoms[end].key in _EITHER and words.currency(atoms, end + 1):
            end += 1  # 20k $/€
    return Amount(values, currencies, scaled, numeral.spelled, start, end, small_m, factor)


def _scale_at(words: Vocabulary, atoms: Sequence[Atom], at: int, text: str) -> tuple[Scale, int] | None:
    """Return the multiplier here; a single letter behind a blank is one only if it is k or m."""
    found = words.scale(atoms, at)
    if found is None or atoms[at].form != "word":
        return found
    blank_before = atoms[at - 1].end < atoms[at].start
    letter = text[atoms[at].start : atoms[found[1] - 1].end]
    return None if blank_before and len(letter) == 1 and letter.lower() not in "km" else found


def _with_factors(words: Vocabulary, atoms: Sequence[Atom], amount: Amount, text: str) -> Amount:
    """Multiply what is written as a product: 3*1200, 2×15k."""
    while amount.end < len(atoms) and atoms[amount.end].key in _PRODUCT_SIGNS:
        found = words.numeral(atoms, amount.end + 1)
        if found is None:
            break
        factor = _with_tail(words, atoms, found[0], amount.end + 1, text)
        product = _settled(amount, amount.currencies)[0] * factor.values[-1]
        currencies = _agreed(amount.currencies, factor.currencies)
        amount = Amount((product,), currencies, True, False, amount.start, factor.end)
    return amount


def _agreed(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the currencies that two marks of one amount leave open: ``¥ … JPY`` is JPY, ``$ … EUR`` is both."""
    if not first or not second:
        return first or second
    common = tuple(code for code in first if code in second)
    return common or tuple(dict.fromkeys(first + second))


def _settled(amount: Amount, currencies: tuple[str, ...]) -> tuple[Decimal, ...]:
    """Choose between decimals and thousands: with a currency, three figures after the mark are thousands."""
    if len(amount.values) == 1:
        return amount.values
    return amount.values[1:] if currencies and not amount.scaled else amount.values
