"""The fields of each step of the wizard."""

from __future__ import annotations

from datetime import date

from aegoals.domain.goal import Direction
from aegoals.domain.goal_guide import goal_type
from aegoals.domain.goal_words import read_repeat
from aegoals.domain.metric import UNITS
from aegoals.domain.periods import add_months
from aegoals.domain.sentence_draft import level_of_sentence
from aegoals.domain.split_draft import even_milestones, why_no_split
from aegoals.domain.split_words import SPLIT_NAMES
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _, mark
from screens.form import Field
from screens.goal_forms import repeat_field
from screens.wizard_context import Example, StepContext

DIRECTION_NAMES = {
    Direction.REACH_UP: mark("reach up to"),
    Direction.BRING_DOWN: mark("bring down to"),
    Direction.KEEP_AT_LEAST: mark("keep at least"),
    Direction.KEEP_AT_MOST: mark("keep at most"),
}
SENTENCES = (
    mark("Win 10 new customers in the next six months"),
    mark("Raise customer satisfaction from 4.0 to 4.5 within a year"),
    mark("Shorten the sales cycle from 45 to 30 days in three months"),
)
AT_ONE_ACCOUNT = {"key_account", "satisfaction", "revenue", "retention"}
NO_SPLIT = ""


def no_fields(_context: StepContext) -> tuple[Field, ...]:
    """Return no field: the step is a list."""
    return ()


def no_examples(_context: StepContext, _field: str) -> tuple[Example, ...]:
    """Return no example."""
    return ()


def sentence_fields(context: StepContext) -> tuple[Field, ...]:
    """Return the sentence."""
    text = _("As you would say it, in English, Swedish, German, Japanese or Chinese. Enter goes on, also without one.")
    return (Field("sentence", _("The goal in one sentence"), context.draft.sentence, text, lines=2, is_paragraph=True),)


def sentence_examples(context: StepContext, _field: str) -> tuple[Example, ...]:
    """Return sentences to begin with, until there is one."""
    return () if context.draft.sentence else tuple(Example(_(one)) for one in SENTENCES)


def specific_fields(context: StepContext) -> tuple[Field, ...]:
    """Return name and statement, and the account where a goal can be about one."""
    draft = context.draft
    exactly = _("Who, what, where: so that a stranger could check it.")
    found = [
        Field("title", _("Name of the goal"), draft.title, _("A few words for the list.")),
        Field("specific", _("What exactly?"), draft.specific, exactly),
    ]
    if draft.kind in AT_ONE_ACCOUNT:
        help_text = _("Only records of this account count. Empty: all accounts.")
        found.append(Field("account", _("At one account only?"), draft.account, help_text))
    return tuple(found)


def specific_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return names and statements of this type of goal."""
    kind = goal_type(context.draft.kind)
    return _examples({"title": kind.titles, "specific": kind.specifics}.get(field, ()))


def measurable_fields(context: StepContext) -> tuple[Field, ...]:
    """Return unit, direction, baseline and target."""
    draft, kind = context.draft, goal_type(context.draft.kind)
    directions = tuple((value.value, _(name)) for value, name in DIRECTION_NAMES.items())
    unit = draft.unit or (context.profile.currency if kind.unit == "currency" else kind.unit)
    start = _("Where it stands at the start. A sum of the goal's own days starts at 0.")
    turn = _("Left and right change it.")
    return (
        Field("unit", _("Unit"), unit, _("A currency such as EUR, or one of %, count, days, score, hours.")),
        Field("direction", _("Direction"), draft.direction or kind.direction, turn, options=directions),
        Field("baseline", _("Baseline"), draft.baseline or "0", start),
        Field("target", _("Target"), draft.target, _("The number to report at the end.")),
    )


def measurable_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return the units, or targets: the one that the sentence leads to first."""
    if field == "unit":
        return _examples((context.profile.currency, *UNITS))
    if field != "target":
        return ()
    level = level_of_sentence(context.draft, context.rules, context.today)
    of_sentence = (Example(level, _("{level}  as your sentence says").format(level=level)),) if level else ()
    return (*of_sentence, *_examples(goal_type(context.draft.kind).targets))


