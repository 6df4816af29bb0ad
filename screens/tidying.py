"""Garbage is looked for while nobody types: with ten years in memory that stops the screen for a tenth of a second."""

from __future__ import annotations

import gc

from screens.type_ahead import TypeAheadApp

YOUNG, MIDDLE = 700, 10  # as Python has them
OLD = 100  # ten times as seldom as Python would
LOOK_EVERY = 1.0  # seconds
PAUSE = 2  # looks without a key after which nobody types


class TidyingApp(TypeAheadApp):
    """An App that looks through all objects only in a pause."""

    def __init__(self) -> None:
        super().__init__()
        self._keys_seen = 0
        self._quiet_looks = PAUSE

    def begin_tidying(self) -> None:
        """Collect garbage again, but never look again through what was loaded by now."""
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        gc.enable()
        self.set_interval(LOOK_EVERY, self._tidy)

    def _tidy(self) -> None:
        """Collect once in every pause; while keys wait for a thread there is none."""
        if self.keys_wait:
            self._quiet_looks = 0
            return
        self._quiet_looks = self._quiet_looks + 1 if self.keys_taken == self._keys_seen else 0
        self._keys_seen = self.keys_taken
        if self._quiet_looks == PAUSE:
            gc.collect()
