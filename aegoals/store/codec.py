"""Tables to bytes and back, with every check that keeps damage from being read as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from aegoals.errors import DataFileDamaged, RefusedInput, SaveFailed
from aegoals.locale.texts import _
from aegoals.store.long_table import AnyTables, Settling, all_plain
from aegoals.store.parsing import STRICT, parse
from aegoals.store.protocol import META, Document
from aegoals.store.settled import EXTENT, NOTE, cut, is_settled, joined, settle, with_settled

Tables = dict[str, dict[str, Document]]
"""All tables of the file: name → id → document."""


def encode(tables: Tables, path: Path) -> bytes:
    """Return the file's content; raises SaveFailed for what JSON cannot hold."""
    return encode_settled({**tables}, Settling(), path)[0]


def encode_settled(tables: AnyTables, rule: Settling, path: Path) -> tuple[bytes, AnyTables]:
    """Return the file's content and the tables as they stand in it, the long one settled where it has grown enough.

    Raises SaveFailed for what JSON cannot hold.
    """
    try:
        settled = settle(tables, rule)
        if any(map(is_settled, settled.values())):
            return with_settled(settled, STRICT), settled
        return orjson.dumps(all_plain(settled), option=STRICT), settled
    except TypeError as error:
        message = _("Nothing was saved in {path}: {reason}.").format(path=path, reason=error)
        raise SaveFailed(message) from error


def decode(content: bytes, path: Path) -> Tables:
    """Return the tables of a file's content; raises DataFileDamaged and changes nothing."""
    tables = _decode(content, path)
    _take_notes(tables)
    return tables


def decode_settled(content: bytes, path: Path) -> AnyTables:
    """Return the tables of a file's content, with settled documents unread; raises DataFileDamaged as ``decode``."""
    found = cut(content)
    if found is not None:
        tables = _decode(found.rest, path)
        if table := joined(found, _take_notes(tables), tables[found.table]):
            return {**tables, found.table: table}
    return {**decode(content, path)}


def _take_notes(tables: Tables) -> Document | None:
    """Take out what only the file tells of its settled documents, and return the extent."""
    meta = tables.get(META, {})
    meta.pop(NOTE, None)
    return meta.pop(EXTENT, None)


def _decode(content: bytes, path: Path) -> Tables:
    if not content:
        raise damaged(path, _("it is empty"))
    try:
        tables = parse(content)
    except orjson.JSONDecodeError as error:
        raise damaged(path, str(error)) from error
    _check_shape(tables, path)
    _check_faithful(tables, content, path)
    return tables


def as_stored(document: Document) -> Document:
    """Return the document as the file would give it back: a copy of its own, of JSON types only.

    Raises RefusedInput for what would not come back as it was put (NaN, dates, tuples, huge numbers).
    """
    try:
        stored = orjson.loads(orjson.dumps(document, option=STRICT))
    except (TypeError, orjson.JSONDecodeError) as error:
        raise RefusedInput(_("This cannot be stored: {reason}.").format(reason=error)) from error
    if stored != document or not isinstance(stored, dict):
        raise RefusedInput(_("This cannot be stored: {fields}.").format(fields=_lossy(document, stored)))
    return stored


def same(one: object, other: object) -> bool:
    """Tell whether two values are equal as JSON, where ``1``, ``1.0`` and ``true`` are three values."""
    return orjson.dumps(one, option=orjson.OPT_SORT_KEYS) == orjson.dumps(other, option=orjson.OPT_SORT_KEYS)


def damaged(path: Path, reason: str) -> DataFileDamaged:
    """Return the error for a file that is there and cannot be read as aegoals data."""
    message = _("The data file {path} is damaged: {reason}.").format(path=path, reason=reason)
    return DataFileDamaged(message, _("It was left untouched."))


def _check_shape(tables: object, path: Path) -> None:
    if type(tables) is not dict:
        raise damaged(path, _("it does not hold tables"))
    for name, table in tables.items():
        if type(table) is not dict or not set(map(type, table.values())) <= {dict}:
            raise damaged(path, _("the table {name!r} does not hold documents").format(name=name))


def _check_faithful(tables: Tables, content: bytes, path: Path) -> None:
    """Refuse a file of which a part was lost in reading: the next save would overwrite that part.

    What aegoals wrote comes out byte for byte, which its length tells in a tenth of the time of parsing.
    Anything else (stock TinyDB's spaces, an editor's line ends) is parsed a second time, with care.
    """
    try:
        if len(orjson.dumps(tables)) == len(content):
            return
    except TypeError as error:
        raise damaged(path, str(error)) from error
    import json

    try:
        careful = json.loads(content, object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError) as error:
        raise damaged(path, str(error)) from error
    if careful != tables:
        raise damaged(path, _("it holds a number with too many digits"))


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("{name!r} stands twice in one place").format(name=twice))
    return found


def _lossy(document: Document, stored: object) -> str:
    """Name the fields that JSON would not give back as they are."""
    if not isinstance(stored, dict):
        return repr(type(document).__name__)
    fields = [name for name, value in document.items() if stored.get(name) != value]
    return ", ".join(f"{name} = {document[name]!r}" for name in fields)
