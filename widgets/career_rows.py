"""Aspirations, skills and trainings as rows."""

from __future__ import annotations

from decimal import Decimal

from aegoals.domain.career import HIGHEST_LEVEL, Aspiration, Skill, Training
from aegoals.locale.numbers import show_number
from aegoals.locale.texts import _
from widgets.bar import bar
from widgets.rows import Row, key_of
from widgets.spans import Line, cut, name, pad

BAR_CELLS = 20
WORDS_CELLS = 16


def aspiration_row(one: Aspiration) -> Row:
    """Return one line for an aspiration."""
    line: Line = [("◇ ", "accent"), name(one.title)]
    if one.horizon:
        line.append((_("  by {year}").format(year=one.horizon), "muted"))
    if one.why:
        line.append(name(f"  – {one.why.splitlines()[0]}", "muted"))
    return Row(key_of("aspiration", one.id), lambda width: [cut(line, width)])


def skill_row(one: Skill) -> Row:
    """Return one line for a skill: today's level as a bar, the wanted one as its mark."""
    level = Decimal(one.level) / HIGHEST_LEVEL
    wanted = Decimal(one.wanted) / HIGHEST_LEVEL - Decimal("0.001")
    role = "good" if one.level >= one.wanted else "bar"
    words = _("{level} of {wanted} wanted").format(level=one.level, wanted=one.wanted)
    return Row(key_of("skill", one.id), lambda width: [_barred(one.title, level, wanted, (role, words), width)])


def training_row(one: Training, locale: str) -> Row:
    """Return one line for a training: hours done of hours planned."""
    share = one.hours_done / one.hours_planned if one.hours_planned else Decimal(1)
    is_done = one.finished_on is not None or share >= 1
    done, planned = show_number(one.hours_done, locale, 1), show_number(one.hours_planned, locale, 1)
    words = _("{done} of {planned} hours").format(done=done, planned=planned)
    return Row(
        key_of("training", one.id),
        lambda width: [_barred(one.title, share, None, ("good" if is_done else "bar", words), width)],
    )


def _barred(title: str, share: Decimal, wanted: Decimal | None, looks: tuple[str, str], width: int) -> Line:
    role, words = looks
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
