"""A module of the standard library that stays away until something of it is used.

pydantic imports ``importlib.metadata`` to look for plugins before it sees that they are switched off: mail, zip files
and sockets come with it, a tenth of a one-line command.
"""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any

NAME = "importlib.metadata"


class _Later(ModuleType):
    """Stands for the module: its first use, of whatever name, imports the real one in its place."""

    def entry_points(self, **wanted: Any) -> Any:  # noqa: ANN401 - as the real one answers
        """Answer as the real one; only to be handed out by ``from … import`` does not import it."""
        return _real().entry_points(**wanted)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(_real(), name)


def _real() -> ModuleType:
    if isinstance(sys.modules.get(NAME), _Later):
        del sys.modules[NAME]
    return importlib.import_module(NAME)


def put_off() -> None:
    """Let ``importlib.metadata`` be imported when something of it is used, unless it is there already."""
    if NAME not in sys.modules:
        sys.modules[NAME] = later = _Later(NAME)
        later.__path__ = [os.path.join(folder, "metadata") for folder in importlib.__path__]
        importlib.metadata = later  # where ``import importlib.metadata`` looks
