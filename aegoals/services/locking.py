"""The passphrase of the data file: set, changed, removed, and given to open it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aegoals.errors import NotFound, RefusedInput
from aegoals.locale.texts import _
from aegoals.store.keyring import Keyring
from aegoals.store.magic import is_locked, locked_on_disk

if TYPE_CHECKING:
    from aegoals.store.relock import Relocked

SHORTEST = 8
"""Characters of a passphrase, as NIST SP 800-63B asks; a few words are better."""


class LockService:
    """The lock on one data file, and on its backups."""

    def __init__(self, path: Path, keys: Keyring) -> None:
        self.path = path
        self._keys = keys

    def is_locked(self) -> bool:
        """Tell whether the file needs a passphrase; False where there is no file yet."""
        return locked_on_disk(self.path)

    def unlock(self, passphrase: str) -> None:
        """Open the file for this process; raises WrongPassphrase. Takes about half a second on purpose."""
        from aegoals.store.durable_file import DurableFile

        found = DurableFile(self.path).read()
        if found and is_locked(found[0]):
            self._keys.unlock(found[0], self.path, passphrase)

    def copies(self) -> Sequence[Path]:
        """Return the backups and other copies that the lock covers too."""
        from aegoals.store.relock import copies

        return copies(self.path)

    def delete_copies(self) -> None:
        """Delete the backups and other copies."""
        from aegoals.store.relock import delete

        delete(self.copies())

    def set(self, passphrase: str) -> Relocked:
        """Lock a plain file and its backups; raises RefusedInput for a locked file or a short passphrase."""
        self.refuse_locked()
        return self._lock(passphrase)

    def change(self, passphrase: str) -> Relocked:
        """Lock the file and its backups with another passphrase; the present one must be known."""
        self._refuse_plain()
        return self._lock(passphrase)

    def remove(self) -> Relocked:
        """Make the file and its backups readable again; the present passphrase must be known."""
        from aegoals.store.relock import relock

        self._refuse_plain()
        return relock(self.path, self._keys, None)

    def open(self) -> None:
        """Make sure that the present passphrase is known; raises DataFileLocked."""
        from aegoals.store.durable_file import DurableFile

        self._refuse_plain()
        found = DurableFile(self.path).read()
        if found:
            self._keys.open(found[0], self.path)

    def refuse_locked(self) -> None:
        """Raise RefusedInput for a file that is locked already."""
        if self.is_locked():
            raise RefusedInput(_("The data file is locked already."), _("aegoals lock change changes that."))

    def _lock(self, passphrase: str) -> Relocked:
        from aegoals.store.cipher import new_key
        from aegoals.store.relock import relock

        if len(passphrase) < SHORTEST:
            message = _("A passphrase has at least {count} characters.").format(count=SHORTEST)
            raise RefusedInput(message, _("A few words are easy to keep and hard to guess."))
        return relock(self.path, self._keys, new_key(passphrase))

    def _refuse_plain(self) -> None:
        if not self.is_locked():
            raise NotFound(_("The data file is not locked."), _("aegoals lock set locks it."))
