"""Milestones: a named end state that is there or is not (a role, an exam, a signed contract)."""

from __future__ import annotations

from collections.abc import Sequence

from aegoals.domain.reading.marks import Mark


def is_milestone(nature: Sequence[Mark], topics: Sequence[Mark]) -> bool:
    """Say whether a verb of completion and a deliverable stand in the sentence."""
    del topics
    names = {mark.value for mark in nature}
    return "milestone" in names and "deliverable" in names
