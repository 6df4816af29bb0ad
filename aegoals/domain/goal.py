"""A goal: what, how much, from when to when, why, and how it was changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from aegoals.domain.fields import Day, Line, Model, Name, Note, Number, Share
from aegoals.domain.metric import Metric
from aegoals.domain.periods import SplitBy
from aegoals.domain.waiver import Waiver
from aegoals.locale.texts import _


class GoalKind(StrEnum):
    """The types of goals."""

    REVENUE = "revenue"
    RETENTION = "retention"
    NEW_BUSINESS = "new_business"
    SATISFACTION = "satisfaction"
    SALES_CYCLE = "sales_cycle"
    CONVERSION = "conversion"
    ACTIVITY = "activity"
    KEY_ACCOUNT = "key_account"
    CAREER = "career"
    MILESTONE = "milestone"
    OTHER = "other"


class Direction(StrEnum):
    """Where the value should go."""

    REACH_UP = "reach_up"
    BRING_DOWN = "bring_down"
    KEEP_AT_LEAST = "keep_at_least"
    KEEP_AT_MOST = "keep_at_most"

    @property
    def keeps(self) -> bool:
        """Whether the goal is a limit to stay within until the period ends."""
        return self in {Direction.KEEP_AT_LEAST, Direction.KEEP_AT_MOST}

    @property
    def wants_less(self) -> bool:
        """Whether a smaller value is the better one."""
        return self in {Direction.BRING_DOWN, Direction.KEEP_AT_MOST}


class GoalState(StrEnum):
    """Whether a goal is worked on."""

    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a goal ended."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    MISSED = "missed"
    DROPPED = "dropped"


class Repeat(StrEnum):
    """How often a goal comes again."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Milestone(Model):
    """A value or a yes/no on a day between start and due date."""

    title: Name
    due: Day
    value: Number | None = None
    done_on: Day | None = None


class Action(Model):
    """A step that the AE means to take."""

    title: Name
    done: bool = False


class SeasonPart(Model):
    """The weight of one sub-period of a goal; the weights of all parts add up to 1."""

    start: Day
    due: Day
    weight: Share


class FieldChange(Model):
    """One field of a goal before and after an adjustment, as text."""

    field: Name
    before: Line
    after: Line


class Revision(Model):
    """One adjustment of an active goal: when, why, what."""

    day: Day
    reason: Name
    changes: tuple[FieldChange, ...]


class Pending(Model):
    """A change that makes the goal easier and takes effect on a later day."""

    effective_on: Day
    reason: Name
    target: Number | None = None
    due: Day | None = None


class Closing(Model):
    """The frozen end of a goal: later edits of the log show as adjustments against ``actual``."""

    day: Day
    outcome: Outcome
    actual: Number | None = None
    reason: Line = ""  # what was learned
    by_itself: bool = False  # at the end of its period, as recorded; the AE was not asked


class Goal(Model):
    """One SMART goal. ``baseline`` and ``target`` are in the metric's unit; percentages are 0 to 100."""

    id: str
    kind: GoalKind
    title: Name
    specific: Line = ""
    metric: Metric
    direction: Direction
    baseline: Number = Decimal(0)
    target: Number
    start: Day
    due: Day
    evidence: Note = ""  # A: why it is achievable
    why: Note = ""  # R: why it matters
    serves: Line = ""  # R: the company or team goal it serves
    actions: tuple[Action, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    split: SplitBy | None = None  # the sub-periods that it is seen in; by working days unless a season weights them
    season: tuple[SeasonPart, ...] = ()
    state: GoalState = GoalState.ACTIVE
    archived: bool = False
    created_on: Day | None = None
    closing: Closing | None = None
    asked_on: Day | None = None  # when the AE said how it went, or waved the question off
    revisions: tuple[Revision, ...] = ()
    pending: Pending | None = None  # an easier target or date that still waits
    repeats: Repeat | None = None
    series: str | None = None  # the first goal of those that came one after the other
    waived: tuple[Waiver, ...] = ()  # findings of the coach that the AE lives with

    @model_validator(mode="after")
    def _makes_sense(self) -> Goal:
        if self.due < self.start:
            raise ValueError(_("the due date {due} is before the start {start}").format(due=self.due, start=self.start))
        _check_direction(self)
        _check_season(self.season)
        return self

    @property
    def is_open(self) -> bool:
        """Whether the goal still runs: active or paused."""
        return self.state is not GoalState.CLOSED

    @property
    def is_running(self) -> bool:
        """Whether the goal is worked on: open, and not archived."""
        return self.is_open and not self.archived

    def last_day(self, today: date) -> date:
        """Return the last day that counts: today, or the day on which the goal was closed."""
        return min(today, self.closing.day) if self.closing else today


def _check_direction(goal: Goal) -> None:
    words: dict[str, Any] = {"baseline": goal.baseline, "target": goal.target}
    if goal.direction.keeps:
        return
    if goal.target == goal.baseline:
        raise ValueError(_("the target {target} is the baseline: there is nothing to reach").format(**words))
    if goal.direction.wants_less != (goal.target < goal.baseline):
        raise ValueError(
            _("the target {target} is on the wrong side of the baseline {baseline} for this direction").format(**words)
        )


def _check_season(season: tuple[SeasonPart, ...]) -> None:
    if season and sum(part.weight for part in season) != 1:
        raise ValueError(_("the weights of the sub-periods do not add up to 1"))
