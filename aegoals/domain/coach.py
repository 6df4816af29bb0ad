"""What a draft still lacks to be a SMART goal. Findings are shown and do not block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.goal_metrics import default_metric
from aegoals.domain.goal_words import read_direction, read_kind
from aegoals.domain.metric import read_unit
from aegoals.domain.periods import month_of, quarter_of, year_of
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import read_number
from aegoals.locale.texts import _

_ANY_DAY = date(2000, 1, 3)
"""Whether a word is vague does not depend on the day on which it is read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: its letter of SMART, a stable code, the sentence, the words meant, what to do about it."""

    letter: str
    code: str
    message: str
    words: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()


def findings(draft: GoalDraft, rules: EntryRules, today: date) -> list[Finding]:
    """Return what a draft lacks, in the order of the letters S, M, A, R, T."""
    checks = (_specific, _measurable, _achievable, _relevant, _time_bound)
    return [finding for check in checks for finding in check(draft, rules, today)]


def vague_words(text: str) -> tuple[str, ...]:
    """Return the vague words of a text in any of the five languages, as they stand in it, each once."""
    from aegoals.domain.reading import read_goal

    return read_goal(text, _ANY_DAY).vague_words if text.strip() else ()


def vague_finding(words: tuple[str, ...]) -> Finding:
    """Return the finding that names these vague words."""
    shown = ", ".join(f"“{word}”" for word in words)
    return Finding(
        "S",
        "vague",
        _("{words}: by how much, of what?").format(words=shown),
        words,
        (_("by how much? for example 10 %"),),
    )


def _specific(draft: GoalDraft, _rules: EntryRules, _today: date) -> Iterator[Finding]:
    text = draft.specific or draft.title
    if not text:
        yield Finding(
            "S",
            "empty",
            _("Say what exactly will be different."),
            repairs=(_("name it: revenue, new customers, demos, an exam"),),
        )
        return
    words = () if draft.target else vague_words(text)
    if words:
        yield vague_finding(words)


def _measurable(draft: GoalDraft, rules: EntryRules, _today: date) -> Iterator[Finding]:
    target = number_or_none(draft.target, rules)
    if target is None:
        repairs = (_("name a level: 60,000, or 90 %"), _("name a count: 10 new customers"))
        yield Finding("M", "no_number", _("There is no number to reach."), repairs=repairs)
        return
    if not draft.unit:
        yield _without_unit(draft.target, rules)
        return
    if _starts_above_nothing(draft, rules):
        yield Finding(
            "M",
            "baseline_of_sum",
            _("A sum over the goal's days starts at 0, below the baseline {baseline}.").format(baseline=draft.baseline),
            (draft.baseline,),
            (_("set the baseline to 0"),),
        )


def _without_unit(target: str, rules: EntryRules) -> Finding:
    return Finding(
        "M",
        "no_unit",
        _("The number has no unit: money, count, %, days, hours or score?"),
        (target,),
        tuple(f"{target} {unit}" for unit in (rules.currency, "count", "%")),
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
        yield Finding(
            "A",
            "no_evidence",
            _("Nothing says yet why it can be done: past numbers, time, help."),
            repairs=(_("name what you reached in the last period"),),
        )


def _relevant(draft: GoalDraft, _rules: EntryRules, _today: date) -> Iterator[Finding]:
    if not draft.why and not draft.serves:
        yield Finding(
            "R",
            "serves_nothing",
            _("It serves nothing yet: why does it matter, and to whom?"),
            repairs=(_("name the company or team goal that it serves"),),
        )


def _time_bound(draft: GoalDraft, rules: EntryRules, today: date) -> Iterator[Finding]:
    try:
        due = rules.read_day(draft.due.strip()) if draft.due.strip() else None
    except RefusedInput:
        due = None
    if due is None:
        repairs = _period_ends(today)
        yield Finding("T", "no_date", _("There is no date by which it is done."), repairs=repairs)
    elif due < today:
        yield Finding("T", "past", _("{due} is past.").format(due=due), (draft.due,), _period_ends(today))


def _period_ends(today: date) -> tuple[str, ...]:
    """Return the last days of this month, quarter and year that are still to come, each once."""
    ends = (period(today).end for period in (month_of, quarter_of, year_of))
    return tuple(dict.fromkeys(end.isoformat() for end in ends if end > today))


def number_or_none(text: str, rules: EntryRules) -> Decimal | None:
    """Return the number that was typed, None where there is none yet."""
    try:
        return read_number(text, rules.locale)
    except RefusedInput:
        return None
