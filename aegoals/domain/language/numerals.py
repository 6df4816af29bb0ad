"""Numbers in figures and in words: ``1.234,50``, ``twenty-five``, ``zweiundzwanzig``, ``二十三``, ``1億2000万``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from aegoals.domain.language.atoms import Atom

_HUNDRED = 100
_THOUSAND = 1000
_TEN = 10
_MYRIAD = 10_000
_LONGEST_COMPOUND = 60  # letters
_LONGEST_HAN = 30  # characters
_GROUP = 3  # figures between two thousands marks


class Numeral(NamedTuple):
    """A number as read: ``values`` has two where a mark can part decimals or thousands (decimals first)."""

    values: tuple[Decimal, ...]
    end: int
    scaled: bool = False  # a 万 or thousand stands with figures: an amount rather than a count
    spelled: bool = False  # in words


def read_figures(key: str) -> tuple[Decimal, ...]:
    """Return what figures with marks can mean: one value, or two for ``1.234`` and ``1,234``."""
    plain = key.replace(" ", "").replace("'", "")
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return (Decimal(plain),)
    if len(set(marks)) > 1 and marks.count(marks[-1]) == 1:
        whole, _, decimals = plain.rpartition(marks[-1])
        return (Decimal(f"{whole.replace('.', '').replace(',', '')}.{decimals}"),)
    groups = plain.replace(",", ".").split(".")
    thousands = Decimal("".join(groups))
    if len(marks) > 1:
        return (thousands,)
    decimal = Decimal(".".join(groups))
    if len(groups[1]) == _GROUP and len(groups[0]) <= _GROUP and not groups[0].startswith("0") and key == plain:
        return (decimal, thousands)
    return (decimal,)


@dataclass(frozen=True, slots=True)
class SpelledNumbers:
    """The number words of one language; ``compounds`` says that they grow together (tjugofem, zweiundzwanzig)."""

    words: dict[str, int]
    joiners: frozenset[str]
    compounds: bool

    def value_of(self, word: str) -> int | None:
        """Return the value of one word, whole or grown together."""
        if (value := self.words.get(word)) is not None or not self.compounds or len(word) > _LONGEST_COMPOUND:
            return value
        parts = self._split(word)
        return _sum_of(parts) if parts and len(parts) > 1 else None

    def _split(self, word: str) -> list[int] | None:
        """Cut a compound into the values of its parts, longest part first; None where a letter is left over."""
        if not word:
            return []
        for length in range(len(word), 1, -1):
            head, tail = word[:length], word[length:]
            if head in self.joiners and (rest := self._split(tail)):
                return rest
            if (value := self.words.get(head)) is not None and (rest := self._split(tail)) is not None:
                return [value, *rest]
        return None


def _sum_of(parts: Sequence[int]) -> int:
    """Return the value of number words in a row: two, hundred, fifty is 250."""
    total = group = 0
    for part in parts:
        if part == _HUNDRED:
            group = (group or 1) * part
        elif part >= _THOUSAND:
            total += (group or 1) * part
            group = 0
        else:
            group += part
    return total + group


def _may_follow(earlier: int, later: int) -> bool:
    """Say whether two number words make one number: ``two hundred`` and ``twenty five``, not ``two three``."""
    if later >= _HUNDRED:
        return earlier < later
    if earlier >= _HUNDRED:
        return True
    return earlier >= 2 * _TEN and earlier % _TEN == 0 and later < _TEN


def spelled_numeral(languages: Sequence[SpelledNumbers], atoms: Sequence[Atom], at: int) -> Numeral | None:
    """Return the number that is written in words of one language from this place on."""
    for language in languages:
        value = language.value_of(atoms[at].key)
        if value is None:
            continue
        parts, end = [value], at + 1
        while (step := _next_part(language, atoms, end)) is not None and _may_follow(parts[-1], step[0]):
            parts.append(step[0])
            end = step[1]
        return Numeral((Decimal(_sum_of(parts)),), end, spelled=True)
    return None


def _next_part(language: SpelledNumbers, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
    """Return the next number word and the place after it; a hyphen or a joining "and" may stand before it."""
    for skipped in (0, 1):
        if at + skipped >= len(atoms):
            return None
        if skipped and atoms[at].key != "-" and atoms[at].key not in language.joiners:
            return None
        if (value := language.value_of(atoms[at + skipped].key)) is not None:
            after_and = skipped and atoms[at].key in language.joiners
            return None if after_and and value >= _HUNDRED else (value, at + skipped + 1)
    return None


@dataclass(frozen=True, slots=True)
class HanNumbers:
    """The characters of Chinese and Japanese numbers: digits, and powers of ten."""

    digits: dict[str, int]
    powers: dict[str, int]

    def read(self, atoms: Sequence[Atom], at: int) -> Numeral | None:
        """Return the number from this place on; figures and characters mix (``1億2000万``, ``3千``)."""
        sums = _HanSum()
        end = at
        while end < min(len(atoms), at + _LONGEST_HAN) and self._take(
            sums, atoms[end], touching=end == at or _touch(atoms, end)
        ):
            end += 1
        return Numeral((sums.value(),), end, sums.scaled, spelled=not sums.figures) if end > at else None

    def _take(self, sums: _HanSum, atom: Atom, *, touching: bool) -> bool:
        if not touching:
            return False
        if atom.form == "number":
            return sums.add_figures(read_figures(atom.key)[-1 if "," in atom.key else 0])
        if (digit := self.digits.get(atom.key)) is not None:
            return sums.add_digit(digit)
        if (power := self.powers.get(atom.key)) is not None:
            sums.add_power(power)
            return True
        return False


def _touch(atoms: Sequence[Atom], at: int) -> bool:
    return atoms[at - 1].end == atoms[at].start


@dataclass(slots=True)
class _HanSum:
    """A number of characters while it is read."""

    total: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    digit: Decimal | None = None
    scaled: bool = False
    figures: bool = False

    def add_figures(self, value: Decimal) -> bool:
        if self.digit is not None:
            return False
        self.digit, self.figures = value, True
        return True

    def add_digit(self, digit: int) -> bool:
        if self.digit is not None and self.figures:
            return False
        self.digit = Decimal(digit) if self.digit is None else self.digit * _TEN + digit
        return True

    def add_power(self, power: int) -> None:
        if power < _MYRIAD:
            self.group += (Decimal(1) if self.digit is None else self.digit) * power
        else:
            self.total += (self.group + (self.digit or 0) or Decimal(1)) * power
            self.group = Decimal(0)
        self.scaled = self.scaled or power >= _MYRIAD or self.figures
        self.digit = None

    def value(self) -> Decimal:
        return self.total + self.group + (self.digit or 0)
