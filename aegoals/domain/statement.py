"""A goal in one sentence, whole or on its way."""

from __future__ import annotations

from aegoals.domain.coach import number_or_none
from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Direction, Goal
from aegoals.domain.goal_entry import EntryRules, draft_of
from aegoals.domain.goal_words import read_direction
from aegoals.domain.metric import read_unit
from aegoals.errors import RefusedInput
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_exactly, show_value
from aegoals.locale.texts import _

GAP = "…"
ZERO = {"", "0"}


def statement_of(goal: Goal, locale: str = "en_US") -> str:
    """Return a goal as one sentence."""
    return statement(draft_of(goal, ""), EntryRules(locale=locale))


def statement(draft: GoalDraft, rules: EntryRules) -> str:
    """Return what a draft reads like so far; ``…`` stands for what is still open."""
    text = f"{_how_much(draft, rules)} {_until(draft, rules)}"
    if draft.why or draft.serves:
        text += ", " + _("because {reason}").format(reason=_uncapped(draft.why or draft.serves))
    return text.rstrip(".") + "."


def _how_much(draft: GoalDraft, rules: EntryRules) -> str:
    what = (draft.title or draft.specific).strip().rstrip(".:") or GAP
    baseline, target = _value(draft.baseline, draft, rules), _value(draft.target, draft, rules)
    words = {"what": what, "baseline": baseline, "target": target}
    direction = _direction(draft)
    if direction is Direction.KEEP_AT_LEAST:
        return _("{what}: at least {target}").format(**words)
    if direction is Direction.KEEP_AT_MOST:
        return _("{what}: at most {target}").format(**words)
    if direction is Direction.BRING_DOWN:
        return _("{what}: from {baseline} down to {target}").format(**words)
    if draft.baseline.strip() not in ZERO:
        return _("{what}: from {baseline} up to {target}").format(**words)
    return _("{what}: {target}").format(**words)


def _direction(draft: GoalDraft) -> Direction | None:
    try:
        return read_direction(draft.direction)
    except RefusedInput:
        return None


def _value(text: str, draft: GoalDraft, rules: EntryRules) -> str:
    number = number_or_none(text, rules)
    if number is None:
        return text.strip() or GAP
    try:
        return show_value(number, read_unit(draft.unit, rules.currency), rules.locale)
    except RefusedInput:
        return show_exactly(number, rules.locale)


def _until(draft: GoalDraft, rules: EntryRules) -> str:
    try:
        due = show_day(rules.read_day(draft.due.strip()), rules.locale, "long")
    except RefusedInput:
        due = draft.due.strip() or GAP
    return _("by {due}").format(due=due)


def _uncapped(text: str) -> str:
    """Return a text as it stands inside a sentence: its first capital goes, but not that of I or of NPS."""
    first, rest = text.strip()[:1], text.strip()[1:]
    is_name = rest[:1].isupper() or rest[:1].isdigit() or (first == "I" and not rest[:1].isalpha())
    return (first if is_name else first.lower()) + rest.rstrip(".")
