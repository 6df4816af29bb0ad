"""What the made-up AE was told, promised and set out to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.contest import Contest
from aegoals.domain.feedback import Feedback, Side, Tone, Way
from aegoals.domain.goal import Goal
from aegoals.domain.metric import Aggregation, Metric, Selector
from aegoals.domain.reward import Occasion, Reward
from aegoals.store.ids import new_id

CALLS = Metric(unit="count", aggregation=Aggregation.SUM, selector=Selector(kinds=("call",)))


def feedback(today: date) -> list[Feedback]:
    """Return what customers, the manager and a colleague said, and what was said to marketing."""
    return [
        _told(today - timedelta(days=80), "The handover to support took three weeks", Side.CUSTOMER, Tone.COMPLAINT,
              reasons=("onboarding",), response="A checklist for the last week before signing"),
        _told(today - timedelta(days=45), "Best business case of the quarter", Side.MANAGER, Tone.RECOGNITION,
              person="Siobhán Keane"),
        _told(today - timedelta(days=21), "Ask about the budget earlier", Side.PEER, Tone.WISH, person="Tomás Lyng"),
        _told(today - timedelta(days=12), "Webinar leads rarely know the price range", Side.MARKETING, Tone.WISH,
              way=Way.GIVEN, passed_on_to="Marketing", passed_on=today - timedelta(days=11)),
        _told(today - timedelta(days=5), "You were the only one who asked about our year-end", Side.CUSTOMER,
              Tone.PRAISE),
    ]  # fmt: skip


def _told(day: date, text: str, side: Side, tone: Tone, **fields: object) -> Feedback:
    return Feedback.build({"id": new_id(), "day": day, "text": text, "side": side, "tone": tone, **fields})


def rewards(today: date, goals: Sequence[Goal]) -> list[Reward]:
    """Return promises: one for a streak, earned and not claimed yet, one for the first goal that adds up."""
    made = today - timedelta(days=50)
    found = next((goal for goal in goals if goal.metric.grows and goal.is_open), None)
    earned = {"days": 60, "made_on": made, "earned_on": today - timedelta(days=3)}
    streak = Reward(id=new_id(), promise="Dinner at the harbour", occasion=Occasion.STREAK, **earned)
    if found is None:
        return [streak]
    lake = Reward(id=new_id(), promise="A day at the lake", occasion=Occasion.GOAL, goal=found.id, made_on=made)
    return [lake, streak]


def contests(today: date) -> list[Contest]:
    """Return contests of the last weeks: one won, one lost."""
    won, lost = today - timedelta(days=16), today - timedelta(days=9)
    return [_contest("12 calls today", 12, won, 14), _contest("15 calls today", 15, lost, 11)]


def _contest(line: str, target: int, day: date, result: int) -> Contest:
    numbers = {"target": Decimal(target), "result": Decimal(result)}
    return Contest(id=new_id(), line=line, metric=CALLS, start=day, end=day, **numbers)
