"""What a goal is about: its kind, and whether it names a thing that can be counted, measured or delivered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.targets import Aim

# A goal about its metric: those named first are seldom said by the way, "customers" and "deals" often.
_BY_STRENGTH = (
    ("sales_cycle", "conversion", "retention", "satisfaction", "activity_strong"),
    ("activity", "new_business", "pipeline", "revenue", "other"),
    ("retention_weak",),
    ("new_business_weak", "revenue_weak", "other_weak"),
)


_LOSSES = {"revenue_weak": "conversion", "new_business_weak": "retention", "retention_weak": "retention"}
_KEEPS = {"revenue_weak": "retention", "new_business_weak": "retention", "retention_weak": "retention"}
_TAUGHT = "career_weak"  # courses and trainings: a career when attended, an activity when held


class Subject(NamedTuple):
    """The kind of a goal, and whether its object is named."""

    kind: str
    named: bool


def subject_of(topics: Sequence[Mark], nature: Sequence[Mark], aim: Aim, language: str, *, at_account: bool, noun: bool, wanted: bool, becomes: bool, keeps: bool
) -> Subject:
    """Return the kind and whether the object is named; ``noun`` says that a figure counts some other noun.

    Words such as "customers" are an object only where something is ``wanted`` of them.
    """
    kinds = [mark.value for mark in topics if mark.category == "topic"]
    personal = [mark.value for mark in topics if mark.category == "personal"]
    strong = any(not kind.endswith("_weak") for kind in kinds)
    named = noun or strong or (bool(kinds) and wanted and not any(mark.value == "abstract" for mark in nature))
    if "career" in personal and "career" not in kinds:
        return Subject("career", named and aim.target is not None)
    if "career" in kinds:
        return Subject("career", named)
    if _TAUGHT in kinds:
        held = any(mark.value == "host" for mark in nature)
        return Subject("activity" if held else "career", named=True)
    if not kinds and becomes:
        return Subject("career", named)
    if at_account or any(mark.value == "key_account" for mark in nature):
        return Subject("key_account", named or any(mark.value == "key_account" for mark in nature))
    if personal and not strong and not noun:
        named = False
    if not named:
        return Subject(personal[0] if personal else "other", named)
    if all(kind.endswith("_weak") or kind == "other" for kind in kinds) and (kind := _kept_or_lost(kinds, nature, keeps=keeps)):
        return Subject(kind, named=True)
    return Subject(_metric(topics, aim, language), named)


def _kept_or_lost(kinds: Sequence[str], nature: Sequence[Mark], *, keeps: bool) -> str | None:
    """Return what it means to keep or to lose customers (retention) or deals (conversion)."""
    kinds = [kind for kind in kinds if not kind.startswith("other")]
    if not kinds:
        return None
    if any(mark.value == "lose" for mark in nature):
        return _LOSSES.get(kinds[0])
    return _KEEPS.get(kinds[0]) if keeps else None


def _metric(topics: Sequence[Mark], aim: Aim, language: str) -> str:
    """Return the kind of the metric: the strongest, and among those what the target counts."""
    if aim.target is not None and aim.target.unit == "%" and any(mark.value == "share_of" for mark in topics):
        return "conversion"
    for group in _BY_STRENGTH:
        marks = [mark for mark in topics if mark.category == "topic" and mark.value in group]
        if marks:
            return _kind(_nearest(marks, aim, language))
    return "other"


def _kind(name: str) -> str:
    """Return the kind that a list of topics stands for."""
    return "new_business" if name == "pipeline" else name.removesuffix("_weak").removesuffix("_strong")


def _nearest(marks: Sequence[Mark], aim: Aim, language: str) -> str:
    if aim.target is not None and aim.target.unit is not None and len(aim.target.unit) == 3:  # noqa: PLR2004 - a currency
        money = [mark for mark in marks if mark.value.startswith("revenue")]
        if money:
            return money[0].value
        if all(mark.value.startswith("new_business") for mark in marks):
            return "revenue"  # an amount of new business is revenue, unless it is pipeline
    if aim.target is None or not (aim.target.noun_after or aim.target.counted):
        return marks[0].value
    before = [mark for mark in marks if mark.first < aim.target.first]
    behind = [mark for mark in marks if mark.first >= aim.target.first]
    if language == "ja":  # 新規5社, 商談を12件
        return (before[-1:] or behind)[0].value
    return (behind or before)[0].value
