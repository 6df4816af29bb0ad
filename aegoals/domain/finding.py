"""What the coach finds in a goal, and what mends it with one key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aegoals.domain.draft import GoalDraft


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to mend a finding: what it says, and the draft's fields that it sets.

    ``changes`` is empty where only the AE knows the words; ``field`` is then the one to write them in.
    """

    text: str
    changes: Mapping[str, object] = field(default_factory=dict, hash=False)
    field: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether it can be applied as it is."""
        return bool(self.changes)

    def apply(self, draft: GoalDraft) -> GoalDraft:
        """Return the draft with this repair; raises RefusedInput where a field does not take it."""
        return draft.with_(**self.changes)

    def __str__(self) -> str:
        """Return what it says."""
        return self.text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend.

    ``letter`` of SMART, a stable ``code``, the ``message``, the ``words`` meant as they stand in the draft,
    ``repairs``, and in one sentence ``why`` it matters.
    """

    letter: str
    code: str
    message: str
    words: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    why: str = ""
