"""What if: keys move the levers of a goal's work, and its end moves with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from aegoals.locale.numbers import show_number, show_share, show_value
from aegoals.locale.texts import _, mark
from screens.commands import ADOPT, BACK, HELP, LESS, MORE, RESET, Command, bindings
from screens.dismissal import LeavesOnce
from widgets.bar import bar
from widgets.discreet import discreet
from widgets.goal_rows import figure
from widgets.key_footer import KeyFooter
from widgets.rows import Row, RowList, heading, key_of, line_row, note, parts_of, stack
from widgets.spans import Line, name, pad, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from aegoals.domain.forecast import Forecast
    from aegoals.domain.what_if import Lever, Setting
    from aegoals.services.what_if import Trial, Wished

LABELS = {
    "activity": mark("Activities a week"),
    "win_rate": mark("Win rate"),
    "deal_size": mark("Average deal"),
    "days_off": mark("Days off"),
    "slip": mark("Largest deal slips"),
}
LABEL_CELLS = 20
VALUE_CELLS = 12
BAR_CELLS = 10
CHANCE_CELLS = 6


class WhatIfDialog(ModalScreen["Wished | None"], LeavesOnce["Wished | None"]):
    """Shows levers and the goal's end; returns the levers' values when they are adopted."""

    COMMANDS_HERE = (MORE, LESS, RESET, ADOPT, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings((*COMMANDS_HERE, HELP))

    def __init__(self, trial: Trial, end: Callable[[Wished], Forecast], locale: str) -> None:
        super().__init__()
        self._trial = trial
        self._end = end
        self._locale = locale
        self._wished: dict[Lever, Decimal] = {one.lever: one.now for one in trial.levers.settings}

    def compose(self) -> ComposeResult:
        """Lay out title and list."""
        with Vertical(id="dialog", classes="-tall") as dialog:
            dialog.border_title = discreet(_("What if: {title}").format(title=self._trial.now.goal.title))
            yield RowList(id="what-if")
        yield KeyFooter()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that work here."""
        return (*self.COMMANDS_HERE, HELP)

    @property
    def about(self) -> str:
        """What is shown."""
        return _(
            "The levers stand where your last weeks put them. Left and right move one, and the forecast moves with it. "
            "Nothing is kept until you adopt it as goals."
        )

    def on_resize(self) -> None:
        """Fill the list once its width is known."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        rows.set_rows(
            stack(
                [heading(_("Levers"), _("← → move it")), *map(self._lever, self._trial.levers.settings)],
                [heading(_("The end"), _("4 of 5 times within the range")), *self._ends()],
            )
        )
        rows.focus()

    def _lever(self, one: Setting) -> Row:
        value = self._wished[one.lever]
        is_moved = value != one.now
        share = value / one.most if one.most else Decimal(0)
        line: Line = [
            (pad(_(LABELS[one.lever]), LABEL_CELLS), "accent" if is_moved else "text"),
            *bar(share, one.now / one.most if one.most else None, BAR_CELLS, "good" if is_moved else "bar"),
            ("  ", "text"),
            self._value(one, value),
        ]
        if is_moved:
            line += [(_("  now "), "muted"), self._value(one, one.now)]
        if one.lever == "slip" and self._trial.levers.open_deal is not None:
            line += [("  ", "text"), name(self._trial.levers.open_deal.account or "", "muted")]
        return line_row(key_of("lever", one.lever), line)

    def _value(self, one: Setting, value: Decimal) -> tuple[str, str]:
        if one.lever == "deal_size":
            return figure(show_value(value, self._unit, self._locale), self._unit)
        if one.lever == "slip":
            return (_("yes") if value else _("no"), "text")
        shown = show_number(value, self._locale, 1)
        return (f"{shown} %" if one.lever == "win_rate" else shown, "text")

    @property
    def _unit(self) -> str:
        return self._trial.now.goal.metric.unit

    def _ends(self) -> list[Row]:
        then = self._end(self._wished)
        target = figure(show_value(self._trial.now.goal.target, self._unit, self._locale), self._unit)
        rows = [
            *self._told(_("As it is"), self._trial.as_it_is),
            *self._told(_("With these levers"), then),
            line_row(None, [(pad(_("Target"), LABEL_CELLS), "muted"), target]),
        ]
        if then.is_small_sample:
            rows.append(note(_("Few entries are behind it: read it with care.")))
        return rows

    def _told(self, label: str, said: Forecast) -> list[Row]:
        """Return an end in one line, its range in a second one where the dialog is narrow."""
        low, median, high = (show_value(one, self._unit, self._locale) for one in (said.low, said.median, said.high))
        line: Line = [
            (pad(label, LABEL_CELLS), "muted"),
            (pad(show_share(said.probability, self._locale), CHANCE_CELLS), "accent"),
            figure(f"{median}  ", self._unit),
        ]
        spread = figure(f"({low} – {high})", self._unit, "muted")
        if width_of([*line, spread]) <= self.query_one(RowList).text_width:
            return [line_row(None, [*line, spread])]
        return [line_row(None, line), line_row(None, [(" " * (LABEL_CELLS + CHANCE_CELLS), "muted"), spread])]

    # --- commands

    def action_move(self, steps: int) -> None:
        """Move the lever under the cursor."""
        from aegoals.domain.what_if import moved

        what, lever = parts_of(self.query_one(RowList).key)
        for one in self._trial.levers.settings:
            if what == "lever" and one.lever == lever:
                self._wished[one.lever] = moved(one, self._wished[one.lever], steps)
        self._fill()

    def action_reset(self) -> None:
        """Put every lever back to where the last weeks put it."""
        self._wished = {one.lever: one.now for one in self._trial.levers.settings}
        self._fill()

    def action_adopt(self) -> None:
        """Make goals of what was moved."""
        self.dismiss(self._wished)

    def action_back(self) -> None:
        """Leave without keeping anything."""
        self.dismiss(None)
