"""Locked files for the tests: real cryptography at a cost that a test can pay."""

from __future__ import annotations

from pathlib import Path

from aegoals.store.cipher import Cost, new_key
from aegoals.store.keyring import Keyring
from aegoals.store.relock import relock
from aegoals.store.tiny_store import TinyStore
from tests.store.still_clock import StillClock

CHEAP = Cost(4, 1, 1)
PASSPHRASE = "correct horse battery"


def keys(passphrase: str = PASSPHRASE) -> Keyring:
    """Return the keys of a process whose AE knows this passphrase."""
    return Keyring(lambda _path: passphrase)


def lock(data_file: Path, passphrase: str = PASSPHRASE, ring: Keyring | None = None) -> None:
    """Lock a file and its backups."""
    relock(data_file, ring or Keyring(), new_key(passphrase, CHEAP))


def locked_store(data_file: Path, clock: StillClock | None = None, passphrase: str = PASSPHRASE) -> TinyStore:
    """Return a store on a locked file whose passphrase is known."""
    ring = keys(passphrase)
    return TinyStore(data_file, clock=clock, keys=ring) if clock else TinyStore(data_file, keys=ring)


def log(store: TinyStore, key: str, note: str = "asked for the offer of Globex") -> None:
    """Save one record."""
    with store.transaction("log", key) as action:
        action.put("records", key, {"note": note})
