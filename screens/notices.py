"""Notices: what a command says takes the place of what the command before said."""

from __future__ import annotations

from textual.notifications import Notification, Notify, SeverityLevel

from aegoals.domain.text import clean_note
from screens.masking import MaskingApp

LONGEST_NOTICE = 300


class NoticesApp(MaskingApp):
    """An App whose notices do not pile up: one of a command stands at a time, warnings and news beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: list[Notification] = []
        self._said = ""  # the identity of what the latest command said

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show what a command says in place of what the one before said; a warning stands beside it."""
        wait = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        notice = Notification(self._shown_text(message, severity), title, severity, wait)
        if severity == "information":
            self._take_away(self._said)
            self._said = notice.identity
        self._stand(notice)

    def announce(self, message: str) -> None:
        """Show news that no command asked for; it stands beside what commands say."""
        self._stand(Notification(self._shown_text(message, "information"), timeout=self.NOTIFICATION_TIMEOUT))

    def clear_notifications(self) -> None:
        """Take every notice away."""
        self._standing.clear()
        super().clear_notifications()

    def _shown_text(self, message: str, severity: SeverityLevel) -> str:
        """Return the text as it stands or masked; a very long one is cut."""
        text = self.in_public(clean_note(message), is_explanation=severity != "information")
        return text if len(text) <= LONGEST_NOTICE else text[: LONGEST_NOTICE - 1] + "…"

    def _stand(self, notice: Notification) -> None:
        """Show a notice, unless its words stand there already."""
        self._standing = [one for one in self._standing if not one.has_expired]
        if all(one.message != notice.message for one in self._standing):
            self._standing.append(notice)
            self.post_message(Notify(notice))

    def _take_away(self, identity: str) -> None:
        """Take one notice away. Textual can only clear all, so the others are put back."""
        stay = [one for one in self._standing if one.identity != identity]
        if len(stay) < len(self._standing):
            self.clear_notifications()
            for one in stay:
                self._stand(one)
