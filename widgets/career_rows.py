"""Aspirations, skills, trainings, ratings and evidence as rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, Experience, ProofKind, Rating, Skill, Training
from aegoals.domain.career_path import Path
from aegoals.domain.career_words import PROOF_KINDS, level_words
from aegoals.locale.dates import show_day
from aegoals.locale.numbers import show_number, show_share
from aegoals.locale.texts import _, ngettext
from widgets.bar import bar
from widgets.rows import Row, key_of, line_row
from widgets.spans import Line, cut, name, pad, spread, width_of

BAR_CELLS = 20
WORDS_CELLS = 16
DAY_CELLS = 14
KIND_CELLS = 10


def aspiration_row(path: Path, locale: str) -> Row:
    """Return one line for an aspiration, and one for its bar where its path asks for something."""
    share, line = path.share, _aspiration_line(path.aspiration)
    key = key_of("aspiration", path.aspiration.id)
    if share is None:
        return line_row(key, line)
    return Row(key, lambda width: [cut(line, width), _indented(path_line(path, locale, width - 2))], height=2)


def _indented(line: Line) -> Line:
    return [("  ", "text"), *line]


def _aspiration_line(one: Aspiration) -> Line:
    line: Line = [("✓ ", "good") if one.reached_on else ("◇ ", "accent"), name(one.title)]
    if one.horizon:
        line.append((_("  by {year}").format(year=one.horizon), "muted"))
    if one.why:
        line.append(name(f"  – {one.why.splitlines()[0]}", "muted"))
    return line


def path_line(path: Path, locale: str, width: int) -> Line:
    """Return the bar of an aspiration with what it is made of."""
    share = path.share or Decimal(0)
    role = "good" if share >= 1 or path.aspiration.reached_on else "bar"
    skills, done = len(path.skills), sum(one.done_on is not None for one in path.experiences)
    parts = [ngettext("{count} skill", "{count} skills", skills).format(count=skills)] if skills else []
    if path.experiences:
        parts.append(_("{done} of {total} experiences").format(done=done, total=len(path.experiences)))
    line: Line = [*bar(share, None, min(BAR_CELLS, max(width // 3, 5)), role)]
    line += [(f" {show_share(share, locale)}", "text"), ("  " + ", ".join(parts), "muted")]
    return cut(line, width)


def skill_row(one: Skill) -> Row:
    """Return one line for a skill: today's level as a bar, the wanted one as its mark."""
    words = _("{level} of {wanted} wanted").format(level=one.level, wanted=one.wanted)
    return Row(key_of("skill", one.id), lambda width: [_barred(one.title, *_levels(one), words, width)])


def level_line(one: Skill, width: int) -> Line:
    """Return a skill's bar of now against wanted, wide."""
    share, wanted, role = _levels(one)
    now = _("now {level}").format(level=level_words(one.level))
    then = _("wanted {level}").format(level=level_words(one.wanted))
    return cut([*bar(share, wanted, min(BAR_CELLS, width // 3), role), (f" {now} · {then}", "text")], width)


def _levels(one: Skill) -> tuple[Decimal, Decimal, str]:
    wanted = Decimal(one.wanted) / HIGHEST_LEVEL - Decimal("0.001")
    return Decimal(one.level) / HIGHEST_LEVEL, wanted, "good" if one.level >= one.wanted else "bar"


def training_row(one: Training, locale: str) -> Row:
    """Return one line for a training: hours done of hours planned."""
    share = one.hours_done / one.hours_planned if one.hours_planned else Decimal(1)
    done, planned = show_number(one.hours_done, locale, 1), show_number(one.hours_planned, locale, 1)
    words = _("{done} of {planned} hours").format(done=done, planned=planned)
    role = "good" if one.is_done else "bar"
    return Row(key_of("training", one.id), lambda width: [_barred(one.title, share, None, role, words, width)])


def _barred(title: str, share: Decimal, wanted: Decimal | None, role: str, words: str, width: int) -> Line:
    cells = min(BAR_CELLS, max(width // 4, 5))
    title_cells = max(min(width - cells - WORDS_CELLS - 2, 40), 8)
    behind = pad(words, WORDS_CELLS)
    return cut(
        [
            name(pad(title, title_cells)),
            (" ", "text"),
            *bar(share, wanted, cells, role),
            (f" {behind}", "muted"),
        ],
        width,
    )


def experience_row(place: int, one: Experience, locale: str) -> Row:
    """Return one line for an experience; Enter ticks it."""
    role = "good" if one.done_on else "text"
    left: Line = [("✓ " if one.done_on else "· ", role), name(one.title, role)]
    return _dated(key_of("experience", str(place)), left, one.done_on, locale)


def rating_row(place: int, one: Rating, locale: str) -> Row:
    """Return one line for a rating: its day, a bar, the level and what was said of it."""
    share = Decimal(one.level) / HIGHEST_LEVEL
    line: Line = [
        (pad(show_day(one.day, locale), DAY_CELLS), "muted"),
        *bar(share, None, HIGHEST_LEVEL, "bar"),
        (" " + level_words(one.level), "text"),
    ]
    if one.note:
        line.append(name(f"  – {one.note}", "muted"))
    return line_row(key_of("rating", str(place)), line)


def proof_row(key: str, kind: ProofKind, words: str, day: date | None, locale: str) -> Row:
    """Return one line for a piece of evidence; what was deleted since has no day and is said plainly."""
    shown = show_day(day, locale) if day else "–"
    line: Line = [(pad(shown, DAY_CELLS), "muted"), (pad(_(PROOF_KINDS[kind]), KIND_CELLS), "accent"), (" ", "text")]
    line.append(name(words) if day else (words, "muted"))
    return line_row(key, line)


def _dated(key: str, left: Line, day: date | None, locale: str, role: str = "muted") -> Row:
    right: Line = [(show_day(day, locale), role)] if day else []
    return Row(key, _spreader(left, right))


def _spreader(left: Line, right: Line) -> Callable[[int], list[Line]]:
    return lambda width: [spread(left, right, width) if width_of(right) else cut(left, width)]
