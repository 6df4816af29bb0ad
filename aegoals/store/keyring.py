"""The keys of this process, and the one place that asks for a passphrase.

A plain file passes through without anything of the cipher being imported.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aegoals.errors import DataFileLocked
from aegoals.locale.texts import _
from aegoals.store.magic import is_locked

if TYPE_CHECKING:
    from aegoals.store.cipher import Head, Key

Ask = Callable[[Path], str | None]
"""Returns the passphrase of a locked file, None where nobody can give it."""


def nobody(_path: Path) -> str | None:
    """Know no passphrase."""
    return None


class Keyring:
    """Keys by the salt of their file: each is derived once and kept in memory only. A passphrase is not kept.

    ``ask`` is called once for each salt, when a locked file is first read.
    """

    def __init__(self, ask: Ask = nobody) -> None:
        self._ask = ask
        self._asked: set[bytes] = set()
        self._keys: dict[bytes, Key] = {}

    def open(self, content: bytes, path: Path) -> tuple[bytes, Key | None]:
        """Return what a file holds, and the key that it is locked with.

        Raises DataFileLocked where the passphrase is not known or wrong, DataFileDamaged, DataFileNewer.
        """
        if not is_locked(content):
            return content, None
        from aegoals.store.cipher import read_head

        key = self._key(read_head(content, path), path)
        return key.open(content, path), key

    def unlock(self, content: bytes, path: Path, passphrase: str) -> None:
        """Learn the key of a locked file; raises WrongPassphrase, and DataFileDamaged for a broken head."""
        from aegoals.store.cipher import key_for, read_head

        head = read_head(content, path)
        self.add(key_for(head, passphrase, path))

    def add(self, key: Key) -> None:
        """Keep a key for as long as the process runs."""
        self._keys[key.salt] = key

    def _key(self, head: Head, path: Path) -> Key:
        known = self._keys.get(head.salt)
        if known and (known.cost, known.check) == (head.cost, head.check):
            return known
        passphrase = None
        if head.salt not in self._asked:
            self._asked.add(head.salt)
            passphrase = self._ask(path)
        if passphrase is None:
            message = _("The data file {path} is locked and its passphrase is not known.").format(path=path)
            raise DataFileLocked(message, _("It is asked for at a terminal; see --passphrase-fd."))
        from aegoals.store.cipher import key_for

        key = key_for(head, passphrase, path)
        self.add(key)
        return key
