"""The rows of the Log page: a day's heading, gaps, and what stands around the grids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from aegoals.domain.gaps import Gap
from aegoals.domain.heat import HeatBy
from aegoals.domain.periods import Period, week_of
from aegoals.domain.profile import Profile
from aegoals.domain.record import LogRecord
from aegoals.domain.totals import totals_by_kind
from aegoals.domain.worth_words import day_remark
from aegoals.locale.dates import month_name, show_day, show_weekday, weekday_names
from aegoals.locale.numbers import show_money
from aegoals.locale.texts import _, ngettext
from widgets.heat_cells import GridView
from widgets.record_rows import total_parts, totals_line
from widgets.rows import Row, heading, key_of, line_row
from widgets.spans import Line, amount, cut, flow, joined, name, pad
from widgets.week import week_rows

LABEL_CELLS = 8
MOST_GAPS = 3


def day_heading(day: date, today: date, profile: Profile, marked: int) -> Row:
    """Return the heading of a day, with what is special about it and how many records are marked."""
    names = {today: _("today"), today - timedelta(days=1): _("yesterday")}
    remark = day_remark(profile.calendar, day, profile.locale)
    marks = ngettext("{count} marked", "{count} marked", marked).format(count=marked) if marked else ""
    remarks = joined((names.get(day, ""), "muted"), name(remark, "muted"), (marks, "accent"))
    return heading(show_weekday(day, profile.locale, "EEEE d MMMM y"), remarks)


def week_below(records: Sequence[LogRecord], week: Period, day: date, profile: Profile, width: int) -> list[Row]:
    """Return the week of the day that is shown, for a width in cells."""
    days = f"{show_day(week.start, profile.locale)} – {show_day(week.end, profile.locale)}"
    return [heading(_("The week"), days), *week_rows(records, week, day, profile, width)]


# --- gaps


def gap_rows(gaps: Sequence[Gap], locale: str) -> list[Row]:
    """Return one row for each gap of late, with the keys that close it; nothing where there is none."""
    if not gaps:
        return []
    rows = [line_row(gap_key(one), [("· ", "muted"), (gap_words(one, locale), "text")]) for one in gaps[:MOST_GAPS]]
    return [heading(_("Empty working days"), _("Enter writes, o marks as off")), *rows]


def gap_key(one: Gap) -> str:
    """Return the key of a gap's row."""
    return key_of("gap", f"{one.start} {one.end}")


def days_of_gap(text: str) -> tuple[date, date]:
    """Return first and last day of the gap that a row's key names."""
    start, end = text.split(" ")
    return date.fromisoformat(start), date.fromisoformat(end)


def gap_words(one: Gap, locale: str) -> str:
    """Return the question that a gap asks."""
    start = show_weekday(one.start, locale, "EEE d MMM")
    if one.start == one.end:
        return _("{day}: day off, or missing?").format(day=start)
    end = show_weekday(one.end, locale, "EEE d MMM")
    words = _("{start} – {end} ({count} working days): days off, or missing?")
    return words.format(start=start, end=end, count=one.working_days)


# --- grids


def grid_heading(view: GridView, layout: str) -> list[Row]:
    """Return what the grid shows."""
    locale, period = view.profile.locale, view.period
    if layout == "month":
        title = f"{month_name(period.start.month)} {period.start.year}"
    else:
        title = f"{show_day(period.start, locale)} – {show_day(period.end, locale)}"
    return [heading(title, joined((_what(view), "muted"), (_other(view), "muted")))]


def _what(view: GridView) -> str:
    if view.heat.by is HeatBy.COUNT:
        return _("what was done")
    return _("money won, in {currency}").format(currency=view.profile.currency)


def _other(view: GridView) -> str:
    return _("a: money") if view.heat.by is HeatBy.COUNT else _("a: what was done")


def grid_foot(records: Sequence[LogRecord], view: GridView) -> Callable[[int, bool], list[Row]]:
    """Return what makes the rows below a grid: the legend, and the totals of day, week and month.

    Where it is tight each total is cut to one line.
    """
    week = week_of(view.shown, view.profile.first_day_of_week)
    totals = [(_short(view.shown), Period(view.shown, view.shown)), (_("week"), week)]
    if view.period != week:
        totals.append((_("month"), view.period))

    def rows(width: int, is_tight: bool) -> list[Row]:
        found = _legend(view)
        for label, period in totals:
            lines = _totals(_within(records, period), max(width - LABEL_CELLS, 1), view, is_tight=is_tight)
            found += [_labelled(label if place == 0 else "", line) for place, line in enumerate(lines)]
        return found

    return rows


def _short(day: date) -> str:
    return f"{weekday_names()[day.weekday()]} {day.day}"


def _within(records: Iterable[LogRecord], period: Period) -> list[LogRecord]:
    return [record for record in records if record.date in period]


def _totals(records: Sequence[LogRecord], cells: int, view: GridView, *, is_tight: bool) -> list[Line]:
    totals = totals_by_kind(records)
    if is_tight:
        return [cut(totals_line(totals, view.profile.locale), cells)]
    return flow(total_parts(totals, view.profile.locale), cells) or [[("–", "muted")]]


def _labelled(label: str, line: Line) -> Row:
    return line_row(None, [(pad(label, LABEL_CELLS), "muted"), *line])


def _legend(view: GridView) -> list[Row]:
    line: Line = [("░▒▓█ ", "bar"), (_("less to more"), "muted"), (" · – ", "muted"), (_("nothing"), "muted")]
    for currency, left in view.heat.left_out.items():
        money = show_money(left, currency, view.profile.locale)
        line += [(" · ", "muted"), (_("without a rate: "), "warn"), amount(money, "warn")]
    return [line_row(None, line)]
