"""The keys that work here, on the last line; what does not fit is behind F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widget import Widget

from aegoals.locale.texts import _

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.screen import Screen

GAP = "  "


class KeyFooter(Widget):
    """Draws the active bindings of the screen on one line, in one widget."""

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $footer-background;
        color: $footer-description-foreground;
    }
    """

    def on_mount(self) -> None:
        """Draw anew whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw as many keys as fit, help always among them."""
        room = self.size.width
        shown: list[Content] = []
        for active in self._active():
            hint = self._hint(active)
            needed = hint.cell_length + (len(GAP) if shown else 0)
            if needed > room:
                break
            shown.append(hint)
            room -= needed
        return Content(GAP).join(shown)

    def _active(self) -> list[ActiveBinding]:
        """Return the bindings to show, each action once, help first."""
        found: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                found.setdefault(active.binding.action, active)
        return sorted(found.values(), key=lambda active: active.binding.action != "app.help")

    def _hint(self, active: ActiveBinding) -> Content:
        key = self.app.get_key_display(active.binding)
        look = "$footer-key-foreground bold" if active.enabled else "$text-disabled"
        text = _(active.binding.description)
        return Content.assemble((key, look), " ", (text, "" if active.enabled else "$text-disabled"))

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked hint says."""
        column = event.x - 1
        for active in self._active():
            length = self._hint(active).cell_length
            if 0 <= column < length and active.enabled:
                await self.app.run_action(active.binding.action, active.node)
                return
            column -= length + len(GAP)
