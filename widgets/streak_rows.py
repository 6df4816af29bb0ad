"""A streak as rows: the line on Today, and the days that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aegoals.domain.calendar import WorkCalendar
from aegoals.domain.streak import MOST_COUNTED, DayState, Streak, StreakDay
from aegoals.locale.dates import show_day, show_weekday
from aegoals.locale.texts import _, mark, ngettext
from widgets.rows import Row, heading, key_of, line_row
from widgets.spans import Line, name, pad, wrap

DAY_CELLS = 22
_LOOKS = {
    DayState.LOGGED: ("✓", "good", mark("logged")),
    DayState.FREE: ("·", "muted", mark("no working day")),
    DayState.MISSING: ("–", "text", mark("nothing logged")),
    DayState.OPEN: ("…", "accent", mark("today: nothing logged yet, and it is not over")),
}


def streak_row(streak: Streak) -> Row:
    """Return the line that says how many working days in a row something was logged."""
    line: Line = [("◆ ", "good"), (streak_words(streak), "text"), ("  " + _("Enter explains it"), "muted")]
    return line_row(key_of("streak", "days"), line)


def streak_words(streak: Streak) -> str:
    """Return the streak as a sentence without its full stop."""
    if streak.length == MOST_COUNTED:
        return _("Logged on {count} working days in a row, or more").format(count=streak.length)
    words = ngettext("Logged on {count} working day in a row", "Logged on {count} working days in a row", streak.length)
    return words.format(count=streak.length)


def rule_rows(width: int) -> list[Row]:
    """Return the rule, broken for this width."""
    rule = _(
        "A working day on which you logged something counts. Weekends, public holidays and your days off count "
        "for nothing and never end a row. Today ends nothing as long as it lasts. What an import brings does not count."
    )
    return [heading(_("The rule")), *(line_row(None, [(text, "muted")]) for text in wrap(rule, width))]


def day_rows(days: Iterable[StreakDay], calendar: WorkCalendar, streak: Streak, locale: str) -> Iterator[Row]:
    """Yield one row a day, the latest first, with the reason why it counts or does not."""
    since = _("since {day}").format(day=show_day(streak.since, locale)) if streak.since else ""
    yield heading(streak_words(streak), since)
    for one in days:
        sign, role, word = _LOOKS[one.state]
        why = calendar.why_free(one.day) if one.state is DayState.FREE else ""
        day = pad(show_weekday(one.day, locale, "EEE d MMM"), DAY_CELLS)
        yield line_row(None, [(f"{sign} ", role), (day, "text"), name(why, "muted") if why else (_(word), "muted")])
