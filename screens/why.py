"""Why: every figure of a goal with its formula, its numbers and the records behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from aegoals.locale.texts import _
from screens.commands import BACK, HELP, OPEN, WHY, Command, bindings, bindings_of
from screens.dismissal import LeavesOnce
from widgets.key_footer import KeyFooter
from widgets.literal import literal
from widgets.rows import Row, RowList, heading, key_of, line_row, parts_of, stack
from widgets.spans import pad, wrap

if TYPE_CHECKING:
    from aegoals.domain.why import Matter, Reason

MOST_RECORDS = 200
INDENT = 2
VALUE_CELLS = 14


class WhyDialog(ModalScreen[str | None], LeavesOnce[str | None]):
    """Shows the reasons of a goal's figures; returns the id of a record that was chosen."""

    COMMANDS_HERE = (OPEN, BACK)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((BACK, HELP)),
        *(Binding(binding.key, "back", show=False) for binding in bindings_of(WHY)),  # the key that opened it
    ]

    def __init__(self, matter: Matter, figure: str = "") -> None:
        super().__init__()
        self._matter = matter
        self._figure = figure

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        with Vertical(id="dialog", classes="-tall") as dialog:
            dialog.border_title = literal(_("Why? {title}").format(title=self._matter.goal.title))
            yield RowList(id="why")
        yield KeyFooter()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""
        return (*self.COMMANDS_HERE, HELP)

    @property
    def about(self) -> str:
        """What is shown."""
        return _("Every figure with its formula and what goes into it. Enter on a record opens it.")

    def on_resize(self) -> None:
        """Fill the list once its width is known, and anew for another width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        from aegoals.domain.why import explain_all

        rows = self.query_one(RowList)
        width = max(rows.text_width, 20)
        is_new = rows.key is None
        rows.set_rows(stack(*(_told(reason, width) for reason in explain_all(self._matter)), self._records()))
        rows.focus()
        if is_new and self._figure:
            rows.go_to(key_of("figure", self._figure))

    def _records(self) -> list[Row]:
        from widgets.record_rows import record_row

        records = sorted(self._matter.now.measurement.records, key=lambda one: (one.date, one.id))
        rows = [record_row(one, self._matter.locale, with_day=True) for one in reversed(records[-MOST_RECORDS:])]
        return [heading(_("What feeds it"), _("Enter opens a record")), *rows] if rows else []

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        what, name = parts_of(event.key)
        if what == "record":
            self.dismiss(name)

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        self.query_one(RowList).action_choose()

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def _told(reason: Reason, width: int) -> Iterator[Row]:
    """Yield the rows of one reason: its name and value, formula, letters, rules."""
    yield line_row(key_of("figure", reason.figure), [(f"{reason.title}  ", "title"), (reason.value, "accent")])
    inner = max(width - INDENT, 10)
    steps = " = ".join(filter(None, (reason.formula, reason.worked)))
    for text in wrap(steps, inner) if steps else ():
        yield line_row(None, [(" " * INDENT + text, "text")])
    for part in reason.parts:
        start = f"{part.letter}  {pad(part.value, VALUE_CELLS)}  "
        for place, text in enumerate(wrap(part.name, max(inner - VALUE_CELLS - 5, 10))):
            yield line_row(None, [(" " * INDENT + (start if not place else " " * len(start)), "text"), (text, "muted")])
    for rule in reason.rules:
        for text in wrap(rule, inner):
            yield line_row(None, [(" " * INDENT + text, "muted")])
