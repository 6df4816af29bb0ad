"""What shows when something fails that never should: what and where, and nothing of the AE's data."""

from __future__ import annotations

from rich.text import Text
from textual.app import App

from aegoals.locale.texts import _
from aegoals.services import fault_log


class DiscreetApp(App[None]):
    """An App whose last words hold no value of any variable."""

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own ends in a traceback that prints local variables, and no public switch turns them off.
        # It asks an error that has __rich__ how to show itself, so this one is given that.
        words = Text(last_words(error))
        error.__rich__ = lambda: words  # type: ignore[attr-defined]
        super()._handle_exception(error)


def last_words(error: Exception) -> str:
    """Write a fault into the log and return what the AE is told about it."""
    inner = fault_log.innermost(error)
    log = fault_log.record(inner)
    lines = [
        _("aegoals had to stop: {what}.").format(what=fault_log.what_and_where(inner)),
        _("Everything that you confirmed is saved."),
    ]
    if log is not None:
        lines.append(_("The way to the fault, without any of your data, is in {path}").format(path=log))
    return "\n".join(lines)
