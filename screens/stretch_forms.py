"""The forms of days off, part time and ramp-ups."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aegoals.domain.goal_entry import EntryRules
from aegoals.domain.stretches import DaysOff, PartTime, RampUp, Spell, Step, Stretch
from aegoals.locale.dates import weekday_names
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _, mark
from screens.form import Field, Form
from screens.naming import naming
from screens.settings_forms import PERCENT, percent, work_days_in

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StretchForm:
    """How one kind of stretch is asked for and read; ``title`` heads what it does to the goals."""

    kind: type[Stretch]
    form: Callable[[Stretch | None, date], Form]
    read: Callable[[Answers, EntryRules], Stretch]
    title: str


def _spell_fields(one: Spell | None, today: date) -> tuple[Field, Field]:
    text = _("As YYYY-MM-DD.")
    first, last = (one.start, one.end) if one else (today, today)
    return (
        Field("start", _("First day"), first.isoformat(), text),
        Field("end", _("Last day"), last.isoformat(), text),
    )


def _days_off_form(one: Stretch | None, today: date) -> Form:
    off = one if isinstance(one, DaysOff) else None
    what_for = Field("label", _("What for?"), off.label if off else "", _("Vacation, training, parental leave, …"))
    return Form(_("Days off"), (*_spell_fields(off, today), what_for))


def _part_time_form(one: Stretch | None, today: date) -> Form:
    part = one if isinstance(one, PartTime) else None
    days = " ".join(str(day) for day in part.work_days) if part else ""
    names = ", ".join(f"{number} {name}" for number, name in enumerate(weekday_names(), 1))
    whole = _("100 where whole days are worked.")
    return Form(
        _("Part time"),
        (
            *_spell_fields(part, today),
            Field("work_days", _("Only on these weekdays"), days, names, _("such as 1-3; empty: every working day")),
            Field("share", _("Share of a working day, in percent"), percent(part.share) if part else "100", whole),
            Field("label", _("What for?"), part.label if part else "", _("Parental leave, studies, …")),
        ),
        _("A day counts for its share: in what should stand today, in the days left and in the forecast."),
    )


def _ramp_up_form(one: Stretch | None, today: date) -> Form:
    ramp = one if isinstance(one, RampUp) else None
    steps = ((Step.MONTH.value, _("month")), (Step.WEEK.value, _("week")))
    shares = " ".join(plain_number(share * PERCENT) for share in ramp.shares) if ramp else ""
    return Form(
        _("Ramp-up"),
        (
            Field("start", _("First day"), (ramp.start if ramp else today).isoformat(), _("As YYYY-MM-DD.")),
            Field(
                "every", _("One step takes a"), ramp.every if ramp else Step.MONTH, _("Left and right."), options=steps
            ),
            Field("shares", _("Percent expected in each step"), shares, _("Such as 25 50 75; after them 100.")),
        ),
        _("A new AE is not expected to bring everything at once: each day of a step counts for its share."),
    )


def _days_off_in(answers: Answers, rules: EntryRules) -> DaysOff:
    return DaysOff.build({**_range(answers, rules), "label": answers["label"]})


def _part_time_in(answers: Answers, rules: EntryRules) -> PartTime:
    with naming("work_days"):
        days = work_days_in(answers["work_days"])
    with naming("share"):
        share = _share(answers["share"] or "100", rules.locale)
    return PartTime.build({**_range(answers, rules), "work_days": days, "share": share, "label": answers["label"]})


def _ramp_up_in(answers: Answers, rules: EntryRules) -> RampUp:
    with naming("start"):
        start = rules.read_day(answers["start"])
    with naming("shares"):
        shares = tuple(_share(word, rules.locale) for word in re.split(r"[;/%\s]+|,\s+", answers["shares"]) if word)
    return RampUp.build({"start": start, "every": answers["every"], "shares": shares})


def _range(answers: Answers, rules: EntryRules) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in ("start", "end"):
        with naming(field):
            found[field] = rules.read_day(answers[field])
    return found


def _share(text: str, locale: str) -> Decimal:
    return read_number(text.rstrip(" %"), locale) / PERCENT


FORMS = {
    "off": StretchForm(DaysOff, _days_off_form, _days_off_in, mark("What the days off ask for")),
    "part": StretchForm(PartTime, _part_time_form, _part_time_in, mark("What the part time asks for")),
    "ramp": StretchForm(RampUp, _ramp_up_form, _ramp_up_in, mark("What the ramp-up asks for")),
}
