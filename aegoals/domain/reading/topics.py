"""What a goal is about: its kind, and whether it names a thing that can be counted, measured or delivered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.figures import Figure
from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.tone import is_wanted
from aegoals.domain.reading.wording import Wording

# The metric decides the kind: those named first are seldom said by the way, "customers" and "deals" often are.
_BY_STRENGTH = (
    ("sales_cycle", "conversion", "retention", "satisfaction", "activity_strong"),
    ("activity", "new_business", "pipeline", "revenue", "other"),
    ("retention_weak",),
    ("new_business_weak", "revenue_weak", "other_weak"),
)
_WEAK = "_weak"
_LOST = {"revenue_weak": "conversion", "new_business_weak": "retention", "retention_weak": "retention"}
_KEPT = dict.fromkeys(_LOST, "retention")
_TAUGHT = "career_weak"  # courses and trainings: a career when attended, an activity when held


class Subject(NamedTuple):
    """The kind of a goal, and whether its object is named."""

    kind: str
    named: bool


def subject_of(wording: Wording, aim: Aim, language: str, *, at_account: bool, noun: bool) -> Subject:
    """Return the kind and whether the object is named; ``noun`` says that a figure counts some other noun."""
    named = noun or _is_named(wording, aim)
    career = _career(wording, aim, named=named)
    if career is not None:
        return career
    if at_account or "key_account" in wording.natures:
        return Subject("key_account", named or "key_account" in wording.natures)
    kinds, personal = wording.named("topic"), wording.named("personal")
    if not named or (personal and not noun and all(kind.endswith(_WEAK) for kind in kinds)):
        return Subject(personal[0] if personal else "other", named=False)
    return Subject(_kept_or_lost(wording) or _metric(wording.topics, aim, language), named=True)


def is_milestone(wording: Wording, aim: Aim) -> bool:
    """Say whether the goal is a named end state that is there or is not: a role, an exam, a signed contract."""
    return aim.target is None and aim.baseline is None and {"milestone", "deliverable"} <= wording.natures


def _is_named(wording: Wording, aim: Aim) -> bool:
    """Say whether a topic is named; "customers" are an object only where something is wanted of them."""
    kinds = wording.named("topic")
    if any(not kind.endswith(_WEAK) for kind in kinds):
        return True
    wanted = aim.target is not None or is_wanted(wording)
    return bool(kinds) and wanted and "abstract" not in wording.natures


def _career(wording: Wording, aim: Aim, *, named: bool) -> Subject | None:
    """Return the subject of a goal about oneself: a role, a course, a skill, or becoming more of something."""
    kinds = wording.named("topic")
    if "career" in kinds:
        return Subject("career", named)
    if "career" in wording.named("personal"):
        return Subject("career", named and aim.target is not None)
    if _TAUGHT in kinds and not (aim.target is not None and aim.target.is_money):  # a course that is sold is revenue
        return Subject("activity" if "host" in wording.natures else "career", named=True)
    if not kinds and "become" in wording.natures and "more" in wording.tones:
        return Subject("career", named)
    return None


def _kept_or_lost(wording: Wording) -> str | None:
    """Return what it means to keep customers, to extend contracts (retention) or to lose deals (conversion)."""
    kinds = [kind for kind in wording.named("topic") if not kind.startswith("other")]
    if not kinds or any(not kind.endswith(_WEAK) for kind in kinds):
        return None
    if "lose" in wording.natures:
        return _LOST.get(kinds[0])
    kept = "maintain" in wording.tones or "extend" in wording.natures
    return _KEPT.get(kinds[0]) if kept else None


def _metric(topics: Sequence[Mark], aim: Aim, language: str) -> str:
    """Return the kind of the metric: the strongest, and among those what the target counts."""
    if aim.target is not None and aim.target.unit == "%" and any(mark.value == "share_of" for mark in topics):
        return "conversion"
    for group in _BY_STRENGTH:
        marks = [mark for mark in topics if mark.category == "topic" and mark.value in group]
        if marks:
            return _kind(_counted(marks, aim.target, language), aim.target)
    return "revenue" if aim.target is not None and aim.target.is_money else "other"


def _kind(name: str, target: Figure | None) -> str:
    """Return the kind that a list of topics stands for; a step that is measured in days is the sales cycle."""
    if name == "conversion" and target is not None and target.unit == "days":
        return "sales_cycle"
    return "new_business" if name == "pipeline" else name.removesuffix(_WEAK).removesuffix("_strong")


def _counted(marks: Sequence[Mark], target: Figure | None, language: str) -> str:
    """Return the topic that the target counts: revenue in money, else the noun beside the figure, else the first."""
    if target is not None and target.is_money:
        money = [mark for mark in marks if mark.value.startswith("revenue")]
        if money or all(mark.value.startswith("new_business") for mark in marks):
            return "revenue"  # an amount of new business is revenue, unless it is pipeline
    if target is None or not (target.noun_after or target.counted):
        return marks[0].value
    before = [mark for mark in marks if mark.first < target.first]
    behind = [mark for mark in marks if mark.first >= target.first]
    if language == "ja":  # 新規5社, 商談を12件
        return (before[-1:] or behind)[0].value
    return (behind or before)[0].value
