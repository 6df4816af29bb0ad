"""Where the AE wants to be, what it takes, and what was done for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from aegoals.domain.fields import Day, Line, Model, Name, Note, Quantity

HIGHEST_LEVEL = 5


class Aspiration(Model):
    """Where the AE wants to be, and by which year."""

    id: str
    title: Name
    horizon: Annotated[int, Field(ge=1950, le=2150, strict=True)] | None = None  # year
    why: Note = ""


class Skill(Model):
    """A skill on a scale of 0 (not yet) to 5 (others learn it from me): today's and the wanted level."""

    id: str
    title: Name
    level: Annotated[int, Field(ge=0, le=HIGHEST_LEVEL, strict=True)] = 0
    wanted: Annotated[int, Field(ge=0, le=HIGHEST_LEVEL, strict=True)] = HIGHEST_LEVEL
    evidence: Note = ""
    rated_on: Day | None = None


class Training(Model):
    """A course, book or practice with planned and spent hours; hours logged with its tag count too."""

    id: str
    title: Name
    hours_planned: Quantity
    hours_done: Quantity
    skill: str | None = None  # the id of the skill it serves
    finished_on: Day | None = None
    note: Line = ""
