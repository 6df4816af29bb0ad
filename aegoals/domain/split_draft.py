"""The split of a goal that is still being written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal
from aegoals.domain.goal_entry import EntryRules, goal_from, metric_of, number_or_none
from aegoals.domain.goal_words import read_direction
from aegoals.domain.split import Part, parts_of, places_of, way_of, why_whole
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _

STEPS_ON_THE_WAY = 3
UNTITLED = "…"


def why_no_split(draft: GoalDraft, rules: EntryRules) -> str:
    """Return why the goal cannot be split, empty where it can or where too little is known."""
    try:
        direction = read_direction(draft.direction)
        metric = metric_of(draft, rules)
    except RefusedInput:
        return ""
    target = number_or_none(draft.target, rules)
    baseline = Decimal(0) if direction.keeps else number_or_none(draft.baseline or "0", rules)
    if target is None or baseline is None:
        return ""
    return why_whole(metric, direction, target - baseline)


def without_vain_split(draft: GoalDraft, rules: EntryRules) -> GoalDraft:
    """Return the draft without a split that its type or its direction no longer allows."""
    if draft.split and why_no_split(draft, rules):
        return draft.with_(split="", weights="")
    return draft


def draft_parts(draft: GoalDraft, rules: EntryRules) -> list[Part]:
    """Return the parts that a draft would have. Raises RefusedInput where it says too little, or weights do not fit."""
    return parts_of(_goal(draft, rules), rules.splitter) if draft.split else []


def even_milestones(draft: GoalDraft, rules: EntryRules) -> list[str]:
    """Return steps on the way at even distances, as they are typed; none for a level to keep or a yes/no."""
    try:
        goal = _goal(draft.with_(split="", weights=""), rules)
    except RefusedInput:
        return []
    days = (goal.due - goal.start).days
    way = way_of(goal)
    if goal.direction.keeps or days < STEPS_ON_THE_WAY or (goal.metric.unit == "count" and abs(way) < STEPS_ON_THE_WAY):
        return []
    return [_milestone(goal, way, step, days) for step in range(1, STEPS_ON_THE_WAY)]


def _milestone(goal: Goal, way: Decimal, step: int, days: int) -> str:
    places = min(places_of(goal.metric.unit), 1)
    value = round(goal.baseline + way * step / STEPS_ON_THE_WAY, places)
    day: date = goal.start + timedelta(days=days * step // STEPS_ON_THE_WAY)
    text = _("a third of the way") if step == 1 else _("two thirds of the way")
    return f"{day.isoformat()} {plain_number(value)} {text}"


def _goal(draft: GoalDraft, rules: EntryRules) -> Goal:
    """Return the goal that the figures and dates of a draft give, whatever else it still lacks."""
    named = draft.with_(title=draft.title or UNTITLED, milestones="", actions="")
    return goal_from(named, "draft", rules, rules.read_day(draft.start))
