"""Lines that an AE logs again and again, one number key each."""

from __future__ import annotations

from aegoals.domain.fields import Line, Model, Name

MOST_TEMPLATES = 9
GAPS = ("…", "...")
"""What stands in a line for something to fill in."""


class Template(Model):
    """A line of the log with a short name; a gap in it is filled in before it is logged."""

    line: Name
    name: Line = ""

    @property
    def title(self) -> str:
        """What it is called: its name, or the line itself."""
        return self.name or self.line

    @property
    def has_gap(self) -> bool:
        """Whether something is to be filled in."""
        return gap_in(self.line) is not None


def gap_in(line: str) -> tuple[int, int] | None:
    """Return where the first gap of a line begins and ends; None where it has none."""
    places = [(line.index(mark), len(mark)) for mark in GAPS if mark in line]
    if not places:
        return None
    start, length = min(places)
    return start, start + length
