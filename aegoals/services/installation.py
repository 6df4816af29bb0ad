"""Whether the program that runs still is the one that is installed."""

from __future__ import annotations

from pathlib import Path

import aegoals


class Installation:
    """The installed files as they were when this was made.

    Much of the program is read when it is first needed; after an upgrade that is code of another version.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or Path(aegoals.__file__)
        self._at_start = self._stamp()

    def is_another(self) -> bool:
        """Tell whether another version, or the same one again, was installed since."""
        return self._stamp() != self._at_start

    def _stamp(self) -> tuple[int, int, int] | None:
        """Return what tells one installed file from another; None where there is none."""
        try:
            state = self._file.stat()
        except OSError:
            return None
        return state.st_ino, state.st_mtime_ns, state.st_size
