"""What a step of the wizard depends on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class StepContext:
    """The draft so far, the AE's settings, today, what the same days of last year brought part by part."""

    draft: GoalDraft
    profile: Profile
    rules: EntryRules
    today: date
    last_year: tuple[Decimal, ...] = ()
    aspirations: tuple[str, ...] = ()  # what a career goal can serve


@dataclass(frozen=True, slots=True)
class Example:
    """What is put into a field, and what the list says of it where that is more than the value itself."""

    value: str
    label: str = ""

    @property
    def text(self) -> str:
        """What the list shows."""
        return self.label or self.value
