"""The rows below the wizard's fields: types, hints, findings with their repairs, examples and answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from aegoals.domain.coach import Finding, Repair
from aegoals.domain.goal_guide import types_for
from aegoals.domain.profile import Role
from aegoals.locale.texts import _
from screens.form import Field
from screens.wizard_context import Example
from widgets.discreet import explained_lines
from widgets.rows import Row, heading, key_of, line_row, note, stack
from widgets.spans import Line, name, pad, wrap

NAME_CELLS = 23
LABEL_CELLS = 28
NARROW = 70
INDENT = "   "
ARROW = "→ "


def block(key: str | None, lines: list[Line]) -> Row:
    """Return one row of these lines."""
    return Row(key, lambda _width: lines, height=len(lines))


def type_rows(role: Role) -> list[Row]:
    """Return one row for each type of goal, those of the AE's role first."""
    return [
        line_row(key_of("kind", one.kind), [(pad(_(one.title), NAME_CELLS), "text"), (_(one.about), "muted")])
        for one in types_for(role)
    ]


def note_rows(text: str, width: int) -> list[Row]:
    """Return a muted text, broken into lines; nothing for no text."""
    return [note(line) for line in wrap(text, width)] if text else []


def fact_rows(facts: Iterable[str], width: int) -> list[Row]:
    """Return sentences with figures below one another."""
    return [block(None, explained_lines(text, width)) for text in facts]


def example_rows(examples: Sequence[Example], width: int) -> list[Row]:
    """Return examples to take, each with its digit."""
    rows = []
    for place, one in enumerate(examples):
        first, *rest = explained_lines(_(one.text), width - 2)
        lines: list[Line] = [[(f"{place + 1} ", "accent"), *first], *([("  ", "text"), *line] for line in rest)]
        rows.append(block(key_of("example", str(place)), lines))
    return [heading(_("Examples"), _("↓ and a digit or Enter takes one")), *rows] if rows else []


def finding_rows(found: Iterable[Finding], width: int, here: Collection[str] = ()) -> list[Row]:
    """Return findings, each with the letter that it belongs to, why it matters and what mends it.

    ``here`` are the fields on the page: advice to write in one of them is only read.
    """
    rows: list[Row] = []
    for place, one in enumerate(found):
        about = [
            [(f"{one.letter}  " if number == 0 else INDENT, "warn"), *line]
            for number, line in enumerate(explained_lines(one.message, width - 4))
        ]
        about += [[(INDENT, "muted"), (text, "muted")] for text in wrap(one.why, width - 4)] if one.why else []
        rows.append(block(None, about))
        rows += [
            _repair_row(key_of("repair", f"{place}.{number}"), repair, width, here)
            for number, repair in enumerate(one.repairs)
        ]
    return rows


def _repair_row(key: str, repair: Repair, width: int, here: Collection[str]) -> Row:
    """Return a repair: Enter applies it, or goes to the field that it wants words in; other advice is only read."""
    is_useful = repair.is_ready or bool(repair.field and repair.field not in here)
    role = "text" if repair.is_ready else "muted"
    lines: list[Line] = [
        [(INDENT, "text"), (ARROW if count == 0 else "  ", "accent" if repair.is_ready else "muted"), *line]
        for count, line in enumerate(explained_lines(str(repair), width - 7, role))
    ]
    return block(key if is_useful else None, lines)


def summary_rows(found: Sequence[Finding], answers: Iterable[tuple[int, Field]], width: int) -> list[Row]:
    """Return the last step: save, what is still missing, and every answer with the way back to its step."""
    save = line_row(key_of("save", "goal"), [(_("Save the goal"), "title")])
    about = finding_rows(found, width)
    given = [_answer_row(place, field, width) for place, field in answers if field.value]
    template = line_row(key_of("save", "template"), [(_("Keep it as a template too"), "text")])
    return stack(
        [save],
        [heading(_("Findings"), _("they do not block")), *about]
        if about
        else [note(_("Nothing is missing: a SMART goal."))],
        [heading(_("Answers"), _("Enter goes back to one")), *given] if given else [],
        [template],
    )


def _answer_row(place: int, field: Field, width: int) -> Row:
    value = dict(field.options).get(field.value, field.value)
    label_cells = LABEL_CELLS if width >= NARROW else LABEL_CELLS // 2
    lines: list[Line] = [
        [(pad(field.label if number == 0 else "", label_cells - 1) + " ", "muted"), name(text)]
        for number, text in enumerate(wrap(value, max(width - label_cells, 10)))
    ]
    return block(key_of("step", f"{place}.{field.id}"), lines)
