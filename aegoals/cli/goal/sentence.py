"""A goal given in one sentence: what is understood of it, and what it must not lack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aegoals.cli.coach_questions import checked_text
from aegoals.cli.goal.answers import Answers, draft_of_answers
from aegoals.cli.output import say, warn
from aegoals.cli.session import Session
from aegoals.cli.tables import table
from aegoals.domain.coach import number_or_none
from aegoals.domain.goal_entry import EntryRules, goal_from
from aegoals.domain.goal_reading import draft_of_reading, reading_findings, with_level
from aegoals.domain.reading import read_goal
from aegoals.domain.statement import statement
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number
from aegoals.locale.texts import _

if TYPE_CHECKING:
    from aegoals.domain.coach import Finding
    from aegoals.domain.draft import GoalDraft

NEEDED = {
    "no_number": "--target",
    "change_without_baseline": "--baseline / --target",
    "change_without_level": "--target",
    "no_unit": "--unit",
    "no_date": "--due",
}
"""The findings with which no goal is set, and the options that mend them."""


def draft_of_sentence(session: Session, text: str, options: Answers, *, is_quiet: bool, may_lack: bool) -> GoalDraft:
    """Return the draft that a sentence and the options beside it fill; says what is understood.

    Raises RefusedInput where no number or no date is found, unless the draft may lack them.
    """
    desk, today = session.desk, session.today()
    rules = desk.goals.rules()
    reading = read_goal(checked_text(text), today)
    draft = draft_of_reading(text, reading, desk.drafts.new().id, today)
    draft = with_level(_with_options(draft, options), reading, rules)
    if not is_quiet:
        say(_("Understood:"))
        for line in table(list(_understood(draft, rules))):
            say(line)
    found = reading_findings(draft, reading, rules, today, desk.coaching.background(), waived=bool(draft.target))
    if not may_lack:
        _refuse_gaps(found)
        goal_from(draft, draft.id, rules, today)
    for finding in found:
        warn(f"{finding.letter}: {finding.message} ({draft.title})")
    return draft


def _with_options(draft: GoalDraft, options: Answers) -> GoalDraft:
    """Return the draft with the options in the place of what was read."""
    given = draft_of_answers(options, draft.id)
    return draft.with_(**{name: getattr(given, name) for name in options})


def _refuse_gaps(found: list[Finding]) -> None:
    gaps = [finding for finding in found if finding.code in NEEDED]
    if gaps:
        raise RefusedInput(
            " ".join(finding.message for finding in gaps),
            _("Say it in the sentence, or with {options}; --draft keeps it as it is.").format(
                options=", ".join(dict.fromkeys(NEEDED[finding.code] for finding in gaps))
            ),
        )


def _understood(draft: GoalDraft, rules: EntryRules) -> Iterator[tuple[str, str]]:
    gap = "…"
    values = " → ".join(_figure(text, rules) for text in (draft.baseline, draft.target) if text)
    yield _("Kind"), draft.kind or gap
    yield _("Unit"), draft.unit or gap
    yield _("Direction"), draft.direction or gap
    yield _("Value"), values or gap
    yield _("Start"), draft.start or gap
    yield _("Due"), draft.due or gap
    yield _("Statement"), statement(draft, rules)


def _figure(text: str, rules: EntryRules) -> str:
    """Return a value as plain figures, or as it was typed where it is no number."""
    number = number_or_none(text, rules)
    return text if number is None else plain_number(number)
