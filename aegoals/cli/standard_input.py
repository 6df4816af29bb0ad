"""What comes in through a pipe."""

from __future__ import annotations

import sys

from aegoals.errors import RefusedInput
from aegoals.locale.texts import _

WORD = "-"
LARGEST = 1_000_000  # bytes


def read_bytes() -> bytes:
    """Return all of standard input; raises RefusedInput where it is longer than a day's work can be."""
    data: bytes = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    if len(data) > LARGEST:
        raise RefusedInput(_("Standard input is longer than {limit} bytes.").format(limit=LARGEST))
    return data


def read_lines() -> list[tuple[int, str]]:
    """Return the filled lines of standard input, each with its number; raises RefusedInput where there is none."""
    text = read_bytes().decode("utf-8-sig", errors="replace")
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise RefusedInput(_("Standard input is empty."), _("Give one entry a line."))
    return lines
