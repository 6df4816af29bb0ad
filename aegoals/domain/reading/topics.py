"""What a goal is about: its kind, and whether it names a thing that can be counted, measured or delivered.

The kind is put to the vote: every topic of the vocabulary speaks for its kind, a metric (churn, win rate) louder than
a thing (a call, a partner), a thing louder than what goals name by the way (customers, deals). What the target counts
speaks louder, and what only describes it ("ten meetings with churned customers") speaks lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aegoals.domain.reading.marks import Mark
from aegoals.domain.reading.sentence import Sentence
from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.tone import is_wanted
from aegoals.domain.reading.wording import Wording

_ACTIVITIES = ("activity_strong", "activity_contact")  # to answer somebody, to turn to somebody
_METRIC, _THING, _OLD_CUSTOMERS, _BY_THE_WAY = 5.0, 3.0, 2.0, 1.0
_COUNTED, _COUNTED_BY_THE_WAY, _DESCRIBES = 1.9, 0.5, 2.5
_LOUD = {
    **dict.fromkeys(("sales_cycle", "conversion", "retention", "satisfaction", *_ACTIVITIES), _METRIC),
    **dict.fromkeys(("activity", "new_business", "pipeline", "revenue", "other"), _THING),
    "retention_weak": _OLD_CUSTOMERS,
}
_WEAK = "_weak"
_BID = "bid_weak"  # bids and tenders: new business, and a lost deal when lost
_LOST = {"revenue_weak": "conversion", "new_business_weak": "retention", "retention_weak": "retention"}
_KEPT = dict.fromkeys(_LOST, "retention")
_EXTENDED = _KEPT | {"revenue": "retention"}
_TAUGHT = "career_weak"  # courses and trainings: a career when attended, an activity when held
_ROLE = "career_role"  # a title: a career when one becomes it, a customer's person when one meets several
_SEVERAL = frozenset({"more", "fewer", "quantity"})
_STEPS = frozenset({"activity", "new_business", "pipeline", "revenue", _BID, *_LOST})
"""Topics that are steps of a sale: so many days between two of them are its cycle."""


class Subject(NamedTuple):
    """The kind of a goal, and whether its object is named."""

    kind: str
    named: bool


def subject_of(sentence: Sentence, wording: Wording, aim: Aim, *, at_account: bool, noun: bool) -> Subject:
    """Return the kind and whether the object is named; ``noun`` says that a figure counts some other noun."""
    named = noun or _is_named(wording, aim)
    head = _head(wording.topics, aim, sentence.language)
    career = _career(wording, aim, head, named=named)
    if career is not None:
        return career
    if at_account or "key_account" in wording.natures:
        return Subject("key_account", named or "key_account" in wording.natures)
    kinds, personal = wording.named("topic"), wording.named("personal")
    if not named or (personal and not noun and all(kind.endswith(_WEAK) for kind in kinds)):
        return Subject(personal[0] if personal else "other", named=False)
    return Subject(_kept_or_lost(wording) or _between_steps(wording, aim) or _voted(sentence, wording, aim, head), True)


def is_milestone(wording: Wording, aim: Aim) -> bool:
    """Say whether the goal is a named end state that is there or is not: a role, an exam, a signed contract."""
    if aim.target is not None or aim.baseline is not None or "milestone" not in wording.natures:
        return False
    if not _SEVERAL.isdisjoint(wording.tones) or {"become", "praise"} <= wording.natures.union(wording.tones):
        return False  # several exams, a better manager, a great leader
    return "deliverable" in wording.natures or _ROLE in wording.named("topic")


def _is_named(wording: Wording, aim: Aim) -> bool:
    """Say whether a topic is named; "customers" are an object only where something is wanted of them."""
    kinds = wording.named("topic")
    if any(not kind.endswith(_WEAK) for kind in kinds):
        return True
    wanted = aim.target is not None or is_wanted(wording) or aim.baseline is not None
    is_amount = aim.target is not None and (aim.target.is_money or aim.target.scaled)
    return bool(kinds) and wanted and (is_amount or "abstract" not in wording.natures)


def _career(wording: Wording, aim: Aim, head: Mark | None, *, named: bool) -> Subject | None:
    """Return the subject of a goal about oneself: a role, a course, a skill, or becoming more of something."""
    kinds = wording.named("topic")
    counts_other = head is not None and _LOUD.get(head.value, 0) >= _THING
    if "career" in kinds and not counts_other:
        return Subject("career", named)
    if _ROLE in kinds and not counts_other and not _meets(wording, aim):
        return Subject("career", named)
    if "career" in wording.named("personal") and not counts_other:
        return Subject("career", named and aim.target is not None)
    if _TAUGHT in kinds and not counts_other and not (aim.target is not None and aim.target.is_money):
        return Subject("activity" if "host" in wording.natures else "career", named=True)
    return None


def _meets(wording: Wording, aim: Aim) -> bool:
    """Say whether titles are those of people to meet: 15 purchasing managers, calls with sales directors."""
    several = aim.target is not None and aim.target.value > 1
    return several or not {"activity", *_ACTIVITIES}.isdisjoint(wording.named("topic"))


def _kept_or_lost(wording: Wording) -> str | None:
    """Return what it means to keep customers, to extend contracts (retention) or to lose deals (conversion)."""
    kinds = [kind for kind in wording.named("topic") if not kind.startswith("other")]
    keeps = "contract" in wording.natures and not {"maintain", "hold"}.isdisjoint(wording.tones)
    if kinds and (keeps or "extend" in wording.natures) and set(kinds) <= set(_EXTENDED):
        return "retention"
    if "lose" in wording.natures and (not kinds or kinds[0] in {"activity", _BID}):
        return "conversion" if kinds else "retention"  # an offer; and who stands in no list was a customer
    if not kinds or any(not kind.endswith(_WEAK) for kind in kinds):
        return None
    if "lose" in wording.natures:  # a lost contract was a customer's, a lost deal never was
        return "retention" if "contract" in wording.natures else _LOST.get(kinds[0])
    return None if {"maintain", "hold"}.isdisjoint(wording.tones) else _KEPT.get(kinds[0])


def _between_steps(wording: Wording, aim: Aim) -> str | None:
    """Return the sales cycle where days between two steps of a sale are measured: from offer to order."""
    figure = aim.target or aim.baseline
    if figure is None or figure.unit != "days" or "pursue" in wording.natures:
        return None
    kinds = wording.named("topic")
    steps = {mark.first for mark in wording.topics if mark.category == "topic"}
    is_shortened = aim.target is not None and aim.baseline is not None and aim.baseline.value > aim.target.value
    return "sales_cycle" if set(kinds) <= _STEPS and (len(steps) > 1 or is_shortened) else None


def _voted(sentence: Sentence, wording: Wording, aim: Aim, head: Mark | None) -> str:
    """Return the kind that is spoken for the loudest; at the same loudness the first in the sentence."""
    topics = [mark for mark in wording.topics if mark.category == "topic"]
    if aim.target is not None and aim.target.unit == "%" and any(mark.value == "share_of" for mark in topics):
        return "conversion"
    topics = [mark for mark in topics if _kind(mark.value, aim)]
    if not topics:
        hint = next(iter(wording.named("hint")), None)
        return "revenue" if aim.target is not None and aim.target.is_money else hint or "other"
    if aim.target is not None and aim.target.is_money and _is_sold(topics):
        return "revenue"
    return _kind(max(topics, key=lambda mark: _vote(sentence, mark, head)).value, aim)


def _is_sold(topics: Sequence[Mark]) -> bool:
    """Say whether an amount is revenue: also one of new business, unless it is pipeline."""
    if any(_loudness(mark) == _METRIC for mark in topics):
        return False
    names = [mark.value for mark in topics]
    return any(name.startswith("revenue") for name in names) or all(
        name.startswith(("new_business", _BID)) for name in names
    )


def _vote(sentence: Sentence, mark: Mark, head: Mark | None) -> float:
    loud = _loudness(mark)
    if head is None:
        return loud
    if mark is head:
        return loud + (_COUNTED if loud >= _THING else _COUNTED_BY_THE_WAY)
    beside = mark.first > head.after or mark.after == head.first  # with churned customers, renewal quotes
    describes = beside and _loudness(head) >= _THING and _is_noun(sentence, mark)
    return loud - _DESCRIBES if describes else loud


def _is_noun(sentence: Sentence, mark: Mark) -> bool:
    """Say whether a topic can be told to be a noun behind what is counted; Chinese and Japanese do not tell."""
    if sentence.language in {"ja", "zh"} or mark.value in _ACTIVITIES:
        return False
    return sentence.language != "de" or sentence.is_capital(mark.first)


def _loudness(mark: Mark) -> float:
    return _LOUD.get(mark.value, _BY_THE_WAY)


def _kind(name: str, aim: Aim) -> str:
    """Return the kind that a list of topics stands for; a step that is measured in days is the sales cycle."""
    if name == "conversion" and aim.target is not None and aim.target.unit == "days":
        return "sales_cycle"
    if name in {"pipeline", _BID}:
        return "new_business"
    if name in {_ROLE, "share_of"}:
        return ""
    return "activity" if name in _ACTIVITIES else name.removesuffix(_WEAK)


def _head(topics: Sequence[Mark], aim: Aim, language: str) -> Mark | None:
    """Return the topic that the target counts: 12 demos; a Japanese noun stands in front, 商談を12件."""
    target = aim.target
    marks = [mark for mark in topics if mark.category == "topic"]
    if target is None or not marks or not (target.noun_after or target.counted):
        return None
    before = [mark for mark in marks if mark.first < target.first]
    behind = [mark for mark in marks if mark.first >= target.first]
    if language == "ja":  # 新規5社, 商談を12件
        return (before[-1:] or behind)[0]
    return _last_of_run(behind) if behind else before[0]


def _last_of_run(marks: Sequence[Mark]) -> Mark:
    """Return the last of nouns in a row, which is what is counted: renewal quotes are quotes."""
    last = marks[0]
    for mark in marks[1:]:
        if mark.first > last.after:
            break
        if mark.first == last.after:
            last = mark
    return last
