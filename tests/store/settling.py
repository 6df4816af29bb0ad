"""Files with settled records, without ten years of them."""

from __future__ import annotations

from pathlib import Path

from aegoals.store.long_table import Settling
from aegoals.store.settled import cut
from aegoals.store.tiny_store import TinyStore

NONE = Settling()
SMALL = Settling("records", "quantity", ("note",), kept=5, most=10)
RULES = {"all recent": NONE, "old ones settled": SMALL}


def fill(store: TinyStore, count: int) -> None:
    """Save so many old records as one action."""
    with store.transaction("import", "old records") as action:
        action.put("profile", "me", {"name": "A. E.", "edits": -1})
        for number in range(count):
            action.put("records", f"old {number}", {"quantity": "3", "note": "asked for the offer again " * 4})


def has_settled(data_file: Path) -> bool:
    """Tell whether some records of a file are settled, and its note is believed."""
    return cut(data_file.read_bytes()) is not None
