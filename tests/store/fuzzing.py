"""Files that chance made: each is refused in plain words, or is a whole document that a save loses nothing of."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from aegoals.errors import DataFileError
from aegoals.store.keyring import Keyring
from aegoals.store.tiny_store import TinyStore
from tests.store.tally import Tally

MOST = 64  # bytes of one wound
PIECES = (b"null", b"[]", b"{}", b'"meta"', b"1e999", b"NaN", b'"\\ud800"', b"\xef\xbb\xbf", b"}", b"[" * 40, b"-0")


def wounded(content: bytes, chance: random.Random) -> bytes:
    """Return the content after one to three wounds."""
    for _ in range(chance.randint(1, 3)):
        content = _wound(content, chance)
    return content


def _wound(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    end = min(start + chance.randint(1, MOST), len(content))
    piece = content[start:end]
    instead = chance.choice(
        (
            lambda: b"",  # a part is missing
            lambda: b"\0" * len(piece),  # a page that never reached the disk
            lambda: piece * 2,
            lambda: chance.randbytes(len(piece)),
            lambda: bytes(byte ^ (1 << chance.randrange(8)) for byte in piece[:1]) + piece[1:],
            lambda: piece[::-1],
            lambda: chance.choice(PIECES),
            lambda: chance.choice(b'0123456789,:"{}[]ae').to_bytes(1, "big") + piece[1:],
        )
    )()
    if chance.random() < 0.1:
        return content[:start]  # cut off
    return content[:start] + instead + content[end:]


def survive_wounds(data_file: Path, tries: int, keys: Keyring | None = None, seed: int = 0) -> Tally:
    """Wound the file at random, and see that nothing is overwritten that was not read."""
    whole = data_file.read_bytes()
    chance, kept, refused = random.Random(seed), 0, 0  # noqa: S311 - wounds, no secrets
    for _ in range(tries):
        content = wounded(whole, chance)
        data_file.write_bytes(content)
        if _is_refused(data_file, keys):
            refused += 1
            assert data_file.read_bytes() == content, "a file that was refused must stay as it is"
            continue
        kept += 1
        if content != whole:
            assert keys is None, f"a locked file that was changed was read: {content!r}"
            _loses_nothing(data_file, content)
    data_file.write_bytes(whole)
    return Tally(tries, kept, refused)


def _is_refused(data_file: Path, keys: Keyring | None) -> bool:
    try:
        TinyStore(data_file, keys=keys).table("records")
    except DataFileError as error:
        words = error.message
    else:
        return False
    assert str(data_file) in words
    return True


def _loses_nothing(data_file: Path, content: bytes) -> None:
    """See that a file which was read holds for Python's own reader what it holds for us, also after a save."""
    judged = _documents(json.loads(content))
    store = TinyStore(data_file)
    assert {name: dict(store.table(name)) for name in store.table_names()} == judged
    try:
        with store.transaction("log", "after the wound") as action:
            action.put("after", "a", {})
    except DataFileError:  # a schema that became a later one: it is read and never written
        assert data_file.read_bytes() == content
    else:
        assert _documents(json.loads(data_file.read_bytes())) == {**judged, "after": {"a": {}}}


def _documents(tables: dict[str, Any]) -> dict[str, Any]:
    return {name: table for name, table in tables.items() if name not in {"meta", "history"}}
