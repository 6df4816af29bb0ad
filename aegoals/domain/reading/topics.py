"""What a goal is about: its kind, and whether it names a thing that can be counted, measured or delivered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.targets import Aim

# A goal about its metric: those named first are seldom said by the way, "customers" and "deals" often.
_BY_STRENGTH = (
    ("sales_cycle", "conversion", "retention", "satisfaction"),
    ("activity", "new_business", "revenue", "other"),
    ("retention_weak",),
    ("new_business_weak", "revenue_weak"),
)


class Subject(NamedTuple):
    """The kind of a goal, and whether its object is named."""

    kind: str
    named: bool


def subject_of(topics: Sequence[Mark], nature: Sequence[Mark], aim: Aim, language: str, *, at_account: bool, noun: bool, wanted: bool
) -> Subject:
    """Return the kind and whether the object is named; ``noun`` says that a figure counts some other noun.

    Words such as "customers" are an object only where something is ``wanted`` of them.
    """
    kinds = [mark.value for mark in topics if mark.category == "topic"]
    named = noun or any(not kind.endswith("_weak") for kind in kinds) or (bool(kinds) and wanted)
    if "career" in kinds or any(mark.category == "personal" for mark in topics):
        return Subject("career", named)
    if at_account or any(mark.value == "key_account" for mark in nature):
        return Subject("key_account", named or any(mark.value == "key_account" for mark in nature))
    return Subject(_metric(topics, aim, language), named)


def _metric(topics: Sequence[Mark], aim: Aim, language: str) -> str:
    """Return the kind of the metric: the strongest, and among those what the target counts."""
    for group in _BY_STRENGTH:
        marks = [mark for mark in topics if mark.category == "topic" and mark.value in group]
        if marks:
            return _nearest(marks, aim, language).removesuffix("_weak")
    return "other"


def _nearest(marks: Sequence[Mark], aim: Aim, language: str) -> str:
    if aim.target is not None and aim.target.unit is not None and len(aim.target.unit) == 3:  # noqa: PLR2004 - a currency
        money = [mark for mark in marks if mark.value.startswith("revenue")]
        if money:
            return money[0].value
    if aim.target is None or not (aim.target.noun_after or aim.target.counted):
        return marks[0].value
    before = [mark for mark in marks if mark.first < aim.target.first]
    behind = [mark for mark in marks if mark.first >= aim.target.first]
    if language == "ja":  # 新規5社, 商談を12件
        return (before[-1:] or behind)[0].value
    return (behind or before)[0].value
