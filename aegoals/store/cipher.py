"""A locked file: a head that says how it is locked, then everything else under AES-256-GCM.

The head is 68 bytes: magic, format, kind and cost of the key derivation, salt, key check, nonce, and a CRC-32
of all before. It is authenticated with the content. The key check tells a wrong passphrase from a damaged file; it
comes from the same derivation as the key and gives no shortcut to either.
"""

from __future__ import annotations

import hmac
import os
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from aegoals.errors import DataFileNewer, WrongPassphrase
from aegoals.locale.texts import _
from aegoals.store.codec import damaged
from aegoals.store.magic import MAGIC

_FORMAT, _SCRYPT = 1, 1
_HEAD = struct.Struct(f">{len(MAGIC)}sBBBBB16s16s12s")
_CHECKSUM = struct.Struct(">I")
HEAD_SIZE = _HEAD.size + _CHECKSUM.size
TAG_SIZE = 16  # bytes that GCM adds at the end
_KEY, _CHECK, _NONCE, _SALT = 32, 16, 12, 16  # bytes
_MOST_MEMORY = 2**30  # bytes that a head may ask for: OWASP's cost takes 2**27


class Cost(NamedTuple):
    """What one try of a passphrase costs: scrypt's N as a power of two, r and p."""

    log_n: int
    r: int
    p: int


OWASP = Cost(17, 8, 1)
"""The OWASP Password Storage Cheat Sheet's first choice for scrypt: 128 MiB for each try."""


class Head(NamedTuple):
    """How one file is locked."""

    cost: Cost
    salt: bytes
    check: bytes
    nonce: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """The key of one passphrase and one salt; it opens and seals contents, and is never written."""

    cost: Cost
    salt: bytes
    check: bytes
    secret: bytes

    def seal(self, content: bytes) -> bytes:
        """Return the content locked, under a nonce of its own."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head = _packed(Head(self.cost, self.salt, self.check, os.urandom(_NONCE)))
        return b"".join((head, AESGCM(self.secret).encrypt(_nonce_of(head), content, head)))

    def open(self, content: bytes, path: Path) -> bytes:
        """Return what is locked in a file's content; raises DataFileDamaged where one bit is wrong."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head, body = content[:HEAD_SIZE], memoryview(content)[HEAD_SIZE:]
        try:
            return AESGCM(self.secret).decrypt(_nonce_of(head), body, head)
        except InvalidTag as error:
            raise damaged(path, _("what is locked in it was changed or cut off")) from error


def new_key(passphrase: str, cost: Cost | None = None) -> Key:
    """Return the key for a file that is to be locked, with a random salt."""
    return _derive(passphrase, cost or OWASP, os.urandom(_SALT))


def key_for(head: Head, passphrase: str, path: Path) -> Key:
    """Return the key that opens files with this head; raises WrongPassphrase."""
    key = _derive(passphrase, head.cost, head.salt)
    if not hmac.compare_digest(key.check, head.check):
        message = _("This passphrase does not open {path}; the file was left untouched.").format(path=path)
        raise WrongPassphrase(message)
    return key


def read_head(content: bytes, path: Path) -> Head:
    """Return the head of a locked file's content; raises DataFileDamaged or DataFileNewer."""
    if len(content) < HEAD_SIZE + TAG_SIZE:
        raise damaged(path, _("it is locked and was cut off"))
    packed, (checksum,) = content[: _HEAD.size], _CHECKSUM.unpack(content[_HEAD.size : HEAD_SIZE])
    if zlib.crc32(packed) != checksum:
        raise damaged(path, _("it is locked and its beginning was changed"))
    _magic, version, kind, log_n, r, p, salt, check, nonce = _HEAD.unpack(packed)
    if (version, kind) != (_FORMAT, _SCRYPT):
        message = _("{path} was locked by a newer aegoals: it cannot be opened here.").format(path=path)
        raise DataFileNewer(message, _("Update aegoals to open it."))
    cost = Cost(log_n, r, p)
    if not _is_bearable(cost):
        raise damaged(path, _("it is locked at a cost that no aegoals asks for"))
    return Head(cost, salt, check, nonce)


def _is_bearable(cost: Cost) -> bool:
    """Tell whether a head that somebody may have made up can be tried without harm to the machine."""
    log_n, r, p = cost
    return 1 <= log_n <= 24 and 1 <= r <= 32 and 1 <= p <= 16 and 128 * r * (1 << log_n) <= _MOST_MEMORY  # noqa: PLR2004


def _derive(passphrase: str, cost: Cost, salt: bytes) -> Key:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # One passphrase, whichever way the keyboard composes its letters.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    log_n, r, p = cost
    derived = Scrypt(salt=salt, length=_KEY + _CHECK, n=1 << log_n, r=r, p=p).derive(secret)
    return Key(cost, salt, derived[_KEY:], derived[:_KEY])


def _packed(head: Head) -> bytes:
    packed = _HEAD.pack(MAGIC, _FORMAT, _SCRYPT, *head.cost, head.salt, head.check, head.nonce)
    return packed + _CHECKSUM.pack(zlib.crc32(packed))


def _nonce_of(head: bytes) -> bytes:
    return head[_HEAD.size - _NONCE : _HEAD.size]
