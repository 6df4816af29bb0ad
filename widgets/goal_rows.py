"""Goals as rows: name and status, bar with the mark of today, value and what each day asks for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from rich.cells import cell_len

from aegoals.domain.goal_metrics import is_check_in
from aegoals.domain.metric import UNITS
from aegoals.domain.news import News
from aegoals.domain.progress import Standing, Status
from aegoals.domain.today import Ask, Concern
from aegoals.domain.worth_words import a_day
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_share, show_value
from aegoals.locale.texts import _, ngettext
from widgets import status as look
from widgets.bar import bar
from widgets.rows import Row, key_of
from widgets.spans import Line, Span, amount, cut, name, pad, shorten, spread, width_of

SHORTEST_BAR, ROOM_FOR_FIGURES = 10, 60
ROOM_FOR_ASK, SHORTEST_ASK_BAR, LONGEST_ASK_BAR = 18, 6, 40
NARROWEST_TITLE, SIGN_AND_GAP = 12, 4
CHANCE_CELLS, ROOM_FOR_CHANCE = 15, 74  # a terminal of 80 columns leaves a row 77
LARGE = 100  # from here on nobody plans by the cent


def goal_row(one: Standing, locale: str, chance: str = "") -> Row:
    """Return two lines for one goal; ``chance`` has its room already while it is empty."""
    return Row(
        key_of("goal", one.goal.id),
        lambda width: [_title_line(one, width, locale), _bar_line(one, width, locale, chance)],
        height=2,
    )


def _title_line(one: Standing, width: int, locale: str) -> Line:
    role = look.role(one.status)
    left: Line = [(f"{look.symbol(one.status)} ", role), name(shorten(one.goal.title, width))]
    right: Line = [(look.word(one.status), role), (" · ", "muted"), (ends(one, locale), "muted")]
    return spread(left, right, width)


def _chance(chance: str, width: int) -> Line:
    """Return the chance in its room, known or not; nothing where the list is narrow."""
    return [(pad(chance, CHANCE_CELLS, right=True), "muted")] if width >= ROOM_FOR_CHANCE else []


def _bar_line(one: Standing, all_cells: int, locale: str, chance: str) -> Line:
    right = _chance(chance, all_cells)
    width = all_cells - width_of(right) - (1 if right else 0)
    behind: Line = [
        (pad(show_share(one.progress, locale), 6, right=True), look.role(one.status)),
        figure("  " + value_of_target(one, locale), one.goal.metric.unit),
    ]
    cells = _bar_cells(all_cells)
    takes = what_it_takes(one, locale)
    if takes and width_of(behind) + cell_len(takes) + 4 + cells <= width:
        behind.append(figure(f"  {takes}", one.goal.metric.unit, "muted"))
    room = min(cells, width - width_of(behind) - 2)
    line: Line = [("  ", "text"), *standing_bar(one, max(room, SHORTEST_BAR)), *behind]
    return spread(line, right, all_cells) if right else line


def _bar_cells(width: int) -> int:
    """Return the length of the bars in a list of this width: one for all, so that they can be compared."""
    return min(max(width // 4 - 1, width - ROOM_FOR_FIGURES), width // 2)


def standing_bar(one: Standing, cells: int) -> Line:
    """Return the goal's bar with the mark where it should be today."""
    is_over = one.status in {Status.REACHED, Status.CLOSED, Status.MISSED, Status.NOT_STARTED}
    role = {"good": "good", "warn": "warn", "bad": "bad"}.get(look.role(one.status), "bar")
    return bar(one.progress, None if is_over else one.expected_progress, cells, role)


def figure(text: str, unit: str, role: str = "text") -> Span:
    """Return a span for a value in this unit; money can be masked, a count or a percentage stays."""
    return (text, role) if unit in UNITS else amount(text, role)


def value_of_target(one: Standing, locale: str) -> str:
    """Return actual and target, such as ``$42,300 / $60,000``."""
    unit = one.goal.metric.unit
    return f"{show_value(one.actual, unit, locale)} / {show_value(one.goal.target, unit, locale)}"


def ends(one: Standing, locale: str) -> str:
    """Return when the goal ends or begins, in a few words."""
    if one.status is Status.NOT_STARTED:
        return _("starts {day}").format(day=show_day(one.days.first or one.goal.start, locale))
    if one.status in {Status.CLOSED, Status.MISSED}:
        return _("ended {day}").format(day=show_day(one.goal.due, locale))
    left = one.days.remaining
    return ngettext("{count} day left", "{count} days left", left).format(count=left)


