"""Talks, what was agreed, the role and the timeline as rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aegoals.domain.career_story import MOMENT_WORDS, Moment, MomentKind
from aegoals.domain.career_words import ROLE_WORDS, level_words
from aegoals.domain.profile import Role
from aegoals.domain.role import Expectation, RoleCard, Unclear
from aegoals.domain.talk import Promise, Talk
from aegoals.locale.dates import show_day
from aegoals.locale.texts import _, ngettext
from widgets.rows import Row, heading, key_of, line_row
from widgets.spans import Line, cut, joined, name, pad, spread, width_of

DAY_CELLS = 14
WORD_CELLS = 10
PAGES = {
    MomentKind.RATED: "skill",
    MomentKind.TRAINED: "skill",
    MomentKind.EXPERIENCED: "aspiration",
    MomentKind.REACHED: "aspiration",
    MomentKind.TALKED: "talk",
    MomentKind.KEPT: "talk",
    MomentKind.CLOSED: "goal",
    MomentKind.EXPECTED: "role",
}


def talk_row(one: Talk, locale: str) -> Row:
    """Return one line for a talk: its day, with whom, how much of what was agreed is open."""
    still_open = sum(item.done_on is None for item in one.agreed)
    words = _("{open} of {count} agreed open").format(open=still_open, count=len(one.agreed))
    if not still_open:
        words = _("all kept") if one.agreed else ""
    left: Line = [(pad(show_day(one.day, locale), DAY_CELLS), "muted"), name(one.person)]
    right: Line = [(words, "warn" if still_open else "muted")] if words else []
    return Row(key_of("talk", one.id), lambda width: [spread(left, right, width)])


def agreed_row(one: Promise, locale: str, today: date, *, with_person: bool = False) -> Row:
    """Return one line for something agreed: what, by whom, until when."""
    item = one.agreed
    is_late = item.done_on is None and item.due is not None and item.due <= today
    role = "good" if item.done_on else "text"
    what: Line = [("✓ " if item.done_on else "· ", role), name(item.title, role)]
    people: Line = [name(f"  ({item.who})", "muted")] if item.who else []
    if with_person:
        people += [("  " + _("with "), "muted"), name(one.talk.person, "muted")]
    right: Line = [(until(item.due, item.done_on, locale), "warn" if is_late else "muted")]

    def draw(width: int) -> list[Line]:
        room = max(width - width_of(right) - 1, 0)
        who = cut(people, room // 2)  # a long title must not hide who does it
        return [spread([*cut(what, room - width_of(who)), *who], right, width)]

    return Row(key_of("agreed", one.key), draw)


def until(due: date | None, done_on: date | None, locale: str) -> str:
    """Return when something is due, or when it was done."""
    if done_on:
        return _("done {day}").format(day=show_day(done_on, locale))
    return _("until {day}").format(day=show_day(due, locale)) if due else ""


def role_heading(role: Role, card: RoleCard, *, is_written: bool) -> Row:
    """Return the heading of the role on the career page."""
    if not is_written:
        return heading(_("Role"), _("o writes down what is expected · {role}").format(role=_(ROLE_WORDS[role])))
    open_questions = len(card.questions)
    unclear = ngettext("{count} unclear", "{count} unclear", open_questions).format(count=open_questions)
    expected = ngettext("{count} expected", "{count} expected", len(card.expected)).format(count=len(card.expected))
    return heading(_("Role"), joined((unclear, "muted"), (expected, "muted"), (_(ROLE_WORDS[role]), "muted")))


def expectation_row(place: int, one: Expectation, locale: str) -> Row:
    """Return one line for what is expected: what, agreed with whom, when."""
    left: Line = [("· ", "accent"), name(one.title)]
    right: Line = []
    if one.person:
        right.append(name(one.person, "muted"))
    if one.agreed_on:
        right.append((" " + show_day(one.agreed_on, locale), "muted"))
    return Row(
        key_of("expected", str(place)), lambda width: [spread(left, right, width) if right else cut(left, width)]
    )


def unclear_row(place: int, one: Unclear, locale: str) -> Row:
    """Return one line for something unclear; Space marks it as cleared."""
    role = "muted" if one.cleared_on else "text"
    left: Line = [("✓ ", "good") if one.cleared_on else ("? ", "warn"), name(one.title, role)]
    right: Line = []
    if one.cleared_on:
        right.append((_("cleared {day}").format(day=show_day(one.cleared_on, locale)), "muted"))
    return Row(key_of("unclear", str(place)), lambda width: [spread(left, right, width) if right else cut(left, width)])


def still_true_row(card: RoleCard, role: Role, locale: str) -> Row:
    """Return the quiet line that asks once a year whether the role is as it is written."""
    day = show_day(card.confirmed_on, locale) if card.confirmed_on else ""
    words = _("Is your role still “{role}”, as on {day}? Space says yes, Enter opens it.")
    return line_row(key_of("role", "ask"), [(words.format(role=_(ROLE_WORDS[role]), day=day), "muted")])


def moment_rows(moments: Iterable[Moment], locale: str) -> list[Row]:
    """Return the timeline, a heading for each year."""
    rows: list[Row] = []
    year = 0
    for one in moments:
        if one.day.year != year:
            year = one.day.year
            rows.append(heading(str(year)))
        rows.append(_moment_row(one, locale))
    return rows


def _moment_row(one: Moment, locale: str) -> Row:
    line: Line = [
        (pad(show_day(one.day, locale), DAY_CELLS), "muted"),
        (pad(_(MOMENT_WORDS[one.kind]), WORD_CELLS), "accent"),
        name(one.title),
    ]
    if one.levels:
        before, after = one.levels
        words = level_words(after) if before is None else f"{before} → {level_words(after)}"
        line.append((f"  {words}", "muted"))
    if one.outcome:
        line.append((f"  {_(one.outcome)}", "muted"))
    is_open = one.ref or one.kind is MomentKind.EXPECTED
    return line_row(key_of(PAGES[one.kind], one.ref) if is_open else None, line)
