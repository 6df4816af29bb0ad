"""What days off do to the goals: what each working day has to bring, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aegoals.domain.progress import Standing
from aegoals.domain.worth_words import needed
from aegoals.locale.numbers import show_value


@dataclass(frozen=True, slots=True)
class Need:
    """One goal before and after the working days changed."""

    before: Standing
    after: Standing


def changed_needs(before: Iterable[Standing], after: Iterable[Standing]) -> list[Need]:
    """Return the goals of which each working day that is left asks for something else now, as far as it can be seen."""
    were = {one.goal.id: one for one in before}
    pairs = [Need(were[one.goal.id], one) for one in after if one.goal.id in were]
    return [
        one
        for one in pairs
        if needed(one.after) and needed(one.before)
        and _shown(one.before) != _shown(one.after)
    ]  # fmt: skip


def _shown(one: Standing) -> str:
    return show_value(one.required_per_working_day, one.goal.metric.unit)
