"""Why: every figure of a goal with its formula, its numbers and the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from aegoals.domain.metric import UNITS
from aegoals.locale.texts import _
from screens.commands import WHY, bindings_of
from screens.reading import ReadingDialog
from widgets.discreet import explained_lines
from widgets.rows import Row, heading, line_row, stack
from widgets.spans import Span, amount, pad, wrap

if TYPE_CHECKING:
    from aegoals.domain.why import Matter, Reason

MOST_RECORDS = 200
IN_UNIT = frozenset({"actual", "expected", "required", "projection", "needed_today", "forecast"})
"""Figures in the goal's own unit; the others are shares, days and words."""

INDENT = 2
LETTER_CELLS = 3
VALUE_CELLS = 16


class ReasonsDialog(ReadingDialog):
    """Shows reasons, and the records behind them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(binding.key, "back", show=False) for binding in bindings_of(WHY)),  # the key that opened it
    ]

    @property
    def about(self) -> str:
        """What is shown."""
        return _("Every figure with its formula and what goes into it. Enter on a record opens it.")


class WhyDialog(ReasonsDialog):
    """Shows the reasons of a goal's figures, and the records that feed it."""

    def __init__(self, matter: Matter) -> None:
        super().__init__(_("Why: {title}").format(title=matter.goal.title))
        self._matter = matter

    def rows(self, width: int) -> list[Row]:
        """Return every figure with its reason, then the records."""
        from aegoals.domain.why import explain_all

        is_money = self._matter.goal.metric.unit not in UNITS
        reasons = explain_all(self._matter)
        said = (
            told(one, width, hides_value=is_money and one.figure in IN_UNIT, hides_formula=is_money) for one in reasons
        )
        return stack(*said, self._records())

    def _records(self) -> list[Row]:
        from widgets.record_rows import record_row

        records = sorted(self._matter.now.measurement.records, key=lambda one: (one.date, one.id))
        rows = [record_row(one, self._matter.locale, with_day=True) for one in reversed(records[-MOST_RECORDS:])]
        return [heading(_("What feeds it"), _("Enter opens a record")), *rows] if rows else []


def told(reason: Reason, width: int, *, hides_value: bool, hides_formula: bool) -> Iterator[Row]:
    """Yield the rows of one reason: its name and value, formula, letters, rules; money in them can be masked."""
    answer = amount(reason.value, "accent") if hides_value else (reason.value, "accent")
    yield line_row(None, [(f"{reason.title}  ", "title"), answer])
    inner = max(width - INDENT, 10)
    margin = (" " * INDENT, "text")
    shown = amount if hides_formula else plain
    steps = " = ".join(filter(None, (reason.formula, reason.worked)))
    for text in wrap(steps, inner) if steps else ():
        yield line_row(None, [margin, shown(text)])
    for part in reason.parts:
        for place, text in enumerate(wrap(part.name, max(inner - LETTER_CELLS - VALUE_CELLS, 10))):
            letter, value = (part.letter, part.value) if not place else ("", "")
            start = [margin, (pad(letter, LETTER_CELLS), "text"), shown(pad(value, VALUE_CELLS))]
            yield line_row(None, [*start, (text, "muted")])
    for rule in reason.rules:
        for line in explained_lines(rule, inner, "muted"):
            yield line_row(None, [margin, *line])


def plain(text: str, role: str = "text") -> Span:
    """Return a span that stays as it is."""
    return text, role
