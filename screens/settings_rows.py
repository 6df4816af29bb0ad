"""The rows of the settings page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Protocol

from aegoals.domain.profile import Profile
from aegoals.locale.dates import month_name, weekday_names
from aegoals.locale.numbers import show_number
from aegoals.locale.texts import _, mark, ngettext
from screens.settings_forms import ROLE_NAMES, percent
from screens.stretch_rows import days_off_rows, lighter_rows
from widgets.rows import Row, heading, key_of, line_row, note, stack
from widgets.spans import Span, name, pad, wrap

LABEL_CELLS = 24
INDENT = 2
KIB = 1024
FILE_NAMES = {
    "data": mark("data"),
    "lock": mark("lock"),
    "backup": mark("backup"),
    "sync_copy": mark("sync copy"),
}


class KeptFile(Protocol):
    """One file as ``aegoals where`` lists it."""

    @property
    def role(self) -> str:
        """What the file is for."""

    @property
    def path(self) -> object:
        """Where it lies."""

    @property
    def size(self) -> int | None:
        """Its size in bytes, None where it does not exist."""


def settings_rows(
    profile: Profile, theme: str, files: Sequence[KeptFile], width: int, own: Sequence[Row] = ()
) -> list[Row]:
    """Return all settings as rows for this width, ``own`` among them; the path of a file is never cut."""
    return stack(
        [heading(_("You")), *_profile(profile)],
        [heading(_("Calendar")), *_calendar(profile)],
        [heading(_("Days off"), _("o adds some")), *days_off_rows(profile)],
        [heading(_("Part time and ramp-up"), _("days that count less")), *lighter_rows(profile)],
        own,
        [heading(_("Looks")), _setting("theme", _("Theme"), theme), _streaks(profile)],
        [heading(_("Where your data lives")), *_files(files, width)],
    )


def _streaks(profile: Profile) -> Row:
    return _setting("streaks", _("Streaks"), _("shown on Today") if profile.streaks else _("not shown"))


def _profile(profile: Profile) -> Iterator[Row]:
    yield _line(key_of("set", "who"), _("Name"), name(profile.name or "–"))
    yield _setting("who", _("Role"), _(ROLE_NAMES[profile.role]))
    yield _setting("money", _("Currency"), profile.currency)
    rates = ", ".join(_rate(code, rate, profile) for code, rate in profile.rates.items())
    yield _setting("money", _("Exchange rates"), rates or "–")
    yield _setting("language", _("Numbers and dates"), profile.locale)
    limits = profile.limits
    words = _("on track from {good} %, at risk below {bad} %")
    yield _setting(
        "limits",
        _("Pace"),
        words.format(
            good=percent(limits.on_track),
            bad=percent(limits.behind),
        ),
    )
    days = ngettext("{count} day", "{count} days", profile.cool_off_days).format(count=profile.cool_off_days)
    yield _setting("limits", _("Easier goals wait"), days if profile.cool_off_days else _("no"))


def _rate(code: str, rate: Decimal, profile: Profile) -> str:
    return f"1 {code} = {show_number(rate, profile.locale, 6)} {profile.currency}"


def _calendar(profile: Profile) -> Iterator[Row]:
    names = weekday_names()
    days = ", ".join(names[day - 1] for day in profile.calendar.work_days)
    place = " ".join(filter(None, [profile.calendar.country, profile.calendar.region]))
    yield _setting("calendar", _("Working days"), days)
    hours = _("{number} h").format(number=show_number(profile.hours_a_day, profile.locale))
    yield _setting("calendar", _("Hours of a working day"), hours)
    yield _setting("calendar", _("Public holidays of"), place or "–")
    yield _setting("calendar", _("First day of the week"), names[profile.first_day_of_week - 1])
    yield _setting("calendar", _("Fiscal year starts in"), month_name(profile.fiscal_year_start))


def _files(files: Sequence[KeptFile], width: int) -> Iterator[Row]:
    for kept in files:
        size = _("not yet") if kept.size is None else f"{-(-kept.size // KIB)} KiB"
        label = f"{_(FILE_NAMES.get(kept.role, kept.role))} ({size})"
        path = wrap(str(kept.path), max(width - INDENT, INDENT))
        if len(path) == 1 and LABEL_CELLS + len(path[0]) <= width:
            yield _line(None, label, (path[0], "text"))
            continue
        yield note(label)
        for line in path:
            yield line_row(None, [(" " * INDENT + line, "text")])


def _setting(section: str, label: str, value: str) -> Row:
    return _line(key_of("set", section), label, (value, "text"))


def _line(key: str | None, label: str, value: Span) -> Row:
    return line_row(key, [(pad(label, LABEL_CELLS), "muted"), value])
