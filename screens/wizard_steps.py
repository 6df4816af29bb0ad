"""The wizard's steps: one letter each, with its question, its fields and examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Direction
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.metric import UNITS
from aegoals.domain.periods import add_months, month_of, quarter_of, year_of
from aegoals.domain.profile import Profile
from aegoals.locale.texts import _, mark
from screens.form import Field

DIRECTION_NAMES = {
    Direction.REACH_UP: mark("reach up to"),
    Direction.BRING_DOWN: mark("bring down to"),
    Direction.KEEP_AT_LEAST: mark("keep at least"),
    Direction.KEEP_AT_MOST: mark("keep at most"),
}


@dataclass(frozen=True, slots=True)
class StepContext:
    """What a step's fields and examples depend on."""

    draft: GoalDraft
    profile: Profile
    today: date


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its id, the letter of SMART, the question, and how its fields are made."""

    id: str
    letter: str
    name: str
    question: str
    fields: Callable[[StepContext], tuple[Field, ...]]
    examples: Callable[[StepContext, str], tuple[str, ...]]


def _nothing(_context: StepContext, _field: str) -> tuple[str, ...]:
    return ()


def _no_fields(_context: StepContext) -> tuple[Field, ...]:
    return ()


def _specific_fields(context: StepContext) -> tuple[Field, ...]:
    draft = context.draft
    fields = [
        Field("title", _("Name of the goal"), draft.title, _("A few words for the list.")),
        Field(
            "specific",
            _("What exactly?"),
            draft.specific,
            _("Who, what, where: so that a stranger could check it."),
        ),
    ]
    if draft.kind in {"key_account", "satisfaction", "revenue", "retention"}:
        help_text = _("Only records of this account count. Empty: all accounts.")
        fields.append(Field("account", _("At one account only?"), draft.account, help_text))
    return tuple(fields)


def _specific_examples(context: StepContext, field: str) -> tuple[str, ...]:
    kind = goal_type(context.draft.kind)
    return {"title": kind.titles, "specific": kind.specifics}.get(field, ())


def _measurable_fields(context: StepContext) -> tuple[Field, ...]:
    draft, kind = context.draft, goal_type(context.draft.kind)
    directions = tuple((value.value, _(name)) for value, name in DIRECTION_NAMES.items())
    unit = draft.unit or (context.profile.currency if kind.unit == "currency" else kind.unit)
    start = _("Where it stands at the start. A sum of the goal's own days starts at 0.")
    return (
        Field("unit", _("Unit"), unit, _("A currency such as EUR, or one of %, count, days, score, hours.")),
        Field(
            "direction",
            _("Direction"),
            draft.direction or kind.direction,
            _("Left and right change it."),
            options=directions,
        ),
        Field("baseline", _("Baseline"), draft.baseline or "0", start),
        Field("target", _("Target"), draft.target, _("The number to report at the end.")),
    )


def _measurable_examples(context: StepContext, field: str) -> tuple[str, ...]:
    if field == "unit":
        return (context.profile.currency, *UNITS)
    return goal_type(context.draft.kind).targets if field == "target" else ()


def _achievable_fields(context: StepContext) -> tuple[Field, ...]:
    draft = context.draft
    return (
        Field(
            "evidence",
            _("What says that you can do it?"),
            draft.evidence,
            _("Past numbers, pipeline, time, help."),
        ),
        Field("actions", _("First steps, one a line"), draft.actions, _("What you will do for it."), lines=3),
    )


def _relevant_fields(context: StepContext) -> tuple[Field, ...]:
    draft = context.draft
    return (
        Field("why", _("Why does it matter?"), draft.why, _("The reason that still holds on a bad day.")),
        Field("serves", _("Which company or team goal does it serve?"), draft.serves, _("May stay empty.")),
    )


def _kind_examples(context: StepContext, field: str) -> tuple[str, ...]:
    kind = goal_type(context.draft.kind)
    return {"evidence": kind.evidence, "why": kind.whys}.get(field, ())


def _time_fields(context: StepContext) -> tuple[Field, ...]:
    draft = context.draft
    return (
        Field("start", _("Start"), draft.start or context.today.isoformat(), _("The first day that counts.")),
        Field("due", _("Done by"), draft.due, _("The last day that counts, as YYYY-MM-DD.")),
    )


def _time_examples(context: StepContext, field: str) -> tuple[str, ...]:
    start, year = context.today, context.profile.fiscal_year_start
    periods = (month_of(start), quarter_of(start, year), year_of(start, year))
    if field == "start":
        return tuple(dict.fromkeys([start.isoformat(), *(one.start.isoformat() for one in periods)]))
    ends = [*(one.end for one in periods), add_months(start, 6), add_months(start, 12)]
    return tuple(dict.fromkeys(day.isoformat() for day in sorted(ends)))


def _milestone_fields(context: StepContext) -> tuple[Field, ...]:
    text = _("One a line: date, value if it has one, and what is then true.")
    return (Field("milestones", _("Steps on the way"), context.draft.milestones, text, lines=5),)


def _milestone_examples(context: StepContext, field: str) -> tuple[str, ...]:
    return goal_type(context.draft.kind).milestones if field else ()


STEPS = (
    Step("kind", "", mark("Type"), mark("What kind of goal is it?"), _no_fields, _nothing),
    Step(
        "specific",
        "S",
        mark("Specific"),
        mark("What exactly will be different?"),
        _specific_fields,
        _specific_examples,
    ),
    Step(
        "measurable",
        "M",
        mark("Measurable"),
        mark("Which number will show it?"),
        _measurable_fields,
        _measurable_examples,
    ),
    Step("achievable", "A", mark("Achievable"), mark("Why can it be done?"), _achievable_fields, _kind_examples),
    Step(
        "relevant",
        "R",
        mark("Relevant"),
        mark("Why is it worth the effort?"),
        _relevant_fields,
        _kind_examples,
    ),
    Step("time_bound", "T", mark("Time-bound"), mark("From when to when?"), _time_fields, _time_examples),
    Step(
        "milestones",
        "",
        mark("Milestones"),
        mark("Which steps lie on the way? (may stay empty)"),
        _milestone_fields,
        _milestone_examples,
    ),
    Step("summary", "", mark("Summary"), mark("Is this your goal?"), _no_fields, _nothing),
)
