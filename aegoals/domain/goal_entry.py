"""From what the AE typed to the fields of a goal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from aegoals.domain.draft import GoalDraft
from aegoals.domain.goal import Goal, Milestone, SeasonPart
from aegoals.domain.goal_metrics import default_metric, is_check_in, windowed
from aegoals.domain.goal_words import read_direction, read_kind, read_repeat, read_split
from aegoals.domain.metric import Metric, read_unit
from aegoals.domain.own_kinds import OwnKind
from aegoals.domain.periods import Period, SplitBy
from aegoals.domain.split import Splitter, way_of, why_whole
from aegoals.domain.split_weights import read_weights, season_of, weights_in_words
from aegoals.errors import AmbiguousInput, RefusedInput
from aegoals.locale.dates import read_typed_day
from aegoals.locale.numbers import marks_of, plain_number, read_number
from aegoals.locale.texts import _

NEEDED = ("kind", "title", "unit", "direction", "target", "start", "due")


@dataclass(frozen=True, slots=True)
class EntryRules:
    """How typed answers are read: the AE's locale, currency and calendar, and the kinds that the AE added."""

    locale: str = "en_US"
    currency: str = "USD"
    splitter: Splitter = field(default_factory=Splitter)
    own_kinds: tuple[OwnKind, ...] = ()

    def read_day(self, text: str) -> date:
        """Return the day that was typed, ISO or in the locale's own order; raises RefusedInput."""
        return read_typed_day(text, self.locale)


def goal_from(draft: GoalDraft, goal_id: str, rules: EntryRules, today: date) -> Goal:
    """Return the goal that a complete draft describes; raises RefusedInput for what is missing or wrong."""
    missing = [field for field in NEEDED if not getattr(draft, field)]
    if missing:
        raise RefusedInput(
            _("Still missing: {fields}.").format(fields=", ".join(missing)),
            _("Fill it in, or keep the goal as a draft."),
        )
    goal = Goal.build({"id": goal_id, "created_on": today, **fields_of(draft, goal_id, rules)})
    why = why_whole(goal.metric, goal.direction, way_of(goal)) if goal.split else ""
    if why:
        raise RefusedInput(f"split: {why}", _("Set the goal without a split."))
    return goal


def fields_of(draft: GoalDraft, goal_id: str, rules: EntryRules) -> dict[str, Any]:
    """Return the goal fields that a draft's answers mean; raises RefusedInput."""
    metric = metric_of(draft, rules)
    if is_check_in(metric):
        metric = metric.with_(selector=metric.selector.with_(goal=goal_id))
    start, due = _day("start", draft.start, rules), _day("due", draft.due, rules)
    split = read_split(draft.split)
    return {
        "kind": read_kind(draft.kind),
        "title": draft.title,
        "specific": draft.specific,
        "metric": metric,
        "direction": read_direction(draft.direction),
        "baseline": _number("baseline", draft.baseline or "0", rules),
        "target": _number("target", draft.target, rules),
        "start": start,
        "due": due,
        "repeats": read_repeat(draft.repeats),
        "evidence": draft.evidence,
        "why": draft.why,
        "serves": draft.serves,
        "actions": tuple({"title": line} for line in lines_of(draft.actions)),
        "milestones": tuple(read_milestone(line, rules) for line in lines_of(draft.milestones)),
        "waived": draft.waived,
        "split": split,
        "season": _season(draft, Period(start, due), split, rules),
    }


def metric_of(draft: GoalDraft, rules: EntryRules) -> Metric:
    """Return what a draft counts. Raises RefusedInput."""
    words = f"{draft.title} {draft.specific}"
    unit = read_unit(draft.unit, rules.currency)
    metric = default_metric(read_kind(draft.kind), unit, words, draft.account or None, rules.own_kinds)
    return windowed(metric, words, _number("baseline", draft.baseline or "0", rules))


def _season(draft: GoalDraft, days: Period, split: SplitBy | None, rules: EntryRules) -> tuple[SeasonPart, ...]:
    weights = read_weights(draft.weights, rules.locale)
    if not weights:
        return ()
    if split is None:
        raise RefusedInput(
            _("weights: nothing says what they weight."),
            _("Split the goal into one of: {words}.").format(words=", ".join(SplitBy)),
        )
    return season_of(rules.splitter.periods(days.start, days.end, split), weights)


