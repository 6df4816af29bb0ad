"""The forms of aspirations, skills and trainings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, Skill, Training
from aegoals.domain.goal_entry import EntryRules
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _
from screens.form import Field, Form
from screens.record_form import LONGEST_COUNT, LONGEST_SHOWN

LEVELS = tuple((str(level), str(level)) for level in range(HIGHEST_LEVEL + 1))
WHOLE = ("horizon", "level", "wanted")
HOURS = ("hours_planned", "hours_done")


def aspiration_form(one: Aspiration | None) -> Form:
    """Return the form of an aspiration."""
    return Form(
        _("Aspiration"),
        (
            Field(
                "title",
                _("Where do you want to be?"),
                one.title if one else "",
                _("Lead a team, own business, …"),
            ),
            Field("horizon", _("By which year?"), str(one.horizon or "") if one else "", _("May stay empty.")),
            Field("why", _("Why?"), one.why if one else ""),
        ),
    )


def skill_form(one: Skill | None) -> Form:
    """Return the form of a skill."""
    scale = _("0 not yet · 1 first tries · 2 with help · 3 alone · 4 safely · 5 others learn it from me")
    return Form(
        _("Skill"),
        (
            Field("title", _("Skill"), one.title if one else "", _("Negotiation, discovery questions, …")),
            Field("level", _("Today"), str(one.level) if one else "1", scale, options=LEVELS),
            Field("wanted", _("Wanted"), str(one.wanted) if one else "4", scale, options=LEVELS),
            Field("evidence", _("Evidence"), one.evidence if one else "", _("What shows today's level?")),
        ),
    )


def training_form(one: Training | None) -> Form:
    """Return the form of a training."""
    return Form(
        _("Training"),
        (
            Field("title", _("Course, book or practice"), one.title if one else ""),
            Field("hours_planned", _("Hours planned"), plain_number(one.hours_planned) if one else ""),
            Field("hours_done", _("Hours done"), plain_number(one.hours_done) if one else "0"),
            Field(
                "finished_on",
                _("Finished on"),
                str(one.finished_on or "") if one else "",
                _("As YYYY-MM-DD. May stay empty."),
            ),
            Field("note", _("Note"), one.note if one else ""),
        ),
    )


FORMS: dict[str, Callable[[Any], Form]] = {
    "aspiration": aspiration_form,
    "skill": skill_form,
    "training": training_form,
}


def fields_from(what: str, answers: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    """Return the fields that the answers mean; raises RefusedInput."""
    fields: dict[str, object] = dict(answers)
    for name in WHOLE:
        if name in answers:
            fields[name] = _whole(answers[name])
    for name in HOURS:
        if name in answers:
            fields[name] = read_number(answers[name], rules.locale)
    if what == "training":
        typed = answers["finished_on"].strip()
        fields["finished_on"] = rules.read_day(typed) if typed else None
    return fields


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or len(text) > LONGEST_COUNT:
        shown = text[:LONGEST_SHOWN]
        raise RefusedInput(_("“{text}” is not a whole number.").format(text=shown), _("Write it like 2030."))
    return int(text)


def hours_form(training: Training) -> Form:
    """Return the form that logs hours of a training."""
    about = _("The hours count for the training and stand in today's log.")
    return Form(_("Hours: {title}").format(title=training.title), (Field("hours", _("Hours"), "1"),), about)


def hours_in(answers: Mapping[str, str], rules: EntryRules) -> Decimal:
    """Return the hours that were entered; raises RefusedInput."""
    return read_number(answers["hours"], rules.locale)
