"""How a goal is split, in words."""

from __future__ import annotations

from aegoals.domain.goal import Direction, Goal
from aegoals.domain.periods import SplitBy
from aegoals.domain.split_weights import weights_in_words
from aegoals.locale.texts import _, mark

SPLIT_NAMES = {
    SplitBy.QUARTERS: mark("quarters"),
    SplitBy.MONTHS: mark("months"),
    SplitBy.WEEKS: mark("weeks"),
}
LONGEST_WEIGHTS = 40


def split_words(goal: Goal) -> str:
    """Return into what a goal is split, and by what: ``months, by working days`` or ``quarters, as 20 20 25 35``."""
    name = _(SPLIT_NAMES[goal.split]) if goal.split else _("parts")
    if not goal.season:
        return _("{parts}, by working days").format(parts=name)
    weights = weights_in_words(goal.season)
    if len(weights) > LONGEST_WEIGHTS:
        return _("{parts}, weighted").format(parts=name)
    return _("{parts}, as {weights}").format(parts=name, weights=weights)


def is_sum(goal: Goal) -> bool:
    """Tell whether each part is an amount of its own, and not a level to stand at its end."""
    return goal.metric.grows and goal.direction in {Direction.REACH_UP, Direction.KEEP_AT_LEAST} and not goal.baseline
