"""A draft that begins with a sentence: what is read fills it, what the AE corrected since stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules

if TYPE_CHECKING:
    from aegoals.domain.coach import Background, Finding

READ = ("kind", "title", "specific", "unit", "direction", "baseline", "target", "start", "due")
"""The answers that a sentence can give."""


def with_sentence(draft: GoalDraft, text: str, rules: EntryRules, today: date) -> GoalDraft:
    """Return the draft with what a sentence says, except where the AE answered otherwise. Raises RefusedInput."""
    changed = draft.with_(sentence=text)
    if changed.sentence == draft.sentence:
        return draft
    new, old = answers_of(changed.sentence, rules, today), answers_of(draft.sentence, rules, today)
    return changed.with_(**{name: value for name, value in new.items() if getattr(draft, name) in {"", old[name]}})


def answers_of(text: str, rules: EntryRules, today: date) -> dict[str, str]:
    """Return what a sentence answers, each answer empty where it says nothing of it."""
    if not text.strip():
        return dict.fromkeys(READ, "")
    from aegoals.domain.goal_reading import draft_of_reading, with_level
    from aegoals.domain.reading import read_goal

    reading = read_goal(text, today)
    draft = with_level(draft_of_reading(text, reading, "", today), reading, rules)
    return {name: getattr(draft, name) for name in READ}


def findings_of_sentence(
    draft: GoalDraft, rules: EntryRules, today: date, background: Background | None = None
) -> list[Finding]:
    """Return what the sentence leaves open: words of doubt, and a change without the value it starts from."""
    from aegoals.domain.goal_reading import reading_findings
    from aegoals.domain.reading import read_goal

    reading = read_goal(draft.sentence, today)
    return reading_findings(draft, reading, rules, today, background, waived=bool(draft.target))


def level_of_sentence(draft: GoalDraft, rules: EntryRules, today: date) -> str:
    """Return the target that follows from the baseline where the sentence names a change; else nothing."""
    if not draft.sentence or not draft.baseline:
        return ""
    from aegoals.domain.goal_reading import with_level
    from aegoals.domain.reading import read_goal

    reading = read_goal(draft.sentence, today)
    if not reading.is_change:
        return ""
    found = with_level(draft.with_(target=""), reading, rules).target
    return found if found != draft.target else ""
