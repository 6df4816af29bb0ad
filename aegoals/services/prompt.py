"""The status for a shell prompt: kept from the last time where nothing changed, else worked out."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aegoals import __version__
from aegoals.errors import DataFileDamaged, DataFileError
from aegoals.locale.texts import _
from aegoals.store.durable_file import DurableFile, Fingerprint
from aegoals.store.magic import is_locked
from aegoals.store.prompt_cache import remember, remembered

if TYPE_CHECKING:
    from aegoals.services.goal_reader import GoalReader
    from aegoals.services.profile import ProfileService


class PromptService:
    """Answers in one line, quickly, and never with an error: a prompt has no place for one."""

    def __init__(
        self,
        data_file: Path,
        today: Callable[[], date],
        services: Callable[[], tuple[GoalReader, ProfileService]],
        due: Callable[[], int],
    ) -> None:
        self._path = data_file
        self._today = today
        self._services = services
        self._due = due  # how much of what was agreed in talks is due

    def line(self, goals: Sequence[str], most: int, width: int) -> str:
        """Return the status: of the goals named, else of the first ``most``, in at most ``width`` cells.

        ``locked`` and ``damaged`` stand for a file that is; nothing for no file, or for one that cannot be read.
        """
        try:
            state = DurableFile(self._path).fingerprint()
            if state is None:
                return ""
            if is_locked(state.head):
                return _("locked")[:width]
            key = self._key(state, goals, most, width)
            kept = remembered(self._path, key)
            return self._anew(state, key, goals, most, width) if kept is None else kept
        except DataFileDamaged:
            return _("damaged")[:width]
        except DataFileError:
            return ""

    def _anew(self, state: Fingerprint, key: str, goals: Sequence[str], most: int, width: int) -> str:
        from aegoals.domain.prompt import in_order, prompt_words
        from aegoals.domain.today import asks
        from aegoals.errors import RefusedInput

        service, profile = self._services()
        try:
            standings = service.standings([service.get(name) for name in goals] if goals else None)
        except RefusedInput:  # a goal that is named in a shell's settings and no more there
            return ""
        asked = asks(standings, profile.get().calendar, self._today())
        shown = standings if goals else in_order(standings, asked)[:most]
        line = prompt_words(shown, asked, width, due=0 if goals else self._due())
        remember(self._path, key, line, state)
        return line

    def _key(self, state: Fingerprint, goals: Sequence[str], most: int, width: int) -> str:
        """Return a mark of all that the line depends on; it tells nothing of what the file holds."""
        parts = (__version__, *state, self._today().isoformat(), *goals, most, width)
        return f"{zlib.crc32(repr(parts).encode()):08x}{state.mtime_ns:x}{state.inode:x}"
