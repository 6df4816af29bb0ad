"""What one loop of faults came to, for the tests and for the table of ``python -m benchmarks faults``."""

from __future__ import annotations

from typing import NamedTuple


class Tally(NamedTuple):
    """How often a fault was made, how many saves were confirmed and found again, how many were refused in words.

    A loop that finds anything else (a lost save, a file that cannot be read) ends in an AssertionError.
    """

    runs: int
    kept: int
    refused: int = 0

    def __add__(self, other: object) -> Tally:
        """Put the tallies of two loops together."""
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(self.runs + other.runs, self.kept + other.kept, self.refused + other.refused)


NOTHING = Tally(0, 0)
