"""Puts goals and records on a desk without the screen, for tests that begin later in the story."""

from __future__ import annotations

from datetime import date

from aegoals.domain.goal import Goal
from aegoals.domain.record import LogRecord
from aegoals.services import Desk
from tests.builders import a_draft


def plan(desk: Desk, title: str = "Revenue in the first quarter", **answers: str) -> Goal:
    """Set a goal: 60,000 EUR of deals won from January to March 2026 unless told otherwise."""
    draft = a_draft(id=desk.drafts.new().id, title=title, specific=title, **({"unit": "EUR"} | answers))
    return desk.goals.plan(draft)


def plan_calls(desk: Desk, title: str = "Calls in March", **answers: str) -> Goal:
    """Set a goal of 220 calls in March 2026: ten on each of its 22 working days."""
    dates = {"start": "2026-03-01", "due": "2026-03-31"}
    return plan(desk, title, **({"kind": "activity", "unit": "count", "target": "220"} | dates | answers))


def log(desk: Desk, *lines: str, day: date | None = None) -> list[LogRecord]:
    """Log lines."""
    return [record for line in lines for record in desk.log.log(line, day)]
