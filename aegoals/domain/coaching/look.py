"""A draft as the coach reads it: each answer as what it means, None where it means nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from aegoals.domain.coaching.background import Background
from aegoals.domain.coaching.past import Past, past_like
from aegoals.domain.draft import GoalDraft
from aegoals.domain.finding import Finding
from aegoals.domain.goal import Direction, GoalKind
from aegoals.domain.goal_entry import EntryRules, number_or_none
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.goal_metrics import default_metric, windowed
from aegoals.domain.goal_words import read_direction, read_kind
from aegoals.domain.metric import Metric, Window, read_unit
from aegoals.domain.periods import Period, add_months, month_of, quarter_of
from aegoals.errors import RefusedInput

T = TypeVar("T")
_MONTHS = {Window.MONTH: 1, Window.QUARTER: 3, Window.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Look:
    """One draft on one day, and what the coach knows beside it."""

    draft: GoalDraft
    rules: EntryRules
    today: date
    background: Background
    kind: GoalKind | None
    unit: str | None
    metric: Metric | None  # the usual one of its kind while there is no unit
    direction: Direction
    baseline: Decimal | None
    target: Decimal | None
    start: date | None
    due: date | None

    @property
    def text(self) -> str:
        """What the AE wrote of the goal: its statement, else its name."""
        return self.draft.specific or self.draft.title

    @property
    def days(self) -> Period:
        """The goal's days; the quarter of today where they are not known yet."""
        start = self.start or self.today
        if self.due is None or self.due < start:
            return quarter_of(self.today, self.background.fiscal_year_start)
        return Period(start, self.due)

    @property
    def measured_days(self) -> Period:
        """The days that one value covers: the goal's own, or the month of a monthly figure."""
        window = self.metric.window if self.metric is not None else Window.GOAL
        if window is Window.GOAL:
            return self.days
        if window is Window.WEEK:
            return Period(self.today, self.today + timedelta(days=6))
        return Period(self.today, add_months(self.today, _MONTHS[window]) - timedelta(days=1))

    @property
    def past(self) -> Past | None:
        """What past periods like its days came to, by the AE's own log; None where that was nothing at all."""
        past = self._past
        return past if past is not None and past.average else None

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """Records of past periods that could not be counted, by reason."""
        return self._past.left_out if self._past is not None else ()

    @property
    def _past(self) -> Past | None:
        if self.metric is None:
            return None
        shorter = (quarter_of(self.today, self.background.fiscal_year_start), month_of(self.today))
        return past_like(self.metric, self.measured_days, shorter, self.background.history, self.today)

    @property
    def wants_less(self) -> bool:
        """Whether a smaller value is the better one."""
        return self.direction.wants_less


Check = Callable[[Look], Iterator[Finding]]


def look_at(draft: GoalDraft, rules: EntryRules, today: date, background: Background) -> Look:
    """Return what a draft means so far."""
    kind = _tried(lambda: read_kind(draft.kind)) if draft.kind else None
    unit = _tried(lambda: read_unit(draft.unit, rules.currency)) if draft.unit.strip() else None
    metric, baseline = None, number_or_none(draft.baseline, rules)
    if kind is not None:
        words = f"{draft.title} {draft.specific}"
        metric = default_metric(kind, unit or _usual_unit(kind, rules), words, draft.account or None, rules.own_kinds)
        metric = windowed(metric, words, baseline)
    return Look(
        draft=draft,
        rules=rules,
        today=today,
        background=background,
        kind=kind,
        unit=unit,
        metric=metric,
        direction=_tried(lambda: read_direction(draft.direction)) or Direction.REACH_UP,
        baseline=baseline,
        target=number_or_none(draft.target, rules),
        start=_day(draft.start, rules),
        due=_day(draft.due, rules),
    )


def _usual_unit(kind: GoalKind, rules: EntryRules) -> str:
    unit = goal_type(kind).unit
    return rules.currency if unit == "currency" else unit


def _day(text: str, rules: EntryRules) -> date | None:
    return _tried(lambda: rules.read_day(text.strip())) if text.strip() else None


def refusal_of(text: str, read: Callable[[str], object]) -> RefusedInput | None:
    """Return why an answer cannot be read as it was typed; None where it can, and where nothing is typed."""
    try:
        if text.strip():
            read(text.strip())
    except RefusedInput as refusal:
        return refusal
    return None


def _tried(read: Callable[[], T]) -> T | None:
    try:
        return read()
    except RefusedInput:
        return None
