"""The rows of Settings for days off, part time and ramp-ups."""

from __future__ import annotations

from collections.abc import Iterator

from aegoals.domain.profile import Profile
from aegoals.domain.stretches import WHOLE, PartTime, RampUp, Spell, Step
from aegoals.locale.dates import show_day, weekday_names
from aegoals.locale.numbers import show_number
from aegoals.locale.texts import _
from screens.own_rows import NEW
from widgets.rows import Row, key_of, line_row, note
from widgets.spans import name


def days_off_rows(profile: Profile) -> list[Row]:
    """Return one row for each range of days off."""
    rows = [_row("off", place, _days(one, profile), one.label) for place, one in enumerate(profile.calendar.days_off)]
    return rows or [note(_("None marked."))]


def lighter_rows(profile: Profile) -> Iterator[Row]:
    """Yield one row for each part time and ramp-up, and one to add another of each."""
    for place, part in enumerate(profile.calendar.part_time):
        yield _row("part", place, f"{_days(part, profile)}  {part_words(part, profile.locale)}", part.label)
    yield _adds("part", _("+ Add part time: weekdays, or a share of the day"))
    for place, ramp in enumerate(profile.calendar.ramp_ups):
        yield _row("ramp", place, ramp_words(ramp, profile.locale), "")
    yield _adds("ramp", _("+ Add a ramp-up of a new AE, by week or month"))


def part_words(part: PartTime, locale: str) -> str:
    """Return weekdays and share, such as ``Mon, Tue, Wed · 60 %``."""
    names = weekday_names()
    days = ", ".join(names[day - 1] for day in part.work_days)
    share = "" if part.share == WHOLE else percent(part, locale)
    return " · ".join(filter(None, (days, share)))


def percent(part: PartTime, locale: str) -> str:
    """Return the share of a day as it is shown."""
    return f"{show_number(part.share * 100, locale, 1)} %"


def ramp_words(ramp: RampUp, locale: str) -> str:
    """Return what is expected when, such as ``Ramp-up from Mar 2, 2026: 25, 50, 75 % by month``."""
    shares = ", ".join(show_number(share * 100, locale, 1) for share in ramp.shares)
    words = (
        _("Ramp-up from {start}: {shares} % by week")
        if ramp.every is Step.WEEK
        else _("Ramp-up from {start}: {shares} % by month")
    )
    return words.format(start=show_day(ramp.start, locale), shares=shares)


def _days(spell: Spell, profile: Profile) -> str:
    return f"{show_day(spell.start, profile.locale)} – {show_day(spell.end, profile.locale)}"


def _row(what: str, place: int, words: str, label: str) -> Row:
    return line_row(key_of(what, str(place)), [(words, "text"), name(f"  {label}", "muted")])


def _adds(what: str, text: str) -> Row:
    return line_row(key_of(what, NEW), [(text, "muted")])
