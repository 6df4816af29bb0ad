"""What is kept where, who may read it, and whether anything that reaches a network is loaded."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aegoals.locale.texts import _, mark
from aegoals.store.magic import locked_on_disk
from aegoals.store.protocol import StoredFile

NETWORK_MODULES = (
    *("ftplib", "http.client", "http.server", "imaplib", "poplib", "smtplib", "socketserver", "ssl"),
    *("urllib.request", "xmlrpc.client", "aiohttp", "httpx", "requests", "urllib3", "websockets"),
)
"""Modules that speak to other machines: the standard library's, and those that people install for it."""

EXPLAINED_MODULES = {
    "socket": mark("Python loads it to read the versions of installed packages; nothing is opened with it"),
    "asyncio": mark("the screens wait for keys with it; its one pair of sockets never leaves the process"),
}
"""Modules that could be used for it, and why they are loaded."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of the AE: size in bytes and mode, None where there is no file; whether it is locked."""

    role: str
    path: Path
    size: int | None
    mode: int | None
    is_locked: bool

    @property
    def is_private(self) -> bool:
        """Whether nobody but its owner may read it."""
        return self.mode is None or not self.mode & _OTHERS


class PrivacyService:
    """Answers what is kept; opens nothing that is locked, and makes nothing."""

    def __init__(self, files: Callable[[], Sequence[StoredFile]]) -> None:
        self._files = files

    def files(self) -> list[KeptFile]:
        """Return the data file, what lies beside it, and the log of faults."""
        from aegoals.services.fault_log import log_file

        log = log_file()
        return [*(_kept(one.role, one.path) for one in self._files()), _kept("log", log)]

    def network_modules(self) -> list[str]:
        """Return the modules of this process that speak to other machines; none is expected."""
        return [name for name in NETWORK_MODULES if name in sys.modules]

    def explained_modules(self) -> dict[str, str]:
        """Return modules of this process that others use for a network, each with why it is loaded."""
        return {name: _(why) for name, why in EXPLAINED_MODULES.items() if name in sys.modules}


def _kept(role: str, path: Path) -> KeptFile:
    try:
        state = path.stat()
    except OSError:
        return KeptFile(role, path, None, None, is_locked=False)
    return KeptFile(role, path, state.st_size, stat.S_IMODE(state.st_mode), is_locked=locked_on_disk(path))
