"""What shows when something fails that never should: plain words, and nothing of the AE's data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from rich.console import Group
from rich.text import Text

from aegoals.locale.texts import _
from aegoals.services import fault_log
from aegoals.services.installation import Installation
from screens.hang_up import HangUpApp

UNTIL_SEEN = 60.0  # seconds


class DiscreetApp(HangUpApp):
    """An App whose last words hold no value of any variable."""

    def __init__(self) -> None:
        super().__init__()
        self.installation = Installation()
        self._has_said_last_words = False
        self._has_told_of_upgrade = False

    def look_for_upgrade(self) -> None:
        """Say once that another version was installed: what was not needed yet would now be read from that one."""
        if not self._has_told_of_upgrade and self.installation.is_another():
            self._has_told_of_upgrade = True
            words = _("aegoals was upgraded. Finish what you write, then leave with Ctrl+Q and start it again.")
            self.notify(words, severity="warning", timeout=UNTIL_SEEN)

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own ends in a traceback that prints local variables, and no public switch turns them off.
        # It asks an error that has __rich__ how to show itself, so this one is given that.
        if self._has_said_last_words:  # Textual would count the faults of the shutdown, and name a tool of its own
            fault_log.record(fault_log.innermost(error))
            return
        self._has_said_last_words = True
        words = Group(*last_words(error, is_upgraded=self.installation.is_another()))
        error.__rich__ = lambda: words  # type: ignore[attr-defined]
        with suppress(Exception):  # whatever it is that failed, the words come
            self.keep_typed()
        super()._handle_exception(error)


def last_words(error: Exception, *, is_upgraded: bool = False) -> Iterator[Text]:
    """Write a fault into the log; yield what the AE is told about it, line by line."""
    inner = fault_log.innermost(error)
    log = fault_log.record(inner)
    if is_upgraded:
        yield Text(_("aegoals was upgraded while it was open, and the old program could not go on."))
        yield Text(_("Your data is safe: everything that you confirmed is saved. Start aegoals again."))
        return
    yield Text(_("aegoals had to stop: it met a fault of its own."))
    yield Text(_("Your data is safe: everything that you confirmed is saved. Start aegoals again and go on."))
    if log is None:
        what = fault_log.what_and_where(inner)
        yield Text(_("If it happens again, please report it with these words: {what}").format(what=what))
        return
    yield Text(_("If it happens again, please report it with this file; it holds none of your data:"))
    yield Text(str(log), no_wrap=True, overflow="ignore")  # in one piece, to be copied
