"""Inputs for what the AE writes: while masking is on, only the field that is being written in shows its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.filter import LineFilter
from textual.widgets import Input

from widgets.mask import MarkPrivate, unmasked


class TextField(Input):
    """An input of one line."""

    def __init__(self, value: str = "", **options: Any) -> None:  # noqa: ANN401 - Textual's own options
        super().__init__(value, highlighter=MarkPrivate(), **options)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters; without the mask while one writes here."""
        filters = super().get_line_filters()
        return unmasked(filters) if self.has_focus else filters

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave up and down to whoever shows the field: one line has nowhere to scroll to."""
        return action not in {"scroll_up", "scroll_down"} and super().check_action(action, parameters)
