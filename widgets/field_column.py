"""Fields one below the other: the cursor keys go from one to the next, where a field has no use for them itself."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class FieldColumn(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls by the page only: up and down belong to the fields and to whoever shows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]

    def step(self, step: int) -> None:
        """Go to the field before (-1) or to the next one (1); at the ends the focus stays."""
        fields = list(self.query(".field"))
        place = next((place for place, field in enumerate(fields) if field.has_focus), None)
        if place is not None and 0 <= place + step < len(fields):
            fields[place + step].focus()
