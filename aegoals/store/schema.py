"""The schema of the file: its number, the way up from an older one, and the way to treat a newer one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path

from aegoals.errors import DataFileNewer
from aegoals.locale.texts import _
from aegoals.store.codec import Tables, damaged
from aegoals.store.migrations import MIGRATIONS
from aegoals.store.protocol import META, Document

Migration = Callable[[Tables], Tables]
"""Returns the tables in the next schema; it runs on every reading until something is saved.

The history holds documents too: who reshapes documents does it there as well, or drops the entries.
"""

_FILE = "file"  # the one document of the table meta


def schema_of(tables: Mapping[str, Mapping[str, Document]], path: Path) -> int:
    """Return the schema number of what was read, 0 for no file yet; raises DataFileDamaged if it has none."""
    if not tables:
        return 0
    number = tables.get(META, {}).get(_FILE, {}).get("schema")
    if type(number) is not int or number < 1:
        raise damaged(path, _("it is not a data file of aegoals"))
    return number


def upgrade(tables: Tables, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Tables:
    """Return the tables in the newest schema that this program knows; a newer file stays as it is."""
    number = schema_of(tables, path)
    if number >= len(migrations):
        return tables
    for migrate in migrations[number:]:
        tables = migrate(tables)
    stamped = {**tables[META][_FILE], "schema": len(migrations)}
    return {**tables, META: {**tables[META], _FILE: stamped}}


def refuse_newer(
    tables: Mapping[str, Mapping[str, Document]], path: Path, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Raise DataFileNewer for a file that this program may read and must not write."""
    number = schema_of(tables, path)
    if number > len(migrations):
        message = _("{path} was written by a newer aegoals (schema {number}): it can only be read here.")
        raise DataFileNewer(message.format(path=path, number=number), _("Update aegoals to change it."))


def stamp(meta: MutableMapping[str, Document]) -> None:
    """Give the file a new random revision, so that no two saves are ever taken for the same."""
    meta[_FILE] = {**meta[_FILE], "revision": os.urandom(16).hex()}