def lines_of(text: str) -> list[str]:
    """Return the filled lines of a text field."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _day(field: str, text: str, rules: EntryRules) -> date:
    try:
        return rules.read_day(text)
    except RefusedInput as error:
        raise RefusedInput(f"{field}: {error.message}", error.repair) from None


def _number(field: str, text: str, rules: EntryRules) -> Decimal:
    try:
        return read_number(text, rules.locale)
    except AmbiguousInput as error:
        raise AmbiguousInput(f"{field}: {error.message}", error.repair, error.readings) from None
    except RefusedInput as error:
        raise RefusedInput(f"{field}: {error.message}", error.repair) from None


def number_or_none(text: str, rules: EntryRules) -> Decimal | None:
    """Return the number that was typed, None where there is none yet."""
    try:
        return read_number(text, rules.locale)
    except RefusedInput:
        return None


_MILESTONE = re.compile(r"(?P<day>\S+)\s*(?::|\s)\s*(?P<rest>.+)")
_FIGURES = r"(?P<value>[+-]?[0-9][0-9.,']*"
_SPACED = r"(?:\s[0-9]{3}(?![0-9]))*"
_REST = r"\s?(?:[kKmM](?![^\W\d_])|[百千]?[千万億亿])?(?:\s?%)?)(?![0-9A-Za-z])\s*(?P<title>.*)"


def read_milestone(line: str, rules: EntryRules) -> dict[str, Any]:
    """Return the fields of a milestone from ``2026-10-31 3 in use``: date, value or nothing, title."""
    match = _MILESTONE.fullmatch(line)
    if match is None:
        raise RefusedInput(
            _("The milestone “{line}” has no date and title.").format(line=line),
            _("Write date, value and title, such as 2026-10-31 3 products in use."),
        )
    day = _day("milestone", match["day"].rstrip(":,"), rules)
    rest = match["rest"].strip()
    valued = re.fullmatch(_FIGURES + (_SPACED if marks_of(rules.locale)[1].isspace() else "") + _REST, rest)
    if valued is None:
        return {"due": day, "title": rest}
    value = _number("milestone", valued["value"], rules)
    return {"due": day, "value": value, "title": valued["title"].strip() or valued["value"].strip()}


def draft_of(goal: Goal, draft_id: str) -> GoalDraft:
    """Return the draft that describes an existing goal, for editing."""
    return GoalDraft(
        id=draft_id,
        goal=goal.id,
        kind=goal.kind,
        title=goal.title,
        specific=goal.specific,
        account=goal.metric.selector.account or "",
        unit=goal.metric.unit,
        direction=goal.direction,
        baseline=plain_number(goal.baseline),
        target=plain_number(goal.target),
        start=goal.start.isoformat(),
        due=goal.due.isoformat(),
        repeats=goal.repeats or "",
        evidence=goal.evidence,
        actions="\n".join(action.title for action in goal.actions),
        why=goal.why,
        serves=goal.serves,
        split=goal.split or "",
        weights=weights_in_words(goal.season),
        milestones="\n".join(_milestone_line(mile) for mile in goal.milestones),
        waived=goal.waived,
    )


def _milestone_line(milestone: Milestone) -> str:
    value = "" if milestone.value is None else f"{plain_number(milestone.value)} "
    return f"{milestone.due.isoformat()} {value}{milestone.title}"


def draft_from(answers: Mapping[str, object], draft_id: str) -> GoalDraft:
    """Return a draft from named answers, as a command or a file gives them; raises RefusedInput."""
    unknown = sorted(set(answers) - set(GoalDraft.model_fields))
    if unknown:
        raise RefusedInput(
            _("“{field}” is not a field of a goal.").format(field=unknown[0]),
            _("Known are: {fields}.").format(fields=", ".join(sorted(GoalDraft.model_fields))),
        )
    texts = {name: value if name == "waived" else _answer(value) for name, value in answers.items()}
    return GoalDraft.build({"id": draft_id} | texts)


def _answer(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(_answer(one) for one in value)
    if isinstance(value, Mapping):
        return " ".join(_answer(value[part]) for part in ("due", "value", "title") if value.get(part) is not None)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return plain_number(Decimal(str(value)))
    return str(value)
