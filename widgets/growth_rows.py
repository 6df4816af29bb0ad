"""Feedback, its patterns, rewards and contests as rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from aegoals.domain.contest import ContestStanding, ContestState
from aegoals.domain.feedback import Feedback, Pattern, Tone, Way
from aegoals.domain.reward import Best, Reward
from aegoals.locale.dates import short_month, show_day
from aegoals.locale.numbers import show_value
from aegoals.locale.texts import _, ngettext
from widgets.bar import bar, columns
from widgets.goal_rows import figure
from widgets.rows import Row, key_of, line_row
from widgets.spans import Line, cut, flow, name, pad, spread, width_of

BAR_CELLS = 8
NAME_CELLS, FEWEST_NAME_CELLS, MOST_NAME_CELLS = 24, 12, 40
MONTH_CELLS, MONTH_BAR_CELLS = 10, 20
WIDE, WIDEST = 70, 110  # columns
MONTHS = 12
SIGNS = {Tone.PRAISE: ("+", "good"), Tone.RECOGNITION: ("★", "good"), Tone.WISH: ("→", "accent")}
COMPLAINT = ("!", "warn")


def feedback_row(one: Feedback, locale: str) -> Row:
    """Return two lines for a feedback: what was said, and by whom, when and what came of it."""
    sign, role = SIGNS.get(one.tone, COMPLAINT)
    said: Line = [(f"{sign} ", role), name(one.text)]
    way = _("to") if one.way is Way.GIVEN else _("from")
    about: Line = [
        (f"  {show_day(one.day, locale)} · {way} ", "muted"),
        name(one.person or _(one.side.value), "muted"),
        (f" · {_(one.tone.value)}", "muted"),
    ]
    if one.account:
        about.append(name(f" @{one.account}", "muted"))
    about += [name(f" #{reason}", "muted") for reason in one.reasons]
    if one.passed_on is not None:
        about.append(name(_(" · passed on to {to}").format(to=one.passed_on_to), "muted"))
    if one.response:
        about.append(name(f" · {one.response.splitlines()[0]}", "muted"))
    return Row(key_of("feedback", one.id), lambda width: [cut(said, width), cut(about, width)], height=2)


def pattern_row(one: Pattern, most: int, today: date, locale: str) -> Row:
    """Return one line for a reason: how often it came up, against the most frequent one, and month by month."""
    said = [ngettext("{count} time", "{count} times", one.count).format(count=one.count), show_day(one.latest, locale)]
    if one.from_deals:
        said.append(ngettext("{count} lost deal", "{count} lost deals", one.from_deals).format(count=one.from_deals))
    if one.passed_on is not None:
        said.append(_("passed on {day}").format(day=show_day(one.passed_on, locale)))
    drawn: Line = [*bar(Decimal(one.count) / most, None, BAR_CELLS, "warn"), (" ", "text")]
    parts: list[Line] = [[(words, "muted")] for words in said]
    counts = columns([count for _month, count in one.lately(today, MONTHS)])
    months: Line = [(_("{months} months ").format(months=MONTHS), "muted"), (counts, "warn")]

    def draw(width: int) -> list[Line]:
        # By the width alone, so that bars and months stand below each other.
        cells = NAME_CELLS if width >= WIDE else FEWEST_NAME_CELLS
        line: Line = [name(pad(one.reason, cells)), (" ", "text"), *drawn]
        line += flow(parts, max(width - width_of(line), 1))[0]  # what does not fit whole is left out
        return [spread(line, months, width) if width >= WIDEST else cut(line, width)]

    return Row(key_of("pattern", one.reason), draw)


def month_row(month: date, count: int, share: Decimal) -> Row:
    """Return one line for a month of a pattern: a bar against its busiest month, and how often it came up."""
    label = pad(f"{short_month(month)} {month.year}", MONTH_CELLS)
    return line_row(None, [(label, "muted"), *bar(share, None, MONTH_BAR_CELLS, "warn"), (f" {count}", "text")])


def reward_row(one: Reward, hangs_on: str, state: str) -> Row:
    """Return two lines for a reward: the promise and whether it is earned, and what it hangs on."""
    is_to_claim = one.earned_on is not None and one.claimed_on is None
    sign, role = ("★ ", "good") if is_to_claim else ("✓ ", "muted") if one.claimed_on else ("☆ ", "accent")
    left: Line = [(sign, role), name(one.promise)]
    right: Line = [(state, "good" if is_to_claim else "muted")]
    below: Line = [name(f"  {hangs_on}", "muted")]
    return Row(key_of("reward", one.id), lambda width: [spread(left, right, width), cut(below, width)], height=2)


def contest_row(one: ContestStanding, locale: str) -> Row:
    """Return one line for a contest: its words, a bar, and how it stands."""
    contest, unit = one.contest, one.contest.metric.unit
    role = {ContestState.WON: "good", ContestState.LOST: "muted"}.get(one.state, "bar")
    done, target = (show_value(value, unit, locale) for value in (one.done, contest.target))
    state = {
        ContestState.WON: _("won"),
        ContestState.LOST: _("lost"),
        ContestState.RUNNING: _("until {day}").format(day=show_day(contest.end, locale)),
    }[one.state]
    share = one.done / contest.target if contest.target else Decimal(1)
    drawn: Line = [*bar(share, None, BAR_CELLS, role), ("  ", "text"), figure(f"{done} / {target}", unit)]
    return Row(
        key_of("contest", contest.id),
        lambda width: [spread([*_named(contest.line, width), *drawn], [(state, role)], width)],
    )


def best_row(title: str, unit: str, best: Best, locale: str) -> Row:
    """Return one line for a month's record: the best month, and what this one has; narrow ones have no bar."""
    was = show_value(best.value, unit, locale) if best.period else "–"
    start = best.period.start if best.period else None
    month = f" · {short_month(start)} {start.year}" if start else ""
    share = best.running / best.value if best.value else Decimal(0)
    drawn = bar(share, None, BAR_CELLS, "good" if best.is_beaten else "bar")
    now: Line = [(_("  now "), "muted"), figure(show_value(best.running, unit, locale), unit)]
    right: Line = [(_("best "), "muted"), figure(was, unit, "muted"), (month, "muted")] if start else []

    def draw(width: int) -> list[Line]:
        figures = [*(drawn if width >= WIDE else []), *now]  # by the width alone: bars of one list are alike
        room = max(width - width_of([*figures, *right]) - 2, 1)
        return [spread([*_named(title, width, room), *figures], right, width)]

    return Row(None, draw)


def _named(text: str, width: int, room: int = MOST_NAME_CELLS) -> Line:
    """Return what a line is about, wider where there is room; a space keeps it off the bar behind it."""
    return [name(pad(text, min(max(NAME_CELLS, width // 3), MOST_NAME_CELLS, room))), (" ", "text")]
