"""The forms of aspirations, skills, trainings, ratings and experiences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, Experience, Rating, Skill, Training
from aegoals.domain.career_words import ASPIRATION_KINDS, TRAINING_KINDS, scale_words
from aegoals.domain.goal_entry import EntryRules
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _
from screens.form import Field, Form
from screens.record_form import LONGEST_COUNT, LONGEST_SHOWN

LEVELS = tuple((str(level), str(level)) for level in range(HIGHEST_LEVEL + 1))
WHOLE = ("horizon", "level", "wanted")
HOURS = ("hours_planned", "hours_done")
DAYS = ("finished_on", "agreed_on", "due")
NO_SKILL = ""


def aspiration_form(one: Aspiration | None) -> Form:
    """Return the form of an aspiration."""
    kinds = tuple((kind.value, _(words)) for kind, words in ASPIRATION_KINDS.items())
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
            Field("kind", _("Which kind of future?"), one.kind if one else "", _("← and → change it."), options=kinds),
        ),
    )


def skill_form(one: Skill | None) -> Form:
    """Return the form of a skill."""
    return Form(
        _("Skill"),
        (
            Field("title", _("Skill"), one.title if one else "", _("Negotiation, discovery questions, …")),
            Field("level", _("Today"), str(one.level) if one else "1", scale_words(), options=LEVELS),
            Field("wanted", _("Wanted"), str(one.wanted) if one else "4", scale_words(), options=LEVELS),
            Field("evidence", _("Evidence"), one.evidence if one else "", _("What shows today's level?")),
        ),
    )


def training_form(one: Training | None, skills: Sequence[Skill], skill: str | None = None) -> Form:
    """Return the form of a training; ``skill`` is the one that a new training serves."""
    kinds = tuple((kind.value, _(words)) for kind, words in TRAINING_KINDS.items())
    served = (one.skill if one else skill) or NO_SKILL
    known = ((NO_SKILL, "–"), *((each.id, each.title) for each in skills))
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
            Field("kind", _("About a"), one.kind if one else "", _("← and → change it."), options=kinds),
            Field("skill", _("For the skill"), served, _("← and → change it."), options=known, is_private=True),
            Field("certificate", _("Certificate"), one.certificate if one else ""),
            Field("changed", _("What changed since"), one.changed if one else "", lines=2),
            Field("note", _("Note"), one.note if one else ""),
        ),
    )


def fields_from(what: str, answers: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    """Return the fields that the answers mean; raises RefusedInput."""
    fields: dict[str, object] = dict(answers)
    for name in WHOLE:
        if name in answers:
            fields[name] = _whole(answers[name])
    for name in HOURS:
        if name in answers:
            fields[name] = read_number(answers[name], rules.locale)
    for name in DAYS:
        if name in answers:
            fields[name] = rules.read_day(answers[name].strip()) if answers[name].strip() else None
    if what == "training":
        fields["skill"] = answers["skill"] or None
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


def rate_form(skill: Skill, begin: Rating, about: str = "") -> Form:
    """Return the form that rates a skill; ``begin`` is what stands in it to begin with."""
    return Form(
        _("Level now: {title}").format(title=skill.title),
        (
            Field("level", _("Today"), str(begin.level), scale_words(), options=LEVELS),
            Field("note", _("What shows it?"), begin.note, _("May stay empty; v on the skill attaches evidence.")),
            Field("day", _("Rated on"), begin.day.isoformat(), _("As YYYY-MM-DD.")),
        ),
        about,
    )


def rating_form(skill: Skill, one: Rating) -> Form:
    """Return the form that changes a rating of a skill."""
    form = rate_form(skill, one)
    level = replace(form.fields[0], label=_("Level"))
    return Form(_("Rating: {title}").format(title=skill.title), (level, *form.fields[1:]))


def experience_form(one: Experience | None) -> Form:
    """Return the form of an experience."""
    hint = _("Lead a bid, coach a new colleague, …")
    return Form(_("Experience"), (Field("title", _("What to have done"), one.title if one else "", hint),))
