"""Kinds of records that the AE names: their words, what their number is, and what they count for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from aegoals.domain.fields import Line, Model, Name, Slug
from aegoals.domain.kinds import KINDS
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

MINUTES_AN_HOUR = 60
LONGEST_KIND = 40  # characters
COUNTABLE = tuple(kind for kind in KINDS if kind not in {"csat", "checkin", "other"})
"""The kinds that an own kind can count for."""

_LETTERS = re.compile(r"[^\W\d_][\w' -]*")
_PARTED = re.compile(r"[\s-]+")
FIRST_HAN = "\u3005"


class KindUnit(StrEnum):
    """What the number in front of a kind is: how many, how many hours, or how much money."""

    COUNT = "count"
    HOURS = "hours"
    MONEY = "money"


def _letter(value: str) -> str:
    if len(value) > 1:
        raise ValueError(_("is more than one letter"))
    return value


class OwnKind(Model):
    """A kind of the AE's own. ``kind`` is what the records keep; for a known kind only the aliases count."""

    kind: Slug
    unit: KindUnit = KindUnit.COUNT
    letter: Annotated[Line, AfterValidator(_letter)] = ""
    counts_for: Slug | None = None  # a known kind: goals that count it count this one too
    aliases: tuple[Name, ...] = ()

    @property
    def name(self) -> str:
        """What the kind is called."""
        return self.kind.replace("_", " ")

    @property
    def sign(self) -> str:
        """The letter that stands for it in a narrow column."""
        return self.letter or self.name[0].upper()

    @property
    def is_new(self) -> bool:
        """Whether it is a kind of its own, and no known one with further words."""
        return self.kind not in KINDS

    def words(self) -> Iterator[str]:
        """Yield every word that means this kind; an s makes the plural of a word in Latin letters."""
        own = (self.name,) if self.is_new else ()
        for word in (*own, *self.aliases):
            yield word
            if word[-1] < FIRST_HAN and word[-1].isalpha() and word[-1] not in "sxz":
                yield f"{word}s"


def kind_from(name: str) -> str:
    """Return what the records keep for a kind of this name; raises RefusedInput for what is no word."""
    import unicodedata

    plain = unicodedata.normalize("NFC", name).strip().lower()
    slug = _PARTED.sub("_", plain)
    if not _LETTERS.fullmatch(plain) or "'" in slug or len(slug) > LONGEST_KIND:
        raise RefusedInput(
            _("“{name}” cannot be the name of a kind.").format(name=name[:40]),
            _("Write a word or two without signs, such as: site visit"),
        )
    return slug


def words_of(own: Iterable[OwnKind]) -> dict[str, str]:
    """Return the words of these kinds, each with its kind; the first kind keeps a word that two claim."""
    words: dict[str, str] = {}
    for one in own:
        for word in one.words():
            words.setdefault(word.lower(), one.kind)
    return words


Figures = tuple[Decimal | None, int | None, Decimal | None]
"""Quantity, minutes and amount of a record."""


def in_its_unit(own: OwnKind | None, quantity: Decimal | None, minutes: int | None, amount: Decimal | None) -> Figures:
    """Return the figures of a record with its number as what the kind's unit says: 2 hours, or 500 of money."""
    if own is None or quantity is None or not own.is_new:
        return quantity, minutes, amount
    if own.unit is KindUnit.HOURS and minutes is None:
        return None, round(quantity * MINUTES_AN_HOUR), amount
    if own.unit is KindUnit.MONEY and amount is None:
        return None, minutes, quantity
    return quantity, minutes, amount
