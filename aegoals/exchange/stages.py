"""The words that CRMs use for the state of a deal."""

from __future__ import annotations

import re
from typing import Literal

Stage = Literal["open", "won", "lost"]

_WON = frozenset(
    (
        "won",
        "closedwon",
        "gewonnen",
        "vunnen",
        "vunnet",
        "vunna",
        "受注",
        "成約",
        "赢单",
        "贏單",
        "成交",
        "已成交",
    )
)
_LOST = frozenset(("lost", "closedlost", "verloren", "förlorad", "förlorat", "失注", "输单", "輸單", "丢单"))
_OPEN = frozenset(
    (
        "open",
        "new",
        "engaging",
        "engaged",
        "prospecting",
        "prospect",
        "qualification",
        "qualified",
        "qualifying",
        "discovery",
        "analysis",
        "proposition",
        "proposal",
        "quote",
        "presentation",
        "appointment",
        "contact",
        "demo",
        "decision",
        "contract",
        "negotiation",
        "negotiations",
        "negotiating",
        "commit",
        "offen",
        "öppen",
        "商談中",
        "进行中",
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def stage_of(text: str) -> Stage | None:
    """Return what a stage or status means; None where its words are not known, or speak of both ends."""
    words = set(_WORD.findall(text.casefold()))
    is_won, is_lost = bool(words & _WON), bool(words & _LOST)
    if is_won or is_lost:
        return None if is_won and is_lost else ("won" if is_won else "lost")
    return "open" if words & _OPEN else None
