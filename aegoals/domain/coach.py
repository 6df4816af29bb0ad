"""What a draft still lacks to be a SMART goal. Findings are shown and do not block.

The rules stand in ``aegoals/domain/coaching``, a letter a file; docs/explanation/coach.md tells them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aegoals.domain.coaching.achievable import achievable
from aegoals.domain.coaching.background import Background, Running, background_of
from aegoals.domain.coaching.look import Check, Look, look_at
from aegoals.domain.coaching.measurable import measurable
from aegoals.domain.coaching.outlook import Outlook, outlook_of
from aegoals.domain.coaching.own_history import OwnHistory
from aegoals.domain.coaching.relevant import relevant
from aegoals.domain.coaching.sentences import vague_words
from aegoals.domain.coaching.specific import no_object, specific, vague_finding
from aegoals.domain.coaching.time_bound import time_bound
from aegoals.domain.coaching.titles import TITLES, title_of
from aegoals.domain.draft import GoalDraft
from aegoals.domain.finding import Finding, Repair
from aegoals.domain.goal_entry import EntryRules, number_or_none
from aegoals.domain.waiver import Waiver

__all__ = [
    "CODES",
    "Background",
    "Finding",
    "Look",
    "Outlook",
    "OwnHistory",
    "Repair",
    "Running",
    "background_of",
    "findings",
    "look_at",
    "no_object",
    "number_or_none",
    "outlook",
    "still_open",
    "title_of",
    "vague_finding",
    "vague_words",
]

CHECKS: tuple[Check, ...] = (specific, measurable, achievable, relevant, time_bound)
CODES = tuple(TITLES)
"""Every code that a finding can have."""


def findings(draft: GoalDraft, rules: EntryRules, today: date, background: Background | None = None) -> list[Finding]:
    """Return what a draft lacks, in the order of the letters S, M, A, R, T; what was waved off is left out.

    Without a background nothing is known of the AE: no history, no other goals, Monday to Friday.
    """
    look = look_at(draft, rules, today, background or Background())
    return still_open((finding for check in CHECKS for finding in check(look)), draft.waived)


def outlook(draft: GoalDraft, rules: EntryRules, today: date, background: Background) -> Outlook:
    """Return what the AE's own history says of the draft so far."""
    return outlook_of(look_at(draft, rules, today, background))


def still_open(found: Iterable[Finding], waived: Iterable[Waiver]) -> list[Finding]:
    """Return the findings that were not waved off."""
    codes = {waiver.code for waiver in waived}
    return [finding for finding in found if finding.code not in codes]
