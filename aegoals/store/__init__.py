"""How it is kept: one durable file. Nobody else imports tinydb.

The names below are imported from their modules when they are first used, so that a caller who needs an id
does not pay for TinyDB.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aegoals.store.ids import new_id
    from aegoals.store.protocol import Change, Document, Entry, Store, StoredFile, Transaction
    from aegoals.store.tiny_store import TinyStore

__all__ = ["Change", "Document", "Entry", "Store", "StoredFile", "TinyStore", "Transaction", "new_id"]

_MODULES = {"new_id": "ids", "TinyStore": "tiny_store"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES.get(name, 'protocol')}"), name)
    globals()[name] = value
    return value
