"""The rows of Settings for the AE's own kinds and templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aegoals.domain.kinds import kind_of
from aegoals.domain.own_kinds import KindUnit, OwnKind
from aegoals.domain.template import Template
from aegoals.locale.texts import _
from screens.own_forms import UNIT_NAMES
from widgets.rows import Row, heading, key_of, line_row
from widgets.spans import Line, name, pad

NEW = "new"
NAME_CELLS = 16


def template_rows(templates: Sequence[Template]) -> list[Row]:
    """Return one row for each number key that has a template, and one to add another."""
    rows = [
        line_row(
            key_of("template", str(number)),
            [(f"{number}  ", "accent"), name(pad(one.name or "–", NAME_CELLS)), name(f" {one.line}", "muted")],
        )
        for number, one in enumerate(templates, 1)
    ]
    hint = _("the keys 1 to 9 log them on Today and Log")
    return [heading(_("Templates"), hint), *rows, _adds("template", _("+ Add a template"))]


def kind_rows(kinds: Sequence[OwnKind], goals_of: Callable[[str], Sequence[str]]) -> list[Row]:
    """Return one row for each own kind, with the titles of the goals that count it, and one to add another."""
    rows = [line_row(key_of("kind", one.kind), _kind_line(one, goals_of(one.kind))) for one in kinds]
    hint = _("your own words for what you do")
    return [heading(_("Kinds of records"), hint), *rows, _adds("kind", _("+ Add a kind, or words for a known one"))]


def _kind_line(one: OwnKind, goals: Sequence[str]) -> Line:
    line: Line = [(f"{one.sign}  ", "accent"), name(pad(one.name, NAME_CELLS))]
    details = [", ".join(one.aliases)]
    if one.is_new:
        details.append(_(UNIT_NAMES[one.unit]) if one.unit is not KindUnit.COUNT else "")
        details.append(_("counts as {kind}").format(kind=_(kind_of(one.counts_for).one)) if one.counts_for else "")
        details.append(_("for: {goals}").format(goals=", ".join(goals)) if goals else "")
    return [*line, name(" " + " · ".join(filter(None, details)), "muted")]


def _adds(what: str, text: str) -> Row:
    return line_row(key_of(what, NEW), [(text, "muted")])
