"""A goal to begin with: everything but the dates, and how long it runs instead."""

from __future__ import annotations

import re
from datetime import date, timedelta

from aegoals.domain.draft import GoalDraft
from aegoals.domain.fields import Line, Model, Name
from aegoals.domain.goal_entry import EntryRules, lines_of
from aegoals.domain.periods import MONTHS_A_YEAR, Period, add_months
from aegoals.domain.split import Splitter
from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

WHOLE = ("week", "month", "quarter", "year")
LONGEST_MONTHS = 120
_LENGTH = re.compile(r"(\d{1,4}) (months|days)")
_OFFSET = re.compile(r"\+(\d{1,5})\s+(.*)")


class GoalTemplate(Model):
    """Answers to take over. Milestones begin with the days since the start: ``+90 3 products in use``.

    ``runs`` is the period of the day on which it is used (``week``, ``month``, ``quarter``, ``year``; with ``rest of``
    before it only from that day on), or a length such as ``6 months`` or ``42 days``; empty where no dates are given.
    """

    id: str
    name: Name
    runs: Line = ""
    answers: GoalDraft


def template_of(draft: GoalDraft, name: str, template_id: str, rules: EntryRules) -> GoalTemplate:
    """Return the template that a draft gives; raises RefusedInput where it has no name or no type."""
    if not draft.kind:
        raise RefusedInput(_("A template needs a type of goal."), _("Choose the type first."))
    days = _days_of(draft, rules)
    answers = draft.with_(
        id=template_id, step="", goal=None, sentence="", changed_at="", start="", due="", waived=(),
        milestones=_moved_out(draft.milestones, days.start, rules) if days else "",
    )  # fmt: skip
    runs = _runs(days, rules.splitter) if days else ""
    return GoalTemplate.build({"id": template_id, "name": name, "runs": runs, "answers": answers})


def draft_from_template(template: GoalTemplate, draft_id: str, rules: EntryRules, today: date) -> GoalDraft:
    """Return a new draft of a template, its dates counted from today."""
    days = days_from(template.runs, rules.splitter, today)
    changes: dict[str, object] = {"id": draft_id, "milestones": ""}
    if days:
        milestones = _moved_in(template.answers.milestones, days)
        changes |= {"start": days.start.isoformat(), "due": days.end.isoformat(), "milestones": milestones}
    return template.answers.with_(**changes)


def days_from(runs: str, splitter: Splitter, today: date) -> Period | None:
    """Return the days that ``runs`` means on a day, None where it means none."""
    word = runs.removeprefix("rest of ")
    if word in WHOLE:
        period = splitter.period_named(today, word)
        return period if word == runs else Period(today, period.end)
    length = _LENGTH.fullmatch(runs)
    if length is None:
        return None
    count = int(length[1])
    if length[2] == "months":
        return Period(today, add_months(today, min(count, LONGEST_MONTHS)) - timedelta(days=1))
    return Period(today, today + timedelta(days=count - 1))


def _runs(days: Period, splitter: Splitter) -> str:
    for word in WHOLE:
        period = splitter.period_named(days.start, word)
        if period == days:
            return word
        if period.end == days.end:
            return f"rest of {word}"
    months = (days.end.year - days.start.year) * MONTHS_A_YEAR + days.end.month - days.start.month
    for count in (months, months + 1):
        if count and add_months(days.start, count) - timedelta(days=1) == days.end:
            return f"{count} months"
    return f"{(days.end - days.start).days + 1} days"


def _days_of(draft: GoalDraft, rules: EntryRules) -> Period | None:
    try:
        days = Period(rules.read_day(draft.start), rules.read_day(draft.due))
    except RefusedInput:
        return None
    return days if days.start <= days.end else None


def _moved_out(milestones: str, start: date, rules: EntryRules) -> str:
    lines = []
    for line in lines_of(milestones):
        day, _space, rest = line.partition(" ")
        try:
            lines.append(f"+{max((rules.read_day(day.rstrip(':,')) - start).days, 0)} {rest.strip()}")
        except RefusedInput:
            continue  # a line that is no milestone yet
    return "\n".join(lines)


def _moved_in(milestones: str, days: Period) -> str:
    lines = []
    for line in lines_of(milestones):
        found = _OFFSET.fullmatch(line)
        if found:
            day = min(days.start + timedelta(days=int(found[1])), days.end)
            lines.append(f"{day.isoformat()} {found[2]}")
    return "\n".join(lines)
