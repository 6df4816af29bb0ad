"""How a status looks: a symbol, a word and a role of colour, so that it reads without colour too."""

from __future__ import annotations

from aegoals.domain.progress import Status
from aegoals.locale.texts import _, mark

_LOOKS = {
    Status.NOT_STARTED: ("○", mark("not started"), "muted"),
    Status.ON_TRACK: ("●", mark("on track"), "good"),
    Status.BEHIND: ("◐", mark("behind"), "warn"),
    Status.AT_RISK: ("▲", mark("at risk"), "bad"),
    Status.REACHED: ("✓", mark("reached"), "good"),
    Status.WITHIN_LIMIT: ("●", mark("within the limit"), "good"),
    Status.MISSED: ("✗", mark("missed"), "bad"),
    Status.PAUSED: ("‖", mark("paused"), "muted"),
    Status.CLOSED: ("■", mark("closed"), "muted"),
}


def symbol(status: Status) -> str:
    """Return the status's symbol, one cell wide."""
    return _LOOKS[status][0]


def word(status: Status) -> str:
    """Return the status in words."""
    return _(_LOOKS[status][1])


def role(status: Status) -> str:
    """Return the role of colour."""
    return _LOOKS[status][2]
