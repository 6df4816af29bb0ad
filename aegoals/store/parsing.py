"""JSON bytes to dictionaries and back: without the rounds of the garbage collector, and of JSON types only."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson

# A date or a dataclass would come back as text: it is refused when it is put, not changed in silence.
STRICT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def parse(content: bytes) -> dict[str, dict[str, Any]]:
    """Return what the bytes hold, whose shape nobody has checked yet; raises orjson.JSONDecodeError."""
    with _without_collector():
        return orjson.loads(content)  # type: ignore[no-any-return]


_FROZEN: list[bool] = []
"""Whether the program has frozen what must stay so: counting it takes long, and it never thaws."""


def _is_frozen() -> bool:
    if not _FROZEN and gc.get_freeze_count():
        _FROZEN.append(True)
    return bool(_FROZEN)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: parsing makes no garbage, and its rounds take a third of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if not _is_frozen():
            # Both together hand what was parsed to the oldest generation; the next round would visit it all.
            gc.freeze()
            gc.unfreeze()
        gc.enable()
