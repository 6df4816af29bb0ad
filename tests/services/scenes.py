"""A desk in use, and what lies on it."""

from __future__ import annotations

from typing import Any

from aegoals.domain.goal import Goal
from aegoals.services import Desk
from aegoals.store.protocol import Store
from tests.builders import a_draft

TABLES = (
    "goals",
    "records",
    "drafts",
    "templates",
    "profile",
    "aspirations",
    "skills",
    "trainings",
    "talks",
    "role",
    "imports",
    "mappings",
)


def everything(store: Store) -> dict[str, dict[str, Any]]:
    """Return all documents of the AE by table, without empty tables."""
    tables = {name: dict(store.table(name)) for name in TABLES}
    return {name: table for name, table in tables.items() if table}


def plan(desk: Desk, **answers: str) -> Goal:
    """Plan the goal that the builders describe, with these answers instead."""
    return desk.goals.plan(a_draft(**answers))


def plan_check_ins(desk: Desk, **answers: str) -> Goal:
    """Plan a goal whose value the AE reports by hand."""
    return plan(desk, title="Reference stories", kind="other", unit="count", target="12", **answers)


def actual(desk: Desk, goal: Goal) -> object:
    """Return the goal's value today, as a fresh reading of the store."""
    return desk.goals.standing(desk.goals.get(goal.id)).actual
