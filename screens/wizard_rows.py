"""The rows below the wizard's fields: types, hints, findings, examples and answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aegoals.domain.coach import Finding
from aegoals.domain.goal_guide import GOAL_TYPES
from aegoals.locale.texts import _
from screens.form import Field
from widgets.discreet import explained_lines
from widgets.rows import Row, heading, key_of, line_row, note, stack
from widgets.spans import name, pad, wrap

NAME_CELLS = 23
LABEL_CELLS = 28


def type_rows() -> list[Row]:
    """Return one row for each type of goal."""
    return [
        line_row(key_of("kind", one.kind), [(pad(_(one.title), NAME_CELLS), "text"), (_(one.about), "muted")])
        for one in GOAL_TYPES
    ]


def guide_rows(hint: str, found: Iterable[Finding], examples: Sequence[str], width: int) -> list[Row]:
    """Return what helps with one field: what it is for, what is still missing, examples to take."""
    rows = [
        line_row(key_of("example", str(place)), [(f"{place + 1} ", "accent"), (_(text), "text")])
        for place, text in enumerate(examples)
    ]
    return stack(
        [note(line) for line in wrap(hint, width)] if hint else [],
        finding_rows(found, width),
        [heading(_("Examples"), _("↓ and a digit or Enter takes one")), *rows] if rows else [],
    )


def summary_rows(found: Iterable[Finding], answers: Iterable[Field], width: int) -> list[Row]:
    """Return the last step: save, what is still missing, and every answer."""
    save = line_row(key_of("save", "goal"), [(_("Save the goal"), "title")])
    about = finding_rows(found, width)
    return stack(
        [save],
        [heading(_("Findings"), _("they do not block")), *about]
        if about
        else [note(_("Nothing is missing: a SMART goal."))],
        [row for field in answers if field.value for row in _answer_rows(field, width)],
    )


def finding_rows(found: Iterable[Finding], width: int) -> list[Row]:
    """Return findings, each with the letter that it belongs to."""
    return [
        line_row(None, [(f"{one.letter}  " if place == 0 else "   ", "warn"), *line])
        for one in found
        for place, line in enumerate(explained_lines(one.message, width - 4))
    ]


def _answer_rows(field: Field, width: int) -> list[Row]:
    value = dict(field.options).get(field.value, field.value)
    return [
        line_row(None, [(pad(field.label if place == 0 else "", LABEL_CELLS), "muted"), name(text)])
        for place, text in enumerate(wrap(value, max(width - LABEL_CELLS, 10)))
    ]
