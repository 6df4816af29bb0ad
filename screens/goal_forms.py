"""The forms of one goal: adjust, check in, close."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from aegoals.domain.ended import OUTCOME_WORDS, likely_outcome
from aegoals.domain.goal import Goal, Outcome, Repeat
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.goal_words import read_repeat
from aegoals.domain.profile import Profile
from aegoals.domain.progress import Standing
from aegoals.domain.unit_words import measured_in
from aegoals.errors import RefusedInput
from aegoals.locale.numbers import plain_number, read_number, show_share, show_value
from aegoals.locale.texts import _
from screens.form import Field, Form
from screens.naming import naming

NUMBERS = ("baseline", "target")


def adjust_form(goal: Goal) -> Form:
    """Return the form that changes a goal's figures and dates."""
    return Form(
        _("Adjust the goal"),
        (
            Field("target", _("Target"), plain_number(goal.target), measured_in(goal.metric)),
            Field("baseline", _("Baseline"), plain_number(goal.baseline), _("The value at the start.")),
            Field("start", _("Start"), goal.start.isoformat(), _("As YYYY-MM-DD.")),
            Field("due", _("Due"), goal.due.isoformat(), _("As YYYY-MM-DD.")),
            repeat_field(goal.repeats),
            Field("reason", _("Reason"), "", _("A goal changes only with a reason; it stays visible.")),
        ),
        _("The old figures stay visible under “Changes”."),
    )


def repeat_field(repeats: Repeat | None) -> Field:
    """Return the question whether a goal comes again."""
    options = (
        ("", _("no")),
        (Repeat.MONTH.value, _("each month")),
        (Repeat.QUARTER.value, _("each quarter")),
        (Repeat.YEAR.value, _("each year")),
    )
    text = _("When its days are over, it is closed as recorded and begins anew.")
    return Field("repeats", _("Comes again"), repeats or "", text, options=options)


def adjustments(answers: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    """Return the changes that the answers mean; raises RefusedInput."""
    numbers, days = {}, {}
    for field in NUMBERS:
        with naming(field):
            numbers[field] = read_number(answers[field], rules.locale)
    for field in ("start", "due"):
        with naming(field):
            days[field] = rules.read_day(answers[field])
    if not answers["reason"].strip():
        raise RefusedInput(
            "reason: {message}".format(message=_("A goal changes only with a reason.")), _("Say in a few words why.")
        )
    return {**numbers, **days, "repeats": read_repeat(answers["repeats"])}


def check_in_form(goal: Goal, today: date) -> Form:
    """Return the form that reports a goal's value."""
    return Form(
        _("Check in: {title}").format(title=goal.title),
        (
            Field("value", _("Value now"), "", measured_in(goal.metric)),
            Field("day", _("Day"), today.isoformat(), _("As YYYY-MM-DD.")),
            Field("note", _("Note")),
        ),
    )


def check_in_value(answers: Mapping[str, str], rules: EntryRules) -> tuple[Decimal, date]:
    """Return the reported value and its day; raises RefusedInput."""
    return read_number(answers["value"], rules.locale), rules.read_day(answers["day"])


def close_form(one: Standing, profile: Profile) -> Form:
    """Return the form that ends a goal with its result."""
    frozen = _("The value is frozen; later edits show as adjustments.")
    options = (*_results(), (Outcome.DROPPED.value, _(OUTCOME_WORDS[Outcome.DROPPED])))
    return Form(_("Close the goal"), _result_fields(one, options), f"{_value_words(one, profile.locale)} {frozen}")


def ended_form(one: Standing, locale: str) -> Form:
    """Return the form that asks how a goal went whose days are over; the data fills in the result."""
    title = _("How did it go? {title}").format(title=one.goal.title)
    return Form(title, _result_fields(one, _results()), _value_words(one, locale))


def _results() -> tuple[tuple[str, str], ...]:
    return tuple((outcome.value, _(word)) for outcome, word in OUTCOME_WORDS.items() if outcome is not Outcome.DROPPED)


def _result_fields(one: Standing, options: tuple[tuple[str, str], ...]) -> tuple[Field, Field]:
    result = Field("outcome", _("Result"), likely_outcome(one), _("Left and right change it."), options=options)
    return result, Field("reason", _("What did you learn?"), "", _("One sentence for later."))


def _value_words(one: Standing, locale: str) -> str:
    unit = one.goal.metric.unit
    actual, target = (show_value(value, unit, locale) for value in (one.actual, one.goal.target))
    share = show_share(one.progress, locale)
    return _("{actual} of {target}, {share} of the way.").format(actual=actual, target=target, share=share)


def outcome_in(answers: Mapping[str, str]) -> Outcome:
    """Return the chosen outcome."""
    return Outcome(answers["outcome"])
