"""Ids of our own: UUIDs of version 7, which sort by the time they were made."""

from __future__ import annotations

import hashlib
import os
import threading
from datetime import UTC, date, datetime, time

from aegoals.clock import now

_TAIL_BITS = 74  # what is left of 128 bits beside the milliseconds, the version and the variant
_STEP_BYTES = 4

_guard = threading.Lock()
_last_moment = 0
_last_tail = 0


def new_id() -> str:
    """Return a fresh id that is greater than every id made before by this process.

    The clock may stand still or be set back: the order of the ids never follows it backwards. An id tells
    when it was made and nothing about the machine.
    """
    return _written(*_next_point(int(now().timestamp() * 1000)))


def following_id(before: str, day: date) -> str:
    """Return the id of what follows something on a day: the same on every machine, so that a merge finds one thing.

    It sorts where the day is.
    """
    moment = int(datetime.combine(day, time(), UTC).timestamp() * 1000)
    told = hashlib.blake2b(f"{before} {day.isoformat()}".encode(), digest_size=10).digest()
    return _written(max(moment, 0), int.from_bytes(told) >> (80 - _TAIL_BITS))


def _written(moment: int, tail: int) -> str:
    high, low = tail >> 62, tail & (1 << 62) - 1
    number = moment << 80 | 7 << 76 | high << 64 | 2 << 62 | low
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _next_point(moment: int) -> tuple[int, int]:
    """Return milliseconds and tail of the next id: a fresh tail in a new moment, else a step further."""
    global _last_moment, _last_tail  # noqa: PLW0603 - the one counter of the process
    with _guard:
        tail = _last_tail + 1 + int.from_bytes(os.urandom(_STEP_BYTES))
        if moment > _last_moment or tail >> _TAIL_BITS:
            _last_moment = max(moment, _last_moment + 1)
            # The highest bit stays free, so that a burst within one millisecond has room to count.
            tail = int.from_bytes(os.urandom(10)) >> (80 - _TAIL_BITS + 1)
        _last_tail = tail
        return _last_moment, tail
