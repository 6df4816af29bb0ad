"""The quote mark that keeps a spreadsheet from running a text as a formula.

A text that begins with ``= + - @``, a tab or a return is written with a quote mark before it. Reading takes
one quote mark away again, so that every text comes back as it was.
"""

from __future__ import annotations

import re

_RUNS_AS_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")


def guard(text: str) -> str:
    """Return a text cell as it is written to a CSV file; numbers are not guarded."""
    return f"'{text}" if _RUNS_AS_FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """Return the text that a guarded cell stands for; any other cell is returned as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell
