"""How a status looks: a symbol, a word and a role of colour, so that it reads without colour too."""

from __future__ import annotations

from aegoals.domain.progress import Status
from aegoals.domain.words import status_word

_LOOKS = {
    Status.NOT_STARTED: ("○", "muted"),
    Status.ON_TRACK: ("●", "good"),
    Status.BEHIND: ("◐", "warn"),
    Status.AT_RISK: ("▲", "bad"),
    Status.REACHED: ("✓", "good"),
    Status.WITHIN_LIMIT: ("●", "good"),
    Status.MISSED: ("✗", "bad"),
    Status.PAUSED: ("‖", "muted"),
    Status.CLOSED: ("■", "muted"),
}


def symbol(status: Status) -> str:
    """Return the status's symbol, one cell wide."""
    return _LOOKS[status][0]


def word(status: Status) -> str:
    """Return the status in words."""
    return status_word(status)


def role(status: Status) -> str:
    """Return the role of colour."""
    return _LOOKS[status][1]