def what_it_takes(one: Standing, locale: str) -> str:
    """Return what each working day that is left asks for; empty where nothing is asked."""
    required, unit = one.required_per_working_day, one.goal.metric.unit
    if one.status in {Status.PAUSED, Status.CLOSED, Status.NOT_STARTED} or not required:
        return _missed_by(one, locale) if one.status is Status.MISSED else ""
    if not one.goal.metric.grows or is_check_in(one.goal.metric) or (unit == "count" and required < 1):
        return _("{gap} to go").format(gap=show_value(abs(one.gap or Decimal(0)), unit, locale))
    shown = required.to_integral_value(ROUND_CEILING) if required >= LARGE else required
    return a_day(one.days).format(value=show_value(shown, unit, locale))


def _missed_by(one: Standing, locale: str) -> str:
    if one.gap is None:
        return ""
    return _("missed by {gap}").format(gap=show_value(abs(one.gap), one.goal.metric.unit, locale))


def ask_row(ask: Ask, locale: str) -> Row:
    """Return one line for what a goal asks for today."""
    return Row(key_of("goal", ask.standing.goal.id), lambda width: [_ask_line(ask, width, locale)])


def _ask_line(ask: Ask, width: int, locale: str) -> Line:
    unit = ask.standing.goal.metric.unit
    share = ask.done / ask.needed if ask.needed else ask.done + 1
    role = "good" if ask.is_met else "bar"
    figures = f"{show_value(ask.done, unit, locale)} / {show_value(ask.needed, unit, locale)}"
    title_width = max(width // 3, 12)
    line: Line = [
        ("✓ " if ask.is_met else "· ", role),
        name(pad(ask.standing.goal.title, title_width)),
        (" ", "text"),
    ]
    room = width - title_width - 6
    bar_width = max(min(room - ROOM_FOR_ASK, room - cell_len(figures), LONGEST_ASK_BAR), SHORTEST_ASK_BAR)
    return [*line, *bar(share, None, bar_width, role), figure(f"  {figures}", unit)]


def concern_row(concern: Concern, locale: str, chance: str = "") -> Row:
    """Return one line for a goal that slips or ends soon, or for a milestone that is due."""
    return Row(key_of("goal", concern.standing.goal.id), lambda width: [_concern_line(concern, width, locale, chance)])


def news_row(news: News, texts: Sequence[str]) -> Row:
    """Return one line for a goal whose status moved: the first of these texts that leaves the title its room."""
    role, goal = look.role(news.now.status), news.now.goal

    def draw(width: int) -> list[Line]:
        title = min(cell_len(goal.title), max(width // 3, NARROWEST_TITLE))
        fitting = (text for text in texts if cell_len(text) + title + SIGN_AND_GAP <= width)
        told = next(fitting, texts[-1])
        room = min(cell_len(goal.title), max(width - cell_len(told) - SIGN_AND_GAP, NARROWEST_TITLE))
        sign = ("↓ " if news.is_worse else "↑ ", role)
        return [cut([sign, name(pad(goal.title, room)), ("  ", "text"), figure(told, goal.metric.unit, role)], width)]

    return Row(key_of("goal", goal.id), draw)


def _concern_line(concern: Concern, width: int, locale: str, chance: str) -> Line:
    one = concern.standing
    if concern.milestone is not None:
        day = show_day(concern.milestone.due, locale)
        both = shorten(f"{concern.milestone.title} ({one.goal.title})", width)
        left: Line = [("◇ ", "warn"), name(both)]
        return spread(left, [(_("milestone due {day}").format(day=day), "warn")], width)
    role = look.role(one.status)
    left = [(f"{look.symbol(one.status)} ", role), name(shorten(one.goal.title, width))]
    right: Line = [(look.word(one.status), role)]
    takes = what_it_takes(one, locale)
    if one.status is Status.MISSED and takes:
        right = [figure(takes, one.goal.metric.unit, role)]
    elif takes:
        right += [(" · ", "muted"), figure(takes, one.goal.metric.unit, "muted")]
    elif one.status is Status.ON_TRACK:
        right.append((f" · {ends(one, locale)}", "muted"))
    foreseen = _chance(chance, width)
    return spread(left, [*right, *foreseen], width)
