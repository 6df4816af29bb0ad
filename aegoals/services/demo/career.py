"""The made-up AE's career: where to, which skills, which trainings; and a goal that is still a draft."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from aegoals.domain.career import (
    Aspiration,
    AspirationKind,
    Experience,
    Proof,
    ProofKind,
    Skill,
    Training,
    TrainingKind,
)
from aegoals.domain.draft import GoalDraft
from aegoals.domain.periods import add_months
from aegoals.domain.record import LogRecord
from aegoals.domain.role import Expectation, RoleCard, Unclear
from aegoals.domain.talk import Agreed, Talk
from aegoals.store.ids import new_id

LEADING = "Lead a small team of account executives"


def aspirations(today: date, skills: list[Skill]) -> list[Aspiration]:
    """Return where the AE wants to be, with the path."""
    return [
        Aspiration(
            id=new_id(),
            title=LEADING,
            kind=AspirationKind.LEAD,
            horizon=today.year + 3,
            why="I like to see colleagues win their first large deal.",
            skills=(skills[0].id, skills[1].id, skills[2].id),
            experiences=(
                Experience(title="Coach a new colleague through a quarter", done_on=today - timedelta(days=75)),
                Experience(title="Lead a bid with three departments"),
            ),
        ),
        Aspiration(
            id=new_id(),
            title="Be the specialist for logistics",
            kind=AspirationKind.SPECIALIST,
            horizon=today.year + 1,
        ),
    ]


def skills(today: date) -> list[Skill]:
    """Return skills with today's and the wanted level."""
    rated = today - timedelta(days=60)
    return [
        Skill(
            id=new_id(),
            title="Negotiation",
            level=1,
            wanted=4,
            evidence="Two renewals without a discount",
            rated_on=today - timedelta(days=330),
        )
        .rated(2, today - timedelta(days=190))
        .rated(3, rated, "held the price at Initech"),
        Skill(id=new_id(), title="Discovery questions", level=3, wanted=5, rated_on=today - timedelta(days=300)).rated(
            4, rated
        ),
        Skill(id=new_id(), title="Business cases", level=2, wanted=4, rated_on=rated),
        Skill(id=new_id(), title="Svenska", level=1, wanted=3, rated_on=rated),
    ]


def with_evidence(skills: list[Skill], trainings: list[Training], won: list[LogRecord], today: date) -> list[Skill]:
    """Return the skills with what shows them: the finished workshop, and the latest won deals."""
    deals = tuple(Proof(kind=ProofKind.DEAL, ref=one.id, attached_on=one.date) for one in won[-2:])
    workshop = Proof(kind=ProofKind.TRAINING, ref=trainings[1].id, attached_on=today - timedelta(days=40))
    return [skills[0].with_(proofs=deals), skills[1].with_(proofs=(workshop,)), *skills[2:]]


def talks(today: date) -> list[Talk]:
    """Return the talks with the manager: one long ago, one with something agreed until today."""
    return [
        Talk(
            id=new_id(),
            day=today - timedelta(days=200),
            person="Maeve Tully",
            questions="Which skills does leading a team ask for?",
            said="Start with coaching one colleague.",
            agreed=(Agreed(title="Coach the new colleague", done_on=today - timedelta(days=75)),),
        ),
        Talk(
            id=new_id(),
            day=today - timedelta(days=12),
            person="Maeve Tully",
            questions="Who answers for renewals below 5,000?\nMay I lead the next bid?",
            said="Yes to the bid, if the business case is on one page.",
            agreed=(
                Agreed(title="One page with the business case for the bid", due=today),
                Agreed(title="Ask logistics for a seat in the bid", who="Maeve Tully", due=today + timedelta(days=9)),
            ),
        ),
    ]


def role(today: date) -> RoleCard:
    """Return the role in writing."""
    return RoleCard(
        marketing="Leads, events, references",
        sdrs="First calls and the first meeting",
        success="Onboarding, and renewals below 5,000",
        expected=(
            Expectation(title="Six new customers a year", person="Maeve Tully", agreed_on=today - timedelta(days=300)),
            Expectation(
                title="Every key account met once a quarter",
                person="Maeve Tully",
                agreed_on=today - timedelta(days=300),
            ),
        ),
        unclear=(
            Unclear(title="Who may promise a discount above 15 %?"),
            Unclear(title="Whose customers are the schools?", cleared_on=today - timedelta(days=200)),
        ),
        confirmed_on=today - timedelta(days=300),
    )


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
        kind=TrainingKind.METHOD,
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
