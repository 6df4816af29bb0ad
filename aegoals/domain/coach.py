"""What a draft still lacks to be a SMART goal. Findings are shown and do not block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.goal_words import read_direction, read_kind
from aegoals.domain.metric import read_unit
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import read_number
from aegoals.locale.texts import _

VAGUE_WORDS = (
    "more", "less", "fewer", "better", "higher", "lower", "faster", "improve", "increase", "decrease",
    "reduce", "grow", "boost", "raise", "several", "many", "some", "a lot", "a bit", "lots",
    "significantly", "soon", "asap", "as soon as possible", "going forward", "sometime", "try", "focus on",
    "work on", "do my best", "good", "great", "happy", "successful", "best", "strong", "optimize", "enhance",
)  # fmt: skip
_VAGUE = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, VAGUE_WORDS), key=len, reverse=True)) + r")\b", re.I
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: the letter of SMART it belongs to, a stable code, the sentence, the words meant."""

    letter: str
    code: str
    message: str
    words: tuple[str, ...] = ()


def findings(draft: GoalDraft, rules: EntryRules, today: date) -> list[Finding]:
    """Return what a draft lacks, in the order of the letters S, M, A, R, T."""
    checks = (_specific, _measurable, _achievable, _relevant, _time_bound)
    return [finding for check in checks for finding in check(draft, rules, today)]


def vague_words(text: str) -> tuple[str, ...]:
    """Return the vague words of a text as they stand in it, each once."""
    return tuple(dict.fromkeys(_VAGUE.findall(text)))


def _specific(draft: GoalDraft, _rules: EntryRules, _today: date) -> Iterator[Finding]:
    text = draft.specific or draft.title
    if not text:
        yield Finding("S", "empty", _("Say what exactly will be different."))
        return
    has_number = bool(draft.target) or bool(re.search(r"\d", text))
    words = vague_words(text)
    if words and not has_number:
        shown = ", ".join(f"“{word}”" for word in words)
        yield Finding("S", "vague", _("{words}: by how much, of what?").format(words=shown), words)


def _measurable(draft: GoalDraft, rules: EntryRules, _today: date) -> Iterator[Finding]:
    target = number_or_none(draft.target, rules)
    if target is None:
        yield Finding("M", "no_number", _("There is no number to reach."))
        return
    if not draft.unit:
        yield Finding("M", "no_unit", _("The number has no unit: money, count, %, days, hours or score?"))
        return
    if _starts_above_nothing(draft, rules):
        yield Finding(
            "M",
            "baseline_of_sum",
            _("A sum over the goal's days starts at 0, below the baseline {baseline}.").format(
                baseline=draft.baseline
            ),
            (draft.baseline,),
        )


def _starts_above_nothing(draft: GoalDraft, rules: EntryRules) -> bool:
    baseline = number_or_none(draft.baseline, rules)
    if not baseline or not draft.kind:
        return False
    try:
        metric = default_metric(read_kind(draft.kind), read_unit(draft.unit, rules.currency), draft.title)
        return metric.grows and not read_direction(draft.direction or "reach_up").wants_less
    except RefusedInput:
        return False


def _achievable(draft: GoalDraft, _rules: EntryRules, _today: date) -> Iterator[Finding]:
    if not draft.evidence:
        yield Finding("A", "no_evidence", _("Nothing says yet why it can be done: past numbers, time, help."))


def _relevant(draft: GoalDraft, _rules: EntryRules, _today: date) -> Iterator[Finding]:
    if not draft.why and not draft.serves:
        yield Finding("R", "serves_nothing", _("It serves nothing yet: why does it matter, and to whom?"))


def _time_bound(draft: GoalDraft, rules: EntryRules, today: date) -> Iterator[Finding]:
    try:
        due = rules.read_day(draft.due.strip()) if draft.due.strip() else None
    except RefusedInput:
        due = None
    if due is None:
        yield Finding("T", "no_date", _("There is no date by which it is done."))
    elif due < today:
        yield Finding("T", "past", _("{due} is past.").format(due=due), (draft.due,))


def number_or_none(text: str, rules: EntryRules) -> Decimal | None:
    """Return the number that was typed, None where there is none yet."""
    try:
        return read_number(text, rules.locale)
    except RefusedInput:
        return None
