"""An error of ours in one line, with the readings to choose from."""

from __future__ import annotations

from aegoals.errors import AegoalsError, AmbiguousInput


def error_words(error: AegoalsError) -> str:
    """Return what happened, the readings if there are several, and what to do."""
    if not isinstance(error, AmbiguousInput):
        return str(error)
    missing = [reading for reading in error.readings if reading not in str(error)]
    readings = "; ".join(f"({number}) {reading}" for number, reading in enumerate(missing, 1))
    return " ".join(part for part in (error.message, readings and f"{readings}.", error.repair) if part)
