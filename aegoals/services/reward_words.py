"""Rewards in words, the same on every face."""

from __future__ import annotations

from collections.abc import Mapping

from aegoals.domain.reward import Occasion, Reward
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _, mark, ngettext

SPANS = {"week": mark("best week"), "month": mark("best month"), "quarter": mark("best quarter")}


def hangs_on(one: Reward, goals: Mapping[str, str]) -> str:
    """Return what a reward hangs on; ``goals`` are titles by id."""
    if one.occasion is Occasion.STREAK:
        days = ngettext("a streak of {count} working day", "a streak of {count} working days", one.days)
        return days.format(count=one.days)
    goal = _("“{title}”").format(title=goals.get(one.goal or "", _("a goal that is gone")))
    if one.occasion is Occasion.MILESTONE:
        return _("“{milestone}” of {goal}").format(milestone=one.milestone, goal=goal)
    if one.occasion is Occasion.RECORD:
        return _("{best} of {goal}").format(best=_(SPANS[one.span]), goal=goal)
    return goal


def state_of(one: Reward, locale: str) -> str:
    """Return whether a reward is open, earned or claimed, and when."""
    if one.claimed_on is not None:
        return _("claimed {day}").format(day=show_day(one.claimed_on, locale))
    if one.earned_on is not None:
        return _("earned {day}: claim it").format(day=show_day(one.earned_on, locale))
    return _("open")
