"""The made-up AE's career: where to, which skills, which trainings; and a goal that is still a draft."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.career import Aspiration, Skill, Training
from aegoals.domain.draft import GoalDraft
from aegoals.domain.periods import add_months
from aegoals.store.ids import new_id


def aspirations(today: date) -> list[Aspiration]:
    """Return where the AE wants to be."""
    return [
        Aspiration(
            id=new_id(),
            title="Lead a small team of account executives",
            horizon=today.year + 3,
            why="I like to see colleagues win their first large deal.",
        ),
        Aspiration(id=new_id(), title="Be the specialist for logistics", horizon=today.year + 1),
    ]


def skills(today: date) -> list[Skill]:
    """Return skills with today's and the wanted level."""
    rated = today - timedelta(days=60)
    return [
        Skill(
            id=new_id(),
            title="Negotiation",
            level=3,
            wanted=4,
            evidence="Two renewals without a discount",
            rated_on=rated,
        ),
        Skill(id=new_id(), title="Discovery questions", level=4, wanted=5, rated_on=rated),
        Skill(id=new_id(), title="Business cases", level=2, wanted=4, rated_on=rated),
        Skill(id=new_id(), title="Svenska", level=1, wanted=3, rated_on=rated),
    ]


def trainings(today: date, skills: list[Skill]) -> list[Training]:
    """Return trainings: one under way, one finished, one not begun; hours done are logged as well."""
    return [
        _training("Negotiate with purchasing", 24, 14, skills[0].id),
        _training("Discovery workshop", 8, 8, skills[1].id, finished_on=today - timedelta(days=40)),
        _training("Business cases in one page", 12, 0, skills[2].id),
    ]


def _training(title: str, planned: int, done: int, skill: str, finished_on: date | None = None) -> Training:
    return Training(
        id=new_id(),
        title=title,
        hours_planned=Decimal(planned),
        hours_done=Decimal(done),
        skill=skill,
        finished_on=finished_on,
    )


def draft(today: date) -> GoalDraft:
    """Return a goal that the AE began and left at the question for its number."""
    return GoalDraft(
        id=new_id(),
        step="measurable",
        kind="activity",
        title="More demos with decision makers",
        specific="Demos in which the person who signs takes part",
        unit="count",
        direction="reach_up",
        start=today.isoformat(),
        due=add_months(today, 3).isoformat(),
        changed_at=f"{today}T16:05:00+00:00",
    )
