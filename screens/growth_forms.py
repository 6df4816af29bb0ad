"""The forms of feedback, rewards and contests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from aegoals.domain.contest import Contest
from aegoals.domain.feedback import Feedback, Pattern, Side, Tone, Way
from aegoals.domain.goal import Goal
from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.reward import Reward, Span
from aegoals.errors import RefusedInput
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _, mark, ngettext
from aegoals.services.reward_words import SPANS
from screens.form import Field, Form

WAYS = ((Way.RECEIVED.value, mark("I received it")), (Way.GIVEN.value, mark("I gave it")))
SIDES = (
    (Side.CUSTOMER.value, mark("customer")),
    (Side.MANAGER.value, mark("manager")),
    (Side.PEER.value, mark("peer")),
    (Side.SDR.value, mark("SDR")),
    (Side.MARKETING.value, mark("marketing")),
)
TONES = (
    (Tone.PRAISE.value, mark("praise")),
    (Tone.WISH.value, mark("wish")),
    (Tone.COMPLAINT.value, mark("complaint")),
    (Tone.RECOGNITION.value, mark("recognition")),
)
STREAK, GOAL, MILESTONE, RECORD = "streak", "goal", "milestone", "record"
LONGEST_COUNT = 4  # digits


def _shown(options: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((value, _(text)) for value, text in options)


def feedback_form(
    one: Feedback | None, today: date, skills: Iterable[tuple[str, str]], goals: Iterable[tuple[str, str]]
) -> Form:
    """Return the form of a feedback; ``skills`` and ``goals`` are ids and titles to choose from."""
    none = ("", _("none"))
    return Form(
        _("Feedback"),
        (
            Field("text", _("What was said?"), one.text if one else ""),
            Field("way", _("Given or received"), one.way if one else Way.RECEIVED, options=_shown(WAYS)),
            Field("side", _("Who is it?"), one.side if one else Side.CUSTOMER, options=_shown(SIDES)),
            Field("person", _("Name"), one.person if one else "", _("May stay empty.")),
            Field("tone", _("Kind"), one.tone if one else Tone.PRAISE, options=_shown(TONES)),
            Field("day", _("Day"), (one.day if one else today).isoformat(), _("As YYYY-MM-DD.")),
            Field("account", _("Account"), one.account if one else ""),
            Field("deal", _("Deal"), one.deal if one else ""),
            Field("skill", _("Skill"), (one.skill or "") if one else "", options=(none, *skills), is_private=True),
            Field("goal", _("Goal"), (one.goal or "") if one else "", options=(none, *goals), is_private=True),
            Field(
                "reasons",
                _("Words to count it by"),
                ", ".join(one.reasons) if one else "",
                _("Several with commas between, such as price, onboarding."),
            ),
            Field("response", _("What do you do with it?"), one.response if one else ""),
        ),
    )


def feedback_fields(answers: Mapping[str, str], rules: EntryRules) -> dict[str, object]:
    """Return the fields that the answers mean; raises RefusedInput."""
    return {
        **answers,
        "day": rules.read_day(answers["day"]),
        "skill": answers["skill"] or None,
        "goal": answers["goal"] or None,
        "reasons": tuple(word.strip().lstrip("#") for word in answers["reasons"].split(",") if word.strip(" #")),
    }


def pass_on_form(one: Feedback) -> Form:
    """Return the form that marks a feedback as passed on."""
    text = _("A person or a department; empty takes the mark back.")
    return Form(_("Pass on"), (Field("to", _("To whom?"), one.passed_on_to or "Marketing", text),), f"“{one.text}”")


def tell_form(pattern: Pattern, locale: str) -> Form:
    """Return the form of a note to another department about a reason that comes up again and again."""
    times = ngettext("{count} time", "{count} times", pattern.count).format(count=pattern.count)
    said = _("“{reason}” came up {times}, last on {day}").format(
        reason=pattern.reason, times=times, day=show_day(pattern.latest, locale)
    )
    to, text = _("A person or a department."), _("It is kept among the feedback that you gave.")
    fields = (Field("to", _("To whom?"), "Marketing", to), Field("text", _("What do you tell them?"), said, text))
    return Form(_("Pass on"), fields)


def reward_form(one: Reward | None, goals: Iterable[Goal]) -> Form:
    """Return the form of a reward: the promise and what it hangs on."""
    options = dict(_occasions(goals))
    value = _chosen(one) if one else next(iter(options))
    options.setdefault(value, _("what is gone meanwhile"))
    days = _("For a streak: how many working days in a row.")
    return Form(
        _("Reward"),
        (
            Field("promise", _("What do you promise yourself?"), one.promise if one else ""),
            Field("hangs_on", _("It is earned by"), value, options=tuple(options.items()), is_private=True),
            Field("days", _("Days of the streak"), str(one.days) if one and one.days else "10", days),
        ),
        _("The log earns it, by itself; you claim it."),
    )


def _occasions(goals: Iterable[Goal]) -> Iterable[tuple[str, str]]:
    for goal in goals:
        yield f"{GOAL}:{goal.id}", _("“{title}” reached").format(title=goal.title)
        for milestone in goal.milestones:
            yield f"{MILESTONE}:{goal.id}:{milestone.title}", _("“{title}” done").format(title=milestone.title)
        if goal.metric.grows:
            for span in Span:
                text = _("{best} of “{title}”").format(best=_(SPANS[span]), title=goal.title)
                yield f"{RECORD}:{goal.id}:{span}", text
    yield STREAK, _("a streak")


def _chosen(one: Reward) -> str:
    last = {MILESTONE: one.milestone, RECORD: one.span.value}.get(one.occasion.value)
    return ":".join(filter(None, (one.occasion.value, one.goal, last)))


def reward_fields(answers: Mapping[str, str]) -> dict[str, object]:
    """Return the fields that the answers mean; raises RefusedInput."""
    occasion, _colon, rest = answers["hangs_on"].partition(":")
    goal, _colon, last = rest.partition(":")
    fields: dict[str, object] = {"promise": answers["promise"], "occasion": occasion, "goal": goal or None}
    if occasion == STREAK:
        fields["days"] = _days(answers["days"])
    if occasion == MILESTONE:
        fields["milestone"] = last
    if occasion == RECORD:
        fields["span"] = last
    return fields


def _days(text: str) -> int:
    if not text.strip().isdecimal() or len(text.strip()) > LONGEST_COUNT:
        raise RefusedInput(_("“{text}” is not a number of days.").format(text=text[:20]), _("Write it like 10."))
    return int(text)


def contest_form(one: Contest | None) -> Form:
    """Return the form that sets or changes a contest."""
    text = _("One figure, until the end of the day or the week.")
    line = Field("line", _("Contest"), one.line if one else "", text, placeholder="8 calls today")
    return Form(_("Contest against yourself"), (line,))


def pack_form(start: date, end: date, path: str) -> Form:
    """Return the form that writes an evidence pack."""
    options = (("no", _("with names")), ("yes", _("without names")))
    return Form(
        _("Evidence pack"),
        (
            Field("start", _("From"), start.isoformat(), _("As YYYY-MM-DD.")),
            Field("end", _("To"), end.isoformat(), _("As YYYY-MM-DD.")),
            Field("masked", _("Accounts, deals, people"), "no", options=options),
            Field("path", _("File"), path, _("A new file; nothing is overwritten.")),
        ),
        _("Wins, goals, feedback, skills, training and what was agreed in these days, as Markdown."),
    )
