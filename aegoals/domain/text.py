"""Text from people and files, made safe to keep and to show."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LONGEST_LINE = 500
LONGEST_NOTE = 20_000

# C0 and C1 controls drive a terminal; bidirectional overrides reorder what is read; a lone surrogate
# cannot be written as UTF-8.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_UNSAFE_IN_NOTES = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def clean_line(text: str) -> str:
    """Return one line: white space folded, control characters replaced by U+FFFD."""
    return _UNSAFE.sub(REPLACEMENT, _SPACES.sub(" ", text).strip())


def clean_note(text: str) -> str:
    """Return text of several lines: newline and tab stay, other control characters become U+FFFD."""
    return _UNSAFE_IN_NOTES.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n").strip())
