"""Schema 1: the table ``meta`` comes first in the file and says what the file is."""

from __future__ import annotations

from aegoals.store.codec import Tables


def apply(tables: Tables) -> Tables:
    """Begin the file of a new AE."""
    return {"meta": {"file": {"program": "aegoals"}}, **tables}
