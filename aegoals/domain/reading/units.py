"""The unit of a goal where the figure itself does not name it."""

from __future__ import annotations

from aegoals.domain.reading.targets import Aim
from aegoals.domain.reading.wording import Wording


def unit_of(aim: Aim, wording: Wording) -> str | None:
    """Return the unit of the target, or of the baseline when there is a baseline only."""
    figure = aim.target or aim.baseline
    if figure is None:
        return None
    measures = wording.named("measure")
    if figure.unit == "points":
        return "%" if "percent" in measures and "score" not in measures else "score"
    if figure.unit is not None:
        return figure.unit
    if aim.baseline is not None and aim.baseline.unit is not None:
        return aim.baseline.unit
    if figure.noun_after or figure.counted:
        return "count"
    if "score" in measures:
        return "score"
    if "percent" in measures:
        return "%"
    if figure.scaled or "money" in measures:
        return None
    return "count" if wording.named("topic") else None
