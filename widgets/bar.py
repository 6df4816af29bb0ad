"""A progress bar that tells the truth: beyond full, below empty, and where it should be today."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from widgets.spans import Line

FULL, REST, MARK = "█", "░", "┃"
PARTS = " ▏▎▍▌▋▊▉"
COLUMNS = " ▁▂▃▄▅▆▇█"
BEYOND, BELOW = "▶", "◀"


def bar(progress: Decimal | None, expected: Decimal | None, cells: int, role: str = "bar") -> Line:
    """Return a bar of this many cells. ``progress`` and ``expected`` are shares of 1; None leaves them out.

    The mark stands where the bar should end today. More than all shows ``▶`` at the end, less than
    nothing ``◀`` at the start.
    """
    if cells <= 0:
        return []
    glyphs = _glyphs(progress or Decimal(0), cells, role)
    if progress is not None and progress > 1:
        glyphs[-1] = (BEYOND, role)
    if progress is not None and progress < 0:
        glyphs[0] = (BELOW, "bad")
    if expected is not None and 0 < expected < 1:
        glyphs[min(int(expected * cells), cells - 1)] = (MARK, "mark")
    return _joined(glyphs)


def columns(counts: Sequence[int]) -> str:
    """Return a column of one cell for each count, the greatest one full; none at all is a dot."""
    most = max(counts, default=0)
    return "".join(COLUMNS[ceil(count * (len(COLUMNS) - 1) / most)] if count else "·" for count in counts)


def _glyphs(progress: Decimal, cells: int, role: str) -> Line:
    eighths = int(min(max(progress, Decimal(0)), Decimal(1)) * cells * 8)
    full, part = divmod(eighths, 8)
    glyphs = [(FULL, role)] * full
    if part:
        glyphs.append((PARTS[part], role))
    return glyphs + [(REST, "rest")] * (cells - len(glyphs))


def _joined(glyphs: Line) -> Line:
    """Join neighbours of one role into one span."""
    line: Line = []
    for glyph, role in glyphs:
        if line and line[-1][1] == role:
            line[-1] = (line[-1][0] + glyph, role)
        else:
            line.append((glyph, role))
    return line
