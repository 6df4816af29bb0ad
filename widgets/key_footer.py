"""The keys that work here, on the last line; what does not fit is behind F1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from aegoals.locale.texts import _

if TYPE_CHECKING:
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
        for binding, enabled in self._active():
            hint = self._hint(binding, enabled=enabled)
            needed = hint.cell_length + (len(GAP) if shown else 0)
            if needed > room:
                break
            shown.append(hint)
            room -= needed
        return Content(GAP).join(shown)

    def _active(self) -> list[tuple[Binding, bool]]:
        """Return the bindings to show, each action once, help first."""
        found: dict[str, tuple[Binding, bool]] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.binding.action not in found:
                found[active.binding.action] = (active.binding, active.enabled)
        return sorted(found.values(), key=lambda pair: pair[0].action != "app.help")

    def _hint(self, binding: Binding, *, enabled: bool) -> Content:
        key = self.app.get_key_display(binding)
        look = "$footer-key-foreground bold" if enabled else "$text-disabled"
        text = _(binding.description)
        return Content.assemble((key, look), " ", (text, "" if enabled else "$text-disabled"))

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked hint says."""
        column = event.x - 1
        for binding, enabled in self._active():
            length = self._hint(binding, enabled=enabled).cell_length
            if 0 <= column < length and enabled:
                await self.app.run_action(binding.action, self.screen)
                return
            column -= length + len(GAP)
