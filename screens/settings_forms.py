"""The forms of the settings; the welcome dialog asks the same questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from aegoals.domain.profile import Profile, Role, StatusLimits
from aegoals.errors import RefusedInput
from aegoals.locale.dates import month_name, weekday_names
from aegoals.locale.numbers import plain_number, read_number
from aegoals.locale.texts import _, mark
from aegoals.services.profile import ProfileService
from screens.form import Field, Form
from screens.naming import naming

ROLE_NAMES = {
    Role.NEW_BUSINESS: mark("new business"),
    Role.ACCOUNTS: mark("existing accounts"),
    Role.BOTH: mark("both"),
}
WEEKDAYS = frozenset("1234567")
MONTHS = 12
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Section:
    """One form of settings, and how its answers are saved."""

    form: Callable[[Profile], Form]
    save: Callable[[ProfileService, Mapping[str, str]], Profile]


def role_field(profile: Profile) -> Field:
    """Return the question for the role."""
    options = tuple((role.value, _(name)) for role, name in ROLE_NAMES.items())
    return Field("role", _("What does your role cover?"), profile.role, _("Left and right change it."), options=options)


def currency_field(profile: Profile) -> Field:
    """Return the question for the currency."""
    return Field("currency", _("Currency"), profile.currency, _("Three letters, such as EUR, SEK or JPY."))


def locale_field(profile: Profile) -> Field:
    """Return the question for the locale."""
    text = _("How numbers and dates are written: language and country, such as en_US, sv_SE, ja_JP.")
    return Field("locale", _("Numbers and dates"), profile.locale, text)


def fiscal_field(profile: Profile) -> Field:
    """Return the question for the fiscal year."""
    options = tuple((str(month), month_name(month)) for month in range(1, MONTHS + 1))
    text = _("Left and right change it.")
    return Field(
        "fiscal_year_start",
        _("The fiscal year starts in"),
        str(profile.fiscal_year_start),
        text,
        options=options,
    )


def work_days_field(profile: Profile) -> Field:
    """Return the question for the working week."""
    days = " ".join(str(day) for day in profile.calendar.work_days)
    names = ", ".join(f"{number} {name}" for number, name in enumerate(weekday_names(), 1))
    return Field("work_days", _("Working days"), days, names)


def country_field(profile: Profile) -> Field:
    """Return the question for the country."""
    text = _("Two letters, such as SE; its public holidays are no working days. May stay empty.")
    return Field("country", _("Country"), profile.calendar.country or "", text)


def _who_form(profile: Profile) -> Form:
    return Form(_("You"), (Field("name", _("Name"), profile.name), role_field(profile)))


def _money_form(profile: Profile) -> Form:
    rates = "; ".join(f"{code} {plain_number(rate)}" for code, rate in profile.rates.items())
    text = _("What one unit is worth in your currency, such as: USD 0.92; SEK 0.088")
    return Form(_("Money"), (currency_field(profile), Field("rates", _("Exchange rates"), rates, text)))


def _language_form(profile: Profile) -> Form:
    return Form(_("Numbers and dates"), (locale_field(profile),))


def _limits_form(profile: Profile) -> Form:
    text = _("Pace is progress against the progress that should stand today, in percent.")
    good, bad = percent(profile.limits.on_track), percent(profile.limits.behind)
    return Form(
        _("Pace"),
        (
            Field("on_track", _("On track from"), good, text),
            Field("behind", _("At risk below"), bad, text),
            Field("cool_off_days", _("Cool-off in days"), str(profile.cool_off_days), _(COOL_OFF)),
        ),
    )


def _calendar_form(profile: Profile) -> Form:
    text = _("The country's own code of a subdivision, such as BY. May stay empty.")
    weekdays = tuple((str(day), name) for day, name in enumerate(weekday_names(), 1))
    return Form(
        _("Calendar"),
        (
            work_days_field(profile),
            country_field(profile),
            Field("region", _("Region"), profile.calendar.region or "", text),
            Field(
                "first_day_of_week",
                _("First day of the week"),
                str(profile.first_day_of_week),
                "",
                options=weekdays,
            ),
            fiscal_field(profile),
            Field("hours_a_day", _("Hours of a working day"), plain_number(profile.hours_a_day), _(HOURS)),
        ),
    )


def _streaks_form(profile: Profile) -> Form:
    options = (("yes", _("shown on Today")), ("no", _("not shown")))
    text = _("Working days in a row on which you logged something; days off never end a row.")
    chosen = "yes" if profile.streaks else "no"
    told = (("yes", _("in one line")), ("no", _("not at all")))
    cheer = "yes" if profile.celebrates else "no"
    about = _("How it is said that a reward is earned or a contest won.")
    return Form(
        _("Streaks and celebration"),
        (
            Field("streaks", _("Streaks"), chosen, text, options=options),
            Field("celebrates", _("Celebration"), cheer, about, options=told),
        ),
    )


HOURS = mark("The coach weighs your activity goals against the week.")
COOL_OFF = mark("An easier target or a later date takes effect after so many days; 0 is at once.")
SECTIONS = {
    "who": Section(_who_form, lambda profile, answers: profile.change(**answers)),
    "money": Section(_money_form, lambda profile, answers: profile.change(**_money(answers, profile.get().locale))),
    "language": Section(_language_form, lambda profile, answers: profile.change(locale=answers["locale"].strip())),
    "limits": Section(_limits_form, lambda profile, answers: profile.change(**_pace(answers, profile.get().locale))),
    "streaks": Section(_streaks_form, lambda profile, answers: profile.change(_("Streaks"), **_said_yes(answers))),
    "calendar": Section(
        _calendar_form, lambda profile, answers: profile.change(**profile_fields(profile.get(), answers))
    ),
}


def _said_yes(answers: Mapping[str, str]) -> dict[str, object]:
    return {field: answer == "yes" for field, answer in answers.items()}


def profile_fields(profile: Profile, answers: Mapping[str, str]) -> dict[str, object]:
    """Return the profile's fields that these answers mean, the calendar's among them; raises RefusedInput."""
    fields: dict[str, object] = {name: answers[name] for name in ("role", "currency") if name in answers}
    if "locale" in answers:
        fields["locale"] = answers["locale"].strip()
    for name in ("fiscal_year_start", "first_day_of_week"):
        if name in answers:
            fields[name] = int(answers[name])
    if "hours_a_day" in answers:
        fields["hours_a_day"] = _number(answers, "hours_a_day", profile.locale)
    calendar: dict[str, object] = {}
    if "work_days" in answers:
        with naming("work_days"):
            calendar["work_days"] = work_days_in(answers["work_days"])
    for name in ("country", "region"):
        if name in answers:
            calendar[name] = answers[name].strip().upper() or None
    if calendar:
        fields["calendar"] = profile.calendar.with_(**calendar)
    return fields


def work_days_in(text: str) -> tuple[int, ...]:
    """Return ISO weekdays from ``1 2 3`` or ``1-5``; raises RefusedInput."""
    words = text.replace(",", " ").replace("–", "-").split()
    days: list[int] = []
    for word in words:
        first, dash, last = word.partition("-")
        if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
            raise RefusedInput(
                _("“{word}” is not a weekday.").format(word=word[:20]),
                _("Write numbers from 1 (Monday) to 7, such as 1 2 3 4 5 or 1-5."),
            )
        days.extend(range(int(first), int(last if dash else first) + 1))
    return tuple(days)


def _number(answers: Mapping[str, str], name: str, locale: str) -> Decimal:
    with naming(name):
        return read_number(answers[name], locale)


def _money(answers: Mapping[str, str], locale: str) -> dict[str, object]:
    rates: dict[str, Decimal] = {}
    for part in re.split(r"[;,\s]+(?=[^\W\d_])", answers["rates"].strip(" ;,")):
        code, _space, number = part.partition(" ")
        if code:
            with naming("rates"):
                rates[code.upper()] = read_number(number, locale)
    return {"currency": answers["currency"], "rates": rates}


def _pace(answers: Mapping[str, str], locale: str) -> dict[str, object]:
    return {"limits": _limits(answers, locale), "cool_off_days": int(_number(answers, "cool_off_days", locale))}


def _limits(answers: Mapping[str, str], locale: str) -> StatusLimits:
    shares = {name: _number(answers, name, locale) / PERCENT for name in ("on_track", "behind")}
    return StatusLimits.build(shares)


def percent(share: Decimal) -> str:
    """Return a share of 1 as percent, without empty places."""
    return plain_number(share * PERCENT)