def achievable_fields(context: StepContext) -> tuple[Field, ...]:
    """Return evidence and first steps."""
    draft, past = context.draft, _("Past numbers, pipeline, time, help.")
    steps = _("What you will do for it. Enter on an empty line goes on.")
    return (
        Field("evidence", _("What says that you can do it?"), draft.evidence, past),
        Field("actions", _("First steps, one a line"), draft.actions, steps, lines=3),
    )


def relevant_fields(context: StepContext) -> tuple[Field, ...]:
    """Return the reason, and what the goal serves."""
    draft = context.draft
    serves = _("Which company or team goal does it serve?")
    if draft.kind == "career":
        serves = _("Which aspiration does it serve?")
    return (
        Field("why", _("Why does it matter?"), draft.why, _("The reason that still holds on a bad day.")),
        Field("serves", serves, draft.serves, _("May stay empty.")),
    )


def relevant_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return reasons of this type of goal, and the AE's own aspirations for a career goal to serve."""
    if field == "serves":
        return tuple(Example(title, _("“{title}”").format(title=title)) for title in context.aspirations)
    return guide_examples(context, field)


def guide_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return evidence and reasons of this type of goal."""
    kind = goal_type(context.draft.kind)
    return _examples({"evidence": kind.evidence, "why": kind.whys}.get(field, ()))


def time_fields(context: StepContext) -> tuple[Field, ...]:
    """Return the first and the last day, and whether the goal comes again."""
    draft = context.draft
    try:
        repeats = read_repeat(draft.repeats)
    except RefusedInput:  # a word of another version
        repeats = None
    return (
        Field("start", _("Start"), draft.start or context.today.isoformat(), _("The first day that counts.")),
        Field("due", _("Done by"), draft.due, _("The last day that counts, as YYYY-MM-DD.")),
        repeat_field(repeats),
    )


def time_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return the days on which periods begin or end, each with its name."""
    today, splitter = context.today, context.rules.splitter
    names = {"month": _("this month"), "quarter": _("this quarter"), "year": _("this year")}
    periods = [(splitter.period_named(today, name), text) for name, text in names.items()]
    if field == "start":
        begins = _("the start of {period}")
        days = [(today, _("today")), *((one.start, begins.format(period=text)) for one, text in periods)]
    else:
        ends = _("the end of {period}")
        days = [(one.end, ends.format(period=text)) for one, text in periods]
        days = sorted([*days, (add_months(today, 6), _("in six months")), (add_months(today, 12), _("in a year"))])
    named: dict[date, str] = {}
    for day, text in days:
        named.setdefault(day, text)
    return tuple(Example(day.isoformat(), f"{day.isoformat()}  {text}") for day, text in named.items())


def split_fields(context: StepContext) -> tuple[Field, ...]:
    """Return the split with its weights where the goal can be split, and the steps on the way."""
    draft = context.draft
    steps = _("One a line: date, value if it has one, and what is then true. Enter on an empty line goes on.")
    milestones = Field("milestones", _("Steps on the way"), draft.milestones, steps, lines=3)
    if why_no_split(draft, context.rules):
        return (milestones,)
    options = ((NO_SPLIT, _("no parts")), *((value.value, _(name)) for value, name in SPLIT_NAMES.items()))
    weights = _("One number for each part. Empty: by working days.")
    return (
        Field("split", _("Parts"), draft.split, _("Left and right change it."), options=options),
        Field("weights", _("Weights"), " ".join(draft.weights.split()), weights),
        milestones,
    )


def split_examples(context: StepContext, field: str) -> tuple[Example, ...]:
    """Return last year's own shape, or even steps on the way."""
    if field == "weights" and context.last_year:
        shape = " ".join(plain_number(value) for value in context.last_year)
        return (Example(shape, _("as last year: {shape}").format(shape=shape)),)
    if field == "milestones":
        even = even_milestones(context.draft, context.rules)
        own = _examples(goal_type(context.draft.kind).milestones) if not even else ()
        return (*(Example(one) for one in even), *own)
    return ()


def _examples(texts: tuple[str, ...]) -> tuple[Example, ...]:
    return tuple(Example(_(one)) for one in texts)
