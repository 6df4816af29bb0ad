"""What the reader of sentences tells the coach; a sentence is read once while it does not change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from aegoals.domain.text import LONGEST_LINE, clean_line
from aegoals.locale.numbers import plain_number

if TYPE_CHECKING:
    from aegoals.domain.reading import GoalReading

ANY_DAY = date(2000, 1, 3)
"""Whether a word is vague does not depend on the day on which it is read."""

_BETWEEN = re.compile(
    r"\s*[,;]?\s+(?:and|plus|as well as|och|samt|und|sowie)\s+(?:also\s+|även\s+|auch\s+)?"
    r"|\s*[;；。]\s*|\s+&\s+|、(?:かつ|そして|また)?|，(?=\S)|(?<!\d),(?=[^\s\d])|(?:并且|而且|同时|以及|并)|(?:および|かつ|そして)"
)
"""What can stand between two goals, in all five languages."""

_PUNCTUATION = " \t,;:.!、。，；：！-–"
MOST_JOINTS = 4


@dataclass(frozen=True, slots=True)
class Half:
    """One of two goals in a sentence: its words, and the answers of a draft that mean it alone."""

    text: str
    reading: GoalReading

    @property
    def answers(self) -> dict[str, object]:
        """The fields of a draft that this half says; what it does not say stays as it is."""
        text = clean_line(self.text)[:LONGEST_LINE]
        found: dict[str, object] = {"title": text, "specific": text, "kind": self.reading.kind}
        if self.reading.target is not None and not self.reading.is_change:
            baseline = self.reading.baseline
            found["target"] = plain_number(self.reading.target)
            found["baseline"] = "" if baseline is None else plain_number(baseline)
            if self.reading.unit:
                found["unit"] = self.reading.unit
        return found


@lru_cache(maxsize=256)
def read(text: str, lang: str | None = None) -> GoalReading:
    """Read a sentence apart from its date."""
    from aegoals.domain.reading import read_goal

    return read_goal(text, ANY_DAY, lang)


def vague_words(text: str) -> tuple[str, ...]:
    """Return the vague words of a text in any of the five languages, as they stand in it, each once."""
    return read(text).vague_words if text.strip() else ()


def object_is_named(text: str) -> bool:
    """Tell whether a text says what is counted or delivered."""
    return bool(text.strip()) and read(text).specific


def two_goals(text: str) -> tuple[Half, Half] | None:
    """Return the two goals of a sentence, None where it is one.

    It is two where both sides of an “and” name an object and either a number or a direction of their own.
    """
    joints = list(_BETWEEN.finditer(text))[:MOST_JOINTS]
    if not joints:
        return None
    lang = read(text).lang
    for joint in joints:
        one = _half(text[: joint.start()], lang)
        other = _half(text[joint.end() :], lang) if one else None
        if one and other:
            return one, other
    return None


def _half(text: str, lang: str) -> Half | None:
    words = text.strip(_PUNCTUATION)
    if not words:
        return None
    reading = read(words, lang)
    is_goal = reading.specific and (reading.measurable or reading.direction is not None)
    return Half(words, reading) if is_goal else None
